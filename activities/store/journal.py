"""The journal: what happened, in order, each row sealed with the hash of the row before it.

A row's hash is SHA-256 over the hash before it and the canonical JSON of all its other columns,
as they stand in the table: nothing in a row can change without a trace.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

import sqlalchemy as sa

from activities.store.columns import moment_text
from activities.store.engine import insert_new
from activities.store.errors import RecordConflict, RecordGap
from activities.store.tables import anchors, heads, journal
from workflows.domain.canonical import canonical_json
from workflows.messages.records import EventRecord

GENESIS = "0" * 64
"""Stands for the hash of the row before the first."""

_SEALED = tuple(c.name for c in journal.columns if c.name not in ("prev_hash", "hash"))
# The wording may improve between two attempts; what it says may not.
_CONTENT = tuple(name for name in _SEALED if name not in ("text_zh", "text_en"))

# Statements are made once: SQLAlchemy takes longer to make and look up one than to run it.
_OF_MATTER: sa.BindParameter[str] = sa.bindparam("of_matter")
_HEAD = sa.select(heads.c.seq, heads.c.hash).where(heads.c.matter == _OF_MATTER).with_for_update()
_ONE_MORE_HEAD = (
    sa.update(anchors).where(anchors.c.name == "heads").values(count=anchors.c.count + 1)
)
_MOVE_HEAD = (
    sa.update(heads)
    .where(heads.c.matter == _OF_MATTER)
    .values(seq=sa.bindparam("new_seq"), hash=sa.bindparam("new_hash"))
)
_APPEND = sa.insert(journal)


class Head(NamedTuple):
    """The newest row of a matter's chain; `seq` 0 before the first."""

    seq: int
    hash: str


def seal(row: Mapping[str, Any], prev_hash: str) -> str:
    """Return the hash of a journal row that follows the row with `prev_hash`."""
    body = canonical_json({name: row[name] for name in _SEALED})
    return sha256((prev_hash + body).encode()).hexdigest()


def to_row(matter: str, event: EventRecord) -> dict[str, Any]:
    """Return the columns of an event, without its hashes."""
    return {
        "matter": matter,
        "seq": event.seq,
        "kind": event.kind,
        "at": moment_text(event.at),
        "effective_on": event.effective_on.isoformat(),
        "actor": canonical_json(event.actor),
        "fact": canonical_json(event.fact),
        "operation": event.operation,
        "text_zh": event.text_zh,
        "text_en": event.text_en,
    }


def to_event(row: Mapping[str, Any]) -> EventRecord:
    """Return the event of a journal row."""
    return EventRecord.model_construct(
        seq=row["seq"],
        kind=row["kind"],
        at=datetime.fromisoformat(row["at"]),
        effective_on=date.fromisoformat(row["effective_on"]),
        actor=json.loads(row["actor"]),
        fact=json.loads(row["fact"]),
        operation=row["operation"],
        text_zh=row["text_zh"],
        text_en=row["text_en"],
    )


def lock_head(connection: sa.Connection, matter: str) -> Head:
    """Return the matter's head and keep other writers of the matter out until the end."""
    found = connection.execute(_HEAD, {"of_matter": matter}).one_or_none()
    return Head(*found) if found else Head(0, GENESIS)


def open_head(connection: sa.Connection, matter: str) -> Head:
    """Put down the head of a matter that has none; waits for a writer who does the same."""
    first = {"matter": matter, "seq": 0, "hash": GENESIS}
    if connection.execute(insert_new(connection, heads), first).rowcount == 1:
        connection.execute(_ONE_MORE_HEAD)
    return lock_head(connection, matter)


def read_rows(
    connection: sa.Connection,
    matter: str,
    seqs: Iterable[int] | None = None,
    *,
    after: int = 0,
) -> list[dict[str, Any]]:
    """Return the matter's journal rows in order: those after a row, or only those of `seqs`."""
    query = sa.select(journal).where(journal.c.matter == matter, journal.c.seq > after)
    query = query.order_by(journal.c.seq)
    if seqs is not None:
        query = query.where(journal.c.seq.in_(list(seqs)))
    return [dict(row) for row in connection.execute(query).mappings()]


def check_repeated(connection: sa.Connection, matter: str, events: Sequence[EventRecord]) -> Head:
    """Return the last of events that are on record; raises `RecordConflict` if they differ."""
    stored = read_rows(connection, matter, [event.seq for event in events])
    by_seq = {row["seq"]: row for row in stored}
    for event in events:
        row, given = by_seq.get(event.seq), to_row(matter, event)
        if row is None or any(row[name] != given[name] for name in _CONTENT):
            raise RecordConflict(matter, event.seq)
    last = events[-1].seq
    return Head(last, by_seq[last]["hash"])


def append(
    connection: sa.Connection, matter: str, head: Head, events: Sequence[EventRecord]
) -> Head:
    """Chain new events to the journal and move the head; raises `RecordGap`."""
    rows = []
    for event in events:
        if event.seq != head.seq + 1:
            raise RecordGap(matter, expected=head.seq + 1, got=event.seq)
        row = to_row(matter, event)
        head, previous = Head(event.seq, seal(row, head.hash)), head.hash
        rows.append(row | {"prev_hash": previous, "hash": head.hash})
    connection.execute(_APPEND, rows)
    moved = {"of_matter": matter, "new_seq": head.seq, "new_hash": head.hash}
    connection.execute(_MOVE_HEAD, moved)
    return head
