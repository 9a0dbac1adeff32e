"""What each fact changes in a probation; no rule is judged here."""

from workflows.domain.lifecycle import Event, Fact
from workflows.domain.probation import facts as f
from workflows.domain.probation.particulars import (
    Evaluation,
    FaultAnswer,
    NewFault,
    Settlement,
)
from workflows.domain.probation.state import Probation, Settled
from workflows.domain.procedure.folding import Change


def _approved(matter: Probation, event: Event, fact: f.ProbationApproved) -> Probation:
    return matter.but(approved=True, approved_on=event.effective_on)


def _notified(matter: Probation, event: Event, fact: f.ProbationNotified) -> Probation:
    return matter.but(notified_on=fact.notified_on)


def _checked(matter: Probation, event: Event, fact: f.NodeChecked) -> Probation:
    return matter.but(checks=matter.checks + 1)


def _extended(matter: Probation, event: Event, fact: f.ProbationExtended) -> Probation:
    return matter.but(months=fact.months)


def _evaluated(matter: Probation, event: Event, fact: f.Evaluated) -> Probation:
    evaluation = Evaluation(
        active=fact.active, effective=fact.effective, result=fact.result, reasons=fact.reasons
    )
    return matter.but(evaluation=evaluation, evaluated_by=event.actor.officer)


def _settled(matter: Probation, event: Event, fact: f.ResultSettled) -> Probation:
    settlement = Settlement(result=fact.result, reasons=fact.reasons)
    return matter.but(settled=Settled(settlement=settlement, on=event.effective_on))


def _declined(matter: Probation, event: Event, fact: f.ProbationDeclined) -> Probation:
    return _failed(matter, event, fact.reasons)


def _serious(matter: Probation, event: Event, fact: f.SeriousConsequenceFound) -> Probation:
    return _failed(matter, event, fact.what)


def _reported(matter: Probation, event: Event, fact: f.ReportReceived) -> Probation:
    return matter.but(reports=matter.reports + 1)


def _new_fault(matter: Probation, event: Event, fact: f.NewFaultFound) -> Probation:
    """Remember the fault for a decision; after the result it is a matter of the case alone."""
    if matter.settled is not None:
        return matter
    fault = NewFault(found_on=fact.found_on, what=fact.what)
    return matter.but(new_faults=(*matter.new_faults, fault))


def _decided(matter: Probation, event: Event, fact: f.NewFaultDecided) -> Probation:
    answered = matter.but(new_faults=())
    return _failed(answered, event, fact.reasons) if fact.answer is FaultAnswer.END else answered


def _failed(matter: Probation, event: Event, reasons: str) -> Probation:
    """Return the matter ended as failed; a result that was settled before stands."""
    if matter.settled is not None:
        return matter
    settlement = Settlement(result="FAILED", reasons=reasons)
    return matter.but(settled=Settled(settlement=settlement, on=event.effective_on))


CHANGES: dict[type[Fact], Change[Probation]] = {
    f.ProbationApproved: _approved,
    f.ProbationDeclined: _declined,
    f.ProbationNotified: _notified,
    f.NodeChecked: _checked,
    f.ProbationExtended: _extended,
    f.Evaluated: _evaluated,
    f.ResultSettled: _settled,
    f.ReportReceived: _reported,
    f.SeriousConsequenceFound: _serious,
    f.NewFaultFound: _new_fault,
    f.NewFaultDecided: _decided,
}
