"""The rectification as a decider: everything the durable shell asks of a kind of matter."""

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
    today,
)
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.watching import Watch
from workflows.domain.rectification import duties, effects, terms
from workflows.domain.rectification.changes import CHANGES
from workflows.domain.rectification.commands import Open
from workflows.domain.rectification.facts import FACTS, RectificationOpened
from workflows.domain.rectification.stages import STAGES
from workflows.domain.rectification.state import Rectification
from workflows.domain.rectification.steps import STEPS
from workflows.domain.refusals import not_later, refuse
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class RectificationDecider(ProcedureDecider[Rectification]):
    """Answers for `Rectification`; it keeps nothing, so one instance serves everybody."""

    kind = "rectification"
    label = Text("整改", "Rectification")
    steps = STEPS
    changes = CHANGES
    facts = FACTS

    def open(
        self, request: Open, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that a unit is to put things right; raises `Rejected`."""
        if pack.accountability is None:
            raise refuse(
                "0.1",
                f"规则包 {pack.label} 没有问责规则。",
                f"Rule pack {pack.label} has no rules for accountability.",
            )
        not_later(request.issued_on, today(now), "issued_on")
        fact = RectificationOpened(request=request, pack=pack, calendar=calendar)
        return Draft(fact=fact, effective_on=request.issued_on), request.actor

    def blank(self, opened: Event) -> Rectification:
        fact = opened.fact
        if not isinstance(fact, RectificationOpened):
            raise ValueError(f"a rectification begins with rectification_opened, not {fact.kind}")
        return Rectification(
            number=fact.request.number,
            opened_at=opened.at,
            pack=fact.pack,
            calendar=fact.calendar,
            request=fact.request,
        )

    def watches(self, matter: Rectification, on: date) -> Sequence[Watch]:
        return terms.watches(matter, on)

    def work_items(self, matter: Rectification) -> tuple[WorkItem, ...]:
        return duties.work_items(matter)

    def following(self, matter: Rectification, on: date) -> Fact | None:
        return None

    def organs(self, matter: Rectification) -> tuple[str, ...]:
        return (matter.request.handling_organ, matter.request.unit_organ)

    def related(self, matter: Rectification) -> tuple[str, ...]:
        return (matter.request.case,)

    def is_over(self, matter: Rectification) -> bool:
        return matter.stage in STAGES.ended and not matter.undeliverable

    def messages(
        self, before: Rectification | None, after: Rectification, event: Event
    ) -> Sequence[MatterMessage]:
        return effects.messages(before, after, event)


RECTIFICATION = RectificationDecider()
