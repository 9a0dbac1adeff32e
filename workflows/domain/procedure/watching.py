"""Terms that follow the state: what should run now is told anew after every event.

A term that is no longer wanted ends; one whose anchor or length changed ends and starts again;
everything else runs on. So an extension, an appeal or a correction only changes what the kind wants
watched. What ended stays on record, but for a term whose first day had not come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from workflows.domain.authority import Seat
from workflows.domain.deadlines import Deadline, Ladder
from workflows.domain.lifecycle import today
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
    running = tuple(_run(matter, watch, at) for watch in wanted)
    current = {term.key: term.term for term in running}
    past = (_past(matter, term, current, on, today(at)) for term in matter.terms)
    return matter.but(terms=(*running, *(term for term in past if term is not None)))


def _past(
    matter: ProcedureState, known: RunningTerm, current: Mapping[str, Term], on: date, now: date
) -> RunningTerm | None:
    """Return a term for the record; None for one that runs on, or whose first day had not come.

    Where another one has its key now, it is told apart from that by `@1`, `@2` …
    """
    anew = current.get(known.key)
    if known.ended_on is None:
        if _goes_on(known.term, anew) or now < known.term.anchor:
            return None
        known = known.but(ended_on=max(on, known.term.anchor))
    if anew is None:
        return known
    serial = sum(term.key.startswith(f"{known.key}@") for term in matter.terms) + 1
    return known.but(key=f"{known.key}@{serial}")


def _goes_on(term: Term, anew: Term | None) -> bool:
    """Say whether a term is the same one, extended at most."""
    return anew is not None and replace(term, extensions=()) == replace(anew, extensions=())


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
