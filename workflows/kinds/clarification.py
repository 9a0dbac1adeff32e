"""A clarification 澄清正名: how it begins, and what is shown of it."""

from workflows.domain.canonical import digest
from workflows.domain.clarification.commands import SIGNALS, Open
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.clarification.state import Clarification
from workflows.kinds.kind import Kind, handling_organ
from workflows.messages.matters import OpenMatter


class OpenClarification(OpenMatter[Open, Clarification], frozen=True):
    """Open a clarification, or carry one over into a new run."""


def _details(request: Open) -> tuple[str, ...]:
    return (
        f"立项 entry: `{request.entry.value}`",
        f"路径 route: `{request.route.value}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
    )


def _finding(request: Open) -> str:
    """Return what a later evaluation does not share with this one (2.5)."""
    earlier = request.earlier_evaluation_closed_on
    return digest(
        [
            request.handling_organ,
            request.verification.reference,
            request.subject.reference,
            earlier.isoformat() if earlier else "",
        ]
    )


KIND = Kind(
    decider=CLARIFICATION,
    workflow="ClarificationWorkflow",
    request=Open,
    opening=OpenClarification,
    signals=SIGNALS,
    organ=handling_organ,
    details=_details,
    finding=_finding,
)
