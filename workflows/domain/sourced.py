"""What every entry of a rule pack has: where it comes from, and how firm that is."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Source = Annotated[str, Field(min_length=3)]
Mark = Literal["T", "P", "C", "D"]
"""T a measure says so; P reported practice; C recommendation; D default of the rulebook."""


class Rule(BaseModel):
    """A value of the pack with where it comes from; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    source: Source
    mark: Mark
