"""What commands of an appeal say and their facts keep: the fields both share, written once."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.lifecycle import Day, Value
from workflows.domain.linked import AppealOutcome
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Measure
from workflows.domain.writing import Code, Line, Prose


class Route(StrEnum):
    """By which rules an appeal goes; windows and terms of each are in the pack (Art. 20)."""

    ACCOUNTABILITY_DECISION = "ACCOUNTABILITY_DECISION"
    PARTY_SANCTION = "PARTY_SANCTION"
    ADMINISTRATIVE_SANCTION = "ADMINISTRATIVE_SANCTION"
    OWN_BODY_SANCTION = "OWN_BODY_SANCTION"
    SOE_SANCTION = "SOE_SANCTION"
    ORGANISATIONAL_MEASURE = "ORGANISATIONAL_MEASURE"


class ReferralGround(StrEnum):
    """Why what came in is referred rather than re-examined as an appeal."""

    LATE = "LATE"
    NO_APPEAL = "NO_APPEAL"


class Acceptance(Value):
    """An appeal is taken up for re-examination."""

    obstacle: Prose | None = None
    """What kept the appellant from appealing in time; needed for a late appeal, and only then."""


class Referral(Value):
    """What came in is handed to whoever is to see to it, as a possible ground for correction."""

    ground: ReferralGround
    referred_to: Line
    reasons: Prose


class ReExaminationStart(Value):
    """Who re-examines, by the ids of the officers' directory."""

    examiners: Annotated[tuple[Code, ...], Field(min_length=2, max_length=20)]


class Conclusion(Value):
    """What becomes of the decision, and why."""

    outcome: AppealOutcome
    measures: tuple[Measure, ...] = ()
    """What is left of the measures; required for CHANGED, and only for it."""
    reasons: Prose

    @model_validator(mode="after")
    def _measures_fit(self) -> "Conclusion":
        if (self.outcome == "CHANGED") != bool(self.measures):
            raise ValueError("measures: required for outcome CHANGED, and only for it")
        return self


class Proposal(Conclusion):
    """What the re-examination found and proposes, with its report."""

    report: DocumentRef


class TermExtension(Value):
    """More time for a complicated appeal, as much as the pack gives."""

    reasons: Prose


class Answer(Value):
    """The written answer, to the appellant and to his Party organisation."""

    document: DocumentRef
    served_on: Day
    """The day the appellant received it, in Shanghai."""
    receipt: DocumentRef
    """The proof of service."""
    organisation_told_on: Day
    """The day his Party organisation received it, in Shanghai."""


class Withdrawal(Value):
    """The appellant's written withdrawal."""

    reference: Code
    received_on: Day


class FurtherAppeal(Value):
    """The appellant asks the next higher organ to review the conclusion."""

    received_on: Day
    """The day it was received, in Shanghai: it decides whether it is in time."""
    grounds: Prose
