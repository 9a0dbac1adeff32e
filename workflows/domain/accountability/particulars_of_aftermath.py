"""What the endings and the steps after the decision say."""

from typing import Annotated

from pydantic import Field

from workflows.domain.accountability.particulars_of_entry import WrongedRef
from workflows.domain.accountability.particulars_of_opinion import InvolvedRef
from workflows.domain.accountability_rules.verdicts import PublicationVerdict
from workflows.domain.lifecycle import Day, Value
from workflows.domain.linked import LeadKind
from workflows.domain.numbers import MatterNumber
from workflows.domain.probation.particulars import Setting
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.rectification.particulars import Item
from workflows.domain.subjects import Subject, SubjectRef
from workflows.domain.writing import Code, Line, Prose


class Talk(Value):
    """A talk or criticism instead of accountability; Art. 19 attaches nothing to it."""

    subjects: Annotated[tuple[Subject, ...], Field(min_length=1, max_length=100)]
    measure: Code
    """A measure of the pack with `light_touch`."""
    held_on: Day
    what: Prose
    record: DocumentRef


class ProbationSetting(Setting):
    """A probation set together with a light measure; its own matter has it approved (5.1)."""

    subjects: Annotated[tuple[Subject, ...], Field(min_length=1, max_length=100)]


class HandingOn(Value):
    """To whom the lead was handed on, with the proof."""

    to: Line
    handed_over_on: Day
    number: MatterNumber | None = None
    """The number it has there, if it is one of ours."""
    document: DocumentRef


class Notification(Value):
    """A subject was told that it is not held accountable."""

    subject: SubjectRef
    notified_on: Day
    document: DocumentRef


class ClarificationOffer(Value):
    """What became of the offer to clarify: the number of the matter, or why there is none."""

    whom: WrongedRef
    clarification: MatterNumber | None = None
    declined: Prose | None = None


class Recommendation(Value):
    """A recommendation letter (纪检监察建议书): what a unit shall put right."""

    unit: Line
    unit_organ: Code
    """The responsible unit's code in the officers' directory."""
    issued_on: Day
    letter: DocumentRef
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=100)]
    portrait: Prose | None = None
    """What the case showed about the unit as a whole."""


class PublicationRequest(Value):
    """The wish to publish: content, timing and manner as they are proposed (3.12)."""

    requested_on: Day
    content: Prose
    timing: Prose
    manner: Prose
    handled_elsewhere_first: bool = False
    """Whether another enforcement organ handled it first, and discipline only followed."""
    text: DocumentRef | None = None


class PublicationReview(Value):
    """The verdict on a publication, with what was found at each of the three holds."""

    reviewed_on: Day
    verdict: PublicationVerdict
    holds: dict[Code, Prose]
    reasons: Prose | None = None
    """Required where the verdict is not the pack's default."""


class Publication(Value):
    """What was published, where and under whose name."""

    published_on: Day
    name: Line
    """The organ in whose name it appeared."""
    own_name: bool
    where: Line
    document: DocumentRef


class InvolvedHandling(Value):
    """How somebody involved was handled."""

    who: InvolvedRef
    handled_on: Day
    how: Prose
    document: DocumentRef


class AssessmentEntry(Value):
    """The entry in the assessment of a unit (S089)."""

    unit: Line
    entered_on: Day
    document: DocumentRef


class LeadNote(Value):
    """Something new to be pursued that came up here."""

    found_on: Day
    lead_kind: LeadKind
    what: Prose


class LeadAnswer(Value):
    """What became of a new lead: the case that pursues it, or why none does."""

    lead: Annotated[str, Field(pattern=r"^L[1-9]\d{0,3}$")]
    """How the case calls it, in the order in which leads came up: L1, L2 …"""
    case: MatterNumber | None = None
    declined: Prose | None = None


class Supplement(Value):
    """Material that came later."""

    what: Prose
    documents: Annotated[tuple[DocumentRef, ...], Field(min_length=1, max_length=50)]
