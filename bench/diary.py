"""The least an activity can do and still be worth one: a row that survives a power cut."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from temporalio import activity

PRAGMAS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")


@dataclass(frozen=True)
class Entry:
    """What happened, in which matter."""

    matter: str
    what: str


class Diary:
    """A SQLite file with one writing thread, as our own record store has."""

    def __init__(self, path: Path) -> None:
        self._thread = ThreadPoolExecutor(1, "diary")
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            self._file.execute(pragma)
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS diary "
            "(matter TEXT, what TEXT, PRIMARY KEY (matter, what)) WITHOUT ROWID"
        )

    @activity.defn
    async def write(self, entry: Entry) -> int:
        """Write an entry, once."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._insert, entry)

    @activity.defn
    async def deliver(self, entry: Entry) -> int:
        """Write down that a notice was delivered, once."""
        return await self.write(entry)

    def _insert(self, entry: Entry) -> int:
        row = (entry.matter, entry.what)
        return self._file.execute("INSERT OR IGNORE INTO diary VALUES (?, ?)", row).rowcount
