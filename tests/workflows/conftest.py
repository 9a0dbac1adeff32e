"""The offices where the lives of this directory happen: a steady one, and one that fails."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from temporalio.client import Client

from activities.store import RecordStore, open_store
from starter.settings import Settings
from tests.workflows.faults import UnreliableStore
from tests.workflows.lives import Office
from tests.workflows.premises import premises

LETTERHEADS = '[organs.DW]\nname = "某市纪委监委驻市某局纪检监察组"\nmark = "某纪驻"\n'
"""What the officers' directory says of the organ that issues documents."""


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


@pytest.fixture
def press_settings(installation: Settings, tmp_path: Path) -> Settings:
    """An installation of this test's own, with a directory and the tests' keys."""
    (tmp_path / "officers.toml").write_text(LETTERHEADS, encoding="utf-8")
    (tmp_path / "keys.toml").write_bytes(installation.keys.read_bytes())
    database = f"sqlite:///{tmp_path / 'records.db'}"
    changes = {"data": tmp_path, "database_url": database, "keys": tmp_path / "keys.toml"}
    return installation.model_copy(update=changes)


@pytest.fixture
async def press_store(press_settings: Settings) -> AsyncIterator[RecordStore]:
    """The record store of that installation, numbering from 1."""
    store = open_store(press_settings.database_url)
    await store.migrate()
    yield store
    await store.close()


@pytest.fixture
async def press(
    client: Client, press_settings: Settings, press_store: RecordStore
) -> AsyncIterator[Office]:
    """An office that makes documents."""
    async with premises(client, press_settings, press_store) as office:
        yield office
