"""Connections to the record store: SQLite by default, PostgreSQL by URL.

Work is a plain function over one connection, and runs whole in one transaction. A transaction on
SQLite that writes takes the write lock at once (`BEGIN IMMEDIATE`): one that read first and wants
to write later could not wait for its turn.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import create_async_engine

from activities.store.wal import prepare_sqlite

T = TypeVar("T")
Work = Callable[[sa.Connection], T]

# Both dialects know "on conflict do nothing", but only as their own insert.
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_new(connection: sa.Connection, table: sa.Table) -> Any:
    """Return an insert that leaves rows alone that are there; its row count tells of them."""
    return _insert_new(connection.dialect.name, table)


@cache
def _insert_new(dialect: str, table: sa.Table) -> Any:
    statement = _INSERT[dialect](table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


class Database(Protocol):
    """Runs work on a database, each piece in one transaction."""

    async def read(self, work: Work[T]) -> T:
        """Run work that only reads; it sees one moment, while others go on writing."""

    async def write(self, work: Work[T]) -> T:
        """Run work that writes: all of it is kept, or none."""

    async def close(self) -> None:
        """Give back all connections."""


class PostgresDatabase:
    """A PostgreSQL database; rows that two writers want are locked one by one."""

    def __init__(self, url: sa.URL) -> None:
        # A connection that the server dropped meanwhile is replaced before it is used.
        self._engine = create_async_engine(
            # An error must not quote what was to be written: it reaches the log.
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            hide_parameters=True,
        )
        self._snapshots = self._engine.execution_options(isolation_level="REPEATABLE READ")

    async def read(self, work: Work[T]) -> T:
        """Run work that only reads, on a snapshot."""
        async with self._snapshots.connect() as connection:
            return await connection.run_sync(work)

    async def write(self, work: Work[T]) -> T:
        """Run work in a transaction."""
        async with self._engine.begin() as connection:
            return await connection.run_sync(work)

    async def close(self) -> None:
        """Give back all connections."""
        await self._engine.dispose()


class SqliteDatabase:
    """A SQLite file. It has one writer at a time anyhow, so this process has one writing thread.

    A transaction that writes has some fifteen statements. Over aiosqlite each is four trips to
    another thread, which cost five times the CPU of the whole transaction made in one trip; even
    reading a single row costs twice as much that way.
    """

    def __init__(self, url: sa.URL) -> None:
        self._reading = _SqliteThreads(url, READERS, "BEGIN")
        self._writing = _SqliteThreads(url, 1, "BEGIN IMMEDIATE")

    async def read(self, work: Work[T]) -> T:
        """Run work that only reads; in WAL mode it waits for nobody."""
        return await self._reading.run(work)

    async def write(self, work: Work[T]) -> T:
        """Run work in a transaction, in the writing thread."""
        return await self._writing.run(work)

    async def close(self) -> None:
        """Let the threads finish and give back all connections."""
        await self._reading.close()
        await self._writing.close()


READERS = 4
"""So many may read a SQLite file at once."""


class _SqliteThreads:
    """Threads that run whole transactions, each on a connection of its own."""

    def __init__(self, url: sa.URL, count: int, begin: str) -> None:
        self._engine = sa.create_engine(
            url.set(drivername="sqlite+pysqlite"), pool_size=count, hide_parameters=True
        )
        self._threads = ThreadPoolExecutor(count, "record-store")
        sa.event.listen(self._engine, "connect", prepare_sqlite)
        sa.event.listen(self._engine, "begin", _beginner(begin))

    async def run(self, work: Work[T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, work)

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        self._engine.dispose()

    def _run(self, work: Work[T]) -> T:
        with self._engine.begin() as connection:
            return work(connection)


def _beginner(statement: str) -> Callable[[sa.Connection], None]:
    def begin(connection: sa.Connection) -> None:
        # Straight to the driver: SQLAlchemy would make as much of this as of a query.
        cursor = connection.connection.cursor()
        cursor.execute(statement)
        cursor.close()

    return begin


def open_database(url: str) -> Database:
    """Return the database at a path, `sqlite:///path` or `postgresql://…`; it connects later."""
    parsed = sa.make_url(url if "://" in url else f"sqlite:///{url}")
    match parsed.get_backend_name():
        case "sqlite":
            return SqliteDatabase(parsed)
        case "postgresql":
            return PostgresDatabase(parsed)
        case other:
            raise ValueError(f"no record store on {other}: use sqlite or postgresql")
