"""What was imposed on a subject, and what follows from it, as frozen values."""

from datetime import date, timedelta

from pydantic import Field, model_validator

from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.lifecycle import Day, Value
from workflows.domain.sourced import Mark
from workflows.domain.terms import Term
from workflows.domain.text import Text


class Imposed(Value):
    """One measure as it was decided; days are days in Shanghai."""

    measure: str
    effective_on: Day | None = None
    """The first day of its period; the day of the decision when it is not given."""
    months: int | None = Field(default=None, ge=1)
    """One period for several sanctions alike, where the pack lets them be merged."""
    rights_restored_on: Day | None = None
    """留党察看: when rights were restored; until then the end of the observation is assumed."""


class Running(Value):
    """An earlier sanction whose period is not over: its first and its last restricted day.

    Without a last day it bars for ever, as an expulsion does.
    """

    measure: str
    since: Day
    last_day: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Running":
        if self.last_day is not None and self.last_day <= self.since:
            raise ValueError("last_day must be after since")
        return self


class Imposition(Value):
    """Everything imposed on one subject by one decision, and what the subject brought along."""

    decided_on: Day
    measures: tuple[Imposed, ...]
    running: tuple[Running, ...] = ()
    holds_party_post: bool = True
    """Without one, a serious warning takes the place of removal from Party posts."""

    @model_validator(mode="after")
    def _each_once(self) -> "Imposition":
        codes = [imposed.measure for imposed in self.measures]
        if len(codes) != len(set(codes)):
            raise ValueError("measures: each measure once")
        return self


class Restriction(Value):
    """What the subject may not get, through `last_day`; for ever without one."""

    kind: RestrictionKind
    measure: str
    """The code of the measure; empty for the flag of the year."""
    since: date
    """The first day on which it holds."""
    last_day: date | None
    term: Term | None = None
    """How the last day is counted; None for a flag of the year and for what is permanent."""
    earlier: bool = False
    """Whether it comes from an earlier decision."""
    source: str
    mark: Mark
    why: Text

    @property
    def first_eligible(self) -> date | None:
        """Return the first day on which it does not hold any more; None if it never ends."""
        return None if self.last_day is None else self.last_day + timedelta(days=1)

    def holds_on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.since <= day and (self.last_day is None or day <= self.last_day)


class Consequences(Value):
    """What follows from one decision for one subject."""

    decided_on: date
    restrictions: tuple[Restriction, ...] = ()

    @property
    def periods(self) -> tuple[Restriction, ...]:
        """Return the restrictions that make the impact period; the flag of the year does not."""
        return tuple(r for r in self.restrictions if r.kind is not RestrictionKind.AWARD)

    @property
    def permanent(self) -> bool:
        """Say whether the impact period never ends."""
        return any(r.last_day is None for r in self.periods)

    @property
    def longest(self) -> Restriction | None:
        """Return the restriction that ends last; None if there is none or one never ends."""
        ending = [r for r in self.periods if r.last_day is not None]
        if self.permanent or not ending:
            return None
        return max(ending, key=lambda r: (r.last_day, not r.earlier))

    @property
    def impact_end(self) -> date | None:
        """Return the first day after the impact period; None if it never ends.

        Without a period it is the day of the decision (A08).
        """
        if self.permanent:
            return None
        return self.longest.first_eligible if self.longest else self.decided_on

    @property
    def last_day(self) -> date | None:
        """Return the last day of the impact period; None without one, or if it never ends."""
        return self.longest.last_day if self.longest else None

    @property
    def term(self) -> Term | None:
        """Return the impact period as a term, for a deadline that is a period."""
        return self.longest.term if self.longest else None

    @property
    def award_until(self) -> date | None:
        """Return the last day without excellent grade and award (C19_A)."""
        flags = (r.last_day for r in self.restrictions if r.kind is RestrictionKind.AWARD)
        return next(flags, None)


class Eligibility(Value):
    """Whether somebody may get something on a day, and why."""

    allowed: bool
    first_eligible: date | None
    """The first day on which it is allowed; None if never, or if nothing ever barred it."""
    reasons: tuple[Text, ...]
