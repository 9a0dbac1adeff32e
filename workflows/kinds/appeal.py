"""An appeal 申诉: how it begins, and what is shown of it."""

from workflows.domain.appeal.commands import SIGNALS, Open
from workflows.domain.appeal.decider import APPEAL
from workflows.domain.appeal.state import Appeal
from workflows.kinds.kind import Kind, handling_organ
from workflows.messages.matters import OpenMatter


class OpenAppeal(OpenMatter[Open, Appeal], frozen=True):
    """Open an appeal, or carry one over into a new run."""


def _details(request: Open) -> tuple[str, ...]:
    return (
        f"后续 follow-up: `{request.follow_up}`",
        f"途径 route: `{request.route.value}`",
        f"承办 handled by: `{request.handling_organ}`",
    )


KIND = Kind(
    decider=APPEAL,
    workflow="AppealWorkflow",
    request=Open,
    opening=OpenAppeal,
    signals=SIGNALS,
    organ=handling_organ,
    details=_details,
)
