"""Data directories whose record stores hold the lives of `recorded.py`."""

from pathlib import Path

import pytest
import pytest_asyncio

from activities.store import open_store
from starter.officers import write_sample
from starter.reading import Reader, open_reader
from tests.starter.accountability.recorded import LIVES, fill


@pytest_asyncio.fixture(scope="session")
async def case_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a case and what follows from it; nobody works there."""
    data = tmp_path_factory.mktemp("case-office")
    write_sample(data, in_force=True)
    store = open_store(f"sqlite:///{data / 'records.db'}")
    await store.migrate()
    await fill(store, LIVES)
    await store.close()
    return data


@pytest.fixture
def reader(case_office: Path):
    """The record store of that installation, open for questions."""
    with open_reader(case_office / "records.db") as opened:
        assert isinstance(opened, Reader)
        yield opened
