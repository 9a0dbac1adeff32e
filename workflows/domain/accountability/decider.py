"""The accountability case as a decider: everything the durable shell asks of a kind of matter."""

from collections.abc import Sequence
from datetime import date, datetime

from workflows.domain.accountability import contents, duties, terms
from workflows.domain.accountability.changes import CHANGES
from workflows.domain.accountability.commands import Open
from workflows.domain.accountability.facts import FACTS
from workflows.domain.accountability.facts_of_entry import CaseOpened
from workflows.domain.accountability.notices import notices
from workflows.domain.accountability.opening import check_opening
from workflows.domain.accountability.openings import openings
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.steps import STEPS
from workflows.domain.calendars import Calendar
from workflows.domain.lifecycle import (
    CALENDAR,
    LINKED,
    REGISTRY,
    Actor,
    Draft,
    Event,
    Fact,
    MatterToOpen,
    Notice,
    Paper,
    WorkItem,
    legal_date,
)
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.folding import added
from workflows.domain.procedure.shared import DocumentDrafted
from workflows.domain.procedure.watching import Watch
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text

NOBODY = frozenset({CALENDAR.officer, LINKED.officer, REGISTRY.officer})
"""Actors who are no officers."""


class AccountabilityCaseDecider(ProcedureDecider[AccountabilityCase]):
    """Answers for `AccountabilityCase`; it keeps nothing, so one instance serves everybody."""

    kind = "accountability_case"
    label = Text("问责案件", "Accountability case")
    steps = STEPS
    changes = CHANGES
    facts = FACTS

    def open(
        self, request: Open, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that the case exists; raises `Rejected` (3.2)."""
        check_opening(request, pack, now)
        fact = CaseOpened(request=request, pack=pack, calendar=calendar)
        return Draft(fact=fact, effective_on=legal_date(request, now)), request.actor

    def blank(self, opened: Event) -> AccountabilityCase:
        fact = opened.fact
        if not isinstance(fact, CaseOpened):
            raise ValueError(f"a case begins with case_opened, not {fact.kind}")
        return AccountabilityCase(
            number=fact.request.number,
            opened_at=opened.at,
            pack=fact.pack,
            calendar=fact.calendar,
            request=fact.request,
            traits=fact.request.traits,
        )

    def evolve(self, state: AccountabilityCase, event: Event) -> AccountabilityCase:
        """Return the case after an event; whoever acted is remembered as a handler."""
        after = super().evolve(state, event)
        if event.actor.officer in NOBODY:
            return after
        return after.but(handlers=added(after.handlers, event.actor.officer))

    def watches(self, matter: AccountabilityCase, on: date) -> Sequence[Watch]:
        return terms.watches(matter, on)

    def work_items(self, matter: AccountabilityCase) -> tuple[WorkItem, ...]:
        return duties.work_items(matter)

    def following(self, matter: AccountabilityCase, on: date) -> Fact | None:
        return duties.following(matter, on)

    def organs(self, matter: AccountabilityCase) -> tuple[str, ...]:
        request = matter.request
        organs = (request.handling_organ, request.deciding_organ, request.upper_organ)
        return tuple(dict.fromkeys(organs))

    def related(self, matter: AccountabilityCase) -> tuple[str, ...]:
        children = (*matter.probations, *matter.rectifications)
        leadership = (each.case for each in matter.leadership)
        leads = (each.case for each in matter.settled_leads)
        others = (case for case in (*leadership, *leads) if case)
        follow_ups = (f"{matter.number}-{file.ref}" for file in matter.files if file.followed_up)
        linked = (*matter.request.related, *others, *follow_ups)
        return tuple(dict.fromkeys((*linked, *(child.number for child in children))))

    def is_over(self, matter: AccountabilityCase) -> bool:
        return duties.is_over(matter)

    def notices(
        self, before: AccountabilityCase | None, after: AccountabilityCase, event: Event
    ) -> Sequence[Notice]:
        return notices(before, after, event)

    def papers(self, after: AccountabilityCase, event: Event) -> Sequence[Paper]:
        fact = event.fact
        if not isinstance(fact, DocumentDrafted):
            return ()
        return (contents.paper(after, fact, event.effective_on),)

    def openings(
        self, before: AccountabilityCase | None, after: AccountabilityCase, event: Event
    ) -> Sequence[MatterToOpen]:
        return openings(after, event)


ACCOUNTABILITY_CASE = AccountabilityCaseDecider()
