"""What each fact changes in an appeal; no rule is judged here."""

from typing import Any

from workflows.domain.appeal import facts as f
from workflows.domain.appeal.particulars import Answer, Conclusion, FurtherAppeal, Proposal
from workflows.domain.appeal.stages import Stage
from workflows.domain.appeal.state import Appeal, Concluded, Instance
from workflows.domain.clock_facts import PeriodEnded
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import SHARED, Change, added


def _with(matter: Appeal, event: Event, **changes: Any) -> Appeal:
    """Return the matter with its instance changed, and the officer among those who took part."""
    took_part = added(matter.current.took_part, event.actor.officer)
    return matter.but(current=matter.current.but(took_part=took_part, **changes))


def _accepted(matter: Appeal, event: Event, fact: f.AppealAccepted) -> Appeal:
    return _with(matter, event, accepted_on=event.effective_on)


def _referred(matter: Appeal, event: Event, fact: f.AppealReferred) -> Appeal:
    return _with(matter, event, referred=True)


def _begun(matter: Appeal, event: Event, fact: f.ReExaminationBegun) -> Appeal:
    examiners = added(matter.current.took_part, *fact.examiners)
    begun = matter.but(current=matter.current.but(took_part=examiners))
    return _with(begun, event, examiners=fact.examiners, proposal=None, proposed_by=None)


def _proposed(matter: Appeal, event: Event, fact: f.ConclusionProposed) -> Appeal:
    proposal = Proposal(**_shared(Proposal, fact))
    return _with(matter, event, proposal=proposal, proposed_by=event.actor.officer)


def _extended(matter: Appeal, event: Event, fact: f.TermExtended) -> Appeal:
    return matter.but(
        current=matter.current.but(
            extended_on=event.effective_on,
            extension_by=event.actor.officer,
            extension_reasons=fact.reasons,
        )
    )


def _concluded(matter: Appeal, event: Event, fact: f.AppealConcluded) -> Appeal:
    conclusion = Conclusion(**_shared(Conclusion, fact))
    return _with(matter, event, concluded=Concluded(conclusion=conclusion, on=event.effective_on))


def _answered(matter: Appeal, event: Event, fact: f.AnswerServed) -> Appeal:
    answer = Answer(**_shared(Answer, fact))
    answered = matter.but(current=matter.current.but(answer=answer))
    return _second_instance(answered) if answered.further and answered.may_go_further else answered


def _asked_above(matter: Appeal, event: Event, fact: f.ReReviewRequested) -> Appeal:
    """Remember the first request that may be made; it is taken up once the answer is served."""
    if not matter.may_go_further or matter.further:
        return matter
    asked = matter.but(further=FurtherAppeal(**_shared(FurtherAppeal, fact)))
    return asked if matter.stage is Stage.CONCLUDED else _second_instance(asked)


def _second_instance(matter: Appeal) -> Appeal:
    if matter.further is None or matter.current.answer is None:
        raise ValueError("a second stage needs a request and an answer that was served")
    second = Instance(
        received_on=matter.further.received_on, served_on=matter.current.answer.served_on
    )
    return matter.but(first=matter.current, current=second)


def _period_ended(matter: Appeal, event: Event, fact: PeriodEnded) -> Appeal:
    fired: Appeal = SHARED[PeriodEnded](matter, event, fact)
    return fired.but(grace_over=True) if fact.term == "grace" else fired.but(window_over=fact.due)


def _shared(value: Any, fact: Fact) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in value.model_fields}


CHANGES: dict[type[Fact], Change[Appeal]] = {
    f.AppealAccepted: _accepted,
    f.AppealReferred: _referred,
    f.ReExaminationBegun: _begun,
    f.ConclusionProposed: _proposed,
    f.TermExtended: _extended,
    f.AppealConcluded: _concluded,
    f.AnswerServed: _answered,
    f.ReReviewRequested: _asked_above,
    PeriodEnded: _period_ended,
}
