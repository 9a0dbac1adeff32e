"""An office with documents, once for each process, and a copy of it for every test."""

import shutil
from pathlib import Path

import pytest
import pytest_asyncio

from tests.starter.paper_office import furnish
from tests.starter.papers.command import Command


@pytest_asyncio.fixture(scope="session")
async def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("papers")
    await furnish(data)
    return data


@pytest.fixture
def office(furnished: Path, tmp_path: Path) -> Path:
    """A copy of this test alone, to do harm to."""
    return shutil.copytree(furnished, tmp_path / "office")


@pytest.fixture
def document(office: Path) -> Command:
    return Command(office)
