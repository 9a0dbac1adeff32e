"""Data directories whose record stores hold the lives of `lives.py`."""

import shutil
from pathlib import Path

import pytest
import pytest_asyncio

from activities.store import open_store
from activities.store.notices import Fate
from tests.starter.reading.lives import fill


@pytest_asyncio.fixture(scope="session")
async def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation whose workers are all down; for questions only."""
    data = tmp_path_factory.mktemp("office")
    store = open_store(f"sqlite:///{data / 'records.db'}")
    await store.migrate()
    await fill(store)
    await store.mark_notice("CLAR-2026-0001", 1, 0, Fate("sent", 1))
    await store.mark_notice("CLAR-2026-0001", 2, 0, Fate("undeliverable", 1, "no such organ"))
    await store.close()
    return data


@pytest.fixture
def own_office(office: Path, tmp_path: Path) -> Path:
    """A copy of this test alone, to do harm to."""
    return shutil.copytree(office, tmp_path / "own")
