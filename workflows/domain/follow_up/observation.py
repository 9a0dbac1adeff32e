"""留党察看: how long the observation lasts, and whether rights are still to be restored (3.10)."""

from datetime import date

from workflows.domain.consequences.periods import ends_of
from workflows.domain.follow_up.on_file import MeasureOnFile
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.terms import Budget, Term


def observed(matter: FollowUp) -> tuple[MeasureOnFile, ...]:
    """Return the standing measures after whose observation no rights were restored yet."""
    return tuple(
        each
        for each in matter.standing_measures
        if matter.rules.measures[each.measure.code].observation_months and each.restored_on is None
    )


def observation(matter: FollowUp, each: MeasureOnFile) -> Term:
    """Return the observation as a period, not extended; its due day in Shanghai is the last."""
    rule = matter.rules.measures[each.measure.code]
    return Term(
        key=f"observation/{each.measure.code}",
        anchor=each.measure.effective_on or matter.decided_on,
        budget=Budget(months=rule.observation_months),
        basis=rule.source,
        ends=ends_of(matter.rules),
    )


def last_day(matter: FollowUp, each: MeasureOnFile) -> date:
    """Return the last day of the observation."""
    term = observation(matter, each)
    return term.due(matter.calendar) or term.anchor


def awaits_rights(matter: FollowUp) -> bool:
    """Say whether rights are to be restored yet: a decline after the observation ends the wait."""
    declined = matter.declined.decided_on if matter.declined else date.min
    waiting = any(declined <= last_day(matter, each) for each in observed(matter))
    return waiting and matter.within_reach
