"""The follow-up as a decider: everything the durable shell asks of a kind of matter."""

from collections.abc import Sequence
from datetime import date, datetime

from workflows.domain.calendars import Calendar
from workflows.domain.consequences.values import Consequences
from workflows.domain.follow_up import contents, duties, effects
from workflows.domain.follow_up.changes import CHANGES
from workflows.domain.follow_up.commands import Open
from workflows.domain.follow_up.facts import FACTS
from workflows.domain.follow_up.facts_of_execution import FollowUpOpened
from workflows.domain.follow_up.impact import reckoned
from workflows.domain.follow_up.on_file import MeasureOnFile
from workflows.domain.follow_up.opening import check_opening
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.steps import STEPS
from workflows.domain.lifecycle import (
    Actor,
    Draft,
    Event,
    Fact,
    MatterMessage,
    MatterToOpen,
    Notice,
    Paper,
    WorkItem,
)
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.shared import DocumentDrafted
from workflows.domain.procedure.watching import Watch
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class FollowUpDecider(ProcedureDecider[FollowUp]):
    """Answers for `FollowUp`; it keeps nothing, so one instance serves everybody."""

    kind = "subject_follow_up"
    label = Text("问责对象后续", "Subject follow-up")
    steps = STEPS
    changes = CHANGES
    facts = FACTS

    def open(
        self, request: Open, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        check_opening(request, pack, calendar, now)
        fact = FollowUpOpened(request=request, pack=pack, calendar=calendar)
        _blank(fact, now)  # refuses measures that can have no such period
        return Draft(fact=fact, effective_on=request.decided_on), request.actor

    def blank(self, opened: Event) -> FollowUp:
        fact = opened.fact
        if not isinstance(fact, FollowUpOpened):
            raise ValueError(f"a follow-up begins with follow_up_opened, not {fact.kind}")
        return _blank(fact, opened.at)

    def watches(self, matter: FollowUp, on: date) -> Sequence[Watch]:
        return duties.watches(matter, on)

    def work_items(self, matter: FollowUp) -> tuple[WorkItem, ...]:
        return duties.work_items(matter)

    def following(self, matter: FollowUp, on: date) -> Fact | None:
        return duties.following(matter, on)

    def organs(self, matter: FollowUp) -> tuple[str, ...]:
        request = matter.request
        known = (request.handling_organ, request.deciding_organ, request.unit_organ)
        return tuple(dict.fromkeys(organ for organ in known if organ))

    def related(self, matter: FollowUp) -> tuple[str, ...]:
        case = (matter.request.case,) if matter.request.case else ()
        return (*case, *(appeal.number for appeal in matter.appeals))

    def tags(self, matter: FollowUp) -> dict[str, bool]:
        running = {term.key for term in matter.terms if term.ended_on is None}
        return {
            "impact": "impact" in running or _barred_for_ever(matter),
            "award-barred": "award" in running,
            "appeal": bool(matter.open_appeals),
            "corrected": bool(matter.corrections),
        }

    def impact_end(self, matter: FollowUp) -> date | None:
        return matter.consequences.impact_end

    def is_over(self, matter: FollowUp) -> bool:
        return matter.settled and not matter.undeliverable and not matter.being_made

    def notices(self, before: FollowUp | None, after: FollowUp, event: Event) -> Sequence[Notice]:
        return tuple(effects.notices(before, after, event))

    def papers(self, after: FollowUp, event: Event) -> Sequence[Paper]:
        if not isinstance(event.fact, DocumentDrafted):
            return ()
        return (contents.paper(after, event.fact, event.effective_on),)

    def openings(
        self, before: FollowUp | None, after: FollowUp, event: Event
    ) -> Sequence[MatterToOpen]:
        return tuple(effects.openings(before, after, event))

    def messages(
        self, before: FollowUp | None, after: FollowUp, event: Event
    ) -> Sequence[MatterMessage]:
        return tuple(effects.messages(before, after, event))


def _blank(fact: FollowUpOpened, at: datetime) -> FollowUp:
    request = fact.request
    blank = FollowUp(
        number=request.number,
        opened_at=at,
        pack=fact.pack,
        calendar=fact.calendar,
        stage=Stage.DECIDED,
        since=request.decided_on,
        request=request,
        measures=tuple(MeasureOnFile(measure=each) for each in request.decision.measures),
        consequences=Consequences(decided_on=request.decided_on),
    )
    return reckoned(blank)


def _barred_for_ever(matter: FollowUp) -> bool:
    return matter.stage is not Stage.CLOSED and matter.consequences.permanent


FOLLOW_UP = FollowUpDecider()
