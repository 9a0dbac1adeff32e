"""The offices where the lives of this directory happen: a steady one, and one that fails."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.settings import Settings
from tests.workflows.faults import UnreliableStore
from tests.workflows.lives import Office
from tests.workflows.premises import premises


@pytest.fixture
def office(client: Client, worker: Settings, served_store: RecordStore) -> Office:
    """The office of the session's server, worker and record store."""
    return Office(client, worker.task_queue, served_store)


@pytest.fixture
def store(served_store: RecordStore) -> UnreliableStore:
    """The session's record store behind a fault of its own."""
    return UnreliableStore(served_store.database)


@pytest.fixture
async def shaky(
    client: Client, installation: Settings, store: UnreliableStore
) -> AsyncIterator[Office]:
    """An office whose worker writes to the unreliable store."""
    async with premises(client, installation, store) as office:
        yield office
