"""Read-only connections to the record store over plain DB-API."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
BUSY_SECONDS = 10


class StoreError(Exception):
    """The record store cannot answer; the message is one line for people."""


class StoreMissing(StoreError):
    """There is no record store at this place yet."""


class StoreUnreachable(StoreError):
    """The record store is there, but does not answer."""


class SqliteQueries:
    """Questions to a SQLite file that is opened for reading only."""

    def __init__(self, path: Path) -> None:
        import sqlite3

        if not path.exists():
            raise StoreMissing(f"no record store at {path}")
        self._failures = sqlite3.Error
        address = f"{path.absolute().as_uri()}?mode=ro"
        try:
            self._connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)
            self._connection.execute("BEGIN")
        except sqlite3.Error as error:
            raise StoreUnreachable(f"record store at {path}: {_first_line(error)}") from None

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query whose places are written `?`."""
        try:
            cursor = self._connection.execute(query, tuple(values))
            return _as_dicts(cursor.description, cursor.fetchall())
        except self._failures as error:
            raise _explained(error, "no such table" in str(error)) from None

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class PostgresQueries:
    """Questions to a PostgreSQL database, in a read-only transaction."""

    def __init__(self, url: str) -> None:
        import psycopg

        self._failures = psycopg.Error
        try:
            self._connection = psycopg.connect(url, connect_timeout=BUSY_SECONDS)
        except psycopg.Error as error:
            raise StoreUnreachable(f"record store: {_first_line(error)}") from None
        self._connection.read_only = True
        self._connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query whose places are written `?`."""
        try:
            cursor = self._connection.execute(query.replace("?", "%s").encode(), tuple(values))
            return _as_dicts(cursor.description, cursor.fetchall())
        except self._failures as error:
            raise _explained(error, getattr(error, "sqlstate", "") == "42P01") from None

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


Queries = SqliteQueries | PostgresQueries


def connect(place: str | Path) -> Queries:
    """Connect to a path, `sqlite:///path` or `postgresql://…`; a driver in the scheme is ignored.

    Raises `StoreMissing` or `StoreUnreachable`.
    """
    scheme, separator, rest = str(place).partition("://")
    if not separator:
        return SqliteQueries(Path(place))
    match scheme.partition("+")[0]:
        case "sqlite":
            return SqliteQueries(Path(rest.removeprefix("/")))
        case "postgresql":
            return PostgresQueries(f"postgresql://{rest}")
        case other:
            raise StoreUnreachable(f"no record store on {other}: use sqlite or postgresql")


def _as_dicts(description: Sequence[Any] | None, rows: Sequence[Sequence[Any]]) -> list[Row]:
    names = [column[0] for column in description or ()]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _explained(error: Exception, no_tables: bool) -> StoreError:
    if no_tables:
        return StoreMissing("the record store has no tables yet")
    return StoreUnreachable(f"record store: {_first_line(error)}")
