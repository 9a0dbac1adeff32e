"""`zhengming notice`: what would go out, what came of it, and a test of somebody's addresses."""

import asyncio
from pathlib import Path

import pytest

from activities.store import open_store
from tests.activities.delivery.delivering import DeliveringOffice
from tests.hook_server import HookServer, hook_server
from tests.mail_server import PostOffice, mail_server
from tests.starter.cli import Said, Zhengming
from tests.store_fixtures import MATTER


@pytest.fixture
def office(tmp_path: Path) -> Zhengming:
    """An office that was never started: its files alone."""
    return Zhengming(tmp_path)


OFFICER = '[officers.li]\norgan = "DW"\nroles = ["undertaking_department"]\naddresses = {%s}\n'


def reaches(office: Zhengming, addresses: str, channels: str) -> None:
    (office.data / "officers.toml").write_text(OFFICER % addresses)
    (office.data / "channels.toml").write_text(channels)


def test_a_preview_shows_the_mail_with_its_headers(office: Zhengming) -> None:
    said = office("notice", "preview", "reminder")

    assert said.code == 0
    assert "Subject: CLAR-2026-0042 提醒：评估期限\n" in said.out
    assert "Message-ID: <CLAR-2026-0042.7.0.li@office.example>\n" in said.out
    assert "吴某某 不在岗，本通知由您代为接收。" in said.out


def test_a_preview_shows_the_offices_own_words(office: Zhengming) -> None:
    own = office.data / "templates" / "notices" / "en" / "subject.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Our office: {{ matter }}")

    said = office("notice", "preview", "stage", "--lang", "en")

    assert "Subject: Our office: CLAR-2026-0042\n" in said.out
    own.write_text("{{ nmae }}")
    broken = office("notice", "preview", "stage", "--lang", "en")
    assert broken.code == 2
    assert "templates/notices/en/subject.txt" in broken.err
    assert "nmae" in broken.err


@pytest.mark.parametrize(
    ("channel", "shown"),
    [("bot", "webhook-id: CLAR-2026-0042.7.0"), ("file", "CLAR-2026-0042-0007-0.txt")],
)
def test_a_preview_shows_bots_and_files(office: Zhengming, channel: str, shown: str) -> None:
    said = office("notice", "preview", "overdue", "--channel", channel)

    assert said.code == 0
    assert shown in said.out
    assert "李某某" not in said.out


def test_a_wrong_channels_file_is_one_line(office: Zhengming) -> None:
    (office.data / "channels.toml").write_text("[smtp]\nhost = 'mail'\n")

    said = office("notice", "preview", "stage")

    assert said.code == 2
    assert "channels.toml：smtp.port：缺少" in said.err


@pytest.fixture
def hook():
    with hook_server() as server:
        yield server


async def asked(office: Zhengming) -> Said:
    """Run the test command while this process answers as the mail server."""
    return await asyncio.to_thread(office, "notice", "test", "li")


async def test_a_test_says_what_each_address_answered(office: Zhengming, hook: HookServer) -> None:
    post_office = PostOffice()
    async with mail_server(post_office) as port:
        mail = f'[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
        mail += 'sender = "zhengming@office.example"\n'
        both = 'email = "li@office.example", webhook = "g"'
        reaches(office, both, f'{mail}[webhooks.g]\nurl = "{hook.url}"\n')

        fine = await asked(office)
        hook.says(503)
        away = await asked(office)
        post_office.refused = {"li@office.example": "550 5.1.1 unknown"}
        never = await asked(office)

    assert (fine.code, away.code, never.code) == (0, 5, 2)
    assert fine.out == "邮件：已送（250 2.0.0 queued）\n群消息：已送（200 OK）\n"
    assert "群消息：暂时送不出（503 Service Unavailable）" in away.out
    assert "邮件：地址不可用（550 5.1.1 unknown）" in never.out
    assert len({mail["Message-ID"] for mail in post_office.mails}) == len(post_office.mails) == 2


def test_whoever_has_no_address_gets_a_file(office: Zhengming) -> None:
    reaches(office, "", "")

    said = office("notice", "test", "li")

    assert said.code == 0
    assert said.out.startswith("发件箱：已送（TEST-")


def test_an_unknown_officer_is_refused(office: Zhengming) -> None:
    said = office("notice", "test", "nobody")

    assert said.code == 2
    assert "OFFICER" in said.err


def test_the_list_says_what_came_of_every_notice(zhengming: Zhengming, opened: str) -> None:
    listed = zhengming("notice", "list", opened, "--json").json
    while "待送" in (table := zhengming("notice", "list", opened).out):
        pass
    english = zhengming("notice", "list", opened, "--lang", "en").out

    assert listed["matter"] == opened
    (notice, *_) = listed["notices"]
    assert notice["purpose"] == "stage"
    assert notice["state"] in ("queued", "sent")
    for way in notice["deliveries"]:
        assert (way["channel"], way["state"]) == ("file", "sent")
    assert "交办" in table
    assert "已写成文件，待转交" in table
    assert "已送" not in table
    assert "written to the outbox, to be handed over" in english


READERS = """
[officers.wang]
organ = "DW"
roles = ["principal"]
reads = "all"
addresses = { email = "wang@office.example" }
[officers.chen]
organ = "DW"
roles = ["registry"]
reads = "all"
names = true
"""


async def test_what_a_server_said_is_for_readers_of_names_alone(office: Zhengming) -> None:
    """A server may answer with a person's name; others see its code."""
    store = open_store(f"sqlite:///{office.data / 'records.db'}")
    await store.migrate()
    delivering, post_office = DeliveringOffice(office.data, store), PostOffice()
    await delivering.must_tell()
    post_office.refused = {"wang@office.example": "550 5.1.1 Ouyang Jia has left"}
    async with mail_server(post_office) as port:
        delivering.has_mail(port, READERS)
        await delivering.deliver()
    await store.close()

    def listed(*arguments: str) -> str:
        asked = [office("notice", "list", MATTER, *arguments, *form) for form in ((), ("--json",))]
        assert {said.code for said in asked} == {0}
        assert all("550" in said.out for said in asked)
        return "".join(said.out + said.err for said in asked)

    assert listed("--as", "chen").count("Ouyang Jia") == 2
    assert "Ouyang" not in listed() + listed("--as", "wang")


def test_the_list_of_no_matter_is_refused(zhengming: Zhengming) -> None:
    assert zhengming("notice", "list", "CLAR-1999-0001").code == 4
