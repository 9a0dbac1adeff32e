"""What a probation tells its case: how it ended, and what else came to light."""

from workflows.domain.lifecycle import Event, MatterMessage
from workflows.domain.probation import facts as f
from workflows.domain.probation.particulars import FaultAnswer
from workflows.domain.probation.state import Probation


def messages(before: Probation | None, after: Probation, event: Event) -> tuple[MatterMessage, ...]:
    """Return what the case is told because of an event."""
    return (*_ended(before, after), *_found(before, after, event))


def _ended(before: Probation | None, after: Probation) -> tuple[MatterMessage, ...]:
    if after.settled is None or (before is not None and before.settled is not None):
        return ()
    payload = {
        "probation": after.number,
        "ended_on": after.settled.on.isoformat(),
        **after.settled.settlement.model_dump(mode="json"),
    }
    return (MatterMessage(to=after.request.case, name="probation_ended", payload=payload),)


def _found(before: Probation | None, after: Probation, event: Event) -> tuple[MatterMessage, ...]:
    """Return the lead in a new fault to be pursued, and in all that comes after the result."""
    fact = event.fact
    if isinstance(fact, f.NewFaultDecided) and fact.answer is FaultAnswer.PURSUE:
        return tuple(_lead(after, event, each.what) for each in (before or after).new_faults)
    settled = before is not None and before.settled is not None
    if settled and isinstance(fact, f.SeriousConsequenceFound | f.NewFaultFound):
        return (_lead(after, event, fact.what),)
    return ()


def _lead(matter: Probation, event: Event, what: str) -> MatterMessage:
    payload = {"found_on": event.effective_on.isoformat(), "lead_kind": "NEW_FAULT", "what": what}
    return MatterMessage(to=matter.request.case, name="lead_found", payload=payload)
