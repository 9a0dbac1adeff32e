"""What the steps of the investigation say: musts, tolerance, constitution, charges, meeting."""

from typing import Annotated

from pydantic import Field

from workflows.domain.accountability_rules.codes import Fault
from workflows.domain.accountability_rules.verdicts import Must, ToleranceResult
from workflows.domain.clarification.values import PointId
from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import SubjectRef
from workflows.domain.writing import Code, Line, Prose

Evidence = Annotated[tuple[DocumentRef, ...], Field(max_length=50)]


class ThreeEffects(Value):
    """The three effects that must no. 4 weighs (S021)."""

    political: Prose
    discipline: Prose
    social: Prose


class MustRecord(Value):
    """One of the four musts: heard from whom, on which day, what was said, and the evidence."""

    must: Must
    subject: SubjectRef | None = None
    """Whose statement it is; for the statement only."""
    heard_from: Line
    heard_on: Day
    text: Prose
    evidence: Evidence = ()
    fault: Fault | None = None
    """How the statement lets the fault be seen; for the statement only."""
    masses: Prose | None = None
    """The opinion of the masses, beside that of the unit's Party organisation."""
    no_policy_question: bool = False
    """That no question of policy exists, in place of a reply of the business department."""
    effects: ThreeEffects | None = None


class PreFiling(Value):
    """A filing for tolerance made beforehand; it is a record and exempts nobody (4.5)."""

    number: Code
    filed_on: Day
    matter_began_on: Day

    @property
    def late(self) -> bool:
        """Say whether it came after the matter had begun: then it is no filing (A11)."""
        return self.filed_on > self.matter_began_on


class ToleranceAssessment(Value):
    """The result of the tolerance assessment for a subject (G4)."""

    subject: SubjectRef
    result: ToleranceResult
    assessed_on: Day
    positive: tuple[Code, ...] = ()
    negative: tuple[Code, ...] = ()
    pre_filing: PreFiling | None = None
    reasons: Prose
    late_reasons: Prose | None = None
    """Why it is tolerated although the filing came late, and so protects nobody (A11)."""

    @property
    def filed_late(self) -> bool:
        """Say whether its filing came after the matter had begun."""
        return self.pre_filing is not None and self.pre_filing.late


class ExpertReport(Value):
    """The professional assessment that medical matters need (G5)."""

    experts: Line
    reported_on: Day
    conclusion: Prose
    report: DocumentRef


class LayerExamination(Value):
    """What the look at those who decided has found (G9)."""

    examined_on: Day
    findings: Prose
    subjects: tuple[SubjectRef, ...] = ()
    evidence: Evidence = ()


class Constitution(Value):
    """Whether a subject can be liable at all: duty, cause, proof, reach of its authority (G3)."""

    subject: SubjectRef
    duty_in_scope: bool
    caused: bool
    proven: bool
    beyond_grassroots: bool = False
    """Whether the duty lies outside what the base has the authority to do."""
    reasons: Prose
    evidence: Evidence = ()
    untrue_points: tuple[PointId, ...] = ()
    """What of the accusation was found untrue."""

    @property
    def liable(self) -> bool:
        """Say whether every element holds."""
        elements = self.duty_in_scope and self.caused and self.proven
        return elements and not self.beyond_grassroots


class Charge(Value):
    """A coded situation, with the consequence that it requires (G11)."""

    code: Code
    of: Code | None = None
    """The situation that a charge such as Art. 7 (1) takes over."""
    result_established: bool = False
    result: Prose | None = None
    """What shows the consequence."""


class Charging(Value):
    """What a subject is charged with; it replaces what was charged before."""

    subject: SubjectRef
    charges: Annotated[tuple[Charge, ...], Field(min_length=1, max_length=20)]
    conduct: Prose


class Weighing(Value):
    """What weighs for and against a subject, in codes of the pack; it replaces what was before."""

    subject: SubjectRef
    liabilities: Annotated[tuple[Code, ...], Field(min_length=1)]
    cause: Code
    harm: Code
    factors: tuple[Code, ...] = ()
    variables: tuple[Code, ...] = ()
    objection: DocumentRef | None = None
    """The record of a clear objection that was overruled; DISSENT holds only with it."""
    reasons: Prose


class FactsShown(Value):
    """The facts were shown to a subject and explained (事实材料见面, T1)."""

    subject: SubjectRef
    shown_on: Day
    explained: Prose
    record: DocumentRef


class SubjectReply(Value):
    """What a subject said to the facts."""

    subject: SubjectRef
    heard_on: Day
    reply: Prose
    record: DocumentRef | None = None
