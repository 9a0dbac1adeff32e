"""Leads single matters from their opening to their end, as the command line would."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from temporalio.client import Client, WithStartWorkflowOperation, WorkflowHandle
from temporalio.common import WorkflowIDConflictPolicy

from bench.bare import BareLife, Plan
from bench.clarification import commands, opening, rules
from bench.recording import LocalClarification
from bench.shapes import OURS, Shape
from workflows.clarification import ClarificationWorkflow
from workflows.domain.clarification.commands import Open
from workflows.domain.lifecycle import Command, today
from workflows.kinds.clarification import OpenClarification
from workflows.messages.matters import Receipt

Answer = Receipt | int
"""A receipt, or from a bare life the number of the step."""


@dataclass(frozen=True)
class Clients:
    """Two ways to the same server: encrypted as in production, and plain."""

    ours: Client
    bare: Client


class Lives:
    """Knows how to lead a life of any shape; built once, so that nothing is prepared twice."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._numbers = itertools.count(1)
        self._day: date = today(datetime.now(UTC))
        self._commands: Sequence[Command] = tuple(commands(self._day))
        self._rules = rules()

    @property
    def commands(self) -> int:
        """Return how many commands a clarification has after its opening."""
        return len(self._commands)

    async def open(self, shape: Shape) -> tuple[WorkflowHandle[Any, Any], list[Answer]]:
        """Open a matter, and wait until the opening is on record."""
        number = f"BENCH-{self._day.year}-{next(self._numbers)}"
        start = self._start(shape, number)
        client = self._clients.ours if shape.ours else self._clients.bare
        answer = await client.execute_update_with_start_workflow(
            "opened", start_workflow_operation=start, result_type=Receipt if shape.ours else None
        )
        return await start.workflow_handle(), [answer]

    async def live(self, shape: Shape) -> tuple[WorkflowHandle[Any, Any], list[Answer]]:
        """Lead a matter through its whole life; return it with the answers to its commands."""
        handle, answers = await self.open(shape)
        for step in range(shape.commands):
            answers.append(await self.command(handle, shape, step))
        await handle.result()
        return handle, answers

    async def command(self, handle: WorkflowHandle[Any, Any], shape: Shape, step: int) -> Answer:
        """Give a matter its next command and return the answer."""
        if not shape.ours:
            return await handle.execute_update(BareLife.act, "x" * 200)
        command = self._commands[step]
        receipt: Receipt = await handle.execute_update(command.kind, command, result_type=Receipt)
        return receipt

    def _start(self, shape: Shape, number: str) -> WithStartWorkflowOperation[Any, Any]:
        workflow, argument = self._workflow(shape, number)
        return WithStartWorkflowOperation(
            workflow,
            argument,
            id=number,
            task_queue=shape.queue,
            id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
        )

    def _workflow(self, shape: Shape, number: str) -> tuple[Any, OpenClarification | Plan]:
        if shape.plan is not None:
            return BareLife.run, shape.plan
        pack, calendar = self._rules
        request: Open = opening(number, self._day)
        given = OpenClarification(request=request, pack=pack, calendar=calendar)
        ours = ClarificationWorkflow if shape.queue == OURS else LocalClarification
        return ours.run, given
