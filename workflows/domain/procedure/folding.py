"""What the facts that every kind shares change in a matter; no rule is judged here."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from workflows.domain.clock_facts import (
    MessageLost,
    NoticeUndeliverable,
    PeriodEnded,
    Reminded,
    WentOverdue,
)
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.procedure.shared import DocumentDrafted, NoticeSettled, OfficerRecused
from workflows.domain.procedure.state import PaperOnFile, ProcedureState, RunningTerm
from workflows.domain.roles import Role

T = TypeVar("T", bound=ProcedureState)
Change = Callable[[T, Event, Any], T]
"""Returns the matter with a fact taken in."""


def changed(matter: T, event: Event, changes: Mapping[type[Fact], Change[T]]) -> T:
    """Return the matter with the fact of an event taken in; an unlisted fact changes nothing."""
    change = changes.get(type(event.fact)) or SHARED.get(type(event.fact))
    return matter if change is None else change(matter, event, event.fact)


def added(known: tuple[str, ...], *more: str) -> tuple[str, ...]:
    """Return texts with others added, each once, in order."""
    return tuple(dict.fromkeys((*known, *more)))


def _fired(matter: T, event: Event, fact: Reminded | WentOverdue | PeriodEnded) -> T:
    def fire(term: RunningTerm) -> RunningTerm:
        overdue = term.overdue or isinstance(fact, WentOverdue)
        return term.but(fired=fact.rung + 1, overdue=overdue)

    return matter.but(
        terms=tuple(
            fire(t) if t.key == fact.term and t.ended_on is None else t for t in matter.terms
        )
    )


def _drafted(matter: T, event: Event, fact: DocumentDrafted) -> T:
    known = (
        paper.but(void=True) if fact.replaces and paper.number == fact.replaces else paper
        for paper in matter.papers
    )
    return matter.but(papers=(*known, PaperOnFile(seq=event.seq, doc_kind=fact.doc_kind)))


def _made(matter: T, event: Event, fact: DocumentMade) -> T:
    return matter.but(
        papers=tuple(
            paper.but(number=fact.number) if paper.seq == fact.drafted_seq else paper
            for paper in matter.papers
        )
    )


def _undeliverable(matter: T, event: Event, fact: NoticeUndeliverable) -> T:
    key = f"{fact.notice_seq}/{fact.index}/{fact.to_role.value}/{fact.reason}"
    return matter.but(undeliverable=added(matter.undeliverable, key))


def _lost(matter: T, event: Event, fact: MessageLost) -> T:
    """Keep a message that reached nobody like a notice: whom it concerns must be told otherwise."""
    key = f"{fact.message_seq}/m{fact.index}/{Role.LINKED_MATTER.value}/{fact.to}"
    return matter.but(undeliverable=added(matter.undeliverable, key))


def _settled(matter: T, event: Event, fact: NoticeSettled) -> T:
    left = (key for key in matter.undeliverable if not key.startswith(f"{fact.notice}/"))
    return matter.but(undeliverable=tuple(left))


def _recused(matter: T, event: Event, fact: OfficerRecused) -> T:
    return matter.but(recused=added(matter.recused, fact.officer))


SHARED: dict[type[Fact], Change[Any]] = {
    Reminded: _fired,
    WentOverdue: _fired,
    PeriodEnded: _fired,
    DocumentDrafted: _drafted,
    DocumentMade: _made,
    NoticeUndeliverable: _undeliverable,
    MessageLost: _lost,
    NoticeSettled: _settled,
    OfficerRecused: _recused,
}
