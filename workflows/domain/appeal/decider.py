"""The appeal as a decider: everything the durable shell asks of a kind of matter."""

from collections.abc import Sequence
from datetime import date, datetime

from workflows.domain.appeal import contents, duties, effects, terms
from workflows.domain.appeal.changes import CHANGES
from workflows.domain.appeal.commands import Open
from workflows.domain.appeal.facts import FACTS, AppealOpened
from workflows.domain.appeal.seats import concluding, reviewing
from workflows.domain.appeal.stages import STAGES
from workflows.domain.appeal.state import Appeal, Instance
from workflows.domain.appeal.steps import STEPS
from workflows.domain.calendars import Calendar
from workflows.domain.lifecycle import (
    Actor,
    Draft,
    Event,
    Fact,
    MatterMessage,
    Notice,
    Paper,
    WorkItem,
    today,
)
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.shared import DocumentDrafted
from workflows.domain.procedure.watching import Watch
from workflows.domain.refusals import refuse
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class AppealDecider(ProcedureDecider[Appeal]):
    """Answers for `Appeal`; it keeps nothing, so one instance serves everybody."""

    kind = "appeal"
    label = Text("申诉", "Appeal")
    steps = STEPS
    changes = CHANGES
    facts = FACTS

    def open(
        self, request: Open, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that an appeal came in; only a pack without its rules is refused."""
        if pack.accountability is None:
            raise refuse(
                "0.1",
                f"规则包 {pack.label} 没有问责规则。",
                f"Rule pack {pack.label} has no rules for accountability.",
            )
        fact = AppealOpened(request=request, pack=pack, calendar=calendar)
        return Draft(fact=fact, effective_on=min(request.received_on, today(now))), request.actor

    def blank(self, opened: Event) -> Appeal:
        fact = opened.fact
        if not isinstance(fact, AppealOpened):
            raise ValueError(f"an appeal begins with appeal_opened, not {fact.kind}")
        request = fact.request
        return Appeal(
            number=request.number,
            opened_at=opened.at,
            pack=fact.pack,
            calendar=fact.calendar,
            request=request,
            current=Instance(received_on=opened.effective_on, served_on=request.served_on),
        )

    def watches(self, matter: Appeal, on: date) -> Sequence[Watch]:
        return terms.watches(matter, on)

    def work_items(self, matter: Appeal) -> tuple[WorkItem, ...]:
        return duties.work_items(matter)

    def following(self, matter: Appeal, on: date) -> Fact | None:
        return duties.following(matter, on)

    def organs(self, matter: Appeal) -> tuple[str, ...]:
        seats = (reviewing(matter), concluding(matter))
        return tuple(dict.fromkeys((*(s.organ for s in seats), matter.request.handling_organ)))

    def related(self, matter: Appeal) -> tuple[str, ...]:
        return (matter.request.follow_up,)

    def tags(self, matter: Appeal) -> dict[str, bool]:
        return {"late": not matter.in_time}

    def is_over(self, matter: Appeal) -> bool:
        return matter.stage in STAGES.ended and not matter.undeliverable

    def notices(self, before: Appeal | None, after: Appeal, event: Event) -> Sequence[Notice]:
        return effects.notices(before, after, event)

    def papers(self, after: Appeal, event: Event) -> Sequence[Paper]:
        if not isinstance(event.fact, DocumentDrafted):
            return ()
        return (contents.paper(after, event.fact, event.effective_on),)

    def messages(
        self, before: Appeal | None, after: Appeal, event: Event
    ) -> Sequence[MatterMessage]:
        return effects.messages(before, after, event)


APPEAL = AppealDecider()
