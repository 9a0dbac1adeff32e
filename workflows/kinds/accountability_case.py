"""An accountability case 问责案件: how it begins, and what is shown of it."""

from workflows.domain.accountability.commands import SIGNALS, Open
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.canonical import digest
from workflows.kinds.kind import Kind, handling_organ
from workflows.messages.matters import OpenMatter


class OpenCase(OpenMatter[Open, AccountabilityCase], frozen=True):
    """Open an accountability case, or carry one over into a new run."""


def _details(request: Open) -> tuple[str, ...]:
    return (
        f"线索来源 channel: `{request.lead.source}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
        f"决定机关 decides: `{request.deciding_organ}`",
    )


def _finding(request: Open) -> str:
    """Return what two cases do not share: the lead, as its organ registered it."""
    return digest([request.handling_organ, request.lead.reference])


KIND = Kind(
    decider=ACCOUNTABILITY_CASE,
    workflow="AccountabilityCaseWorkflow",
    request=Open,
    opening=OpenCase,
    signals=SIGNALS,
    organ=handling_organ,
    details=_details,
    finding=_finding,
)
