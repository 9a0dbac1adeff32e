"""Lets a workflow take every command of its kind: one update or signal per class.

The Temporal UI shows each under its own name; who may give it when is the decider's business.
"""

from collections.abc import Iterable
from typing import Any

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.lifecycle import Command
    from workflows.messages.matters import Receipt
    from workflows.shell import Shell


def take_commands(
    shell: Shell[Any], updates: Iterable[type[Command]], signals: Iterable[type[Command]]
) -> None:
    """Register the messages of a kind; called while the workflow is initialised."""
    for kind in updates:
        _take_update(shell, kind)
    for kind in signals:
        _take_signal(shell, kind)


def _take_update(shell: Shell[Any], kind: type[Command]) -> None:
    async def obey(command: Command) -> Receipt:
        return await shell.obey(command)

    def check(command: Command) -> None:
        shell.check(command)

    for handler in (obey, check):
        handler.__annotations__["command"] = kind
    workflow.set_update_handler(kind.kind, obey, validator=check)


def _take_signal(shell: Shell[Any], kind: type[Command]) -> None:
    def hear(command: Command) -> None:
        shell.hear(command)

    hear.__annotations__["command"] = kind
    workflow.set_signal_handler(kind.kind, hear)
