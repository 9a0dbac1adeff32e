"""Which terms of an appeal run now, and who is awaited."""

from datetime import date

from workflows.domain.accountability_rules.appeals import AppealStep
from workflows.domain.appeal.seats import reviewing
from workflows.domain.appeal.stages import Stage
from workflows.domain.appeal.state import Appeal
from workflows.domain.procedure.watching import Watch, term_of
from workflows.domain.term_parts import Extension
from workflows.domain.term_rules import TermRule
from workflows.domain.terms import Term
from workflows.domain.text import Text

LABELS: dict[str, Text] = {
    "acceptance": Text("受理申诉", "acceptance"),
    "decision": Text("作出申诉处理决定", "conclusion of the appeal"),
    "answer": Text("送达书面答复", "service of the answer"),
    "window": Text("复核申请期", "window for a review above"),
    "grace": Text("等待在途的复核申请", "waiting for requests on their way"),
}
UNDECIDED = (Stage.FILED, Stage.ACCEPTED, Stage.RE_EXAMINING)


def watches(matter: Appeal, on: date) -> tuple[Watch, ...]:
    """Return the terms that should run now, the stage's own first."""
    return (*_of_stage(matter), *_to_decide(matter), *_to_wait(matter))


def _watch(matter: Appeal, key: str, rule: TermRule, anchor: date) -> Watch:
    return _of_term(matter, term_of(key, rule, anchor), rule)


def _of_term(matter: Appeal, term: Term, rule: TermRule, *, period: bool = False) -> Watch:
    return Watch(LABELS[term.key], term, rule.ladder, reviewing(matter), period=period)


def _of_stage(matter: Appeal) -> tuple[Watch, ...]:
    terms, came = matter.rules.terms, matter.since
    if matter.stage is Stage.FILED:
        rule = terms["appeal_acceptance"]
        return (_watch(matter, "acceptance", rule, matter.current.received_on),)
    if matter.stage in (Stage.CONCLUDED, Stage.REFERRED) and came:
        return (_watch(matter, "answer", terms["delivery"], came),)
    return ()


def _to_decide(matter: Appeal) -> tuple[Watch, ...]:
    """Return the term to decide, from receipt or acceptance, with the extension that was given."""
    step, current = matter.step, matter.current
    from_receipt = step.decision_from == "receipt"
    anchor = current.received_on if from_receipt else current.accepted_on
    if matter.stage not in UNDECIDED or anchor is None:
        return ()
    term = term_of("decision", step.decision, anchor)
    return (_of_term(matter, _extended(matter, step, term), step.decision),)


def _extended(matter: Appeal, step: AppealStep, term: Term) -> Term:
    current, rule = matter.current, step.extension
    if current.extended_on is None or rule is None:
        return term
    return term.extend(
        Extension(
            budget=rule.budget,
            reason=current.extension_reasons,
            basis=rule.source,
            by=current.extension_by,
            granted_on=max(current.extended_on, term.anchor),
        )
    )


def _to_wait(matter: Appeal) -> tuple[Watch, ...]:
    """Return the window of the second stage, then the grace for what is still on its way."""
    answer, second = matter.current.answer, matter.route.second
    if matter.stage is not Stage.SERVED or not matter.waits_for_further:
        return ()
    if answer is None or second is None or second.window is None:
        return ()
    if matter.window_over is None:
        window = term_of("window", second.window, answer.served_on)
        return (_of_term(matter, window, second.window, period=True),)
    rule = matter.rules.terms["appeal_grace"]
    return (_of_term(matter, term_of("grace", rule, matter.window_over), rule, period=True),)
