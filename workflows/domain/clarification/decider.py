"""The clarification as a decider: everything the durable shell asks of a kind of matter."""

from datetime import date, datetime
from typing import Any

from workflows.domain.calendars import Calendar
from workflows.domain.clarification import deadlines, decide, duties, evolve, notices
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.facts import FACTS, Opened
from workflows.domain.clarification.opening import check_opening
from workflows.domain.clarification.stages import SMOOTH, STAGE_LABELS, Stage, shown
from workflows.domain.clarification.state import Clarification
from workflows.domain.clarification.values import OtherLead
from workflows.domain.deadlines import Deadline
from workflows.domain.lifecycle import (
    Actor,
    Command,
    Draft,
    Effects,
    Event,
    Fact,
    Standing,
    legal_date,
)
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class ClarificationDecider:
    """Answers for `Clarification`; it keeps nothing, so one instance serves everybody."""

    kind = "clarification"
    label = Text("澄清正名", "Clarification")

    def open(
        self, request: Open, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that the matter exists; raises `Rejected` (2.2, 2.3, 2.7)."""
        check_opening(request, pack, now)
        fact = Opened(request=request, pack=pack, calendar=calendar)
        return Draft(fact=fact, effective_on=legal_date(request, now)), request.actor

    def begin(self, opened: Event) -> Clarification:
        """Return the new matter after its first event."""
        fact = opened.fact
        if not isinstance(fact, Opened):
            raise ValueError(f"a clarification begins with opened, not {fact.kind}")
        request = fact.request
        blank = Clarification(
            number=request.number,
            opened_at=opened.at,
            pack=fact.pack,
            calendar=fact.calendar,
            request=request,
            verification=request.verification,
            application=request.application,
            leads=tuple(
                OtherLead(reference=lead, registered_on=opened.effective_on)
                for lead in request.other_leads
            ),
        )
        return evolve.evolve(blank, opened)

    def decide(self, state: Clarification, command: Command, now: datetime) -> tuple[Draft, ...]:
        """Return the facts that a command makes true; raises `Rejected`."""
        return decide.decide(state, command, now)

    def follow_on(self, state: Clarification, on: date) -> Draft | None:
        """Return the fact that follows by itself from where the matter stands."""
        return duties.follow_on(state, on)

    def evolve(self, state: Clarification, event: Event) -> Clarification:
        """Return the matter after an event."""
        return evolve.evolve(state, event)

    def deadlines(self, state: Clarification) -> tuple[Deadline, ...]:
        """Return the deadlines of the matter, running ones first."""
        return deadlines.deadlines(state)

    def standing(self, state: Clarification) -> Standing:
        """Return where the matter stands and who must do what."""
        return Standing(
            stage=state.stage.value,
            shown=shown(state.stage),
            label=STAGE_LABELS[state.stage],
            track=_track(state),
            organ=state.request.handling_organ,
            closed=self.is_over(state),
            tags=_tags(state),
            related=state.request.related,
            organs=_organs(state),
            excluded=_excluded(state),
            work_items=duties.work_items(state),
        )

    def effects(self, before: Clarification | None, after: Clarification, event: Event) -> Effects:
        """Return the notices and documents of an event."""
        return notices.effects(before, after, event)

    def is_over(self, state: Clarification) -> bool:
        """Say whether nothing is left to do."""
        return state.filed and not state.undeliverable

    def parse(self, fact: dict[str, Any]) -> Fact:
        """Return a fact of the journal as a value."""
        return FACTS.validate_python(fact)


def _track(state: Clarification) -> tuple[str, ...]:
    left_out = {
        Stage.COLLECTIVE_STUDY: state.chain_step("COLLECTIVE_STUDY") is None,
        Stage.PRIOR_NOTICE: state.route.prior_notice is None,
        Stage.POST_NOTICE: state.route.post_notice is None,
    }
    return tuple(shown(stage) for stage in SMOOTH if not left_out.get(stage))


def _organs(state: Clarification) -> tuple[str, ...]:
    organs = (state.request.handling_organ, state.request.approving_organ)
    return tuple(organ for organ in organs if organ)


def _excluded(state: Clarification) -> tuple[str, ...]:
    subject = state.request.subject.officer
    return tuple(dict.fromkeys((*((subject,) if subject else ()), *state.recused)))


def _tags(state: Clarification) -> tuple[str, ...]:
    running = [term for term in state.terms if term.ended_on is None]
    tags = {
        "overdue": any(term.overdue for term in running),
        "provisional": any(term.term.is_provisional(state.calendar) for term in running),
        "suspended": any(term.term.due(state.calendar) is None for term in running),
        "reply-due": state.reply_due,
        "undeliverable": bool(state.undeliverable),
    }
    return tuple(tag for tag, holds in tags.items() if holds)


CLARIFICATION = ClarificationDecider()
