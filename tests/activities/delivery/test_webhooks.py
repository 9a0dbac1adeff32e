"""Notices by webhook, to a real HTTP server: plain JSON, the WeCom group bot, signatures."""

import base64
import hashlib
import hmac
import logging
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.activities.delivery.delivering import DeliveringOffice
from tests.hook_server import Answer, HookServer
from workflows.messages.records import Delivery

GROUP = ("wang", "webhook")


async def test_a_post_says_what_is_to_be_done_and_names_nobody(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url + "/notices")

    assert await office.deliver() == await office.deliver() == Delivery(delivered=True)

    (post,) = hook.posts
    assert post.path == "/notices"
    assert post.headers["webhook-id"] == post.json["id"] == "CLAR-2026-0042.1.0"
    assert post.json["subject"] == "CLAR-2026-0042 进入评估"
    assert post.json["to"] == {"role": "principal", "organ": "DW"}
    assert post.json["sent_at"] == "2026-11-20T01:30:00+00:00"
    assert "王某某" not in post.body.decode()
    assert (await office.trials())[GROUP].answer == "200 OK"


async def test_officers_of_one_group_are_told_there_once(
    office: DeliveringOffice, hook: HookServer
) -> None:
    officer = '[officers.%s]\norgan = "DW"\nroles = ["principal"]\naddresses = { webhook = "g" }\n'
    office.has(officer % "wang" + officer % "ma", f"[webhooks.g]\nurl = '{hook.url}'")

    assert (await office.deliver()).delivered

    assert len(hook.posts) == 1
    assert {key: trial.state for key, trial in (await office.trials()).items()} == {
        ("wang", "webhook"): "sent",
        ("ma", "webhook"): "sent",
    }


async def test_a_server_error_is_retried_until_it_is_over(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url)
    hook.says(500)

    await office.waits()

    assert (await office.deliver()).delivered
    assert len({post.headers["webhook-id"] for post in hook.posts}) == 1
    assert (await office.trials())[GROUP].attempts == 2


@pytest.mark.parametrize("status", [400, 404, 410, 413, 422])
async def test_a_post_that_is_never_taken_is_undeliverable(
    office: DeliveringOffice, hook: HookServer, status: int
) -> None:
    office.has_hook(hook.url)
    hook.says(status)

    assert await office.deliver() == Delivery(delivered=False, reason=f"wang webhook {status}")


@pytest.mark.parametrize("status", [401, 403, 408, 409, 425, 429, 500, 502, 503, 504, 302])
async def test_what_may_heal_is_asked_again(
    office: DeliveringOffice, hook: HookServer, status: int
) -> None:
    office.has_hook(hook.url)
    hook.says(status)

    assert str(await office.waits()) == f"NoticeWaits: waits: {status}"


async def test_a_redirect_is_not_followed(office: DeliveringOffice, hook: HookServer) -> None:
    office.has_hook(hook.url)
    hook.answers = [Answer(307, {"location": hook.url + "/elsewhere"})]

    await office.waits()

    assert [post.path for post in hook.posts] == ["/"]


async def test_a_receiver_that_asks_for_rest_gets_it(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url)
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1))
    hook.answers = [
        Answer(429, {"retry-after": "120"}),
        Answer(503, {"retry-after": in_an_hour}),
        Answer(503, {"retry-after": "99999999999"}),
        Answer(503, {"retry-after": "soon"}),
    ]

    rests = [(await office.waits()).next_retry_delay for _ in range(4)]

    assert rests[0] == timedelta(minutes=2)
    assert rests[1] is not None
    assert timedelta(minutes=58) < rests[1] <= timedelta(hours=1)
    assert rests[2:] == [timedelta(days=1), None]


async def test_the_way_that_opens_first_is_asked_first(
    office: DeliveringOffice, hook: HookServer
) -> None:
    """A day's rest for one bot is none for the other."""
    people = "".join(
        f'[officers.{who}]\norgan = "DW"\nroles = ["principal"]\n'
        f'addresses = {{ webhook = "{who}" }}\n'
        for who in ("wang", "ma")
    )
    hooks = "".join(f"[webhooks.{who}]\nurl = '{hook.url}/{who}'\n" for who in ("wang", "ma"))
    office.has(people, hooks)
    hook.answers = [Answer(429, {"retry-after": seconds}) for seconds in ("86400", "60")]

    assert (await office.waits()).next_retry_delay == timedelta(minutes=1)


async def test_a_server_that_hangs_is_an_outage_that_ends_in_time(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url, timeout=1)
    hook.says(-1)
    began = time.monotonic()

    assert str(await office.waits()) == "NoticeWaits: waits: timeout"

    assert time.monotonic() - began < 8
    assert (await office.deliver()).delivered


async def test_a_post_whose_yes_was_lost_comes_again_with_the_same_id_and_content(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url)
    hook.says(0)

    await office.waits()
    await office.deliver()

    first, second = hook.posts
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body


async def test_a_signature_is_what_the_standard_says(
    office: DeliveringOffice, hook: HookServer
) -> None:
    key = b"0123456789abcdef0123456789abcdef"
    (office.data / "hook.secret").write_text(f"whsec_{base64.b64encode(key).decode()}\n")
    office.has_hook(hook.url, secret_file="hook.secret")

    await office.deliver()

    (post,) = hook.posts
    moment = post.headers["webhook-timestamp"]
    signed = b".".join([post.headers["webhook-id"].encode(), moment.encode(), post.body])
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert post.headers["webhook-signature"] == f"v1,{expected}"
    assert abs(time.time() - int(moment)) < 60


async def test_a_secret_that_is_lost_or_garbled_is_an_outage(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url, secret_file="hook.secret")
    lost = await office.waits()
    (office.data / "hook.secret").write_text("whsec_not base64")
    garbled = await office.waits()

    assert (str(lost), str(garbled)) == (
        "NoticeWaits: waits: hook.secret",
        "NoticeWaits: waits: secret_file",
    )
    assert hook.posts == []


async def test_a_wecom_bot_gets_markdown_and_its_key_from_a_file(
    office: DeliveringOffice, hook: HookServer, caplog: pytest.LogCaptureFixture
) -> None:
    (office.data / "bot.key").write_text("6d3c-secret\n")
    office.has_hook(hook.url + "/send?key={key}", shape="wecom", key_file="bot.key")
    hook.says_wecom(0)

    with caplog.at_level(logging.INFO):
        assert (await office.deliver()).delivered

    (post,) = hook.posts
    assert post.path == "/send?key=6d3c-secret"
    assert post.json["msgtype"] == "markdown"
    assert post.json["markdown"]["content"].startswith("**CLAR-2026-0042 进入评估**\n")
    assert (await office.trials())[GROUP].answer == "errcode 0 said 0"
    assert "6d3c" not in caplog.text


@pytest.mark.parametrize(
    ("code", "rest"), [(-1, None), (45009, timedelta(minutes=1)), (50002, None)]
)
async def test_a_busy_wecom_bot_is_asked_again(
    office: DeliveringOffice, hook: HookServer, code: int, rest: timedelta | None
) -> None:
    office.has_hook(hook.url, shape="wecom")
    hook.says_wecom(code, 0)

    assert (await office.waits()).next_retry_delay == rest
    assert (await office.deliver()).delivered


@pytest.mark.parametrize("code", [93000, 40008, 45002])
async def test_a_wecom_bot_that_is_not_there_or_will_not_take_it_is_undeliverable(
    office: DeliveringOffice, hook: HookServer, code: int
) -> None:
    office.has_hook(hook.url, shape="wecom")
    hook.says_wecom(code)

    assert (await office.deliver()).reason == f"wang webhook errcode {code}"


@pytest.mark.parametrize("body", [b"<html>Please log in</html>", b"[]", b'{"errcode": null}'])
async def test_a_page_in_between_is_no_answer_of_wecom(
    office: DeliveringOffice, hook: HookServer, body: bytes
) -> None:
    office.has_hook(hook.url, shape="wecom")
    hook.answers = [Answer(200, body=body)]

    assert str(await office.waits()) == "NoticeWaits: waits: answer"
