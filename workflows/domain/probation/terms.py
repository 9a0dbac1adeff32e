"""Which terms of a probation run now, and who is awaited."""

from datetime import date

from workflows.domain.probation.seats import approving, handling
from workflows.domain.probation.stages import Stage
from workflows.domain.probation.state import Probation
from workflows.domain.procedure.watching import Watch, term_of
from workflows.domain.term_parts import Budget
from workflows.domain.terms import Term
from workflows.domain.text import Text

LABELS: dict[str, Text] = {
    "probation": Text("考验期", "probation"),
    "probation_approval": Text("批准考验期", "approval of the probation"),
    "probation_notice": Text("告知考验期", "notice of the probation"),
    "probation_evaluation": Text("评估考验期", "evaluation of the probation"),
    "result_notice": Text("告知考验结果", "notice of the result"),
    "new_fault": Text("研判新过失", "decision on the new fault"),
}


def watches(matter: Probation, on: date) -> tuple[Watch, ...]:
    """Return the terms that should run now, the stage's own first."""
    return (*_of_stage(matter), *_of_new_fault(matter))


def _of_stage(matter: Probation) -> tuple[Watch, ...]:
    if matter.stage is Stage.RUNNING:
        return _of_period(matter)
    came = matter.since
    if came is None:
        return ()
    if matter.stage is Stage.SET:
        key = "probation_approval" if matter.needs_approval else "probation_notice"
        return (_watch(matter, key, key, came),)
    if matter.stage is Stage.EVALUATING:
        return (_watch(matter, "probation_evaluation", "probation_evaluation", came),)
    if matter.stage in (Stage.PASSED, Stage.FAILED):
        return (_watch(matter, "result_notice", "probation_notice", came),)
    return ()


def _of_period(matter: Probation) -> tuple[Watch, ...]:
    """Return the period itself: whole calendar months from the notice on (A29)."""
    if matter.notified_on is None:
        return ()
    rules = matter.probation_rules
    term = Term(
        key="probation",
        anchor=matter.notified_on,
        budget=Budget(months=matter.months),
        basis=rules.source,
    )
    return (Watch(LABELS["probation"], term, rules.ladder, handling(matter), period=True),)


def _of_new_fault(matter: Probation) -> tuple[Watch, ...]:
    if not matter.new_faults or matter.settled is not None:
        return ()
    return (_watch(matter, "new_fault", "new_fault", matter.new_faults[0].found_on),)


def _watch(matter: Probation, key: str, rule_key: str, anchor: date) -> Watch:
    rule = matter.rules.terms[rule_key]
    awaits_leader = key in ("probation_approval", "new_fault")
    seat = approving(matter) if awaits_leader else handling(matter)
    return Watch(LABELS[key], term_of(key, rule, anchor), rule.ladder, seat)
