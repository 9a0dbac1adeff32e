"""The seven situations that call for clarification, each with the facts it must capture (2.4)."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workflows.domain.clarification.methods import Range
from workflows.domain.lifecycle import Value
from workflows.domain.writing import Code, Prose


class Affected(StrEnum):
    """Whether the effect has come about or is to be feared."""

    ACTUAL = "ACTUAL"
    POSSIBLE = "POSSIBLE"


class ElectionOrSelectionAffected(Value):
    """Situation 1: an election, selection or award is affected, or may be."""

    code: Literal["ELECTION_OR_SELECTION_AFFECTED"]
    event: Literal["ELECTION", "SELECTION", "AWARD", "OTHER"]
    affected: Affected


class RightsOrLifeHarmed(Value):
    """Situation 2: person, property, work or life is harmed."""

    code: Literal["RIGHTS_OR_LIFE_HARMED"]
    harm: tuple[Literal["PERSONAL_RIGHTS", "PROPERTY_RIGHTS", "WORK", "LIFE"], ...] = Field(
        min_length=1
    )


class PublicOrLocalAdverseEffect(Value):
    """Situation 3: adverse effect within a range, or in society."""

    code: Literal["PUBLIC_OR_LOCAL_ADVERSE_EFFECT"]
    range: Range


class MostlyOrMainlyUntrue(Value):
    """Situation 4: most leads, or the main problem, untrue; always with adverse effect (A45)."""

    code: Literal["MOSTLY_OR_MAINLY_UNTRUE"]
    ground: Literal["MOST", "MAIN"]
    adverse_effect: Literal[True]


class RepeatedAfterConclusion(Value):
    """Situation 5: the same matter reported again although a clear conclusion exists."""

    code: Literal["REPEATED_AFTER_CONCLUSION"]
    earlier_conclusion: Code


class FalseAccusationVictim(Value):
    """Situation 6: victim of a false accusation; noted as a lead for later referral (2.9)."""

    code: Literal["FALSE_ACCUSATION_VICTIM"]
    lead: Code


class OtherNecessary(Value):
    """Situation 7: other truly necessary situations, with the reason."""

    code: Literal["OTHER_NECESSARY"]
    reason: Prose


Situation = Annotated[
    ElectionOrSelectionAffected
    | RightsOrLifeHarmed
    | PublicOrLocalAdverseEffect
    | MostlyOrMainlyUntrue
    | RepeatedAfterConclusion
    | FalseAccusationVictim
    | OtherNecessary,
    Field(discriminator="code"),
]


SituationCode = Literal[
    "ELECTION_OR_SELECTION_AFFECTED",
    "RIGHTS_OR_LIFE_HARMED",
    "PUBLIC_OR_LOCAL_ADVERSE_EFFECT",
    "MOSTLY_OR_MAINLY_UNTRUE",
    "REPEATED_AFTER_CONCLUSION",
    "FALSE_ACCUSATION_VICTIM",
    "OTHER_NECESSARY",
]


class Situations(Value):
    """The situations that hold: none, one or several, each once."""

    held: tuple[Situation, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "Situations":
        codes = [situation.code for situation in self.held]
        if len(codes) != len(set(codes)):
            raise ValueError("held: each situation once")
        return self

    @property
    def codes(self) -> tuple[SituationCode, ...]:
        """Return the codes of the situations that hold."""
        return tuple(situation.code for situation in self.held)
