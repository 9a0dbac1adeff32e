"""The office where the lives of this directory happen."""

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.settings import Settings
from tests.workflows.lives import Office


@pytest.fixture
def office(client: Client, worker: Settings, served_store: RecordStore) -> Office:
    """The office of the session's server, worker and record store."""
    return Office(client, worker.task_queue, served_store)
