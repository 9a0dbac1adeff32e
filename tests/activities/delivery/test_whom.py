"""Who is told, on which ways, and when: holders, deputies, the excluded, and working hours."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from activities.delivery.means import Means
from activities.delivery.recipients import OUTBOX, Recipient, recipients
from activities.delivery.ways import ways
from activities.directory import Directory
from tests.activities.delivery.delivering import FRIDAY, DeliveringOffice
from tests.hook_server import HookServer
from tests.mail_server import PostOffice, mail_server
from tests.store_fixtures import a_notice
from workflows.domain.notice_rules import Hours, StandIn

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 10)


def officer(deputy: str = "", role: str = "principal", organ: str = "DW") -> dict[str, object]:
    away = [{"deputy": deputy, "first": FIRST, "last": LAST}] if deputy else []
    return {"organ": organ, "roles": [role], "absences": away}


def told(
    officers: dict[str, dict[str, object]],
    stand_in: StandIn,
    day: date = FIRST,
    role: str = "principal",
    excluded: tuple[str, ...] = (),
) -> list[str]:
    """Return who is told, a deputy as `deputy<absent`."""
    directory = Directory.model_validate({"officers": officers})
    notice = a_notice(1, to_role=role, to_organ="DW")
    found = recipients(directory, notice, day, stand_in, excluded)
    return [each.officer + "".join(f"<{who}" for who in each.stands_in_for) for each in found]


AWAY = {"wang": officer("wu"), "wu": officer(role="undertaking_department")}


@pytest.mark.parametrize(
    ("stand_in", "expected"),
    [("none", ["wang"]), ("instead", ["wu<wang"]), ("both", ["wang", "wu<wang"])],
)
def test_the_pack_says_who_is_told_while_somebody_is_away(
    stand_in: StandIn, expected: list[str]
) -> None:
    assert told(AWAY, stand_in) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST - timedelta(days=1), ["wang"]),
        (FIRST, ["wu<wang"]),
        (LAST, ["wu<wang"]),
        (LAST + timedelta(days=1), ["wang"]),
    ],
)
def test_a_deputy_stands_in_from_the_first_day_to_the_last(day: date, expected: list[str]) -> None:
    assert told(AWAY, "instead", day) == expected


def test_a_deputy_who_is_away_himself_is_stood_in_for_too() -> None:
    chain = {
        "wang": officer("wu"),
        "wu": officer("li", "applicant"),
        "li": officer(role="registry"),
    }

    assert told(chain, "instead") == ["li<wang"]


def test_two_who_stand_in_for_each_other_are_told_themselves() -> None:
    assert told({"wang": officer("ma"), "ma": officer("wang")}, "instead") == ["wang", "ma"]


def test_a_deputy_who_is_told_anyhow_is_told_once() -> None:
    assert told({"wang": officer("ma"), "ma": officer()}, "instead") == ["ma<wang"]


def test_whoever_is_recused_or_the_subject_hears_nothing() -> None:
    assert told({"wang": officer(), "ma": officer()}, "instead", excluded=("wang",)) == ["ma"]
    assert told({"wang": officer()}, "instead", excluded=("wang",)) == [""]


@pytest.mark.parametrize(
    "role",
    ["applicant", "party_group_principal", "township_party_principal", "role_of_next_year"],
)
def test_a_role_outside_the_office_is_carried_there(role: str) -> None:
    known = role if role != "role_of_next_year" else "applicant"

    assert told({"wang": officer(role=known)}, "instead", role=role) == [""]


def test_an_address_without_its_channel_leaves_a_file() -> None:
    entry = {**officer(), "addresses": {"email": "w@x", "webhook": "nowhere"}}
    directory = Directory.model_validate({"officers": {"wang": entry}})

    (way,) = ways(Means(directory=directory), [Recipient("wang")])
    (nobody,) = ways(Means(), [OUTBOX])

    assert (way.channel, way.officers) == ("file", ("wang",))
    assert (nobody.channel, nobody.officers) == ("file", ("",))


BOTH = """
[officers.wang]
organ = "DW"
roles = ["principal"]
addresses = {{ email = "wang@office.example", webhook = "group" }}
[officers.ma]
organ = "DW"
roles = ["principal"]
"""


async def test_every_address_is_used_and_whoever_has_none_gets_a_file(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port, BOTH.format())
        channels = office.data / "channels.toml"
        channels.write_text(f"{channels.read_text()}\n[webhooks.group]\nurl = '{hook.url}'\n")
        await office.deliver()

    assert {key for key, trial in (await office.trials()).items() if trial.state == "sent"} == {
        ("wang", "email"),
        ("wang", "webhook"),
        ("ma", "file"),
    }
    assert (len(post_office.mails), len(hook.posts), len(office.files())) == (1, 1, 1)


async def test_a_bot_that_is_away_is_tried_until_it_is_back_though_his_mail_got_through(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer
) -> None:
    hook.says(503)
    async with mail_server(post_office) as port:
        office.has_mail(port, BOTH.format())
        channels = office.data / "channels.toml"
        channels.write_text(f"{channels.read_text()}\n[webhooks.group]\nurl = '{hook.url}'\n")

        await office.waits()
        at_first = (await office.trials())["wang", "email"].state

        assert (await office.deliver()).delivered

    assert at_first == "sent"
    assert (await office.trials())["wang", "webhook"].state == "sent"
    assert (len(post_office.mails), len(hook.posts), len(office.files())) == (1, 2, 1)


async def test_a_way_that_never_works_is_left_out_where_another_got_through(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer
) -> None:
    hook.says(410)
    async with mail_server(post_office) as port:
        office.has_mail(port, BOTH.format())
        channels = office.data / "channels.toml"
        channels.write_text(f"{channels.read_text()}\n[webhooks.group]\nurl = '{hook.url}'\n")

        assert (await office.deliver()).delivered


HOURS = Hours(
    opens=time(8, 30),
    closes=time(17, 30),
    days_off=(date(2026, 11, 21), date(2026, 11, 22)),
    known_to=date(2026, 11, 30),
)


async def test_a_notice_at_night_waits_for_the_morning_and_its_file_does_not(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    opens = FRIDAY + timedelta(days=2, hours=23)
    office.now = FRIDAY + timedelta(hours=12)
    async with mail_server(post_office) as port:
        office.has_mail(port, BOTH.format())
        night = await office.waits(hours=HOURS)
        at_night, files = len(post_office.mails), office.files()
        office.now = opens
        delivered = await office.deliver(hours=HOURS)

    assert night.next_retry_delay == opens - FRIDAY - timedelta(hours=12)
    assert (at_night, len(files)) == (0, 1)
    assert delivered.delivered
    assert (await office.trials())["wang", "email"].attempts == 1
    assert len(post_office.mails) == 1


async def test_a_mail_held_up_by_an_outage_wakes_nobody_when_the_server_is_back_at_night(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port)
    by_day = await office.waits(hours=HOURS)
    office.now = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)  # 02:30 in Shanghai
    async with mail_server(post_office, port):
        by_night = await office.waits(hours=HOURS)
        asked_at_night = post_office.asked
        office.now += timedelta(hours=6)
        delivered = await office.deliver(hours=HOURS)

    assert by_day.next_retry_delay is None
    assert by_night.next_retry_delay == timedelta(hours=6)
    assert (asked_at_night, len(post_office.mails)) == (0, 1)
    assert delivered.delivered


async def test_a_deputys_mail_says_for_whom_he_stands_in(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    absent = """
[officers.wang]
organ = "DW"
roles = ["principal"]
name = "王某某"
absences = [{ deputy = "wu", first = 2026-11-20, last = 2026-11-20 }]
[officers.wu]
organ = "DW"
roles = ["undertaking_department"]
language = "en"
addresses = { email = "wu@office.example" }
"""
    async with mail_server(post_office) as port:
        office.has_mail(port, absent)
        await office.deliver(stand_in="instead")

    (mail,) = post_office.mails
    assert mail["To"] == "wu@office.example"
    assert "You get this as the deputy of 王某某." in mail.get_content()
    assert mail["Subject"] == "CLAR-2026-0042 evaluation begins"


async def test_a_day_later_the_deputy_of_that_day_is_told(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    """The server was away on the day before the absence; the mail goes out on its first day."""
    officers = """
[officers.wang]
organ = "DW"
roles = ["principal"]
addresses = { email = "wang@office.example" }
absences = [{ deputy = "wu", first = 2026-11-21, last = 2026-11-30 }]
[officers.wu]
organ = "DW"
roles = ["undertaking_department"]
addresses = { email = "wu@office.example" }
"""
    async with mail_server(post_office) as port:
        office.has_mail(port, officers)
    await office.waits(stand_in="instead")
    office.now = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)  # midnight in Shanghai
    async with mail_server(post_office, port):
        await office.deliver(stand_in="instead")

    assert [mail["To"] for mail in post_office.mails] == ["wu@office.example"]


TWO = """
[officers.wang]
organ = "DW"
roles = ["principal"]
addresses = { email = "wang@office.example" }
[officers.li]
organ = "DW"
roles = ["principal"]
addresses = { email = "li@office.example" }
"""


async def test_whoever_may_not_read_the_matter_gets_no_notice_of_it(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port, TWO)
        await office.deliver()

    assert [mail["To"] for mail in post_office.mails] == ["wang@office.example"]
