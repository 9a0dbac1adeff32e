"""What commands of a rectification say and their facts keep: shared fields, written once."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.writing import Code, Line, Prose

ItemId = Annotated[str, Field(pattern=r"^I[1-9]\d{0,2}$")]
"""How a recommendation calls its items: I1, I2 …"""


class About(StrEnum):
    """What a recommendation is about: a person, a matter, or a system of rules (3.13)."""

    PERSON = "PERSON"
    MATTER = "MATTER"
    SYSTEM = "SYSTEM"


class Obstruction(StrEnum):
    """What turns a rectification into a new lead (3.11)."""

    DELAY = "DELAY"
    BUCK_PASSING = "BUCK_PASSING"
    REFUSAL = "REFUSAL"
    FRAUD = "FRAUD"


class Item(Value):
    """One thing that the unit is to put right."""

    id: ItemId
    about: About
    what: Prose


class Undertaking(Value):
    """What the unit will do about one item, and who answers for it."""

    item: ItemId
    action: Prose
    responsible: Line
    """The post that answers for it."""


class Plan(Value):
    """The unit's plan: at least one undertaking for every item."""

    document: DocumentRef
    undertakings: Annotated[tuple[Undertaking, ...], Field(min_length=1, max_length=200)]


class Progress(Value):
    """What the unit reports at a node of the plan."""

    reported_on: Day
    summary: Prose


class Completion(Value):
    """The unit's report that everything is done."""

    reported_on: Day
    report: DocumentRef
    summary: Prose


class Verification(Value):
    """What was found on site."""

    verified_on: Day
    visitors: Annotated[tuple[Code, ...], Field(min_length=2, max_length=20)]
    """Ids of the officers who were there."""
    record: DocumentRef
    findings: Prose
    unfinished: tuple[ItemId, ...] = ()
    """Items that are not put right: with any, the rectification goes back to its plan."""

    @model_validator(mode="after")
    def _each_once(self) -> "Verification":
        if len(set(self.visitors)) != len(self.visitors):
            raise ValueError("visitors: each officer once")
        return self


class WriteOff(Value):
    """The leader's word that the items are done with."""

    remark: Prose | None = None


class LookBackStart(Value):
    """A look-back is begun, at a time of the organ's choosing."""

    remark: Prose | None = None


class LookBack(Value):
    """What a look-back found."""

    looked_on: Day
    record: DocumentRef
    findings: Prose
    relapsed: tuple[ItemId, ...] = ()
    """Items that came back: with any, the rectification goes back to its plan."""


class Waiver(Value):
    """Why there is no look-back."""

    reasons: Prose


class ObstructionNote(Value):
    """Delay, buck-passing, refusal or fraud in rectification: a new lead for the case."""

    obstruction: Obstruction
    found_on: Day
    what: Prose
