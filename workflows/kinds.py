"""How each kind of matter begins, what lists show of it from then on, and which messages it takes.

A new kind is a row of `KINDS`. What is shown is read by everybody: it names no person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workflows.domain.canonical import digest
from workflows.domain.clarification import commands as clarification
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.lifecycle import Command, Decider
from workflows.messages.matters import OpenMatter
from workflows.messages.openings import OpenClarification


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


KINDS: Mapping[str, Kind] = {
    CLARIFICATION.kind: Kind(
        decider=CLARIFICATION,
        workflow="ClarificationWorkflow",
        request=clarification.Open,
        opening=OpenClarification,
        signals=clarification.SIGNALS,
        organ=lambda request: str(request.handling_organ),
        details=_clarification_details,
        finding=_clarification_finding,
    )
}
