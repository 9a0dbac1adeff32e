"""How impact periods are counted, merged and combined (Art. 19; rulebook 3.10)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from workflows.domain.accountability_rules.codes import Nature
from workflows.domain.sourced import Rule


class LastDay(Rule):
    """`day_before`: the first eligible day is the anniversary; else it is the day after."""

    value: Literal["day_before", "corresponding_day"]


class Longest(Rule):
    """Whether the longer period governs every restriction of a decision, or each its own kind."""

    value: Literal["all_kinds", "each_kind"]


class Award(Rule):
    """The flag of Art. 19: no excellent grade and no award until 31 December of that year."""

    zh: str
    en: str


class MergingRule(Rule):
    """What a new sanction does inside a running one of the same nature."""

    inside: Literal["remaining_plus_new", "longest"]
    cap_months: int | None = Field(default=None, ge=1)
    """The merged period ends this many months after the new decision at the latest."""
    may_merge: bool = False
    """Whether several alike in one decision may be given one period, up to their sum and the
    cap."""


class ImpactRules(BaseModel):
    """How impact periods are counted."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    last_day: LastDay
    longest: Longest
    award: Award
    merging: dict[Nature, MergingRule]
