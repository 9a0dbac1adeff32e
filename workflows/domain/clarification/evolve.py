"""The fold: what each kind of fact changes in the matter. No rule is judged here.

After the change the table moves the stage, and `clock.with_terms` lets terms follow the stage.
"""

from collections.abc import Callable
from typing import Any

from workflows.domain.clarification import facts as f
from workflows.domain.clarification.clock import with_terms
from workflows.domain.clarification.particulars import DocumentRef, Execution, Opinion, View
from workflows.domain.clarification.stages import ENDED, Stage
from workflows.domain.clarification.state import (
    Clarification,
    Heard,
    PaperOnFile,
    RunningTerm,
    Taken,
)
from workflows.domain.clarification.table import next_stage
from workflows.domain.clarification.values import Application, OtherLead, Verification
from workflows.domain.clock_facts import NoticeUndeliverable, Reminded, WentOverdue
from workflows.domain.lifecycle import Event, today

NO_OPINION: dict[str, Any] = {
    "opinion": None,
    "proposer": None,
    "taken": (),
    "plan": None,
    "heard": None,
    "objected": False,
}
"""What a return, or another lead, makes void: the opinion and everything built on it."""


def evolve(matter: Clarification, event: Event) -> Clarification:
    """Return the matter after an event, moved by the table, with its terms in step."""
    changed = CHANGES.get(type(event.fact), _nothing)(matter, event, event.fact)
    stage = next_stage(changed, event.fact.kind)
    if stage is None:
        raise ValueError(f"{event.fact.kind} is not possible in {matter.stage}")
    moved = changed.but(stage=stage, seq=event.seq)
    if stage is not matter.stage:
        moved = _entered(moved, stage)
    return with_terms(moved, event.effective_on, event.at)


def _entered(matter: Clarification, stage: Stage) -> Clarification:
    """Reset what a stage must not inherit, and note the duty to reply at an end without success."""
    if stage in (Stage.PENDING_OTHER_LEADS, Stage.EVALUATING):
        return matter.but(**NO_OPINION)
    if stage in ENDED and stage not in (Stage.COMPLETED, Stage.WITHDRAWN):
        return matter.but(reply_due=matter.application is not None and not matter.withdrawn)
    return matter


def _nothing(matter: Clarification, event: Event, fact: Any) -> Clarification:
    return matter


def _joined(matter: Clarification, event: Event, fact: f.ApplicationJoined) -> Clarification:
    """Join the running clock; an application that comes after the end reopens the file to reply."""
    ended = matter.stage in ENDED
    known = matter.application is not None and not matter.withdrawn
    return matter.but(
        application=matter.application if known else _by(event, fact.application),
        withdrawn=False,
        reply_due=matter.reply_due or ended,
        filed=matter.filed and not ended,
    )


def _by(event: Event, application: Application) -> Application:
    """Return the application with no date ahead of the day on which it was recorded."""
    complete, day = application.materials_complete_on, today(event.at)
    return application.but(
        received_on=min(application.received_on, day),
        materials_complete_on=min(complete, day) if complete else None,
    )


def _materials(matter: Clarification, event: Event, fact: f.MaterialsCompleted) -> Clarification:
    if matter.application is None:
        return matter
    complete = matter.application.but(materials_complete_on=fact.completed_on)
    return matter.but(application=complete)


def _verified(matter: Clarification, event: Event, fact: f.VerificationRecorded) -> Clarification:
    reference = matter.verification.reference
    finding = Verification(reference=reference, ended_on=fact.ended_on, points=fact.points)
    return matter.but(verification=finding)


def _screened(matter: Clarification, event: Event, fact: f.Screened) -> Clarification:
    known = {lead.reference for lead in matter.leads}
    new = tuple(
        OtherLead(reference=lead, registered_on=event.effective_on)
        for lead in fact.other_leads
        if lead not in known
    )
    noted = tuple(s.lead for s in fact.situations.held if s.code == "FALSE_ACCUSATION_VICTIM")
    return matter.but(
        situations=fact.situations,
        leads=(*matter.leads, *new),
        false_accusation_leads=_with(matter.false_accusation_leads, noted),
    )


def _lead(matter: Clarification, event: Event, fact: f.LeadRegistered) -> Clarification:
    if any(lead.reference == fact.lead for lead in matter.leads):
        return matter
    lead = OtherLead(reference=fact.lead, registered_on=event.effective_on)
    return matter.but(leads=(*matter.leads, lead))


def _lead_closed(matter: Clarification, event: Event, fact: f.OtherLeadClosed) -> Clarification:
    return matter.but(
        leads=tuple(
            lead.but(closed_on=fact.closed_on, result=fact.result)
            if lead.reference == fact.lead
            else lead
            for lead in matter.leads
        )
    )


def _opinion(matter: Clarification, event: Event, fact: f.OpinionGiven) -> Clarification:
    opinion = Opinion.model_validate(fact.model_dump(exclude={"kind"}))
    return matter.but(opinion=opinion, proposer=event.actor.officer, effect=fact.effect)


def _countersigned(matter: Clarification, event: Event, fact: f.Countersigned) -> Clarification:
    return matter if fact.agrees else matter.but(opinion=None)


def _took(step: str) -> Callable[[Clarification, Event, Any], Clarification]:
    def took(matter: Clarification, event: Event, fact: Any) -> Clarification:
        taken = Taken(step=step, officer=event.actor.officer, on=event.effective_on)
        others = tuple(t for t in matter.taken if t.step != step)
        return matter.but(taken=(*others, taken))

    return took


def _approved(matter: Clarification, event: Event, fact: f.Approved) -> Clarification:
    matter = _took("AWAITING_APPROVAL")(matter, event, fact)
    heard = matter.heard
    if heard is not None and heard.plan == fact.plan:
        heard = heard.but(confirmed=True)
    return matter.but(
        plan=fact.plan, effect=fact.effect or matter.effect, heard=heard, objected=False
    )


def _heard(matter: Clarification, event: Event, fact: f.OpinionHeard) -> Clarification:
    if matter.plan is None:
        return matter
    confirmed = fact.view is not View.ADVERSE
    heard = Heard(
        plan=matter.plan, informed_on=fact.informed_on, view=fact.view, confirmed=confirmed
    )
    return matter.but(heard=heard)


def _drafted(matter: Clarification, event: Event, fact: f.DocumentDrafted) -> Clarification:
    known = (
        paper.but(void=True) if fact.replaces and paper.number == fact.replaces else paper
        for paper in matter.papers
    )
    return matter.but(papers=(*known, PaperOnFile(seq=event.seq, doc_kind=fact.doc_kind)))


def _made(matter: Clarification, event: Event, fact: f.DocumentMade) -> Clarification:
    return matter.but(
        papers=tuple(
            paper.but(number=fact.number) if paper.seq == fact.drafted_seq else paper
            for paper in matter.papers
        )
    )


def _elsewhere(matter: Clarification, document: DocumentRef) -> Clarification:
    """Void a draft that is still being made once its step was taken with another document."""
    return matter.but(
        papers=tuple(
            paper.but(void=True) if paper.doc_kind == document.kind and not paper.number else paper
            for paper in matter.papers
        )
    )


def _done(matter: Clarification, event: Event, fact: f.MethodDone) -> Clarification:
    matter = _elsewhere(matter, fact.document)
    done = Execution.model_validate(fact.model_dump(exclude={"kind"}))
    return matter.but(done=(*matter.done, done))


def _false(matter: Clarification, event: Event, fact: f.FalseAccusationNoted) -> Clarification:
    return matter.but(false_accusation_leads=_with(matter.false_accusation_leads, (fact.lead,)))


def _recused(matter: Clarification, event: Event, fact: f.OfficerRecused) -> Clarification:
    return matter.but(recused=_with(matter.recused, (fact.officer,)))


def _fired(matter: Clarification, event: Event, fact: Reminded | WentOverdue) -> Clarification:
    def fire(term: RunningTerm) -> RunningTerm:
        overdue = term.overdue or isinstance(fact, WentOverdue)
        return term.but(fired=fact.rung + 1, overdue=overdue)

    return matter.but(
        terms=tuple(
            fire(t) if t.key == fact.term and t.ended_on is None else t for t in matter.terms
        )
    )


def _undeliverable(matter: Clarification, event: Event, fact: NoticeUndeliverable) -> Clarification:
    key = f"{fact.notice_seq}/{fact.index}/{fact.to_role.value}/{fact.reason}"
    return matter.but(undeliverable=_with(matter.undeliverable, (key,)))


def _settled(matter: Clarification, event: Event, fact: f.NoticeSettled) -> Clarification:
    left = (key for key in matter.undeliverable if not key.startswith(f"{fact.notice}/"))
    return matter.but(undeliverable=tuple(left))


def _with(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))


Change = Callable[[Clarification, Event, Any], Clarification]
CHANGES: dict[type[Any], Change] = {
    f.ApplicationJoined: _joined,
    f.MaterialsCompleted: _materials,
    f.VerificationRecorded: _verified,
    f.Screened: _screened,
    f.LeadRegistered: _lead,
    f.OtherLeadClosed: _lead_closed,
    f.OpinionGiven: _opinion,
    f.Countersigned: _countersigned,
    f.StudyRecorded: _took("COLLECTIVE_STUDY"),
    f.Reviewed: _took("PRINCIPAL_REVIEW"),
    f.Approved: _approved,
    f.OpinionHeard: _heard,
    f.DocumentDrafted: _drafted,
    f.DocumentMade: _made,
    f.MethodDone: _done,
    f.ReplyServed: lambda m, e, fact: _elsewhere(m, fact.document).but(reply_due=False),
    f.EffectFollowedUp: lambda m, e, fact: m.but(followed_up=True),
    f.ApplicationWithdrawn: lambda m, e, fact: m.but(withdrawn=True),
    f.ObjectionRecorded: lambda m, e, fact: m.but(objected=True),
    f.OfficerRecused: _recused,
    f.FalseAccusationNoted: _false,
    f.NoticeSettled: _settled,
    f.FileClosed: lambda m, e, fact: m.but(filed=True),
    Reminded: _fired,
    WentOverdue: _fired,
    NoticeUndeliverable: _undeliverable,
}
