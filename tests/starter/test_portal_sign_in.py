"""Tokens: who is let in by one, and who never is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from itsdangerous import URLSafeSerializer

from starter.keys import KeyRing
from starter.portal.tokens import bearer_of, token_for
from starter.system import System
from tests.starter.conftest import Portal, Token
from tests.starter.portal_requests import PAGE, networks

LOCKED = ["/", "/setup", "/namespaces/default/workflows", "/api/v1/settings", "/render?content=x"]


@pytest.mark.parametrize("path", LOCKED)
async def test_without_a_token_there_is_a_form_and_nothing_else(portal: Portal, path: str):
    async with portal(sign_in="token") as client:
        shown = await client.get(path, headers=PAGE)
        told = await client.get(path)
        done = await client.post(path, headers=PAGE)

    assert (shown.status_code, told.status_code, done.status_code) == (401, 401, 401)
    assert 'name="token"' in shown.text
    assert f'name="goes_to" value="{path}"' in shown.text
    assert "请先登录" in told.json()["message_zh"]


@pytest.mark.parametrize("path", ["/health", "/assets/portal.css", "/sign-in"])
async def test_what_leads_to_the_form_is_open(portal: Portal, path: str):
    async with portal(sign_in="token") as client:
        assert (await client.get(path)).status_code == 200


@pytest.mark.parametrize(
    "path", ["/assets/../api/v1/settings", "/assets/..%2fapi/v1/settings", "/health/../setup"]
)
async def test_the_open_pages_lead_nowhere_else(portal: Portal, path: str):
    async with portal(sign_in="token") as client:
        answer = await client.get("/", extensions={"target": path.encode()})

    assert answer.status_code in (401, 404)


async def test_a_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(
    portal: Portal, token: Token
):
    async with portal(sign_in="token") as client:
        form = {"token": f" {token('archivist', days=2)}\n", "goes_to": "/setup?lang=en"}
        answer = await client.post("/sign-in", data=form)
        cookie = answer.headers["set-cookie"]
        page = await client.get("/", headers=PAGE)

    assert (answer.status_code, answer.headers["location"]) == (303, "/setup?lang=en")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie
    seconds = int(cookie.split("Max-Age=")[1].split(";")[0])
    assert 2 * 86400 - 60 < seconds <= 2 * 86400
    assert page.status_code == 200
    assert "archivist" in page.text
    assert '<html lang="en">' in page.text


async def test_behind_https_the_cookie_stays_on_https(portal: Portal, token: Token):
    async with portal(sign_in="token", trusted_proxies=networks("127.0.0.0/8")) as client:
        answer = await client.post(
            "/sign-in", data={"token": token("li")}, headers={"X-Forwarded-Proto": "https"}
        )

    assert "; Secure" in answer.headers["set-cookie"]


async def test_a_link_in_a_mail_asks_once_more_from_our_own_page(portal: Portal):
    async with portal(sign_in="token") as client:
        mail = await client.get("/", headers={**PAGE, "Sec-Fetch-Site": "cross-site"})
        ours = await client.get("/", headers={**PAGE, "Sec-Fetch-Site": "same-origin"})

    assert mail.headers["refresh"] == "0"
    assert "refresh" not in ours.headers


async def test_signing_out_forgets_the_cookie(portal: Portal, token: Token):
    async with portal(sign_in="token") as client:
        await client.post("/sign-in", data={"token": token("li")})
        assert (await client.get("/setup")).status_code == 200

        link = await client.get("/sign-out")
        elsewhere = await client.post("/sign-out", headers={"Origin": "http://evil.example"})

        assert (link.status_code, elsewhere.status_code) == (303, 403)
        assert (await client.get("/setup")).status_code == 200, "no other site signs anybody out"

        answer = await client.post("/sign-out?lang=en")

        assert answer.headers["location"] == "/sign-in?lang=en"
        assert (await client.get("/setup")).status_code == 401


@pytest.mark.parametrize(
    "goes_to",
    [
        *("//evil.example", "http://evil.example", "https:evil.example", "javascript:alert(1)"),
        *("/\\evil.example", "\\\\evil.example", "", "evil", "/\t/evil.example", "/x\r\nA: b"),
    ],
)
async def test_the_form_leads_to_pages_of_ours_alone(portal: Portal, token: Token, goes_to: str):
    async with portal(sign_in="token") as client:
        answer = await client.post("/sign-in", data={"token": token("li"), "goes_to": goes_to})
    place = answer.headers["location"]

    assert place.startswith("/")
    assert not place.startswith(("//", "/\\"))
    assert "a" not in answer.headers
    assert client.base_url.join(place).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (lambda signed: signed("li", days=-0.001), "已过期"),
        (lambda signed: signed("nobody"), "名录中没有您的编号"),
        (lambda signed: signed("li")[:-1], "无效"),
        (lambda signed: signed("li") + "x", "无效"),
        (lambda signed: signed("li").replace(".", "..", 1), "无效"),
        (
            lambda signed: URLSafeSerializer("guess").dumps({"officer": "li", "until": 9**12}),
            "无效",
        ),
        (lambda signed: "", "无效"),
        (lambda signed: "张三", "无效"),
        (lambda signed: "x" * 10_000, "无效"),
    ],
)
async def test_a_bad_token_is_refused_with_what_to_do(
    portal: Portal, token: Token, bad: Callable[[Token], str], said: str
):
    text = bad(token)
    async with portal(sign_in="token") as client:
        form = await client.post("/sign-in", data={"token": text}, headers=PAGE)
        call = await client.get(
            "/api/v1/settings",
            headers={"Authorization": b"Bearer " + text.encode() if text else b"Bearer"},
        )

    assert form.status_code == call.status_code == 401
    assert said in form.text
    assert "set-cookie" not in form.headers
    assert "DisableWriteActions" not in call.text


async def test_a_token_of_another_purpose_or_ring_is_refused(
    portal: Portal, token: Token, ring: KeyRing, tmp_path: Any
):
    stranger = KeyRing.create(tmp_path / "keys.toml")
    later = datetime.now(UTC) + timedelta(days=1)
    raw = ring.key(ring.current)
    forged = [
        token_for(stranger, "li", later),
        URLSafeSerializer(raw).dumps({"officer": "li", "until": later.timestamp()}),
        URLSafeSerializer(raw, salt=b"zhengming portal sign-in").dumps({"officer": "li"}),
    ]

    async with portal(sign_in="token") as client:
        for text in forged:
            answer = await client.get("/setup", headers={"Authorization": f"Bearer {text}"})
            assert answer.status_code == 401


async def test_a_rotation_signs_nobody_out_and_new_tokens_count_at_once(tmp_path: Any):
    now = datetime.now(UTC)
    running = KeyRing.create(tmp_path / "keys.toml")
    old = token_for(running, "li", now + timedelta(hours=1))
    other = KeyRing.load(running.path)
    other.rotate()
    new = token_for(other, "wu", now + timedelta(hours=1))

    assert bearer_of(running, old, now)[0] == "li"
    assert bearer_of(running, new, now)[0] == "wu"


async def test_a_reader_who_leaves_the_directory_is_signed_out(
    portal: Portal, token: Token, system: System
):
    directory = system.settings.data / "officers.toml"
    before = directory.read_text()
    async with portal(sign_in="token") as client:
        await client.post("/sign-in", data={"token": token("li")})
        assert (await client.get("/setup")).status_code == 200
        try:
            directory.write_text(before.replace("[officers.li]", "[officers.lin]"))
            gone = await client.get("/setup", headers=PAGE)
        finally:
            directory.write_text(before)

    assert gone.status_code == 401
    assert "名录中没有您的编号" in gone.text


async def test_a_form_of_another_site_signs_nobody_in(portal: Portal, token: Token):
    async with portal(sign_in="token") as client:
        answer = await client.post(
            "/sign-in", data={"token": token("li")}, headers={"Origin": "http://evil.example"}
        )

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


async def test_a_form_has_an_end(portal: Portal):
    async with portal(sign_in="token") as client:
        assert (await client.post("/sign-in", content=b"token=" + b"x" * 99_999)).status_code == 401
