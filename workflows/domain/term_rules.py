"""Entries that several parts of a rule pack share: the length of a term, a yes or no."""

from pydantic import Field, model_validator

from workflows.domain.sourced import Rule
from workflows.domain.terms import Budget, Roll


class TermRule(Rule):
    """The length of a term and how it is counted."""

    months: int = Field(default=0, ge=0, le=120)
    days: int = Field(default=0, ge=0, le=3660)
    working_days: int = Field(default=0, ge=0, le=1000)
    roll: Roll = Roll.NONE
    ladder: str

    @model_validator(mode="after")
    def _is_a_length(self) -> "TermRule":
        if not (self.months or self.days or self.working_days):
            raise ValueError("a term needs months, days or working_days")
        return self

    @property
    def budget(self) -> Budget:
        """Return the length as a budget."""
        return Budget(months=self.months, days=self.days, working_days=self.working_days)


class Option(Rule):
    """A yes or no of the pack."""

    value: bool
