"""What a rectification tells its case: that it is closed, and every new lead."""

from workflows.domain.lifecycle import Event, MatterMessage
from workflows.domain.rectification import facts as f
from workflows.domain.rectification.particulars import Obstruction
from workflows.domain.rectification.stages import Stage
from workflows.domain.rectification.state import Rectification


def messages(
    before: Rectification | None, after: Rectification, event: Event
) -> tuple[MatterMessage, ...]:
    """Return what the case is told because of an event."""
    fact, case = event.fact, after.request.case
    if isinstance(fact, f.ObstructionNoted):
        kind = "FRAUD" if fact.obstruction is Obstruction.FRAUD else "DELAY"
        lead = {"found_on": event.effective_on.isoformat(), "lead_kind": kind, "what": fact.what}
        return (MatterMessage(to=case, name="lead_found", payload=lead),)
    if after.stage is Stage.CLOSED and before is not None and before.stage is not Stage.CLOSED:
        end = {"rectification": after.number, "closed_on": event.effective_on.isoformat()}
        return (MatterMessage(to=case, name="rectification_ended", payload=end),)
    return ()
