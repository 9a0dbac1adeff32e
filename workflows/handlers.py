"""Gives a workflow one update or signal per command of its kind, each named in the Temporal UI.

Who may give a command when is the decider's business; a message only reaches the shell here.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.lifecycle import Command
    from workflows.messages.matters import Receipt

W = TypeVar("W", bound=type)


def takes(updates: Iterable[type[Command]], signals: Iterable[type[Command]]) -> Callable[[W], W]:
    """Return a class decorator, below `workflow.defn`, for a workflow that has a `shell`."""

    def decorate(workflow_class: W) -> W:
        for kind in updates:
            handler, check = _update(kind)
            setattr(workflow_class, kind.kind, handler)
            setattr(workflow_class, f"_check_{kind.kind}", check)
        for kind in signals:
            setattr(workflow_class, kind.kind, _signal(kind))
        return workflow_class

    return decorate


def described(kind: type[Command]) -> str:
    """Return what the UI says of a command: its docstring ends with the Chinese term."""
    sentence = (kind.__doc__ or "").strip().splitlines()[0].rstrip(".")
    words, _, term = sentence.rpartition(" ")
    return f"{term} {words}"


def _update(kind: type[Command]) -> tuple[Any, Any]:
    async def obey(self: Any, command: Command) -> Receipt:
        return await self.shell.obey(command)  # type: ignore[no-any-return]

    def check(self: Any, command: Command) -> None:
        self.shell.check(command)

    for function in (obey, check):
        _annotate(function, kind)
    handler = workflow.update(name=kind.kind, description=described(kind))(obey)
    return handler, handler.validator(check)


def _signal(kind: type[Command]) -> Any:
    def hear(self: Any, command: Command) -> None:
        self.shell.hear(command)

    _annotate(hear, kind)
    return workflow.signal(name=kind.kind, description=described(kind))(hear)


def _annotate(function: Callable[..., Any], kind: type[Command]) -> None:
    """Tell the SDK as what to read a message; it counts `self` among its fields if annotated."""
    function.__annotations__["command"] = kind
    function.__annotations__.pop("self")
