"""What a command says and the fact it becomes keeps: the fields both share, written once."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from workflows.domain.clarification.methods import Effect, Method, Plan
from workflows.domain.clarification.situations import SituationCode, Situations
from workflows.domain.clarification.values import (
    Application,
    LeadResult,
    Point,
    PointId,
    require_each_once,
)
from workflows.domain.lifecycle import Day, Value
from workflows.domain.roles import Role
from workflows.domain.writing import Code, Line, Prose


class DocumentRef(Value):
    """A document on file: its kind, number and date. The text itself never travels."""

    kind: Code
    number: Line
    dated: Day | None = None


class Factor(StrEnum):
    """What the evaluation weighs (rulebook 2.5); internal, never shown outside (A46)."""

    POLITICAL_CHARACTER = "POLITICAL_CHARACTER"
    MORAL_CONDUCT = "MORAL_CONDUCT"
    WORK_STYLE = "WORK_STYLE"
    INTEGRITY = "INTEGRITY"
    ADVERSE_IMPACT = "ADVERSE_IMPACT"
    OTHER_FACTOR = "OTHER_FACTOR"


class View(StrEnum):
    """The opinion of a Party organisation that was informed beforehand."""

    AGREES = "AGREES"
    NO_COMMENT = "NO_COMMENT"
    ADVERSE = "ADVERSE"


class MaterialsCompletion(Value):
    """The day the last material of the application came in, in Shanghai."""

    completed_on: Day


def _each_once(points: tuple[Point, ...]) -> tuple[Point, ...]:
    require_each_once(points)
    return points


class VerificationEnd(Value):
    """The end of verification and what it established, point by point."""

    ended_on: Day
    points: Annotated[tuple[Point, ...], Field(min_length=1), AfterValidator(_each_once)]


class Screening(Value):
    """Which situations hold and which other leads are still to be verified."""

    situations: Situations = Situations()
    other_leads: tuple[Code, ...] = ()
    reasons: Prose | None = None
    """Reasons for deferring, or for not starting because no situation holds."""


class LeadClosing(Value):
    """The end of another lead about the same person."""

    lead: Code
    closed_on: Day
    result: LeadResult


class LeadRegistration(Value):
    """Another lead about the same person that is to be verified."""

    lead: Code
    registered_on: Day


class Opinion(Value):
    """The opinion of the undertaking department whether to start (rulebook 2.5)."""

    start: bool
    factors: dict[Factor, Prose]
    """The factor sheet: internal, kept out of every text that leaves the evaluation (A46)."""
    reasons: Prose
    situations_upheld: tuple[SituationCode, ...] = ()
    """Codes of the screened situations that still hold; for a start opinion at least one."""
    effect: Effect = Effect()
    plan: Plan | None = None
    """What to clarify and how; required for a start opinion."""


class Countersignature(Value):
    """The approver's word on an opinion not to start although a situation holds (A03)."""

    agrees: bool
    reasons: Prose


class Study(Value):
    """Collective study (集体研判) with its minutes and participants."""

    minutes: DocumentRef
    participants: Annotated[tuple[Code, ...], Field(min_length=2)]


class Remark(Value):
    """A step that is passed, with an optional remark."""

    remark: Prose | None = None


class Approval(Value):
    """Approval, or confirmation after an adverse opinion; a plan replaces the proposed one."""

    plan: Plan | None = None
    effect: Effect | None = None
    remark: Prose | None = None


class Reasons(Value):
    """A step that needs reasons."""

    reasons: Prose


class Hearing(Value):
    """The prior notice: who was informed when, and the opinion that was heard."""

    informed: Role
    informed_on: Day
    view: View
    opinion: Prose | None = None
    """What was said; required when it is adverse."""


class Execution(Value):
    """One method carried out, with its document and the proof that it arrived."""

    method: Method
    document: DocumentRef
    points: Annotated[tuple[PointId, ...], Field(min_length=1)]
    """The points that the document clarifies: untrue ones only."""
    clarifying_organ: Code
    clarified_on: Day
    confirmation: DocumentRef
    """The proof: receipt of service, signed record, minutes, copy of the publication."""
    overall_appraisal: bool = False
    """Whether the document appraises the person as a whole: it must not (principle P1)."""


class PostNotice(Value):
    """The notice after implementation."""

    informed: Role
    informed_on: Day


class Reply(Value):
    """The reasoned written reply to an applicant whose application did not lead to the end."""

    document: DocumentRef
    served_on: Day


class EffectCheck(Value):
    """What the follow-up found, about a month after completion."""

    restored: bool
    findings: Prose
    further_action: Prose | None = None
    """What will be done about an effect that lingers; required when not restored."""


class Withdrawal(Value):
    """The applicant's written withdrawal."""

    reference: Code
    received_on: Day


class Objection(Value):
    """The person's objection to a public method (A49)."""

    method: Method
    reasons: Prose


class Recusal(Value):
    """An officer who must not act in this matter, and why."""

    officer: Code
    reasons: Prose


class SuspectedFalseAccusation(Value):
    """A hint that the accusation was false on purpose, kept as a lead for referral (2.9)."""

    lead: Code
    noted_on: Day


class JoiningApplication(Value):
    """An application that reaches a matter which is already running."""

    application: Application


class NoticeSettlement(Value):
    """How somebody was told whom a notice could not reach."""

    notice: Annotated[str, Field(pattern=r"^\d+/\d+$")]
    """The notice as `seq/index`."""
    how: Prose
