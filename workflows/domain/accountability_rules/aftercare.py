"""After the decision: publication, archives, rectification, revisits, return, probation."""

from typing import Literal

from pydantic import Field, model_validator

from workflows.domain.accountability_rules.named import Named
from workflows.domain.accountability_rules.verdicts import PublicationVerdict
from workflows.domain.roles import Role
from workflows.domain.sourced import Rule


class PublicationRules(Rule):
    """How publication is reviewed (3.12): three holds, and under whose name."""

    first_form_verdict: PublicationVerdict
    """The default for measures of the first form; another one needs a reason."""
    usual_verdict: PublicationVerdict
    holds: dict[str, Named]


class ArchiveRule(Named):
    """A file in which accountability is entered."""

    keeper: Role
    of: tuple[Literal["team", "individual"], ...]
    required: bool = True


class RectificationRules(Rule):
    """When rectification is looked at: months after the letter, the last one being the end."""

    node_months: tuple[int, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> "RectificationRules":
        if list(self.node_months) != sorted(set(self.node_months)) or self.node_months[0] < 1:
            raise ValueError("node_months: from 1 on, each once, in order")
        return self


class RevisitRules(Rule):
    """The revisit programme: forms, grades, what is checked, how many visit."""

    visitors_min: int = Field(ge=1)
    per_year_max: int = Field(ge=1)
    """More than this is pointed out, never refused."""
    forms: dict[str, Named]
    grades: dict[str, Named]
    checks: dict[str, Named]


class ReinstatementStep(Named):
    """A step on the way to normal use: by whom."""

    role: Role


class ReinstatementRules(Rule):
    """How somebody returns to normal use (3.15): steps in order; never automatically."""

    steps: dict[str, ReinstatementStep]


class ProbationRules(Rule):
    """The probation of rulebook 5.1, in whole months."""

    months_min: int = Field(ge=1)
    months_max: int = Field(le=12)
    ladder: str
    extension_within_cap: bool
    approved_by: Role | None = None
    """Who approves the setting, an extension and the result; nobody, where the pack is silent."""

    @model_validator(mode="after")
    def _is_a_range(self) -> "ProbationRules":
        if self.months_min > self.months_max:
            raise ValueError("months_min is above months_max")
        return self
