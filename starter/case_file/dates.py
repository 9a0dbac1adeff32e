"""What one step did to the terms of its matter: the due days before and after it."""

from collections.abc import Iterator
from datetime import date

from starter.case_file.model import DateChange
from workflows.domain.calendars import Calendar
from workflows.domain.deadlines import Deadline
from workflows.domain.lifecycle import Decider, S, Step
from workflows.domain.text import Text

WORDS: dict[str, Text] = {
    "started": Text("自 {anchor} 起算，{after} 届满", "counted from {anchor}, due {after}"),
    "renewed": Text(
        "重新起算（自 {anchor}）：{before} → {after}", "anew from {anchor}: {before} → {after}"
    ),
    "moved": Text("{before} → {after}", "{before} → {after}"),
    "suspended": Text("{before} → 中止，届满日未定", "{before} → suspended, no due date"),
    "resumed": Text("中止 → {after} 届满", "suspended → due {after}"),
    "reopened": Text("继续计算，{after} 届满", "goes on, due {after}"),
    "ended": Text("应于 {before} 届满，{ended} 完成", "due {before}, done {ended}"),
    "late": Text("应于 {before} 届满，{ended} 完成，已逾期", "due {before}, done late on {ended}"),
    "over": Text("应于 {before} 届满，{ended} 结束", "through {before}, ended {ended}"),
    "dropped": Text("中止的期限于 {ended} 终结", "the suspended term ended on {ended}"),
}
OPEN = Text("未定", "open")


def date_changes(decider: Decider[S], step: Step[S]) -> tuple[DateChange, ...]:
    """Return each term that the step ended, moved, suspended, resumed or started."""
    return tuple(sorted(_changes(decider, step), key=lambda change: change.what != "ended"))


def _changes(decider: Decider[S], step: Step[S]) -> Iterator[DateChange]:
    earlier = decider.deadlines(step.before) if step.before is not None else ()
    known = {deadline.key: deadline for deadline in earlier}
    calendar = step.after.calendar
    for now in decider.deadlines(step.after):
        was = known.get(now.key)
        what = _what(was, now, calendar)
        if what is not None:
            yield _told(what, was, now, calendar)


def _what(was: Deadline | None, now: Deadline, calendar: Calendar) -> str | None:
    """Return what became of a term, or None if nothing did."""
    if was is None:
        return "started"
    before, after = was.due(calendar), now.due(calendar)
    if now.ended_on is not None:
        return "ended" if was.ended_on is None else None
    if was.ended_on is not None:
        return "reopened" if was.term == now.term else "renewed"
    if was.term == now.term:
        return None
    if after is None:
        return "suspended"
    if was.term.anchor != now.term.anchor:
        return "renewed"
    return "resumed" if before is None else "moved"


def _told(what: str, was: Deadline | None, now: Deadline, calendar: Calendar) -> DateChange:
    before = was.due(calendar) if was is not None else None
    after = None if what == "ended" else now.due(calendar)
    late = what == "ended" and before is not None and _past(now, calendar)
    key = _ending(now, before, late=late) if what == "ended" else what
    words = Text(*(_filled(key, language, was, now, calendar) for language in ("zh", "en")))
    return DateChange(
        term=now.key,
        what=what,
        before=before.isoformat() if before else None,
        after=after.isoformat() if after else None,
        label=now.label,
        words=words,
        late=late,
    )


def _ending(now: Deadline, before: date | None, *, late: bool) -> str:
    """Return how a term ended: in time or not, suspended as it was, or as periods do."""
    if before is None:
        return "dropped"
    if now.period:
        return "over"
    return "late" if late else "ended"


def _past(deadline: Deadline, calendar: Calendar) -> bool:
    if deadline.period:
        return False
    due = deadline.due(calendar)
    return due is not None and deadline.ended_on is not None and deadline.ended_on > due


def _filled(
    key: str, language: str, was: Deadline | None, now: Deadline, calendar: Calendar
) -> str:
    nothing = OPEN.in_(language)
    return (
        WORDS[key]
        .in_(language)
        .format(
            anchor=now.term.anchor,
            before=(was.due(calendar) if was else None) or nothing,
            after=now.due(calendar) or nothing,
            ended=now.ended_on,
        )
    )
