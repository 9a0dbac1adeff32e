"""How a SQLite file is opened: readers never wait, and what was committed survives a power cut."""

import sqlite3
import time
from typing import Any

BUSY_SECONDS = 30
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # Otherwise "insert or replace" would delete a journal row without asking its trigger.
    "PRAGMA recursive_triggers = ON",
)


def prepare_sqlite(connection: Any, _record: object) -> None:
    """Set up a new connection; the caller's `begin` says how a transaction starts."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    _use_wal(cursor)
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """Switch the file to WAL, once in its life; SQLite does not wait its turn for this itself."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
