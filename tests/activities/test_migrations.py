"""The tables come from migrations alone, and any number of processes may bring them about."""

import asyncio
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from activities.store import RecordStore, open_store, tables
from activities.store.engine import open_database
from tests.store_fixtures import a_batch

_MIGRATE = """
import asyncio, sys
from activities.store import open_store

async def main():
    store = open_store(sys.argv[1])
    await store.migrate()
    await store.close()

asyncio.run(main())
"""


async def test_the_migrations_make_the_tables_that_the_code_uses(store: RecordStore) -> None:
    def differences(connection: sa.Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), tables.metadata))

    assert await store.database.read(differences) == []


async def test_migrating_again_changes_nothing(store: RecordStore) -> None:
    first = await store.record(a_batch(1))

    await store.migrate()

    assert await store.record(a_batch(1)) == first


async def test_processes_that_migrate_at_once_wait_for_each_other(store_url: str) -> None:
    command = (sys.executable, "-c", _MIGRATE, store_url)
    processes = [await asyncio.create_subprocess_exec(*command) for _ in range(3)]

    assert [await process.wait() for process in processes] == [0, 0, 0]
    store = open_store(store_url)
    assert (await store.record(a_batch(1))).seq == 1
    await store.close()


async def test_sqlite_is_durable_and_lets_readers_pass(tmp_path: Path) -> None:
    database = open_database(str(tmp_path / "records.db"))

    def settings(connection: sa.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    written, read = await database.write(settings), await database.read(settings)
    await database.close()

    assert written == read == ["wal", 2, 1, 30_000]


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="no record store on mysql"):
        open_store("mysql://localhost/records")
