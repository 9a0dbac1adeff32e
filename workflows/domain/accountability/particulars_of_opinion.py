"""What the steps from the opinion to the decision say."""

from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.accountability.particulars_of_entry import Traits
from workflows.domain.accountability_rules.codes import Level, Manner
from workflows.domain.accountability_rules.verdicts import Look, ReviewVerdict
from workflows.domain.clarification.values import PointId
from workflows.domain.consequences.values import Running
from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Measure, Outcome, SubjectDecision, SubjectRef
from workflows.domain.text import Text
from workflows.domain.writing import Code, Line, Prose


class Proposal(Value):
    """The opinion on one subject: where on the ladder, and with which measures."""

    subject: SubjectRef
    outcome: Outcome
    band: Level
    manner: Manner
    measures: tuple[Measure, ...] = ()
    reasons: Prose
    deviation: Prose | None = None
    """Why it differs from what the calculator suggests; required where it does (S049)."""
    heavy: Prose | None = None
    """The written justification of a heavy measure (G6)."""

    @model_validator(mode="after")
    def _measures_fit(self) -> "Proposal":
        if (self.outcome is Outcome.MEASURES) != bool(self.measures):
            raise ValueError("measures: required for outcome MEASURES, and only for it")
        return self


class Suggested(Value):
    """What the calculator suggested for a subject, kept beside the human's opinion."""

    subject: SubjectRef
    band: Level
    manner: Manner
    measures: tuple[str, ...] = ()
    reasons: tuple[Text, ...] = ()


class Opinion(Value):
    """The opinion on every subject."""

    summary: Prose
    proposals: Annotated[tuple[Proposal, ...], Field(min_length=1, max_length=200)]
    rests_on_demand: bool = False
    """Whether somebody fixed the result beforehand: it must not be so (must-not no. 2)."""


InvolvedRef = Annotated[str, Field(pattern=r"^I[1-9]\d{0,2}$")]


class Involved(Value):
    """Somebody involved who is handled together with the main case (S104)."""

    ref: InvolvedRef
    reference: Code
    name: Line
    unit: Line
    officer: Code | None = None
    proposal: Prose


class InvolvedList(Value):
    """Everybody involved; an empty list says that nobody is."""

    persons: Annotated[tuple[Involved, ...], Field(max_length=200)] = ()
    remark: Prose | None = None


class AdjudicationCheck(Value):
    """What the adjudication office says of evidence, characterisation and measure."""

    agrees: bool
    opinion: Prose
    document: DocumentRef


class Consultation(Value):
    """The end of the joint consultation, with its minutes."""

    minutes: DocumentRef
    participants: Annotated[tuple[Code, ...], Field(min_length=2, max_length=50)]
    summary: Prose
    traits: Traits = ()
    """Features of the case that came up and decide whether it goes to the upper organ."""


class FilingReply(Value):
    """What the upper organ says to a filing: received, or an objection."""

    received_on: Day
    objection: Prose | None = None
    document: DocumentRef | None = None


class SubjectVerdict(Value):
    """The verdict on one subject."""

    subject: SubjectRef
    verdict: ReviewVerdict
    opinion: Prose


class ElevatedVerdicts(Value):
    """The elevated review: eight looks, and a verdict on every subject (rulebook 3.6)."""

    reviewed_on: Day
    looks: dict[Look, Prose]
    verdicts: Annotated[tuple[SubjectVerdict, ...], Field(min_length=1, max_length=200)]
    document: DocumentRef | None = None


class Explained(Value):
    """Reasons about one subject."""

    subject: SubjectRef
    reasons: Prose


class UntruePoints(Value):
    """Which points of the accusation against a subject were found untrue."""

    subject: SubjectRef
    points: Annotated[tuple[PointId, ...], Field(min_length=1)]


class Earlier(Running):
    """An earlier sanction of a subject whose impact period still ran on the day of decision."""

    subject: SubjectRef


class Decision(Value):
    """The decision on every subject by the body that the pack names."""

    decided_on: Day
    decisions: Annotated[tuple[SubjectDecision, ...], Field(min_length=1, max_length=200)]
    document: DocumentRef
    deviations: tuple[Explained, ...] = ()
    """Why a decision differs from the verdict of the elevated review (A53)."""
    heavy: tuple[Explained, ...] = ()
    """Written justifications of heavy measures that the opinion did not justify (G6)."""
    untrue: tuple[UntruePoints, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    rests_on_demand: bool = False
    """Whether somebody fixed the result beforehand: it must not be so (must-not no. 2)."""


class NoLiability(Value):
    """Nobody is liable: why, and what of the accusations was untrue."""

    reasons: Prose
    untrue: tuple[UntruePoints, ...] = ()
