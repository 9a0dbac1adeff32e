"""What weighs in a case: factors, liability, causes, harm, tolerance (Art. 11, 14-17; 4.1, 4.2)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from workflows.domain.accountability_rules.codes import Level
from workflows.domain.accountability_rules.named import Named
from workflows.domain.sourced import Rule


class Leaning(Named):
    """A circumstance that the calculator weighs (S049): lighter (-1), nothing (0), heavier (1)."""

    lean: int = Field(default=0, ge=-1, le=1)


class FactorRule(Named):
    """A circumstance of Art. 14-17 and what it does."""

    article: str
    effect: Literal["mitigating", "aggravating", "exempting", "duty", "scope"]

    @property
    def lean(self) -> int:
        """Return how it weighs in the calculator."""
        return {"mitigating": -1, "exempting": -1, "aggravating": 1}.get(self.effect, 0)


class LiabilityRule(Leaning):
    """A code of liability: which responsibility, whose, of which layer, how it failed."""

    family: Literal["responsibility", "holder", "leadership", "layer", "failure", "direct"]
    needs_evidence: bool = False
    """Whether it holds only with a record, as an objection that was overruled does (inv. 17)."""
    liable: bool = True
    """Whether somebody with it is liable at all."""


class CauseRule(Leaning):
    """Why somebody failed: could not, had no means, did not do it well, would not."""

    supports_heavy: bool = False
    """Whether heavy handling needs no further reasons (S036)."""


class HarmRule(Named):
    """A grade of harm and the level of the ladder where the calculator begins."""

    level: Literal[Level.LIGHT, Level.HEAVIER, Level.SERIOUS]


class Calculator(Rule):
    """Constants and variables (定量、变量, S049): what it takes to suggest another level."""

    leans_for_another_level: int = Field(ge=2)
    """One circumstance never changes the level by itself."""


class ToleranceRules(BaseModel):
    """The lists of the tolerance assessment: positive (may be tolerated), negative (never)."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    positive: dict[str, Named]
    negative: dict[str, Named]
