"""What everybody around the shell must know of a kind of matter: a `Kind` is a row of `KINDS`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workflows.domain.lifecycle import Command, Decider
from workflows.messages.matters import OpenMatter


def no_finding(request: Any) -> str | None:
    """Return that nothing but the number keeps two matters of a kind apart."""
    return None


def handling_organ(request: Any) -> str:
    """Return the organ that a request names as the one that handles the matter."""
    return str(request.handling_organ)


def of_case(request: Any) -> tuple[str, ...]:
    """Return the details of what belongs to a case, and is handled where the request says."""
    return (
        f"案件 case: `{request.case}`",
        f"承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
    )


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
