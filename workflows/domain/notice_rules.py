"""When notices may disturb people, and who stands in for the absent: part of a rule pack."""

from datetime import date, datetime, time, timedelta
from typing import Literal, Self

from pydantic import BaseModel, model_validator

from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.sourced import Rule

KNOWN_DAYS = 60
"""Days for which a notice takes the official calendar along; hardly one is on its way longer."""
SATURDAY = 5

StandIn = Literal["none", "instead", "both"]
"""While an officer is away a notice goes to him alone, to his deputy instead, or to both."""


class Hours(BaseModel, frozen=True):
    """When one notice may disturb somebody, whenever it is tried; clocks and days of Shanghai."""

    opens: time
    closes: time
    days_off: tuple[date, ...] = ()
    known_to: date | None = None
    """The last day that `days_off` tells of; later ones are off at weekends. None: no day is."""

    def next_opening(self, now: datetime) -> datetime:
        """Return the first moment from `now` on at which the notice may go out."""
        here = now.astimezone(SHANGHAI)
        day = here.date()
        while self._is_off(day) or here >= _at(day, self.closes):
            day += timedelta(days=1)
        return max(here, _at(day, self.opens))

    def _is_off(self, day: date) -> bool:
        beyond = self.known_to is not None and day > self.known_to
        return day in self.days_off or (beyond and day.weekday() >= SATURDAY)


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

    def hours(self, now: datetime, purpose: str, calendar: Calendar) -> Hours:
        """Return the hours of a notice of some purpose, as far as they can be known now."""
        if purpose in self.any_day:
            return Hours(opens=self.opens, closes=self.closes)
        first = now.astimezone(SHANGHAI).date()
        days = [first + timedelta(days=ahead) for ahead in range(KNOWN_DAYS)]
        off = tuple(day for day in days if not calendar.is_working_day(day))
        return Hours(opens=self.opens, closes=self.closes, days_off=off, known_to=days[-1])


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=SHANGHAI)
