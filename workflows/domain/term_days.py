"""How the days of a term are counted: pure arithmetic over dates, no words and no reasons.

The one rule to know: a day counts unless it is the anchor or lies in a break; breaks are merged
first, so nothing here depends on the order in which they were reported.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workflows.domain.calendars import Calendar
from workflows.domain.term_parts import Budget, Ends, Roll, Suspension

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Break:
    """Days in [since, until) that do not count; for ever while `until` is None."""

    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """What there is to count: calendar days from the day after the anchor, then working days.

    Where the anchor itself counts it is not among the calendar days.
    """

    anchor: date
    calendar_days: int
    working_days: int
    roll: Roll
    anchor_counts: bool
    breaks: tuple[Break, ...]
    """Merged and in order, none before the day after the anchor."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the count arrives; None from where an open break stops it."""

    calendar_end: date | None
    """The last calendar day that counts; the anchor if there are none to count."""
    budget_end: date | None
    """The last day of the budget, before it rolls."""
    due: date | None


def add_months(day: date, months: int) -> date:
    """Return the corresponding day, or the month's last where there is none (民法典 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def count_of(
    anchor: date, budget: Budget, roll: Roll, suspensions: tuple[Suspension, ...], ends: Ends
) -> Count:
    """Translate a term, its suspensions by beginning, into days; months are the anchor's months."""
    end = add_months(anchor, budget.months) + timedelta(days=budget.days)
    if ends is Ends.DAY_BEFORE:
        end -= ONE_DAY
    return Count(
        anchor=anchor,
        calendar_days=(end - anchor).days,
        working_days=budget.working_days,
        roll=roll,
        anchor_counts=ends is Ends.DAY_BEFORE,
        breaks=tuple(_merged(suspensions, anchor + ONE_DAY)) if suspensions else (),
    )


def _merged(suspensions: Iterable[Suspension], first: date) -> Iterator[Break]:
    last: Break | None = None
    for gap in _from(first, suspensions):
        if last is None:
            last = gap
        elif last.until is not None and gap.since > last.until:
            yield last
            last = gap
        elif last.until is not None:
            last = Break(last.since, max(last.until, gap.until) if gap.until else None)
    if last:
        yield last


def _from(first: date, suspensions: Iterable[Suspension]) -> Iterator[Break]:
    """Yield the breaks from `first` on; those that cover no day are left out."""
    gaps = (Break(max(part.since, first), part.until) for part in suspensions)
    return (gap for gap in gaps if gap.until is None or gap.until > gap.since)


def land(count: Count, calendar: Calendar) -> Landing:
    """Count, and return where it ends."""
    calendar_end = _calendar_end(count)
    budget_end = _after_working_days(count, calendar, calendar_end)
    if budget_end is None or count.roll is Roll.NONE or calendar.is_working_day(budget_end):
        return Landing(calendar_end, budget_end, budget_end)
    # The rolled day is the last of the term, so a break keeps it away as it does any other day.
    running = running_days(count.breaks, budget_end)
    due = next((day for day in running if calendar.is_working_day(day)), None)
    return Landing(calendar_end, budget_end, due)


def _calendar_end(count: Count) -> date | None:
    end = count.anchor + timedelta(days=count.calendar_days)
    for gap in count.breaks:
        if gap.since > end:
            break
        if gap.until is None:
            return None
        end += gap.until - gap.since
    return end


def _after_working_days(count: Count, calendar: Calendar, start: date | None) -> date | None:
    if start is None or not count.working_days:
        return start
    left = count.working_days
    for day in running_days(count.breaks, start):
        if calendar.is_working_day(day):
            left -= 1
        if not left:
            return day
    return None


def running_days(breaks: tuple[Break, ...], after: date) -> Iterator[date]:
    """Yield each day after `after` that lies in no break; endless unless an open break ends it."""
    day = after + ONE_DAY
    for gap in breaks:
        while day < gap.since:
            yield day
            day += ONE_DAY
        if gap.until is None:
            return
        day = max(day, gap.until)
    while True:
        yield day
        day += ONE_DAY


def days_between(breaks: tuple[Break, ...], after: date, last: date) -> Iterator[date]:
    """Yield each day in (after, last] that lies in no break."""
    for day in running_days(breaks, after):
        if day > last:
            return
        yield day


def consulted(count: Count, landing: Landing) -> Iterator[date]:
    """Yield each day of which it mattered whether it is worked."""
    if landing.calendar_end is None:
        return
    if count.working_days:
        yield from days_between(count.breaks, landing.calendar_end, landing.due or date.max)
    elif count.roll is not Roll.NONE:
        yield landing.calendar_end
        yield from days_between(count.breaks, landing.calendar_end, landing.due or date.max)


def is_broken(breaks: tuple[Break, ...], day: date) -> bool:
    """Say whether `day` lies in a break."""
    return any(gap.since <= day and (gap.until is None or day < gap.until) for gap in breaks)
