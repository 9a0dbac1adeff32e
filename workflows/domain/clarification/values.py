"""What a clarification is about: the person or unit, the finding, the application, other leads.

Everything personal lives here and in the facts made of it; none of it reaches an id, a search
attribute, a log line or a subject line.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.lifecycle import Day, Value
from workflows.domain.writing import Code, Line, Prose


class Entry(StrEnum):
    """How a clarification begins (rulebook 2.2)."""

    OWN_INITIATIVE = "OWN_INITIATIVE"
    APPLICATION = "APPLICATION"


class Route(StrEnum):
    """The organisational route (rulebook 2.7)."""

    ORGAN = "ORGAN"
    DISPATCHED = "DISPATCHED"
    TOWNSHIP = "TOWNSHIP"
    SOE_INSTITUTION = "SOE_INSTITUTION"
    UNIT_OR_COLLECTIVE = "UNIT_OR_COLLECTIVE"


class SubjectKind(StrEnum):
    """Who is clarified: a person, or a unit or collective."""

    PERSON = "PERSON"
    UNIT = "UNIT"


class Subject(Value):
    """The person or unit that was reported (澄清对象)."""

    kind: SubjectKind = SubjectKind.PERSON
    reference: Code
    """The subject's file number at the office: no name; keeps one matter to a finding."""
    name: Line
    unit: Line
    officer: Code | None = None
    """The subject's own id if the directory has it, so that nobody acts on his own matter."""
    full_position: bool = False
    """A full-position leading cadre managed by the department (正职, A17)."""
    party_group_principal: bool = False
    """The subject is the very person whom prior and post notice would go to (A54)."""


class Finding(StrEnum):
    """What verification established about one point of the accusation."""

    UNTRUE = "UNTRUE"
    TRUE = "TRUE"
    NOT_ESTABLISHED = "NOT_ESTABLISHED"


PointId = Annotated[str, Field(pattern=r"^P\d{1,3}$")]
"""How a point of the accusation is called: P1, P2 …; never its text."""


class Point(Value):
    """One point of the accusation as verification left it."""

    id: PointId
    matter: Prose
    finding: Finding
    main: bool = False
    """The main problem of the accusation."""


def require_each_once(points: tuple[Point, ...]) -> None:
    """Raise ValueError if an id comes twice among the points."""
    if len({point.id for point in points}) != len(points):
        raise ValueError("points: each id once")


class Verification(Value):
    """The verification of the accusation (核查); still running while `ended_on` is missing."""

    reference: Code
    ended_on: Day | None = None
    points: tuple[Point, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "Verification":
        if (self.ended_on is None) != (not self.points):
            raise ValueError("ended_on and points belong together: both, or neither")
        require_each_once(self.points)
        return self

    @property
    def untrue(self) -> frozenset[str]:
        """Return the ids of the points that were established as untrue."""
        return frozenset(p.id for p in self.points if p.finding is Finding.UNTRUE)

    @property
    def partly_true(self) -> bool:
        """Say whether some point is untrue and some other is not."""
        return 0 < len(self.untrue) < len(self.points)


class Application(Value):
    """A written application of the accused person (书面申请)."""

    reference: Code
    received_on: Day
    materials_complete_on: Day | None = None
    """The day the last material came in; missing while materials are incomplete."""

    @model_validator(mode="after")
    def _in_order(self) -> "Application":
        if self.materials_complete_on and self.materials_complete_on < self.received_on:
            raise ValueError("materials_complete_on is before received_on")
        return self


class LeadResult(StrEnum):
    """How another lead about the same person ended."""

    SUBSTANTIATED = "SUBSTANTIATED"
    UNSUBSTANTIATED = "UNSUBSTANTIATED"
    OTHER = "OTHER"


class OtherLead(Value):
    """Another lead about the same person that is, or is to be, verified (其他问题线索)."""

    reference: Code
    registered_on: Day
    closed_on: Day | None = None
    result: LeadResult | None = None
