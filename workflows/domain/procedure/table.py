"""A procedure as a table: which fact leads from which stage to which.

Rows of one stage and fact are tried in order; the first whose guard holds decides. A pair that is
not listed is against the rules. Guards look at the matter *after* the fact was taken in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from workflows.domain.procedure.state import ProcedureState
from workflows.domain.text import Text

M = TypeVar("M", bound=ProcedureState)


@dataclass(frozen=True, slots=True)
class Guard(Generic[M]):
    """A condition with the words that the diagram shows."""

    words: Text
    holds: Callable[[M], bool]


@dataclass(frozen=True, slots=True)
class Row(Generic[M]):
    """From a stage, by a fact, if the guard holds, to a stage."""

    stage: StrEnum
    fact: str
    to: StrEnum
    guard: Guard[M] | None = None


COMMON = frozenset(
    {
        "reminded",
        "went_overdue",
        "period_ended",
        "notice_undeliverable",
        "notice_settled",
        "message_lost",
        "officer_recused",
        "document_drafted",
        "document_made",
    }
)
"""Facts of every kind that may come true in any stage; unless a row says so, nothing moves."""


@dataclass(frozen=True)
class Table(Generic[M]):
    """The rows of a kind, and what else may come true anywhere without moving the matter."""

    rows: tuple[Row[M], ...]
    anywhere: frozenset[str] = frozenset()

    def next_stage(self, matter: M, fact: str) -> str | None:
        """Return where a fact leads, given the matter with it taken in; None if nowhere."""
        for row in self.rows:
            if (row.stage, row.fact) != (matter.stage, fact):
                continue
            if row.guard is None or row.guard.holds(matter):
                return row.to
        return matter.stage if self.is_anywhere(fact) else None

    def is_anywhere(self, fact: str) -> bool:
        """Say whether a fact may come true in any stage."""
        return fact in COMMON or fact in self.anywhere

    def facts_from(self, stage: str) -> tuple[str, ...]:
        """Return the facts that rows list for a stage, each once, in order."""
        return tuple(dict.fromkeys(row.fact for row in self.rows if row.stage == stage))
