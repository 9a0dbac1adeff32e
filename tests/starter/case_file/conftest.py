"""Record stores that hold the marked lives, and an office whose officers read them."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa

from activities.directory import Directory
from activities.store import RecordStore, open_store
from activities.store.notices import Fate
from activities.store.tables import deliveries
from starter.case_file import CaseFile, build
from starter.officers import directory_of
from starter.reading import open_reader
from starter.rights import Right
from tests.starter.case_file.marked_lives import marked_lives
from tests.starter.reading.lives import whole

RECORDED = datetime(2026, 7, 2, 1, tzinfo=UTC)
OFFICERS = """
[organs.DW]
name = "某市纪委监委驻某局纪检监察组"
mark = "某纪驻"
[officers.li]
organ = "DW"
department = "D3"
roles = ["undertaking_department"]
name = "李承办"
names = true
[officers.wu]
organ = "DW"
roles = ["undertaking_department"]
[officers.chen]
organ = "DW"
roles = ["department_principal"]
names = true
[officers.zhang]
organ = "DW"
roles = ["principal"]
reads = "all"
names = true
[officers.far]
organ = "QT"
roles = ["principal"]
names = true
"""
"""li reads names, wu none; chen is recused and zhang is the person concerned; far is elsewhere."""

Told = Callable[..., CaseFile]


async def keep(store: RecordStore) -> None:
    """Put the marked lives on record, with a notice that went out two ways and one that failed."""
    await store.migrate()
    for life in marked_lives():
        await store.record(whole(life))
    await store.mark_notice("CLAR-2026-0101", 1, 0, Fate("sent", 2))
    await store.mark_notice("CLAR-2026-0101", 2, 0, Fate("undeliverable", 1, "no such mailbox"))
    await store.database.write(_deliver)


def _deliver(connection: sa.Connection) -> None:
    way = {"matter": "CLAR-2026-0101", "seq": 1, "index": 0, "updated_at": RECORDED}
    way |= {"state": "sent", "attempts": 2}
    mail = {
        "recipient": "li",
        "channel": "email",
        "state": "sent",
        "attempts": 2,
        "answer": "250 <li.chengban@x>",
    }
    file = {"recipient": "wu", "channel": "file", "state": "sent", "attempts": 1, "answer": ""}
    connection.execute(sa.insert(deliveries), [way | file, way | mail])


@pytest_asyncio.fixture(scope="session")
async def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the marked lives and the officers; for questions only."""
    data = tmp_path_factory.mktemp("shelf")
    store = open_store(f"sqlite:///{data / 'records.db'}", now=lambda: RECORDED)
    await keep(store)
    await store.close()
    (data / "officers.toml").write_text(OFFICERS, encoding="utf-8")
    return data


@pytest.fixture(scope="session")
def directory(shelf: Path) -> Directory:
    return directory_of(shelf)


@pytest.fixture
def told(shelf: Path, directory: Directory) -> Told:
    """Builds the file of a matter on the shelf, with or without names."""

    def tell(number: str = "CLAR-2026-0101", *, names: bool = False) -> CaseFile:
        with open_reader(shelf / "records.db") as reader:
            right = Right(matter=True, names=names)
            return build(reader, number, right, directory=directory if names else None)

    return tell


@pytest.fixture
def own(shelf: Path, tmp_path: Path) -> Path:
    """A copy of the shelf for this test alone, to change."""
    return shutil.copytree(shelf, tmp_path / "own")
