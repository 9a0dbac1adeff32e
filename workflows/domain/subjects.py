"""Whom an accountability case is about, and what was decided on each.

Case, follow-up and appeal share these values.

Personal data lives here and in the facts made of it; none of it reaches an id or a subject line.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.lifecycle import Day, Value
from workflows.domain.writing import Code, Line, Prose

SubjectRef = Annotated[str, Field(pattern=r"^S[1-9]\d{0,2}$")]
"""How a case calls its subjects: S1, S2 …; the follow-up of S1 is number `<case>-S1`."""


class SubjectKind(StrEnum):
    """A leading team, or a person."""

    TEAM = "TEAM"
    PERSON = "PERSON"


class SubjectRole(StrEnum):
    """Class of subject, which decides the charges and forms that fit (rulebook 3.7)."""

    PARTY_TEAM = "PARTY_TEAM"
    PARTY_PRINCIPAL = "PARTY_PRINCIPAL"
    PARTY_MEMBER = "PARTY_MEMBER"
    DI_TEAM = "DI_TEAM"
    DI_CADRE = "DI_CADRE"


TEAMS = frozenset({SubjectRole.PARTY_TEAM, SubjectRole.DI_TEAM})


class Subject(Value):
    """A person or team that may be held accountable; the organ knows it by a reference."""

    ref: SubjectRef
    kind: SubjectKind
    role: SubjectRole
    reference: Code
    """The organ's own reference for it, such as a cadre number."""
    name: Line
    unit: Line
    post: Line | None = None
    officer: Code | None = None
    """Its id in the officers' directory, so that it acts on nothing here."""
    holds_party_post: bool = True
    """Whether it holds a post within the Party: decides what a removal can be (legal 2)."""
    grassroots: bool = False
    """Whether it works at the base, whose duty must not be stretched (rulebook 3.5 G3)."""

    @model_validator(mode="after")
    def _kind_and_role(self) -> "Subject":
        if (self.kind is SubjectKind.TEAM) != (self.role in TEAMS):
            raise ValueError("role: PARTY_TEAM and DI_TEAM are teams, the others persons")
        return self


class Outcome(StrEnum):
    """What a decision says of one subject (rulebook 3.11)."""

    MEASURES = "MEASURES"
    EXEMPT = "EXEMPT"
    NO_LIABILITY = "NO_LIABILITY"


class Measure(Value):
    """One measure that was imposed: a code of the pack, and from when it takes effect."""

    code: Code
    effective_on: Day | None = None
    """The day from which it takes effect in Shanghai; the day of the decision if not given."""
    months: Annotated[int, Field(ge=1, le=60)] | None = None
    """Its own length, for the measures whose length the decision sets (probation in the Party)."""


class SubjectDecision(Value):
    """The decision on one subject."""

    subject: SubjectRef
    outcome: Outcome
    measures: tuple[Measure, ...] = ()
    reasons: Prose

    @model_validator(mode="after")
    def _measures_fit(self) -> "SubjectDecision":
        if (self.outcome is Outcome.MEASURES) != bool(self.measures):
            raise ValueError("measures: required for outcome MEASURES, and only for it")
        if len({measure.code for measure in self.measures}) != len(self.measures):
            raise ValueError("measures: each code once")
        return self
