"""A term: an anchor day, a budget of time, and everything that was allowed to move its end.

All dates are days in Shanghai. The anchor day is not counted, but in a period that ends the day
before its corresponding day (`Ends`); the term ends with its due day, whatever it is.
A term keeps what happened, never a result: the due day is computed from it, so whatever order
suspensions, resumptions and extensions are reported in, the same facts give the same day.
Counting follows rulebook 0.3 and, where that is silent, 民法典 200-203 by analogy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.plain import plain
from workflows.domain.term_days import (
    Count,
    consulted,
    count_of,
    days_between,
    is_broken,
    land,
)
from workflows.domain.term_parts import (
    Budget,
    Ends,
    Extension,
    Roll,
    Suspension,
    require_day,
    require_words,
    total,
)
from workflows.domain.term_plain import budget_from, extension_from, suspension_from
from workflows.domain.term_words import DayNote, Telling, summed_up
from workflows.domain.text import Text

__all__ = [
    "Budget", "DayNote", "Ends", "Extension", "Remaining", "Roll", "Suspension", "Term",
    "from_plain", "to_plain",
]  # fmt: skip

END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left after today, the due day included; below zero once that has passed."""

    days: int
    working_days: int


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ValueError, in one sentence, for a term that cannot be."""

    key: str
    anchor: date
    """The day of the event that starts the term; not counted itself."""
    budget: Budget
    basis: str
    roll: Roll = Roll.NONE
    suspensions: tuple[Suspension, ...] = ()
    """By beginning; they may overlap, each day is left out once."""
    extensions: tuple[Extension, ...] = ()
    ends: Ends = Ends.ON_CORRESPONDING_DAY

    def __post_init__(self) -> None:
        """Refuse an impossible term; put its parts in order, so that equal terms are equal."""
        require_day(self.anchor, "term: anchor")
        require_words("a term", key=self.key, basis=self.basis)
        if any(part.since < self.anchor for part in self.suspensions):
            raise ValueError(f"a term cannot be suspended before it starts on {self.anchor}")
        if sum(part.until is None for part in self.suspensions) > 1:
            raise ValueError("the term is suspended already: resume it first")
        if any(part.granted_on < self.anchor for part in self.extensions):
            raise ValueError(f"a term cannot be extended before it starts on {self.anchor}")
        whole = total(self.budget, self.extensions)
        if self.ends is Ends.DAY_BEFORE and (whole.working_days or self.roll is not Roll.NONE):
            raise ValueError(
                "a period that ends the day before has months and days and never rolls"
            )
        object.__setattr__(self, "suspensions", tuple(sorted(self.suspensions, key=_by_day)))
        object.__setattr__(self, "extensions", tuple(sorted(self.extensions, key=_by_grant)))

    def due(self, calendar: Calendar) -> date | None:
        """Return the last day, inclusive; None while an open suspension keeps it from coming."""
        return land(self._count(), calendar).due

    def due_at(self, calendar: Calendar) -> datetime | None:
        """Return the last second of the due day in Shanghai (rulebook 0.3)."""
        day = self.due(calendar)
        return None if day is None else datetime.combine(day, END_OF_DAY, tzinfo=SHANGHAI)

    def is_provisional(self, calendar: Calendar) -> bool:
        """Say whether the count had to ask about a day whose year is not published."""
        count = self._count()
        return not all(map(calendar.knows, consulted(count, land(count, calendar))))

    def remaining(self, calendar: Calendar, today: date) -> Remaining | None:
        """Return the days left that count, or how many days overdue; None while suspended."""
        count, due = self._count(), self.due(calendar)
        if due is None:
            return None
        if today > due:
            late = [day for day in days_between((), due, today) if calendar.is_working_day(day)]
            return Remaining(days=(due - today).days, working_days=-len(late))
        if is_broken(count.breaks, today):
            return None
        left = list(days_between(count.breaks, today, due))
        return Remaining(days=len(left), working_days=sum(map(calendar.is_working_day, left)))

    def explain(self, calendar: Calendar) -> tuple[DayNote, ...]:
        """Tell every day from the anchor to the due day, or to the suspension that is open."""
        count = self._count()
        return tuple(Telling(count, land(count, calendar), calendar, self.suspensions).notes())

    def summary(self) -> Text:
        """Say in one sentence what the term is made of."""
        return summed_up(
            self.anchor, self.budget, self.roll, self.suspensions, self.extensions, self.ends
        )

    def suspend(
        self, since: date, *, reason: str, basis: str, by: str, until: date | None = None
    ) -> "Term":
        """Return the term with the days in [since, until) left out; open without `until`."""
        suspension = Suspension(since=since, until=until, reason=reason, basis=basis, by=by)
        return replace(self, suspensions=(*self.suspensions, suspension))

    def resume(self, until: date) -> "Term":
        """Return the term running again; `until` is the first day that counts again."""
        if not any(part.until is None for part in self.suspensions):
            raise ValueError("the term is not suspended: there is nothing to resume")
        resumed = (replace(p, until=until) if p.until is None else p for p in self.suspensions)
        return replace(self, suspensions=tuple(resumed))

    def extend(self, extension: Extension) -> "Term":
        """Return the term with more time, as if it had been given from the start."""
        return replace(self, extensions=(*self.extensions, extension))

    def _count(self) -> Count:
        whole = total(self.budget, self.extensions)
        return count_of(self.anchor, whole, self.roll, self.suspensions, self.ends)


def _by_day(part: Suspension) -> tuple[date, date, str]:
    return part.since, part.until or date.max, repr(part)


def _by_grant(part: Extension) -> tuple[date, str]:
    return part.granted_on, repr(part)


def to_plain(term: Term) -> dict[str, Any]:
    """Return the term in JSON types."""
    return dict(plain(term))


def from_plain(data: Mapping[str, Any]) -> Term:
    """Return the term that `to_plain` wrote, also in a newer version; ValueError if it is none."""
    try:
        return Term(
            key=data["key"],
            anchor=date.fromisoformat(data["anchor"]),
            budget=budget_from(data["budget"]),
            basis=data["basis"],
            roll=Roll(data["roll"]),
            suspensions=tuple(suspension_from(part) for part in data["suspensions"]),
            extensions=tuple(extension_from(part) for part in data["extensions"]),
            ends=Ends(data.get("ends", Ends.ON_CORRESPONDING_DAY)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a term: {type(error).__name__} {error}") from error
