"""The terms of a matter explained: how each is counted, on what basis, and how it stands or ended.

The short story; `zhengming why` counts every day.
"""

from collections.abc import Iterator
from datetime import date

from starter.case_file.model import TermTold
from starter.case_file.words import spaced
from starter.commands.why import PROVISIONAL
from workflows.domain.calendars import Calendar
from workflows.domain.deadlines import Deadline
from workflows.domain.term_parts import Extension, Suspension
from workflows.domain.text import Text

DUE = Text("{due} 23:59:59 届满", "due {due}, 23:59:59")
OPEN = Text("中止，届满日未定", "suspended, no due date")
DONE = Text("{on} 完成", "done on {on}")
ENDED = Text("{on} 结束", "ended on {on}")
"""What becomes of a period, which nobody has to meet."""
LATE = Text("已逾期", "overdue")
LEFT_OUT = Text(
    "其间休息日或者中止共 {days} 天，不计入。", "{days} day(s) off or suspended were not counted."
)
LAST_DAY = Text("末日 {day}：{zh}。", "Last day {day}: {en}.")
SUSPENDED = Text(
    "{since} 起中止：{reason}（依据 {basis}，{by}）。",
    "Suspended from {since}: {reason} (basis {basis}, by {by}).",
)
EXTENDED = Text(
    "{granted_on} 延长：{reason}（依据 {basis}，{by}）。",
    "Extended on {granted_on}: {reason} (basis {basis}, by {by}).",
)


def terms_told(deadlines: tuple[Deadline, ...], calendar: Calendar) -> tuple[TermTold, ...]:
    """Return every term of a matter, running ones first."""
    return tuple(_told(deadline, calendar) for deadline in deadlines)


def _told(deadline: Deadline, calendar: Calendar) -> TermTold:
    term, due = deadline.term, deadline.due(calendar)
    return TermTold(
        key=deadline.key,
        label=deadline.label,
        anchor=term.anchor.isoformat(),
        due=due.isoformat() if due else None,
        ended_on=deadline.ended_on.isoformat() if deadline.ended_on else None,
        late=_is_late(deadline, due),
        result=_result(deadline, due),
        told=tuple(_sentences(deadline, calendar)),
        source=term.basis,
        calendar=calendar.version(*range(term.anchor.year, (due or term.anchor).year + 1)),
    )


def _is_late(deadline: Deadline, due: date | None) -> bool:
    ended = None if deadline.period else deadline.ended_on
    return deadline.overdue or (due is not None and ended is not None and ended > due)


def _result(deadline: Deadline, due: date | None) -> Text:
    stands = DUE.format(due=due) if due else OPEN
    how = ENDED if deadline.period else DONE
    done = how.format(on=deadline.ended_on) if deadline.ended_on else None
    return spaced(stands, done, LATE if _is_late(deadline, due) else None)


def _sentences(deadline: Deadline, calendar: Calendar) -> Iterator[Text]:
    term, notes = deadline.term, deadline.term.explain(calendar)
    summary = term.summary()
    yield Text(f"{summary.zh}。", f"{summary.en}.")
    yield from map(_suspended, term.suspensions)
    yield from map(_extended, term.extensions)
    left_out = sum(not note.counted for note in notes[1:])
    if left_out:
        yield LEFT_OUT.format(days=left_out)
    last = notes[-1]
    yield LAST_DAY.format(day=last.day, zh=last.text.zh, en=last.text.en)
    if term.is_provisional(calendar):
        yield PROVISIONAL


def _suspended(part: Suspension) -> Text:
    return SUSPENDED.format(since=part.since, reason=part.reason, basis=part.basis, by=part.by)


def _extended(part: Extension) -> Text:
    on = part.granted_on
    return EXTENDED.format(granted_on=on, reason=part.reason, basis=part.basis, by=part.by)
