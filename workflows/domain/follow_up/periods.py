"""The periods of a follow-up: they run out by themselves, and nobody is late (3.10, Art. 20)."""

from collections.abc import Iterator

from workflows.domain.accountability_rules.appeals import AppealRoute
from workflows.domain.follow_up import seats
from workflows.domain.follow_up.observation import observation, observed
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.telling_subject import received
from workflows.domain.procedure.watching import Watch, term_of
from workflows.domain.subjects import Outcome
from workflows.domain.terms import Budget, Term
from workflows.domain.text import Text

LADDER = "period"
"""The ladder of periods that only end."""


def watches(matter: FollowUp) -> Iterator[Watch]:
    """Yield the impact period, award flag, tracking, observations, and windows for appeals.

    The flag of the year and the windows run on for the record: closing does not end them.
    """
    if matter.outcome is not Outcome.MEASURES:
        return
    outlasting = (_award(matter), *_windows(matter))
    closed = matter.stage is Stage.CLOSED
    found = () if closed else (_impact(matter), _tracking(matter), *_observations(matter))
    for watch in (*found, *outlasting):
        if watch is not None and watch.term.key not in matter.periods_over:
            yield watch


def routes(matter: FollowUp) -> dict[str, AppealRoute]:
    """Return the routes of appeal that are open, one for each nature of the measures (1b)."""
    found: dict[str, AppealRoute] = {}
    for each in _gravest_first(matter):
        nature = matter.rules.measures[each].nature
        for code, route in matter.rules.appeals.items():
            if nature in route.natures:
                found[code] = route
                break
    return found


def _gravest_first(matter: FollowUp) -> list[str]:
    codes = [each.measure.code for each in matter.standing_measures]
    return sorted(codes, key=lambda code: (-matter.rules.measures[code].severity, code))


def _impact(matter: FollowUp) -> Watch | None:
    term, label = matter.consequences.term, Text("影响期", "impact period")
    return _watch(matter, term, label, "impact") if term else None


def _award(matter: FollowUp) -> Watch | None:
    until = matter.consequences.award_until
    days = (until - matter.decided_on).days if until else 0
    if not days:
        return None
    label, basis = Text("当年取消评优评先", "no award this year"), matter.rules.impact.award.source
    return _watch(matter, Term("award", matter.decided_on, Budget(days=days), basis), label)


def _observations(matter: FollowUp) -> Iterator[Watch]:
    for each in observed(matter):
        named = matter.rules.measures[each.measure.code]
        label = Text(f"{named.zh}的察看期", f"observation: {named.en}")
        yield _watch(matter, observation(matter, each), label)


def _tracking(matter: FollowUp) -> Watch | None:
    if matter.reinstated_on is None:
        return None
    rule = matter.rules.terms["tracking"]
    term = term_of("tracking", rule, matter.reinstated_on)
    return _watch(matter, term, Text("任职后跟踪", "tracking in the new post"), rule.ladder)


def _windows(matter: FollowUp) -> Iterator[Watch]:
    served_on = received(matter).on
    for code, route in routes(matter).items():
        if served_on is not None and route.first.window is not None:
            term = term_of(f"appeal_window/{code}", route.first.window, served_on)
            label = Text(f"{route.zh}的期限", f"window for an {route.en}")
            yield _watch(matter, term, label)


def _watch(matter: FollowUp, term: Term, label: Text, ladder: str = LADDER) -> Watch:
    return Watch(label=label, term=term, ladder=ladder, seat=seats.department(matter), period=True)
