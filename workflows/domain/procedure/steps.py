"""From a command to the fact it makes true, or to a refusal: turn, officer, date, content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic

from workflows.domain.authority import Seat, check_seat, check_uninvolved
from workflows.domain.lifecycle import Command, Draft, Fact, legal_date, today
from workflows.domain.procedure.stages import Stages
from workflows.domain.procedure.table import M, Table
from workflows.domain.refusals import not_later, refuse

Check = Callable[[M, Any, date], None]
"""Refuses a command (`Rejected`); the date is today in Shanghai."""


@dataclass(frozen=True)
class StepRule(Generic[M]):
    """One command: the fact it makes true and everything that must hold before."""

    command: type[Command]
    fact: type[Fact]
    seat: Callable[[M], Seat] | None
    """Who may give it; None for a message, which anybody hands in and nobody refuses."""
    dated_by: str = ""
    """The field with its legal date; without one `effective_on` counts, else today."""
    checks: tuple[Check[M], ...] = ()
    since: Callable[[M], date | None] | None = None
    """The day before which it cannot have happened, where that is not the day of the stage."""
    adds: Callable[[M, Any], Mapping[str, Any]] | None = None
    """Fields of the fact that follow from the matter rather than from the command."""
    after_end: bool = False
    """Whether a closed matter still takes it, and wakes for it."""
    seat_for: Callable[[M, Any], Seat] | None = None
    """Who may give it, where that depends on what it says, as a measure's nature does."""

    def seated(self, matter: M, command: Command) -> Seat:
        """Return who may give this very command; LookupError for a message."""
        if self.seat_for is not None:
            return self.seat_for(matter, command)
        if self.seat is None:
            raise LookupError(command.kind)
        return self.seat(matter)

    @property
    def fact_kind(self) -> str:
        """Return the kind of its fact."""
        return str(self.fact.model_fields["kind"].default)

    def fact_of(self, matter: M, command: Command) -> Fact:
        """Return the fact of a command: the fields both share, and what the matter adds."""
        names = self.fact.model_fields
        values = {name: getattr(command, name) for name in names if hasattr(command, name)}
        added = self.adds(matter, command) if self.adds else {}
        return self.fact(**{**values, **added, "kind": self.fact_kind})


@dataclass(frozen=True)
class Steps(Generic[M]):
    """The commands of a kind, judged one after the other by the same questions."""

    rule: str
    """The rule behind the table, such as `3.11`: cited when a command comes out of turn."""
    stages: Stages
    table: Table[M]
    rules: tuple[StepRule[M], ...]

    def of(self, command: type[Command]) -> StepRule[M]:
        """Return the rule of a command; LookupError if the kind does not know it."""
        for rule in self.rules:
            if rule.command is command:
                return rule
        raise LookupError(command.kind)

    def decide(self, matter: M, command: Command, now: datetime, *, over: bool) -> Draft:
        """Return the fact that a command makes true; raises `Rejected` naming the broken rule."""
        step, day = self.of(type(command)), today(now)
        self._check_turn(matter, step, over=over)
        if step.seat is not None:
            check_uninvolved(command.actor, None, matter.barred)
            check_seat(command.actor, step.seated(matter, command))
        on = _effective(step, command, now)
        self._check_order(matter, step, on)
        for check in step.checks:
            check(matter, command, day)
        return Draft(fact=step.fact_of(matter, command), effective_on=on)

    def _check_turn(self, matter: M, step: StepRule[M], *, over: bool) -> None:
        if over and not step.after_end:
            raise refuse(
                self.rule,
                "本件已办结，不再办理此事项。",
                "The matter is closed; this can no longer be done in it.",
            )
        allowed = self.table.facts_from(matter.stage)
        if step.fact_kind in allowed or self.table.is_anywhere(step.fact_kind):
            return
        stage, options = self.stages.label(matter.stage), self._options(allowed)
        raise refuse(
            self.rule,
            f"当前阶段为“{stage.zh}”，不能办理此事项。现在可以：{options}。",
            f"The matter is in “{stage.en}”: this cannot be done now. Possible: {options}.",
        )

    def _options(self, allowed: tuple[str, ...]) -> str:
        names = [
            rule.command.kind.replace("_", "-")
            for rule in self.rules
            if rule.fact_kind in allowed and rule.seat is not None
        ]
        return ", ".join(dict.fromkeys(names)) or "—"

    def _check_order(self, matter: M, step: StepRule[M], on: date) -> None:
        """Refuse a step dated before the matter came to where it stands."""
        if step.seat is None or self.table.is_anywhere(step.fact_kind):
            return
        since = step.since(matter) if step.since else matter.since
        if since is not None and on < since:
            raise refuse(
                "0.3",
                f"日期 {on} 早于前一环节（{since}）：请核对日期。",
                f"The date {on} is before the step it follows, {since}: check the date.",
            )


def _effective(step: StepRule[M], command: Command, now: datetime) -> date:
    """Return the legal date (Shanghai): a message dated ahead counts from today."""
    if not step.dated_by:
        if step.seat is None:
            return min(command.effective_on or today(now), today(now))
        return legal_date(command, now)
    day: date = getattr(command, step.dated_by)
    if step.seat is None:
        return min(day, today(now))
    not_later(day, today(now), step.dated_by)
    return day
