"""What the record store knows of one matter, as plain JSON values (dates and moments are text)."""

import json
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from starter.reading.connection import Queries, Row, connect
from starter.reading.queue import Queue, read_queue, read_views

_FLAGS = frozenset({"closed", "overdue", "suspended", "provisional", "awaited", "period"})
_JSON = frozenset({"actor", "fact", "view", "term_json", "rule_pack", "tags", "related"})


class Reader:
    """An open record store. Use it in a `with` statement."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._queries.close()

    def matter(self, number: str) -> dict[str, Any] | None:
        """Return the view of a matter, with the `seq` and `hash` of its newest event."""
        found = self._rows(
            "SELECT m.view, m.next_due_at, m.overdue, h.seq, h.hash"
            " FROM matters m JOIN heads h ON h.matter = m.matter WHERE m.matter = ?",
            number,
        )
        if not found:
            return None
        row = found[0]
        return {**row.pop("view"), **row}

    def events(self, number: str) -> list[Row]:
        """Return what happened in a matter, in order."""
        return self._rows("SELECT * FROM journal WHERE matter = ? ORDER BY seq", number)

    def first_event(self, number: str) -> Row | None:
        """Return the event that opened the matter."""
        found = self._rows("SELECT * FROM journal WHERE matter = ? AND seq = 1", number)
        return found[0] if found else None

    def terms(self, number: str) -> list[Row]:
        """Return the terms of a matter, first due first; `term` is what `why` counts."""
        rows = self._rows(
            'SELECT "key", label_zh, label_en, anchor, due, provisional, suspended, overdue,'
            " ended_on, period, term AS term_json FROM terms WHERE matter = ?"
            ' ORDER BY sort_on, anchor, "key"',
            number,
        )
        return [{"term": row.pop("term_json"), **row} for row in rows]

    def work_items(self, number: str) -> list[Row]:
        """Return who must do what, first due first."""
        return self._rows(
            "SELECT action, text_zh, text_en, role, organ, due, term FROM work_items"
            " WHERE matter = ? ORDER BY sort_on, position",
            number,
        )

    def notices(self, number: str) -> list[Row]:
        """Return the notices of a matter and what came of them, in order."""
        return self._rows('SELECT * FROM notices WHERE matter = ? ORDER BY seq, "index"', number)

    def deliveries(self, number: str) -> list[Row]:
        """Return on which ways the notices of a matter went out, and what came of each."""
        rows = self._rows("SELECT * FROM deliveries WHERE matter = ? ORDER BY seq", number)
        # A group's channel has the group's name behind it, which is of no interest to readers.
        return [{**row, "channel": row["channel"].partition(":")[0]} for row in rows]

    def documents(self, number: str) -> list[Row]:
        """Return the documents of a matter, in order."""
        return self._rows('SELECT * FROM documents WHERE matter = ? ORDER BY seq, "index"', number)

    def naming(self, number: str) -> list[str]:
        """Return the numbers of matters that name a matter as one they belong with, in order."""
        found = self._rows(
            "SELECT matter FROM matters WHERE related LIKE ? ORDER BY matter", f'%"{number}"%'
        )
        return [row["matter"] for row in found]

    def clock_skew(self, number: str) -> int:
        """Return the seconds by which a rehearsal has moved the matter's clock ahead."""
        found = self._rows("SELECT skew_seconds FROM clocks WHERE matter = ?", number)
        return int(found[0]["skew_seconds"]) if found else 0

    def due(
        self,
        *,
        now: datetime,
        role: str | None = None,
        organ: str | None = None,
        kind: str | None = None,
        within_days: int | None = None,
        overdue_only: bool = False,
        limit: int = 100,
    ) -> list[Row]:
        """Return the work queue at the moment `now`, first due first; see `queue.py`."""
        wanted = Queue(role, organ, kind, within_days, overdue_only, limit)
        return read_queue(self._rows, wanted, now)

    def waiting_views(self) -> dict[str, dict[str, Any]]:
        """Return the views of all matters in the work queue, by number: whose they are, for one."""
        return read_views(self._rows)

    def _rows(self, query: str, *values: Any) -> list[Row]:
        return [_plain(row) for row in self._queries.rows(query, values)]


def _plain(row: Row) -> Row:
    """Make a row the same from both databases: flags are booleans, JSON columns are values."""
    for name in row.keys() & _FLAGS:
        row[name] = bool(row[name])
    for name in row.keys() & _JSON:
        row[name] = json.loads(row[name])
    return row


def open_reader(place: str | Path) -> Reader:
    """Open the record store at a path or URL; raises `StoreMissing`, `StoreUnreachable`."""
    return Reader(connect(place))
