"""Forms and measures, each with its place on the ladder and what it entails (Art. 12, 13, 19)."""

from typing import Literal

from pydantic import Field, model_validator

from workflows.domain.accountability_rules.codes import (
    Level,
    Nature,
    RestrictionKind,
    SubjectKind,
)
from workflows.domain.accountability_rules.named import Named
from workflows.domain.sourced import Rule


class RestrictionRule(Rule):
    """What a measure bars, for how long, counted from when; without months it is permanent."""

    kind: RestrictionKind
    months: int | None = Field(default=None, ge=1, le=120)
    start: Literal["effective", "rights_restored"] = "effective"
    """`effective`: the day the measure takes effect, which is the day of the decision unless
    another is recorded. `rights_restored`: when the rights of a Party member are restored."""


class MeasureRule(Named):
    """A form or measure."""

    of: tuple[SubjectKind, ...] = Field(min_length=1)
    """Who may get it."""
    level: Level
    severity: int = Field(ge=0, le=100)
    """For sorting and for `no aggravation`; ten times the order of rulebook 3.8."""
    nature: Nature
    heavy: bool = False
    """Needs a written justification (G6)."""
    counts: bool = True
    """Whether it is accountability, with the consequences for the year (A09, A21)."""
    light_touch: bool = False
    """Whether it may end a matter without accountability."""
    first_form: bool = False
    """The first of the four forms: by default not published in the organ's name (3.12)."""
    restrictions: tuple[RestrictionRule, ...] = ()
    observation_months: int = Field(default=0, ge=0, le=24)
    """留党察看: the months of probation within the Party, after which rights are restored."""
    longest_observation_months: int = Field(default=0, ge=0, le=24)
    without_party_post: str = ""
    """The measure that takes its place for a member who holds no Party post."""

    @model_validator(mode="after")
    def _is_consistent(self) -> "MeasureRule":
        kinds = [(part.kind, part.start) for part in self.restrictions]
        if len(kinds) != len(set(kinds)):
            raise ValueError("restrictions: each kind once from each start")
        waits = any(part.start == "rights_restored" for part in self.restrictions)
        if waits != bool(self.observation_months):
            raise ValueError("observation_months and start rights_restored belong together")
        if self.longest_observation_months and not self.observation_months:
            raise ValueError("longest_observation_months needs observation_months")
        return self

    @property
    def has_period(self) -> bool:
        """Say whether an impact period comes with it."""
        return bool(self.restrictions)
