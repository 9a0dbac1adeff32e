"""Which kinds of matter can be told, and how: another kind plugs in by a row here."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from starter.case_file.model import Detail
from workflows.domain.basis import Basis
from workflows.domain.by_kind import ByKind
from workflows.domain.lifecycle import Step


class Teller(Protocol):
    """What the case file asks of a kind of matter."""

    def about(self, matter: Any, organ: Callable[[str], str]) -> tuple[Detail, ...]:
        """Return whom and what the matter is about, and who handles it; `organ` names a code."""

    def ground(self, step: Step[Any]) -> tuple[Detail, ...]:
        """Return the ground of a step, from its fact."""

    def basis(self, step: Step[Any]) -> Basis:
        """Return the legal basis of a step."""

    def void_papers(self, matter: Any) -> frozenset[str]:
        """Return the numbers of documents that others have replaced."""


TELLERS: Mapping[str, Teller] = ByKind(
    {
        "clarification": "starter.case_file.clarification.teller:TELLER",
        "accountability_case": "starter.case_file.accountability.of_case:TELLER",
        "subject_follow_up": "starter.case_file.accountability.of_follow_up:TELLER",
        "appeal": "starter.case_file.accountability.of_appeal:TELLER",
        "probation": "starter.case_file.accountability.of_probation:TELLER",
        "rectification": "starter.case_file.accountability.of_rectification:TELLER",
    }
)
