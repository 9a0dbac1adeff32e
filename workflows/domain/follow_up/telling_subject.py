"""When and by what the subject received the decision as it stands now (Art. 20, 3.16)."""

from datetime import date

from workflows.domain.follow_up.state import FollowUp
from workflows.domain.lifecycle import Value
from workflows.domain.procedure.shared import DocumentRef


class Received(Value):
    """The decision that stands, with the day of its receipt in Shanghai and the proof of it."""

    decision: DocumentRef
    on: date | None = None
    """None while there is no proof: until then an appeal is never late."""
    receipt: DocumentRef | None = None


def received(matter: FollowUp) -> Received:
    """Return how the subject received what stands: at service, or when told of a change."""
    original, served, correction = matter.request.document, matter.served, matter.correction
    if served is None:
        return Received(decision=original)
    if correction is None or correction.kind == "REVOKED":
        return Received(decision=original, on=served.served_on, receipt=served.receipt)
    told = next(item for item in correction.items if item.key == "notices")
    if told.done_on is not None and told.done_on < served.served_on:
        return Received(decision=original, on=served.served_on, receipt=served.receipt)
    decision = correction.document or told.evidence or original
    return Received(decision=decision, on=told.done_on, receipt=told.evidence)
