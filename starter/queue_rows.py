"""The rows of the work queue, each judged by the calendar and the clock of its own matter."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from starter.labels import next_command
from starter.matter import carried_calendar
from starter.reading import Reader
from workflows.domain.calendars import SHANGHAI, Calendar

MOST = 1_000_000

Calendars = dict[str, Calendar]
"""Calendars by matter. A matter carries one for life, so whoever keeps them reads each once."""


def wanted_rows(
    reader: Reader,
    within: int | None,
    limit: int,
    wanted: dict[str, Any],
    now: datetime,
    known: Calendars | None = None,
) -> Iterator[dict[str, Any]]:
    """Return the wanted rows, one more than `limit` if there are more."""
    found = reader.due(
        now=now,
        role=wanted["role"],
        organ=wanted["organ"],
        kind=wanted["kind"],
        overdue_only=wanted["overdue"],
        # Holidays are short: N working days are always over within 2N + 30 days.
        within_days=None if within is None else 2 * within + 30,
        limit=limit + 1 if within is None else MOST,
    )
    judged = judged_rows(reader, found, now, known)
    near = (row for row in judged if within is None or row["remaining_working_days"] <= within)
    return islice(near, limit + 1)


def judged_rows(
    reader: Reader, found: list[dict[str, Any]], now: datetime, known: Calendars | None = None
) -> Iterator[dict[str, Any]]:
    """Add to each row what is left, by the calendar and on the day of its own matter."""
    calendars: Calendars = {} if known is None else known
    for row in found:
        matter = row["matter"]
        if matter not in calendars:
            calendars[matter] = _shared(carried_calendar(reader, matter))
        today = day_of(now + timedelta(seconds=reader.clock_skew(matter)))
        yield _judged(row, calendars[matter], today)


@lru_cache(maxsize=32)
def _shared(calendar: Calendar) -> Calendar:
    """Return the one instance of equal calendars: thousands of matters carry the same."""
    return calendar


def _judged(row: dict[str, Any], calendar: Calendar, today: date) -> dict[str, Any]:
    days = working_days = None
    if row["due"] is not None:
        due = date.fromisoformat(row["due"])
        days, working_days = (due - today).days, _working_days(calendar, today, due)
    line = next_command(row["kind"], row["action"], row["matter"]) if row["action"] else ""
    return {
        **row,
        "today": today.isoformat(),
        "remaining_days": days,
        "remaining_working_days": working_days,
        "command": line,
    }


def _working_days(calendar: Calendar, today: date, due: date) -> int:
    """Count the working days after today up to the due day; below zero those since then."""
    first, last = sorted((today, due))
    days = (first + timedelta(days=n + 1) for n in range((last - first).days))
    count = sum(map(calendar.is_working_day, days))
    return count if today <= due else -count


def day_of(now: datetime) -> date:
    """Return the day in Shanghai at a moment."""
    return now.astimezone(SHANGHAI).date()
