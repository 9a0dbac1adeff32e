"""What commands of a probation say and their facts keep: the fields both share, written once."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from workflows.domain.accountability_rules.codes import Fault
from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.writing import Code, Line, Prose

Result = Literal["LIGHTER", "REDUCED", "EXEMPT", "FAILED"]
"""从轻, 减轻, 免予问责; or not passed, and the case goes on."""


class FaultAnswer(StrEnum):
    """What a human decides about a new fault: go on, go on and pursue it, or end as failed."""

    CONTINUE = "CONTINUE"
    PURSUE = "PURSUE"
    END = "END"


class Setting(Value):
    """A probation as it is set: for what, how long, together with which light measure (5.1)."""

    months: Annotated[int, Field(ge=1, le=12)]
    """Whole calendar months; the pack has the range."""
    light_measures: Annotated[tuple[Code, ...], Field(min_length=1)]
    """Codes of the light measures that are given at the same time."""
    measure_record: DocumentRef
    """The record of the light measure."""
    central_work: bool
    """Whether the fault lies in pushing forward the central work."""
    work: Line
    """Which work that is."""
    fault: Fault
    serious_consequence: bool
    to_rectify: Prose
    """What is to be put right by the end."""
    reasons: Prose


class Approval(Value):
    """The leader's word on a probation that was set."""

    remark: Prose | None = None


class Reasons(Value):
    """A step that needs reasons."""

    reasons: Prose


class Notification(Value):
    """The person was told of the probation, which runs from that day on (A29)."""

    notified_on: Day
    record: DocumentRef


class NodeCheck(Value):
    """What a check on the way found."""

    checked_on: Day
    on_track: bool
    findings: Prose


class Extension(Value):
    """A longer probation, within the cap of the pack."""

    months: Annotated[int, Field(ge=1, le=12)]
    """The new length from the notice on, in whole calendar months."""
    reasons: Prose


class Evaluation(Value):
    """What the period brought, and the result that is proposed."""

    active: bool
    """Whether things were put right actively."""
    effective: bool
    """Whether with clear effect."""
    result: Result
    reasons: Prose


class Settlement(Value):
    """The result, decided by a human."""

    result: Result
    reasons: Prose


class ResultNotice(Value):
    """The person was told of the result."""

    told_on: Day
    record: DocumentRef


class Report(Value):
    """A report on rectification."""

    reported_on: Day
    report: DocumentRef
    summary: Prose


class SeriousConsequence(Value):
    """A serious consequence of the fault came to light: it ends the probation."""

    found_on: Day
    what: Prose


class NewFault(Value):
    """Another fault came to light during the probation."""

    found_on: Day
    what: Prose


class FaultDecision(Value):
    """What a human decided about a new fault."""

    answer: FaultAnswer
    reasons: Prose
