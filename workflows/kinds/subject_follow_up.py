"""A subject's follow-up 问责对象后续: how it begins, and what is shown of it."""

from workflows.domain.canonical import digest
from workflows.domain.follow_up.commands import SIGNALS, Open
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.domain.follow_up.state import FollowUp
from workflows.kinds.kind import Kind, handling_organ
from workflows.messages.matters import OpenMatter


class OpenFollowUp(OpenMatter[Open, FollowUp], frozen=True):
    """Open a subject's follow-up, or carry one over into a new run."""


def _details(request: Open) -> tuple[str, ...]:
    return (
        f"案件 case: `{request.case or '—'}`",
        f"对象 subject: `{request.subject.ref}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
    )


def _finding(request: Open) -> str:
    """Return that one decision is followed up once for each subject.

    Its case is part of it: what a case opens must not wait because a number came twice.
    """
    decision = (request.handling_organ, request.document.number, request.case or "")
    return digest([*decision, request.subject.reference])


KIND = Kind(
    decider=FOLLOW_UP,
    workflow="SubjectFollowUpWorkflow",
    request=Open,
    opening=OpenFollowUp,
    signals=SIGNALS,
    organ=handling_organ,
    details=_details,
    finding=_finding,
)
