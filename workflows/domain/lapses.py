"""What the clock alone makes true: reminders, overdue, ends of periods, each rung once, in order.

A matter whose workers were away for weeks catches up here, rung by rung; `effective_on` is the
day of the rung, `at` the moment it was recorded.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from workflows.domain.calendars import Calendar
from workflows.domain.clock_facts import PeriodEnded, Reminded, WentOverdue
from workflows.domain.deadlines import Deadline, next_rung
from workflows.domain.lifecycle import Draft, today


def lapses(deadlines: Sequence[Deadline], calendar: Calendar, now: datetime) -> tuple[Draft, ...]:
    """Return the rungs that have come by `now`, oldest first."""
    fired = [rung for deadline in deadlines for rung in _fired(deadline, calendar, now)]
    return tuple(draft for _, draft in sorted(fired, key=lambda rung: rung[0]))


def next_moment(
    deadlines: Sequence[Deadline], calendar: Calendar
) -> tuple[Deadline, int, datetime] | None:
    """Return the deadline, rung index and moment that come next among all; None if none will."""
    coming = [
        (deadline, *rung)
        for deadline in deadlines
        if (rung := next_rung(deadline, calendar)) is not None
    ]
    return min(coming, key=lambda item: item[2]) if coming else None


def _fired(
    deadline: Deadline, calendar: Calendar, now: datetime
) -> Iterator[tuple[datetime, Draft]]:
    while (rung := next_rung(deadline, calendar)) is not None and rung[1] <= now:
        index, moment = rung
        yield moment, Draft(fact=_fact(deadline, index, calendar), effective_on=today(moment))
        deadline = deadline.model_copy(update={"fired": index + 1})


def _fact(
    deadline: Deadline, index: int, calendar: Calendar
) -> Reminded | WentOverdue | PeriodEnded:
    rung, due = deadline.ladder.rung(index), deadline.due(calendar)
    if rung is None or due is None:
        raise IndexError(f"{deadline.key}: no rung {index}")
    common = {
        "term": deadline.key,
        "label": deadline.label,
        "rung": index,
        "due": due,
        "to": rung.to,
    }
    if rung.purpose == "overdue" and deadline.period:
        return PeriodEnded.model_validate(common)
    if rung.purpose == "overdue":
        return WentOverdue.model_validate(common)
    return Reminded.model_validate({**common, "purpose": rung.purpose})
