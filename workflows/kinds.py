"""How each kind of matter begins, what lists show of it from then on, and which messages it takes.

A new kind is a row of `KINDS`. What is shown is read by everybody: it names no person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workflows.domain.accountability import commands as accountability
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.appeal import commands as appeal
from workflows.domain.appeal.decider import APPEAL
from workflows.domain.canonical import digest
from workflows.domain.clarification import commands as clarification
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.follow_up import commands as follow_up
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.domain.lifecycle import Command, Decider
from workflows.domain.probation import commands as probation
from workflows.domain.probation.decider import PROBATION
from workflows.domain.rectification import commands as rectification
from workflows.domain.rectification.decider import RECTIFICATION
from workflows.messages.matters import OpenMatter
from workflows.messages.openings import (
    OpenAppeal,
    OpenCase,
    OpenClarification,
    OpenFollowUp,
    OpenProbation,
    OpenRectification,
)


def no_finding(request: Any) -> str | None:
    """Return that nothing but the number keeps two matters of a kind apart."""
    return None


@dataclass(frozen=True)
class Kind:
    """A kind of matter: the functions get the request that opens one."""

    decider: Decider[Any]
    workflow: str
    """The name of its workflow, which is the name of the class."""
    request: type[Command]
    """What opens it; the first fact of its journal keeps it, as `request`."""
    opening: type[OpenMatter[Any, Any]]
    signals: tuple[type[Command], ...]
    organ: Callable[[Any], str]
    """The code of the organ that handles it."""
    details: Callable[[Any], tuple[str, ...]]
    """What stays true of the matter: lines of markdown for its page in the Temporal UI."""
    finding: Callable[[Any], str | None] = no_finding
    """What two matters of this kind must not share, as a digest."""

    @property
    def wakes(self) -> frozenset[str]:
        """Return the signals for which a closed matter is taken up again."""
        return frozenset(getattr(self.decider, "wakes", ()))

    def signal(self, name: str) -> type[Command]:
        """Return the signal of a name; raises ValueError if this kind takes none of that name."""
        for each in self.signals:
            if each.kind == name:
                return each
        raise ValueError(f"{self.decider.kind} takes no message {name!r}")


def _handling_organ(request: Any) -> str:
    return str(request.handling_organ)


def _clarification_details(request: clarification.Open) -> tuple[str, ...]:
    return (
        f"立项 entry: `{request.entry.value}`",
        f"路径 route: `{request.route.value}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
    )


def _clarification_finding(request: clarification.Open) -> str:
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


def _case_details(request: accountability.Open) -> tuple[str, ...]:
    return (
        f"线索来源 channel: `{request.lead.source}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
        f"决定机关 decides: `{request.deciding_organ}`",
    )


def _case_finding(request: accountability.Open) -> str:
    """Return what two cases do not share: the lead, as its organ registered it."""
    return digest([request.handling_organ, request.lead.reference])


def _follow_up_details(request: follow_up.Open) -> tuple[str, ...]:
    return (
        f"案件 case: `{request.case or '—'}`",
        f"对象 subject: `{request.subject.ref}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
    )


def _follow_up_finding(request: follow_up.Open) -> str:
    """Return that one decision is followed up once for each subject.

    Its case is part of it: what a case opens must not wait because a number came twice.
    """
    decision = (request.handling_organ, request.document.number, request.case or "")
    return digest([*decision, request.subject.reference])


def _appeal_details(request: appeal.Open) -> tuple[str, ...]:
    return (
        f"后续 follow-up: `{request.follow_up}`",
        f"途径 route: `{request.route.value}`",
        f"承办 handled by: `{request.handling_organ}`",
    )


def _of_case(request: probation.Open | rectification.Open) -> tuple[str, ...]:
    return (
        f"案件 case: `{request.case}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
    )


KINDS: Mapping[str, Kind] = {
    CLARIFICATION.kind: Kind(
        decider=CLARIFICATION,
        workflow="ClarificationWorkflow",
        request=clarification.Open,
        opening=OpenClarification,
        signals=clarification.SIGNALS,
        organ=_handling_organ,
        details=_clarification_details,
        finding=_clarification_finding,
    ),
    ACCOUNTABILITY_CASE.kind: Kind(
        decider=ACCOUNTABILITY_CASE,
        workflow="AccountabilityCaseWorkflow",
        request=accountability.Open,
        opening=OpenCase,
        signals=accountability.SIGNALS,
        organ=_handling_organ,
        details=_case_details,
        finding=_case_finding,
    ),
    FOLLOW_UP.kind: Kind(
        decider=FOLLOW_UP,
        workflow="SubjectFollowUpWorkflow",
        request=follow_up.Open,
        opening=OpenFollowUp,
        signals=follow_up.SIGNALS,
        organ=_handling_organ,
        details=_follow_up_details,
        finding=_follow_up_finding,
    ),
    APPEAL.kind: Kind(
        decider=APPEAL,
        workflow="AppealWorkflow",
        request=appeal.Open,
        opening=OpenAppeal,
        signals=appeal.SIGNALS,
        organ=_handling_organ,
        details=_appeal_details,
    ),
    PROBATION.kind: Kind(
        decider=PROBATION,
        workflow="ProbationWorkflow",
        request=probation.Open,
        opening=OpenProbation,
        signals=probation.SIGNALS,
        organ=_handling_organ,
        details=_of_case,
    ),
    RECTIFICATION.kind: Kind(
        decider=RECTIFICATION,
        workflow="RectificationWorkflow",
        request=rectification.Open,
        opening=OpenRectification,
        signals=rectification.SIGNALS,
        organ=_handling_organ,
        details=_of_case,
    ),
}
