"""The clocks of a clarification: where the evaluation month starts, and which term runs when.

`evaluation_anchor` is the table of rulebook 2.5; `TERMS_OF_STAGE` says which term a stage watches.
"""

from datetime import date, datetime

from workflows.domain.clarification.stages import ENDED, Stage
from workflows.domain.clarification.state import Clarification, RunningTerm
from workflows.domain.terms import Term

TERMS_OF_STAGE: dict[Stage, tuple[str, ...]] = {
    Stage.SCREENING: ("evaluation",),
    Stage.PENDING_OTHER_LEADS: ("evaluation",),
    Stage.EVALUATING: ("evaluation",),
    Stage.OPINION_NOT_START: ("approval",),
    Stage.OPINION_START: ("approval",),
    Stage.COLLECTIVE_STUDY: ("approval",),
    Stage.PRINCIPAL_REVIEW: ("approval",),
    Stage.AWAITING_APPROVAL: ("approval",),
    Stage.PRIOR_NOTICE: ("implementation",),
    Stage.IMPLEMENTING: ("implementation",),
    Stage.POST_NOTICE: ("post_notice",),
}


def evaluation_anchor(matter: Clarification) -> date | None:
    """Return the day from which the evaluation month counts; None while no clock may run.

    Own initiative: end of verification, or the day the last other lead was closed if that came
    later (A05). An
    application joins that clock while it is open and not past (the earlier prevails); else it
    starts a clock of its own on the day its materials are complete.
    """
    ended = matter.verification.ended_on
    if ended is None:
        return None
    own = max(ended, matter.leads_closed_on or ended)
    application = None if matter.withdrawn else matter.application
    if application is None:
        return own
    complete = application.materials_complete_on
    if _own_clock_serves(matter, own, complete or application.received_on):
        return own
    return complete


def _own_clock_serves(matter: Clarification, own: date, applied: date) -> bool:
    closed = matter.request.earlier_evaluation_closed_on
    deferred = own != matter.verification.ended_on
    if closed is not None and not deferred and closed <= applied:
        return False
    due = _new_term(matter, "evaluation", own).due(matter.calendar)
    return due is not None and applied <= due


def with_terms(matter: Clarification, on: date, at: datetime) -> Clarification:
    """Return the matter with the terms its stage watches: started, resumed or ended by `on`."""
    wanted = {key: _anchor(matter, key, on) for key in _wanted(matter)}
    terms = [t if t.ended_on or t.key in wanted else _ended(t, on) for t in matter.terms]
    for key, anchor in wanted.items():
        if anchor is not None:
            terms = _watch(matter, terms, key, anchor, at)
    return _suspended_or_not(matter.but(terms=tuple(terms)), on)


def _ended(running: RunningTerm, on: date) -> RunningTerm:
    return running.but(ended_on=max(on, running.term.anchor))


def _wanted(matter: Clarification) -> tuple[str, ...]:
    if matter.stage not in ENDED:
        return TERMS_OF_STAGE.get(matter.stage, ())
    reply = ("reply",) if matter.reply_due else ()
    check = matter.stage is Stage.COMPLETED and not matter.followed_up
    return (*reply, *(("follow_up",) if check else ()))


def _anchor(matter: Clarification, key: str, on: date) -> date | None:
    running = matter.running(key)
    if key != "evaluation":
        return running.term.anchor if running else on
    if matter.stage is Stage.PENDING_OTHER_LEADS:
        return running.term.anchor if running else None
    return evaluation_anchor(matter)


def _watch(
    matter: Clarification, terms: list[RunningTerm], key: str, anchor: date, at: datetime
) -> list[RunningTerm]:
    """Keep, reopen or begin the term; a new anchor is a new term and takes the old one's place."""
    found = next((term for term in terms if term.key == key), None)
    if found is not None and _runs_on(matter, found, anchor):
        return [_reopened(term, at) if term is found else term for term in terms]
    others = [term for term in terms if term.key != key]
    rule = matter.rules.terms[key]
    begun = RunningTerm(
        key=key, term=_new_term(matter, key, anchor), ladder=rule.ladder, opened_at=at
    )
    return [*others, begun]


def _runs_on(matter: Clarification, found: RunningTerm, anchor: date) -> bool:
    same = found.term.anchor == anchor and not _lifted(matter, found)
    return same and (found.ended_on is None or found.key == "evaluation")


def _reopened(found: RunningTerm, at: datetime) -> RunningTerm:
    """Run on with the old clock; what it would have said while it stood still is moot."""
    return found if found.ended_on is None else found.but(ended_on=None, opened_at=at)


def _lifted(matter: Clarification, found: RunningTerm) -> bool:
    return matter.stage is not Stage.PENDING_OTHER_LEADS and bool(found.term.suspensions)


def _new_term(matter: Clarification, key: str, anchor: date) -> Term:
    rule = matter.rules.terms[key]
    return Term(key=key, anchor=anchor, budget=rule.budget, basis=rule.source, roll=rule.roll)


def _suspended_or_not(matter: Clarification, on: date) -> Clarification:
    running = matter.running("evaluation")
    if matter.stage is not Stage.PENDING_OTHER_LEADS or running is None:
        return matter
    if running.term.suspensions:
        return matter
    since = max(on, running.term.anchor)
    term = running.term.suspend(
        since, reason="尚有其他线索 other leads pending", basis="2.3(3), A05", by="calendar"
    )
    return matter.but(terms=tuple(t.but(term=term) if t is running else t for t in matter.terms))
