"""Which kinds of matter can be told, and how: another kind plugs in by a row here."""

from collections.abc import Callable
from typing import Any, Protocol

from starter.case_file.accountability.teller import TableTeller
from starter.case_file.clarification.teller import ClarificationTeller
from starter.case_file.model import Detail
from workflows.domain.accountability import basis as case
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.appeal import basis as appeal
from workflows.domain.appeal.decider import APPEAL
from workflows.domain.basis import Basis
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.follow_up import basis as follow_up
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.domain.lifecycle import Step
from workflows.domain.probation import basis as probation
from workflows.domain.probation.decider import PROBATION
from workflows.domain.rectification import basis as rectification
from workflows.domain.rectification.decider import RECTIFICATION


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


TELLERS: dict[str, Teller] = {
    CLARIFICATION.kind: ClarificationTeller(),
    ACCOUNTABILITY_CASE.kind: TableTeller(
        case.basis_of,
        case.BASIS,
        ("lead", "traits", "undertaking_department"),
    ),
    FOLLOW_UP.kind: TableTeller(
        follow_up.basis_of,
        follow_up.BASIS,
        ("subject", "case", "document", "decided_on", "undertaking_department"),
    ),
    APPEAL.kind: TableTeller(
        appeal.basis_of,
        appeal.BASIS,
        ("subject", "route", "follow_up", "decision", "received_on", "served_on"),
    ),
    PROBATION.kind: TableTeller(
        probation.basis_of,
        probation.BASIS,
        ("subjects", "case", "months", "work", "light_measures", "undertaking_department"),
    ),
    RECTIFICATION.kind: TableTeller(
        rectification.basis_of,
        rectification.BASIS,
        ("unit", "case", "recommendation", "issued_on", "undertaking_department"),
    ),
}
