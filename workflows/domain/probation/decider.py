"""The probation as a decider: everything the durable shell asks of a kind of matter."""

from collections.abc import Sequence
from datetime import date, datetime

from workflows.domain.calendars import Calendar
from workflows.domain.lifecycle import (
    Actor,
    Draft,
    Event,
    Fact,
    MatterMessage,
    WorkItem,
    legal_date,
)
from workflows.domain.probation import duties, effects, terms
from workflows.domain.probation.changes import CHANGES
from workflows.domain.probation.checks import check_setting
from workflows.domain.probation.commands import Open
from workflows.domain.probation.facts import FACTS, ProbationOpened
from workflows.domain.probation.stages import STAGES
from workflows.domain.probation.state import Probation
from workflows.domain.probation.steps import STEPS
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.watching import Watch
from workflows.domain.refusals import refuse
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class ProbationDecider(ProcedureDecider[Probation]):
    """Answers for `Probation`; it keeps nothing, so one instance serves everybody."""

    kind = "probation"
    label = Text("考验期", "Probation")
    steps = STEPS
    changes = CHANGES
    facts = FACTS

    def open(
        self, request: Open, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that a probation is set; raises `Rejected` where it may not be (5.1)."""
        if pack.accountability is None:
            raise refuse(
                "0.1",
                f"规则包 {pack.label} 没有问责规则。",
                f"Rule pack {pack.label} has no rules for accountability.",
            )
        check_setting(request, pack.accountability)
        fact = ProbationOpened(request=request, pack=pack, calendar=calendar)
        return Draft(fact=fact, effective_on=legal_date(request, now)), request.actor

    def blank(self, opened: Event) -> Probation:
        fact = opened.fact
        if not isinstance(fact, ProbationOpened):
            raise ValueError(f"a probation begins with probation_opened, not {fact.kind}")
        request = fact.request
        return Probation(
            number=request.number,
            opened_at=opened.at,
            pack=fact.pack,
            calendar=fact.calendar,
            request=request,
            months=request.months,
        )

    def watches(self, matter: Probation, on: date) -> Sequence[Watch]:
        return terms.watches(matter, on)

    def work_items(self, matter: Probation) -> tuple[WorkItem, ...]:
        return duties.work_items(matter)

    def following(self, matter: Probation, on: date) -> Fact | None:
        return duties.following(matter, on)

    def organs(self, matter: Probation) -> tuple[str, ...]:
        return (matter.request.handling_organ,)

    def related(self, matter: Probation) -> tuple[str, ...]:
        return (matter.request.case,)

    def is_over(self, matter: Probation) -> bool:
        return matter.stage in STAGES.ended and not matter.undeliverable

    def messages(
        self, before: Probation | None, after: Probation, event: Event
    ) -> Sequence[MatterMessage]:
        return effects.messages(before, after, event)


PROBATION = ProbationDecider()
