"""A decider made of tables: the kind names them, and adds what only it knows."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Generic

from pydantic import TypeAdapter

from workflows.domain.calendars import Calendar
from workflows.domain.deadlines import Deadline
from workflows.domain.lifecycle import (
    Actor,
    Command,
    Draft,
    Effects,
    Event,
    Fact,
    MatterMessage,
    MatterToOpen,
    Notice,
    Paper,
    Standing,
    WorkItem,
)
from workflows.domain.procedure import papers, telling
from workflows.domain.procedure.folding import Change, changed
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.procedure.steps import Steps
from workflows.domain.procedure.table import M
from workflows.domain.procedure.watching import Watch, deadlines, with_terms
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class ProcedureDecider(ABC, Generic[M]):
    """Answers for a kind of matter; it keeps nothing, so one instance serves everybody."""

    kind: str
    label: Text
    steps: Steps[M]
    changes: Mapping[type[Fact], Change[M]]
    facts: TypeAdapter[Any]
    """The union of the kind's facts, told apart by `kind`."""

    # ── what only the kind knows ─────────────────────────────────────────────────────────────

    @abstractmethod
    def open(
        self, request: Any, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that a matter exists, and who opened it; raises `Rejected`."""

    @abstractmethod
    def blank(self, opened: Event) -> M:
        """Return the new matter before its first event was taken in."""

    @abstractmethod
    def watches(self, matter: M, on: date) -> Sequence[Watch]:
        """Return the terms that should run now, the stage's own first."""

    @abstractmethod
    def work_items(self, matter: M) -> tuple[WorkItem, ...]:
        """Return who must do what, the stage's own duty first."""

    @abstractmethod
    def following(self, matter: M, on: date) -> Fact | None:
        """Return the fact that follows by itself from where the matter stands."""

    @abstractmethod
    def organs(self, matter: M) -> tuple[str, ...]:
        """Return the organs that the matter concerns, the handling one first."""

    @abstractmethod
    def is_over(self, matter: M) -> bool:
        """Say whether nothing is left to do."""

    def related(self, matter: M) -> tuple[str, ...]:
        """Return the numbers of the matters linked to it."""
        return ()

    def tags(self, matter: M) -> Mapping[str, bool]:
        """Return the short marks that lists show, beside those every kind has."""
        return {}

    def impact_end(self, matter: M) -> date | None:
        """Return the first day after an impact period, in Shanghai; None where there is none."""
        return None

    def notices(self, before: M | None, after: M, event: Event) -> Sequence[Notice]:
        """Return who is told of an event, beside duties and the clock."""
        return ()

    def papers(self, after: M, event: Event) -> Sequence[Paper]:
        """Return the documents to be made because of an event."""
        return ()

    def openings(self, before: M | None, after: M, event: Event) -> Sequence[MatterToOpen]:
        """Return the matters to be opened because of an event."""
        return ()

    def messages(self, before: M | None, after: M, event: Event) -> Sequence[MatterMessage]:
        """Return what other matters are told because of an event."""
        return ()

    # ── what follows from the tables ─────────────────────────────────────────────────────────

    @property
    def wakes(self) -> frozenset[str]:
        """Return the messages for which a closed matter wakes."""
        return frozenset(r.command.kind for r in self.steps.rules if r.after_end and not r.seat)

    def begin(self, opened: Event) -> M:
        """Return the new matter after its first event."""
        return self.evolve(self.blank(opened), opened)

    def decide(self, state: M, command: Command, now: datetime) -> tuple[Draft, ...]:
        """Return the fact that a command makes true; raises `Rejected`."""
        return (self.steps.decide(state, command, now, over=self.is_over(state)),)

    def follow_on(self, state: M, on: date) -> Draft | None:
        """Return the fact that follows by itself, never dated before the stage it follows."""
        fact = self.following(state, on)
        return Draft(fact=fact, effective_on=max(on, state.since or on)) if fact else None

    def evolve(self, state: M, event: Event) -> M:
        """Return the matter after an event, moved by the table, with its terms in step."""
        after = changed(state, event, self.changes)
        stage = self.steps.table.next_stage(after, event.fact.kind)
        if stage is None:
            raise ValueError(f"{event.fact.kind} is not possible in {state.stage}")
        came = event.effective_on if stage != state.stage else state.since
        after = after.but(stage=stage, since=came, seq=event.seq)
        return with_terms(
            after, self.watches(after, event.effective_on), event.effective_on, event.at
        )

    def deadlines(self, state: M) -> tuple[Deadline, ...]:
        """Return the deadlines of the matter, running ones first."""
        return deadlines(state, state.rules.ladders)

    def standing(self, state: M) -> Standing:
        """Return where the matter stands and who must do what."""
        stages, organs = self.steps.stages, self.organs(state)
        return Standing(
            stage=state.stage,
            shown=stages.shown(state.stage),
            label=stages.label(state.stage),
            track=tuple(stages.shown(stage) for stage in stages.smooth),
            organ=organs[0],
            closed=self.is_over(state),
            tags=self._tags(state),
            related=self.related(state),
            organs=organs,
            excluded=state.barred,
            work_items=_first_due_first(state, self.work_items(state)),
            impact_end=self.impact_end(state),
        )

    def _tags(self, state: M) -> tuple[str, ...]:
        running = [term for term in state.terms if term.ended_on is None]
        tags = {
            "overdue": any(term.overdue for term in running),
            "provisional": any(term.term.is_provisional(state.calendar) for term in running),
            "suspended": any(term.term.due(state.calendar) is None for term in running),
            "undeliverable": bool(state.undeliverable),
            **self.tags(state),
        }
        return tuple(tag for tag, holds in tags.items() if holds)

    def effects(self, before: M | None, after: M, event: Event) -> Effects:
        """Return everything that an event makes happen."""
        known = self.work_items(before) if before is not None else ()
        stage, organ = self.steps.stages.label(after.stage), self.organs(after)[0]
        return Effects(
            notices=(
                *telling.of_clock(after, organ, event),
                *self.notices(before, after, event),
                *telling.of_duties(after, stage, known, self.work_items(after)),
            ),
            documents=papers.documents(after, event),
            papers=tuple(self.papers(after, event)),
            openings=tuple(self.openings(before, after, event)),
            messages=tuple(self.messages(before, after, event)),
        )

    def parse(self, fact: dict[str, Any]) -> Fact:
        """Return a fact of the journal as a value."""
        value: Fact = self.facts.validate_python(fact)
        return value


def _first_due_first(state: ProcedureState, items: Sequence[WorkItem]) -> tuple[WorkItem, ...]:
    """Return what is to be done in the order of its days; what has no day comes last."""
    running = [term for term in state.terms if term.ended_on is None]
    due = {term.key: term.term.due(state.calendar) for term in running}
    return tuple(sorted(items, key=lambda item: due.get(item.term) or date.max))
