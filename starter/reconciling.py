"""Compares the record store with the engine: every open matter must have a running workflow."""

import sqlalchemy as sa
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.service import RPCError, RPCStatusCode

from activities.store import RecordStore
from activities.store.tables import matters


async def matters_without_workflow(client: Client, store: RecordStore) -> list[str]:
    """Return the numbers of open matters that nothing runs, as after a restore of a backup."""
    query = sa.select(matters.c.matter).where(matters.c.closed.is_(False)).order_by("matter")
    numbers = await store.database.read(lambda connection: list(connection.scalars(query)))
    listed = client.list_workflows('ExecutionStatus="Running"')
    running = {execution.id async for execution in listed}
    # The list may lag behind by a moment; the matter itself does not.
    return [
        number for number in numbers if number not in running and not await _runs(client, number)
    ]


async def _runs(client: Client, number: str) -> bool:
    try:
        described = await client.get_workflow_handle(number).describe()
    except RPCError as answer:
        if answer.status != RPCStatusCode.NOT_FOUND:
            raise
        return False
    return described.status == WorkflowExecutionStatus.RUNNING
