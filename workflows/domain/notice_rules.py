"""When notices may disturb people, and who stands in for the absent: part of a rule pack."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal, Self

from pydantic import model_validator

from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.sourced import Rule

StandIn = Literal["none", "instead", "both"]
"""While an officer is away a notice goes to him alone, to his deputy instead, or to both."""


class NoticeRules(Rule):
    """Working hours of notices, in Shanghai; what lies in the outbox as a file disturbs nobody."""

    opens: time
    closes: time
    any_day: tuple[str, ...] = ()
    """Purposes that go out on days off too, within the hours: a deadline does not wait."""
    stand_in: StandIn

    @model_validator(mode="after")
    def _opens_first(self) -> Self:
        if not self.opens < self.closes:
            raise ValueError("opens must be before closes")
        return self

    def opens_at(self, now: datetime, purpose: str, calendar: Calendar) -> datetime:
        """Return the first moment from `now` on at which a notice may disturb somebody."""
        here = now.astimezone(SHANGHAI)
        for day in _days_from(here.date()):
            if purpose not in self.any_day and not calendar.is_working_day(day):
                continue
            opens, closes = (
                datetime.combine(day, clock, tzinfo=SHANGHAI) for clock in (self.opens, self.closes)
            )
            if here < closes:
                return max(here, opens)
        raise AssertionError("a calendar has a working day")


def _days_from(day: date) -> Iterator[date]:
    """Yield days; nobody is off for a year."""
    for ahead in range(366):
        yield day + timedelta(days=ahead)
