"""What is said of the decision, its service and its execution; commands and facts share it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.writing import Code, Line, Prose


class Grounds(Value):
    """On what the decision rests, as its document says it."""

    facts: Prose
    basis: Line
    liability: Line | None = None
    charges: Annotated[tuple[Line, ...], Field(max_length=30)] = ()


class Delivery(StrEnum):
    """How a decision was served."""

    DIRECT = "DIRECT"
    LEFT = "LEFT"
    ENTRUSTED = "ENTRUSTED"
    MAIL = "MAIL"


class Service(Value):
    """That the decision was served and explained, with the proof of receipt (touchpoint T1)."""

    served_on: Day
    way: Delivery = Delivery.DIRECT
    receipt: DocumentRef
    """The receipt 送达回证."""
    witnesses: Annotated[tuple[Line, ...], Field(max_length=10)] = ()
    """Who saw it left with somebody who would not sign; needed for LEFT."""
    explained: Prose
    """What was explained of conduct, nature, harm and basis, and what was asked."""


class MeasureExecution(Value):
    """That a measure was carried out, formalities included."""

    measure: Code
    done_on: Day
    evidence: DocumentRef


class ArchiveRecord(Value):
    """That the decision was entered in a file of the pack's list."""

    archive: Code
    entered_on: Day
    evidence: DocumentRef


class RightsRestoration(Value):
    """That a Party member's rights were restored after probation within the Party."""

    measure: Code
    restored_on: Day
    evidence: DocumentRef


class Status(StrEnum):
    """What changed in the subject's position; none of it ends the follow-up (Art. 17)."""

    MOVED = "MOVED"
    RETIRED = "RETIRED"
    LEFT = "LEFT"
    DECEASED = "DECEASED"
    DISSOLVED = "DISSOLVED"
    IN_POST = "IN_POST"
    """Still there: takes back what was recorded by mistake."""


class StatusChange(Value):
    """A change of the subject's position."""

    status: Status
    since: Day
    unit: Line | None = None
    """Where it is now, for MOVED."""


class CorrectionItemEnd(Value):
    """That a tolerated fault was corrected: its cause, and what was put right (S101)."""

    done_on: Day
    cause: Prose
    corrected: Prose
    evidence: DocumentRef
