"""Who must do what now, which terms run, and which fact follows by itself."""

from datetime import date

from workflows.domain.follow_up import (
    archives,
    periods,
    seats,
    tasks_of_care,
    tasks_of_correction,
    tasks_of_execution,
    tasks_of_return,
)
from workflows.domain.follow_up import facts_of_correction as correcting
from workflows.domain.follow_up import facts_of_execution as executing
from workflows.domain.follow_up import facts_of_return as returning
from workflows.domain.follow_up.observation import awaits_rights
from workflows.domain.follow_up.stages import Ending, Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks import Tasks
from workflows.domain.lifecycle import Fact, WorkItem
from workflows.domain.procedure.telling import duty, lost_items
from workflows.domain.procedure.watching import Watch
from workflows.domain.subjects import Outcome


def tasks(matter: FollowUp) -> Tasks:
    """Yield everything that is to be done, what the stage waits for first."""
    yield from tasks_of_correction.tasks(matter)
    yield from tasks_of_execution.tasks(matter)
    yield from tasks_of_return.tasks(matter)
    yield from tasks_of_care.tasks(matter)


def work_items(matter: FollowUp) -> tuple[WorkItem, ...]:
    """Return everything that waits for somebody."""
    items = (duty(task.action, task.text, task.seat, task.term) for task in tasks(matter))
    return (*items, *lost_items(matter, seats.department(matter)))


def watches(matter: FollowUp, on: date) -> tuple[Watch, ...]:
    """Return the terms that should run, each once: duties first, then periods."""
    bounding = [task.watch for task in tasks(matter) if task.watch is not None]
    found: dict[str, Watch] = {}
    for watch in (*bounding, *periods.watches(matter)):
        found.setdefault(watch.term.key, watch)
    return tuple(found.values())


def following(matter: FollowUp, on: date) -> Fact | None:
    """Return the fact that follows by itself from where the matter stands."""
    follows = FOLLOWING.get(matter.stage)
    return follows(matter) if follows else None


def _after_delivery(matter: FollowUp) -> Fact | None:
    if matter.outcome is Outcome.MEASURES:
        return executing.ExecutionBegun()
    if tasks_of_execution.awaits_correction_item(matter):
        return None
    exempt = matter.outcome is Outcome.EXEMPT
    return executing.FollowUpClosed(how=Ending.EXEMPT if exempt else Ending.NO_LIABILITY)


def _after_execution(matter: FollowUp) -> Fact | None:
    done = all(each.done_on for each in matter.standing_measures)
    return executing.MeasuresDone() if done else None


def _after_archives(matter: FollowUp) -> Fact | None:
    return None if archives.missing(matter) else executing.ArchiveCompleted()


def _in_impact_period(matter: FollowUp) -> Fact | None:
    found = matter.consequences
    if found.permanent:
        return _declined(matter)
    over = found.last_day is None or "impact" in matter.periods_over
    return executing.ImpactSettled() if over and not awaits_rights(matter) else None


def _after_impact_period(matter: FollowUp) -> Fact | None:
    return returning.TrackingBegun() if matter.reinstated_on else _declined(matter)


def _declined(matter: FollowUp) -> Fact | None:
    if matter.declined is None or _left_to_do(matter):
        return None
    return executing.FollowUpClosed(how=Ending.NOT_REINSTATED)


def _tracked(matter: FollowUp) -> Fact | None:
    if "tracking" not in matter.periods_over or _left_to_do(matter):
        return None
    return executing.FollowUpClosed(how=Ending.TRACKED)


def _left_to_do(matter: FollowUp) -> bool:
    """Say whether the last revisit, a feedback, rights, a correction or an appeal keep it open."""
    visit = matter.within_reach and tasks_of_care.final_revisit_due(matter)
    item = tasks_of_execution.awaits_correction_item(matter)
    open_ones = matter.open_help or matter.open_appeals or matter.review
    owed = tasks_of_return.feedback_owed(matter) or awaits_rights(matter)
    return visit or owed or item or bool(open_ones)


def _reversed(matter: FollowUp) -> Fact | None:
    return None if matter.undone else correcting.CorrectionCompleted()


def _normal_use(matter: FollowUp) -> Fact | None:
    return returning.TrackingBegun()


FOLLOWING = {
    Stage.DELIVERED: _after_delivery,
    Stage.EXECUTING: _after_execution,
    Stage.ARCHIVED: _after_archives,
    Stage.IMPACT_PERIOD: _in_impact_period,
    Stage.IMPACT_ENDED: _after_impact_period,
    Stage.NORMAL_USE: _normal_use,
    Stage.TRACKING: _tracked,
    Stage.CORRECTED: _reversed,
}
"""What follows by itself, by stage."""
