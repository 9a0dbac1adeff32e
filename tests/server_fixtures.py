"""A real Temporal server in virtual time, with the real worker: one of each per test process.

Start a matter, take its timeline with `await Timeline.of(client, number)`, then move and act.
"""

import itertools
import os
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from temporalio.client import Client

from activities.store import RecordStore, open_store
from starter import paths
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import RunningServer, running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from starter.timeline import Timeline
from workflows import search_attributes

__all__ = ["Timeline"]

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of this test process: a rehearsal's data directory with the tests' key ring.

    The ring is committed: it opens the histories in `tests/histories` and nothing else.
    """
    data = tmp_path_factory.mktemp("data")
    shutil.copy(Path(__file__).parent / "histories" / "keys.toml", data / "keys.toml")
    (data / paths.ADDRESSES).write_text("rehearsal = true\n")
    return Settings.at(data).model_copy(update={"shutdown_grace": timedelta(0)})


@pytest_asyncio.fixture(scope="session")
async def server(installation: Settings) -> AsyncIterator[RunningServer]:
    """A server that can skip time; it ends with this process, however that ends."""
    plan = ServerPlan(
        database=installation.data / "temporal.db",
        log=installation.data / "temporal.log",
        search_attributes=search_attributes.ALL,
        rehearsal=True,
    )
    async with running_server(plan) as running:
        yield running


@pytest_asyncio.fixture(scope="session")
async def client(server: RunningServer, installation: Settings) -> Client:
    """A client with encryption on, as in production."""
    ring = KeyRing.load(installation.keys)
    return await connect_to(server.address, ring, identity="tests")  # histories are committed


@pytest_asyncio.fixture(scope="session")
async def served_store(installation: Settings) -> AsyncIterator[RecordStore]:
    """The record store that the session's worker writes."""
    store = open_store(installation.database_url)
    await store.migrate()
    yield store
    await store.close()


@pytest.fixture(scope="session")
def outbox_folder(installation: Settings) -> Path:
    """Where the session's worker puts its notices."""
    return installation.data / "outbox"


@pytest_asyncio.fixture(scope="session")
async def worker(
    client: Client, installation: Settings, served_store: RecordStore
) -> AsyncIterator[Settings]:
    """The real worker on its real task queue; gives its settings."""
    from worker import build_worker, file_outbox  # tests of the rules need no workflow to load

    async with build_worker(client, installation, served_store, file_outbox(installation)):
        yield installation


@pytest.fixture
def number() -> str:
    """A matter number that no other test of this process has."""
    return f"CLAR-2026-{os.getpid() % 10_000:04}{next(_numbers):04}"
