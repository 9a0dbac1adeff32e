"""Terms that follow the state: what should run now is told anew after every event.

A term that is no longer wanted ends; one whose anchor or length changed starts again; everything
else runs on. So an extension, an appeal or a correction only changes what the kind wants watched.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from workflows.domain.authority import Seat
from workflows.domain.deadlines import Deadline, Ladder
from workflows.domain.procedure.state import ProcedureState, RunningTerm
from workflows.domain.procedure.table import M
from workflows.domain.term_rules import TermRule
from workflows.domain.terms import Term
from workflows.domain.text import Text

T = TypeVar("T", bound=ProcedureState)


@dataclass(frozen=True, slots=True)
class Watch:
    """A term that should run now, and who is awaited."""

    label: Text
    term: Term
    ladder: str
    """Its name in the pack."""
    seat: Seat
    period: bool = False
    """It runs out by itself: the matter is told that it is over, nobody is late."""


def term_of(key: str, rule: TermRule, anchor: date) -> Term:
    """Return the term of a rule of the pack; the anchor day itself is not counted."""
    return Term(key=key, anchor=anchor, budget=rule.budget, basis=rule.source, roll=rule.roll)


def with_terms(matter: T, wanted: Sequence[Watch], on: date, at: datetime) -> T:
    """Return the matter with the terms it wants; those it wants no more ended on `on`."""
    keys = {watch.term.key for watch in wanted}
    ended = [_ended(term, on) for term in matter.terms if term.key not in keys]
    running = [_run(matter, watch, at) for watch in wanted]
    return matter.but(terms=(*running, *ended))


def _ended(running: RunningTerm, on: date) -> RunningTerm:
    return running if running.ended_on else running.but(ended_on=max(on, running.term.anchor))


def _run(matter: ProcedureState, watch: Watch, at: datetime) -> RunningTerm:
    running = matter.running(watch.term.key)
    seat = {"awaited": watch.seat.roles[0], "organ": watch.seat.organ, "label": watch.label}
    if running is not None and running.term == watch.term:
        return running.but(**seat)
    return RunningTerm(
        key=watch.term.key,
        term=watch.term,
        ladder=watch.ladder,
        opened_at=at,
        period=watch.period,
        **seat,
    )


def deadlines(matter: M, ladders: Mapping[str, Ladder]) -> tuple[Deadline, ...]:
    """Return every term of the matter as the shell watches it, running ones first."""
    terms = sorted(matter.terms, key=lambda term: term.ended_on is not None)
    return tuple(
        Deadline(
            key=running.key,
            label=running.label,
            term=running.term,
            ladder=ladders[running.ladder],
            opened_at=running.opened_at,
            fired=running.fired,
            overdue=running.overdue,
            ended_on=running.ended_on,
            awaited=running.awaited,
            organ=running.organ,
            period=running.period,
        )
        for running in terms
    )
