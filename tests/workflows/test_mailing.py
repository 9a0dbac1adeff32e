"""Notices by mail in virtual time: a server that is away for a day, and working hours."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from activities.store.deliveries import Trial
from starter.settings import Settings
from tests.domain.builders import opened
from tests.domain.parts import CALENDAR_DATA, verification
from tests.mail_server import PostOffice, mail_server
from tests.workflows.lives import Matter, Office, ago, clock_today
from tests.workflows.mailing import at_any_hour, mailing
from tests.workflows.premises import premises
from workflows.domain.calendars import SHANGHAI


@dataclass
class MailingOffice:
    """An office whose mail server is not running yet."""

    office: Office
    post: PostOffice
    port: int


@pytest.fixture
async def mailers(
    client: Client, installation: Settings, served_store: RecordStore, tmp_path: Path
) -> AsyncIterator[MailingOffice]:
    post = PostOffice()
    async with mail_server(post) as port:
        settings = mailing(installation, tmp_path, port)
    async with premises(client, settings, served_store) as office:
        yield MailingOffice(office, post, port)


async def trials(matter: Matter) -> dict[tuple[int, str, str], Trial]:
    """Return what came of every way of every notice, by event, recipient and channel."""
    found = {}
    for event in await matter.events():
        for index in range(9):
            waiting = await matter.office.store.waiting_notice((matter.number, event.seq, index))
            if waiting is None:
                break
            ways = waiting.trials.items()
            found |= {(event.seq, *way): trial for way, trial in ways}
    return found


async def test_a_mail_server_that_is_away_for_a_day_delays_no_step_and_loses_nothing(
    mailers: MailingOffice,
) -> None:
    # Given a matter that goes on to its approval while no mail can be sent
    matter = await at_any_hour(mailers.office)
    began = await matter.timeline.now()
    await matter.reach("AWAITING_APPROVAL")
    stepped = await matter.timeline.now() - began

    # When a day has passed, the server comes back, and an hour later the matter goes on
    await matter.wait(1)
    during = await trials(matter)
    async with mail_server(mailers.post, mailers.port):
        await matter.timeline.ahead(timedelta(hours=2))
        after = await trials(matter)
        await matter.reach("COMPLETED")
        await matter.timeline.ahead(timedelta(minutes=1))

    # Then nothing had waited for the mails, and each of them came exactly once
    assert stepped < timedelta(minutes=2)
    mailed = {key: trial for key, trial in during.items() if key[2] == "email"}
    assert len(mailed) >= 4
    assert {trial.state for trial in mailed.values()} == {"queued"}
    attempts = [trial.attempts for trial in mailed.values()]
    assert 24 <= min(attempts) <= max(attempts) <= 40
    assert {after[key].state for key in mailed} == {"sent"}
    ids = [mail["Message-ID"] for mail in mailers.post.mails]
    assert len(ids) == len(set(ids))
    everything = await trials(matter)
    assert len(ids) == sum(1 for key in everything if key[2] == "email")
    assert {trial.state for trial in everything.values()} == {"sent"}


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=SHANGHAI)


def off(day: date) -> bool:
    return not CALENDAR_DATA.is_working_day(day)


def quiet_saturday() -> date:
    """The first Saturday ahead that begins a weekend of two days off and no more."""
    day = clock_today() + timedelta(days=2)
    while not (
        day.weekday() == 5
        and off(day)
        and off(day + timedelta(days=1))
        and not off(day + timedelta(days=2))
    ):
        day += timedelta(days=1)
    return day


async def test_a_notice_of_a_saturday_night_waits_for_monday_morning(
    mailers: MailingOffice,
) -> None:
    saturday = quiet_saturday()
    monday = saturday + timedelta(days=2)
    matter = await mailers.office.opens()
    states = []
    async with mail_server(mailers.post, mailers.port):
        await matter.timeline.to(at(saturday, 22))
        receipt = await matter.do("screen")
        key = (receipt.seq[0], "li", "email")
        for moment in (at(saturday, 23), at(monday, 8, 29), at(monday, 8, 31)):
            await matter.timeline.to(moment)
            states.append((await trials(matter))[key])

    assert [trial.state for trial in states] == ["queued", "queued", "sent"]
    assert [trial.attempts for trial in states] == [0, 0, 1]


def ended_for_a_due_friday() -> date:
    """When verification ended, if evaluation is to be due on a Friday before a free Saturday."""
    for ended in map(ago, range(25)):
        life = opened(day=str(clock_today()), verification=verification(str(ended)))
        life.do("screen", str(clock_today()))
        due = life.due()
        if due is not None and due.weekday() == 4 and off(due + timedelta(days=1)):
            return ended
    raise AssertionError("no Friday is a working day before a free Saturday")


async def test_what_cannot_wait_goes_out_on_saturday_within_the_hours(
    mailers: MailingOffice,
) -> None:
    """Overdue at midnight: the mail wakes nobody, and does not wait for Monday either."""
    matter = await mailers.office.opens(ended_on=ended_for_a_due_friday())
    await matter.do("screen")
    due = await matter.due()
    assert due is not None
    saturday = due + timedelta(days=1)
    states = []
    async with mail_server(mailers.post, mailers.port):
        for moment in (at(saturday, 8, 29), at(saturday, 8, 31)):
            await matter.timeline.to(moment)
            (event,) = [e for e in await matter.events() if e.kind == "went_overdue"]
            states.append((await trials(matter))[event.seq, "li", "email"].state)

    assert event.effective_on == saturday
    assert states == ["queued", "sent"]
    (mail,) = [mail for mail in mailers.post.mails if "逾期" in mail["Subject"]]
    assert mail["Subject"].startswith(f"{matter.number} 逾期：")
