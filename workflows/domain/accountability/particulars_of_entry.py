"""What the steps from the lead to the approved start say: lead, triage, verification, subjects."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from workflows.domain.clarification.values import Point, PointId, SubjectKind
from workflows.domain.lifecycle import Day, Value
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Subject
from workflows.domain.writing import Code, Line, Prose

Traits = Annotated[tuple[Code, ...], Field(max_length=20)]
"""Features of the case, in codes of the pack, such as MEDICAL or HIGH_ATTENTION."""


class LeadKind(StrEnum):
    """What a lead is about, by its own account."""

    DUTY_FAILURE = "DUTY_FAILURE"
    DISCIPLINE = "DISCIPLINE"
    CONSEQUENCE = "CONSEQUENCE"
    DOUBLE_INVESTIGATION = "DOUBLE_INVESTIGATION"
    RE_ACCOUNTABILITY = "RE_ACCOUNTABILITY"
    OTHER = "OTHER"


class Lead(Value):
    """The lead that a case begins with; nobody is its subject yet (rulebook 3.2)."""

    reference: Code
    source: Code
    """The channel, in a code of the pack."""
    kind: LeadKind
    registered_on: Day
    what: Prose
    demand: bool = False
    """Somebody asked that someone be held accountable: a lead like any other (3.2, S027)."""
    pre_filing: Code | None = None
    """The number under which the matter was filed beforehand for tolerance, if it was."""


class TriageOutcome(StrEnum):
    """Where a lead goes (rulebook 3.3)."""

    TO_VERIFICATION = "TO_VERIFICATION"
    TO_LIGHT_TOUCH = "TO_LIGHT_TOUCH"
    TO_PROBATION = "TO_PROBATION"
    TO_TALK = "TO_TALK"
    TO_LEAD_FAST = "TO_LEAD_FAST"
    TO_TOLERANCE_CHECK = "TO_TOLERANCE_CHECK"
    TO_RE_ACCOUNTABILITY = "TO_RE_ACCOUNTABILITY"
    CLOSED_NO_GROUND = "CLOSED_NO_GROUND"


class Triage(Value):
    """The opinion where the lead should go."""

    outcome: TriageOutcome
    opinion: Prose
    traits: Traits = ()
    untrue_lead: bool | None = None
    """Whether the lead is thought to be untrue; said where nothing is to be pursued (3.3)."""


class Remark(Value):
    """A step that is passed, with an optional remark and record."""

    remark: Prose | None = None
    record: DocumentRef | None = None


class Reasons(Value):
    """A step that needs reasons."""

    reasons: Prose


WrongedRef = Annotated[str, Field(pattern=r"^[SU][1-9]\d{0,2}$")]
"""Whom an untrue accusation was about: a subject S1, or U1 who never became one."""


class Wronged(Value):
    """Somebody about whom verification found an accusation to be untrue."""

    ref: Annotated[str, Field(pattern=r"^U[1-9]\d{0,2}$")]
    kind: SubjectKind = SubjectKind.PERSON
    reference: Code
    name: Line
    unit: Line
    officer: Code | None = None
    points: Annotated[tuple[PointId, ...], Field(min_length=1)]


class Verification(Value):
    """The end of verification: what it established, and what should follow."""

    reference: Code
    ended_on: Day
    points: Annotated[tuple[Point, ...], Field(min_length=1, max_length=200)]
    summary: Prose
    proposal: Literal["INITIATION", "LIGHT_TOUCH", "NO_GROUND"]
    untrue_of: Annotated[tuple[Wronged, ...], Field(max_length=100)] = ()
    """About whom points were found untrue: each is offered a clarification."""
    unnamed: Prose | None = None
    """Why a point found untrue is laid to nobody here, such as a subject still to be named."""


class SubjectEntry(Value):
    """A subject, with the document that shows its duty (S037)."""

    subject: Subject
    duty: Prose
    duty_basis: DocumentRef


class Incident(Value):
    """A case or sanction that counts towards a threshold of Art. 10, at an organisation."""

    trigger: Code
    organisation: Code
    happened_on: Day
    reference: Line


class StartProposal(Value):
    """The proposal to start: its grounds, and the thresholds of Art. 10 that the clerk confirms."""

    grounds: Prose
    rests_on_demand: bool = False
    """Whether somebody fixed the result beforehand: it must not be so (must-not no. 2)."""
    incidents: Annotated[tuple[Incident, ...], Field(max_length=200)] = ()
    triggers: tuple[Code, ...] = ()
    form: DocumentRef | None = None


class LeadershipCase(Value):
    """What became of a threshold of Art. 10: the case of its leadership, or why there is none."""

    trigger: Code
    organisation: Code
    case: MatterNumber | None = None
    declined: Prose | None = None


class NotStarting(Value):
    """Why nothing is started, and what happens instead."""

    reasons: Prose
    instead: Literal["LIGHT_TOUCH", "NO_GROUND"]
