"""Deadlines: a term that somebody must meet, and the ladder of reminders that watches it.

A deadline that passes is flagged, reminded of and escalated; it never decides a matter (rulebook
0.3). Each rung of a ladder fires once, in order, however long the workers were away.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.roles import Role
from workflows.domain.terms import Term
from workflows.domain.text import Text

Purpose = Literal["reminder", "overdue", "escalation"]


class Rung(BaseModel):
    """One step of a ladder: exactly one of `share`, `days_before`, `at_due`, `every_days`."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    share: int | None = Field(default=None, ge=1, le=99)
    """Percent of the term's days that have passed."""
    days_before: int | None = Field(default=None, ge=0, le=3660)
    at_due: bool = False
    every_days: int | None = Field(default=None, ge=1, le=366)
    """Again and again, so many days after the due day."""
    to: tuple[Role, ...] = ()
    """Whom it tells besides the role that is awaited."""

    @model_validator(mode="after")
    def _one_moment(self) -> "Rung":
        given = [self.share, self.days_before, self.at_due or None, self.every_days]
        if sum(value is not None for value in given) != 1:
            raise ValueError("a rung has exactly one of share, days_before, at_due, every_days")
        return self

    @property
    def purpose(self) -> Purpose:
        """Say what the rung is: before the due day, at it, or after it."""
        if self.at_due:
            return "overdue"
        return "escalation" if self.every_days else "reminder"


class Ladder(BaseModel):
    """The rungs of a term in the order in which they come; an endless one only at the end."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    rungs: tuple[Rung, ...]
    hour: int = Field(default=9, ge=0, le=23)
    """The hour in Shanghai at which reminders go out."""
    source: str = Field(min_length=3)

    @model_validator(mode="after")
    def _ends(self) -> "Ladder":
        if not any(rung.at_due for rung in self.rungs):
            raise ValueError("a ladder needs a rung at_due = true, else overdue goes unnoticed")
        if any(rung.every_days for rung in self.rungs[:-1]):
            raise ValueError("only the last rung may have every_days")
        return self

    def rung(self, index: int) -> Rung | None:
        """Return the rung with that index, counting repeats of an endless last one."""
        if index < len(self.rungs):
            return self.rungs[index]
        return self.rungs[-1] if self.rungs[-1].every_days else None


class Deadline(BaseModel):
    """An open term with what is known of its ladder."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    key: str
    label: Text
    term: Term
    ladder: Ladder
    opened_at: datetime
    """When the matter learnt of the term; rungs before that moment are moot."""
    fired: int = 0
    """How many rungs have fired or become moot."""
    overdue: bool = False
    ended_on: date | None = None
    """The day on which what the term asked for was done; None while it runs."""
    awaited: Role
    organ: str
    period: bool = False
    """A period that runs out by itself, as an impact period does, rather than a duty to meet."""

    def due(self, calendar: Calendar) -> date | None:
        """Return the last day in Shanghai, inclusive; None while the term is suspended."""
        return self.term.due(calendar)


def next_rung(deadline: Deadline, calendar: Calendar) -> tuple[int, datetime] | None:
    """Return index and moment of the rung that comes next; None if there is none to come."""
    due = deadline.due(calendar)
    if due is None or deadline.ended_on is not None:
        return None
    for index in _indices(deadline):
        moment = _moment(deadline, index, due)
        if not _is_moot(deadline, index, due):
            return index, moment
    return None


def _is_moot(deadline: Deadline, index: int, due: date) -> bool:
    """Say whether a rung lies before the matter knew of the term, or not after the rung before."""
    rung, moment = deadline.ladder.rung(index), _moment(deadline, index, due)
    if rung is not None and rung.at_due:
        return False
    return moment <= deadline.opened_at or (
        index > 0 and moment <= _moment(deadline, index - 1, due)
    )


def _indices(deadline: Deadline) -> Iterator[int]:
    index = deadline.fired
    while deadline.ladder.rung(index):
        yield index
        index += 1


def _moment(deadline: Deadline, index: int, due: date) -> datetime:
    ladder, anchor = deadline.ladder, deadline.term.anchor
    rung = ladder.rung(index)
    if rung is None:
        raise IndexError(index)
    if rung.at_due:
        return _at(due + timedelta(days=1), 0)
    if rung.share is not None:
        return _at(
            anchor + timedelta(days=-(-(due - anchor).days * rung.share // 100)), ladder.hour
        )
    if rung.days_before is not None:
        return _at(due - timedelta(days=rung.days_before), ladder.hour)
    repeat = index - len(ladder.rungs) + 2
    return _at(due + timedelta(days=repeat * (rung.every_days or 0)), ladder.hour)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=SHANGHAI)
