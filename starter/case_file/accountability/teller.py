"""A kind of matter made from the kit, for its case file: every fact told by the one table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starter.case_file.accountability.shared_basis import SHARED_BASIS
from starter.case_file.accountability.values_told import label_of, some_told, told
from starter.case_file.model import Detail
from starter.case_file.shared_grounds import clock, document_made, notice_undeliverable
from starter.case_file.words import optional
from workflows.domain.basis import Basis
from workflows.domain.lifecycle import Step
from workflows.domain.procedure.state import ProcedureState

Details = tuple[Detail, ...]

GROUNDS: dict[str, Callable[[Any, Any], Details]] = {
    "reminded": clock,
    "went_overdue": clock,
    "period_ended": clock,
    "notice_undeliverable": notice_undeliverable,
    "document_made": document_made,
}
"""Facts of every kind that are told alike everywhere."""


ORGANS = ("handling_organ", "deciding_organ", "upper_organ", "unit_organ")


@dataclass(frozen=True)
class TableTeller:
    """Answers for one kind."""

    basis_of: Callable[[Step[Any]], Basis]
    facts: Mapping[str, Any]
    """The facts of which the kind knows the basis itself."""
    about_fields: tuple[str, ...]
    """Fields of its opening request that say whom and what it is about."""

    def about(self, matter: Any, organ: Callable[[str], str]) -> Details:
        """Return whom and what the matter is about, and who handles it."""
        request, rules = matter.request, matter.rules
        fields = (name for name in self.about_fields if getattr(request, name) is not None)
        return (*some_told(request, rules, fields), *_organs(request, organ))

    def ground(self, step: Step[Any]) -> Details:
        """Return the ground of a step, from its fact; of an opening, from the request."""
        matter: ProcedureState = step.before or step.after
        fact = step.event.fact
        if fact.kind in GROUNDS:
            return GROUNDS[fact.kind](matter, fact)
        request = getattr(fact, "request", None)
        return tuple(told(request if request is not None else fact, matter.rules))

    def basis(self, step: Step[Any]) -> Basis:
        """Return the legal basis of a step; KeyError for a fact that no table has."""
        kind = step.event.fact.kind
        return self.basis_of(step) if kind in self.facts else SHARED_BASIS[kind]

    def void_papers(self, matter: Any) -> frozenset[str]:
        """Return the numbers of documents that others have replaced."""
        numbers: frozenset[str] = matter.void_numbers
        return numbers


def _organs(request: Any, organ: Callable[[str], str]) -> Iterator[Detail]:
    for name in ORGANS:
        code, label = getattr(request, name, None), label_of("", name)
        yield from optional(label.zh, label.en, organ(code) if code else None)
