"""Thought-work, revisits and help: what is to be done while the decision has its effect (3.14)."""

from datetime import date

from workflows.domain.follow_up import seats
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks import Task, Tasks, bounded
from workflows.domain.subjects import Outcome
from workflows.domain.text import Text

TALK = {
    "T2": Text("决定后谈心（心理波动期）", "talk just after the decision (T2)"),
    "T3": Text("影响期内每季关心帮助", "quarterly talk in the impact period (T3)"),
}
REVISIT = {
    "revisit_first": Text("首次回访", "first revisit"),
    "revisit_repeat": Text("半年回访", "half-yearly revisit"),
    "revisit_final": Text("影响期满回访", "revisit after the impact period"),
}


def tasks(matter: FollowUp) -> Tasks:
    """Yield the talks, the next revisit, and every difficulty that nobody has solved."""
    if not _in_force(matter):
        return
    if matter.within_reach:
        yield from _talks(matter)
        yield from _revisit(matter)
    yield from _help(matter)


def _in_force(matter: FollowUp) -> bool:
    """Say whether there is a decision to bear."""
    bears = matter.outcome is Outcome.MEASURES and bool(matter.standing_measures)
    return bears and matter.served is not None and matter.stage is not Stage.CLOSED


def final_revisit_due(matter: FollowUp) -> bool:
    """Say whether the last revisit is owed: one after the impact period, or one at all (A08)."""
    last_day = matter.consequences.last_day
    if last_day is None:
        return not matter.revisits
    return not any(visit.held_on > last_day for visit in matter.revisits)


def _talks(matter: FollowUp) -> Tasks:
    held = {talk.touchpoint: talk.held_on for talk in matter.talks}
    if "T2" not in held and "impact" not in matter.periods_over:
        yield _talk(matter, "T2", "touchpoint_after_delivery", matter.served_on)
    last_day = _running_until(matter)
    since = max((t.held_on for t in matter.talks if t.touchpoint == "T3"), default=None)
    quarterly = _talk(matter, "T3", "touchpoint_quarterly", since or matter.served_on)
    if last_day is not None and _comes_before(matter, quarterly, last_day):
        yield quarterly


def _talk(matter: FollowUp, touchpoint: str, rule: str, anchor: date) -> Task:
    seat, label = seats.department(matter), TALK[touchpoint]
    return Task("record-talk", label, seat, bounded(matter, rule, anchor, seat, label))


def _revisit(matter: FollowUp) -> Tasks:
    last_day, visits = matter.consequences.last_day, [v.held_on for v in matter.revisits]
    running = _running_until(matter)
    if last_day is not None and running is None:
        if final_revisit_due(matter):
            yield _visit(matter, "revisit_final", max(last_day, matter.served_on))
    elif not visits:
        yield _visit(matter, "revisit_first", matter.served_on)
    elif running is not None:
        repeat = _visit(matter, "revisit_repeat", max(visits))
        if _comes_before(matter, repeat, running):
            yield repeat


def _visit(matter: FollowUp, rule: str, anchor: date) -> Task:
    seat, label = seats.department(matter), REVISIT[rule]
    return Task("record-revisit", label, seat, bounded(matter, rule, anchor, seat, label))


def _help(matter: FollowUp) -> Tasks:
    for item in matter.open_help:
        seat, label = (
            seats.department(matter),
            Text(f"解决困难事项 {item.key}", f"help item {item.key}"),
        )
        watch = bounded(matter, "help_item", item.opened_on, seat, label, f"help_item/{item.key}")
        yield Task("close-help-item", label, seat, watch)


def _running_until(matter: FollowUp) -> date | None:
    """Return the last day of the impact period while it runs."""
    return None if "impact" in matter.periods_over else matter.consequences.last_day


def _comes_before(matter: FollowUp, task: Task, last_day: date) -> bool:
    due = task.watch.term.due(matter.calendar) if task.watch else None
    return due is not None and due <= last_day
