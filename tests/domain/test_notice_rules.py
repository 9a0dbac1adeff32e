"""When a notice may disturb somebody: the boundaries of a working day, weekends and holidays."""

from datetime import datetime, time

import pytest
from pydantic import ValidationError

from starter.calendar_files import load_calendar
from tests.domain.parts import PACK
from workflows.domain.calendars import SHANGHAI
from workflows.domain.notice_rules import NoticeRules

CALENDAR = load_calendar()
RULES = PACK.notices


def opens(now: str, purpose: str = "stage") -> str:
    assert RULES is not None
    moment = datetime.fromisoformat(now).replace(tzinfo=SHANGHAI)
    hours = RULES.hours(moment, purpose, CALENDAR)
    return hours.next_opening(moment).strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-20 00:00:00", "2026-11-20 08:30:00"),
        ("2026-11-20 08:29:59", "2026-11-20 08:30:00"),
        ("2026-11-20 08:30:00", "2026-11-20 08:30:00"),
        ("2026-11-20 12:00:00", "2026-11-20 12:00:00"),
        ("2026-11-19 17:29:59", "2026-11-19 17:29:59"),
        ("2026-11-19 17:30:00", "2026-11-20 08:30:00"),
        ("2026-11-20 17:30:00", "2026-11-23 08:30:00"),
        ("2026-11-21 10:00:00", "2026-11-23 08:30:00"),
    ],
)
def test_a_notice_waits_for_the_hours_of_a_working_day(now: str, expected: str) -> None:
    assert opens(now) == expected


def test_a_make_up_saturday_is_a_day_like_any_other() -> None:
    assert opens("2026-10-10 09:00:00") == "2026-10-10 09:00:00"


def test_national_day_is_over_on_the_eighth() -> None:
    assert opens("2026-09-30 18:00:00") == "2026-10-08 08:30:00"


@pytest.mark.parametrize("purpose", ["reminder", "overdue", "escalation"])
def test_what_a_deadline_says_goes_out_on_days_off_too_within_the_hours(purpose: str) -> None:
    assert opens("2026-11-21 10:00:00", purpose) == "2026-11-21 10:00:00"
    assert opens("2026-11-21 00:00:00", purpose) == "2026-11-21 08:30:00"
    assert opens("2026-10-01 23:00:00", purpose) == "2026-10-02 08:30:00"


def test_moments_of_other_zones_are_judged_in_shanghai() -> None:
    assert RULES is not None
    utc = datetime.fromisoformat("2026-11-20T00:29:59+00:00")

    hours = RULES.hours(utc, "stage", CALENDAR)

    assert hours.next_opening(utc) == datetime(2026, 11, 20, 8, 30, tzinfo=SHANGHAI)


ORDERED = datetime.fromisoformat("2026-09-29 10:00:00").replace(tzinfo=SHANGHAI)


def opens_later(purpose: str, tried: str) -> str:
    assert RULES is not None
    hours = RULES.hours(ORDERED, purpose, CALENDAR)
    moment = datetime.fromisoformat(tried).replace(tzinfo=SHANGHAI)
    return hours.next_opening(moment).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("purpose", "tried", "expected"),
    [
        ("stage", "2026-09-30 02:30", "2026-09-30 08:30"),
        ("stage", "2026-10-01 10:00", "2026-10-08 08:30"),
        ("stage", "2026-10-10 10:00", "2026-10-10 10:00"),
        ("stage", "2026-10-12 17:30", "2026-10-13 08:30"),
        ("reminder", "2026-10-01 02:30", "2026-10-01 08:30"),
        ("reminder", "2026-10-01 10:00", "2026-10-01 10:00"),
    ],
)
def test_an_attempt_after_an_outage_keeps_to_the_hours_of_its_own_day(
    purpose: str, tried: str, expected: str
) -> None:
    assert opens_later(purpose, tried) == expected


@pytest.mark.parametrize(
    ("purpose", "tried", "expected"),
    [
        ("stage", "2026-11-28 10:00", "2026-11-30 08:30"),
        ("stage", "2026-12-05 10:00", "2026-12-07 08:30"),
        ("stage", "2026-12-06 10:00", "2026-12-07 08:30"),
        ("stage", "2027-01-01 10:00", "2027-01-01 10:00"),
        ("overdue", "2026-12-05 10:00", "2026-12-05 10:00"),
    ],
)
def test_after_sixty_days_weekends_alone_are_off(purpose: str, tried: str, expected: str) -> None:
    """The notice takes no more of the calendar along."""
    assert opens_later(purpose, tried) == expected


def test_an_office_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValidationError, match="opens must be before closes"):
        NoticeRules(opens=time(9), closes=time(9), stand_in="none", mark="D", source="none yet")
