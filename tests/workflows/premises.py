"""Offices of their own for tests that need another worker, store, outbox or server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

from temporalio.client import Client

from activities.delivery.outbox import FileOutbox
from activities.store import RecordStore
from starter.settings import Settings
from tests.workflows.lives import Office
from worker import build_worker, file_outbox


def new_task_queue() -> str:
    """A task queue that no worker serves yet."""
    return f"office-{uuid4()}"


@asynccontextmanager
async def premises(
    client: Client,
    settings: Settings,
    store: RecordStore,
    outbox: FileOutbox | None = None,
    task_queue: str = "",
) -> AsyncIterator[Office]:
    """Open an office with a worker on a task queue of its own, or on the one that is given."""
    settings = settings.model_copy(update={"task_queue": task_queue or new_task_queue()})
    async with build_worker(client, settings, store, outbox or file_outbox(settings)):
        yield Office(client, settings.task_queue, store)
