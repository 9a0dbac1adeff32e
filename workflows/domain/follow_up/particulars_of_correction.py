"""What is said of appeals, reviews and corrections; commands and facts share it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from workflows.domain.appeal.particulars import Route
from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Measure
from workflows.domain.writing import Code, Line, Prose

CorrectionKind = Literal["CHANGED", "REVOKED"]


class AppealLetter(Value):
    """An appeal as it came in: the day of its receipt decides whether it is in time."""

    received_on: Day
    reference: Line
    """The number under which the organ registered the letter; the same letter counts once."""
    route: Route | None = None
    """Without it the gravest measure decides."""
    by_subject: bool = True
    """Whether the subject itself appeals; what others write is referred."""
    grounds: Prose
    document: DocumentRef | None = None


class Source(StrEnum):
    """Where it came to light that a decision is improper (3.16); appeals report themselves."""

    CASE_REVIEW = "CASE_REVIEW"
    ELEVATED_SUPERVISION = "ELEVATED_SUPERVISION"
    UPPER_ORDER = "UPPER_ORDER"
    OWN_FINDING = "OWN_FINDING"


class Correction(Value):
    """A decision to correct: what is wrong, and what is left of the measures."""

    correction: CorrectionKind
    source: Source
    causes: Annotated[tuple[Code, ...], Field(min_length=1, max_length=10)]
    """Issue codes of the pack (rulebook 3.16, 11)."""
    decided_on: Day
    measures: Annotated[tuple[Measure, ...], Field(max_length=10)] = ()
    """What is left, for CHANGED; none for REVOKED."""
    reasons: Prose
    document: DocumentRef
    pursue_responsible: bool = False
    """Whether those who decided improperly are to be held accountable: a lead for the case."""


class Reversal(Value):
    """That one item of a correction was reversed, with its receipt."""

    item: Line
    """Its key, as the work item shows it: `archive/INTEGRITY_FILE`."""
    reversed_on: Day
    evidence: DocumentRef


class Reopening(Value):
    """Why a follow-up is taken up again after it was closed."""

    ground: Literal["REVIEW", "REINSTATEMENT"]
    """REVIEW: the decision may be improper. REINSTATEMENT: normal use has become possible."""
    asked_on: Day
    reasons: Prose
    document: DocumentRef | None = None


class ReviewEnd(Value):
    """That a review of the decision found nothing to correct."""

    ended_on: Day
    reasons: Prose
