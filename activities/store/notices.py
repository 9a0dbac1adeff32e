"""The notice outbox and the list of documents: what events make happen outside.

A notice is written with its event and delivered later; its row remembers what came of it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from activities.store.errors import NoticeMissing
from activities.store.tables import documents, notices
from workflows.messages.records import DocumentRecord, NoticeRecord, RecordBatch

NoticeState = Literal["queued", "sent", "undeliverable"]


@dataclass(frozen=True, slots=True)
class Fate:
    """What came of a notice after so many attempts; `answer` says why it cannot be delivered."""

    state: NoticeState = "queued"
    attempts: int = 0
    answer: str = ""


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A notice of the outbox, and what came of it."""

    matter: str
    notice: NoticeRecord
    fate: Fate


_QUEUED = asdict(Fate())


def enqueue(connection: sa.Connection, batch: RecordBatch, after: int, now: datetime) -> None:
    """Put the notices and documents of a batch's events after event `after` in their tables."""
    new = [n for n in batch.notices if n.seq > after]
    _insert(connection, notices, [_notice_row(batch.matter, n, now) for n in new])
    papers = [paper for paper in batch.documents if paper.seq > after]
    _insert(connection, documents, [_document_row(batch.matter, paper) for paper in papers])


def _notice_row(matter: str, notice: NoticeRecord, now: datetime) -> dict[str, Any]:
    return {"matter": matter} | notice.model_dump() | _QUEUED | {"updated_at": now}


def _document_row(matter: str, document: DocumentRecord) -> dict[str, Any]:
    return {"matter": matter} | document.model_dump()


def _insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)


def _is(matter: str, seq: int, index: int) -> sa.ColumnElement[bool]:
    key = (notices.c.matter == matter, notices.c.seq == seq, notices.c.index == index)
    return sa.and_(*key)


def read(connection: sa.Connection, matter: str, seq: int, index: int) -> StoredNotice | None:
    """Return one notice of the outbox."""
    query = sa.select(notices).where(_is(matter, seq, index))
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    record = NoticeRecord.model_validate({name: row[name] for name in NoticeRecord.model_fields})
    return StoredNotice(matter, record, Fate(row["state"], row["attempts"], row["answer"]))


def mark(
    connection: sa.Connection, matter: str, seq: int, index: int, fate: Fate, now: datetime
) -> None:
    """Remember what came of a notice; raises `NoticeMissing`."""
    update = sa.update(notices).where(_is(matter, seq, index))
    if connection.execute(update.values(asdict(fate) | {"updated_at": now})).rowcount != 1:
        raise NoticeMissing(matter, seq, index)


def derive_again(
    connection: sa.Connection,
    matter: str,
    records: tuple[Sequence[NoticeRecord], Sequence[DocumentRecord]],
    now: datetime,
) -> None:
    """Make the matter's notices and documents anew; a notice keeps what came of it."""
    query = sa.select(notices).where(notices.c.matter == matter)
    kept = ("state", "attempts", "answer", "updated_at")
    fates = {
        (row["seq"], row["index"]): {name: row[name] for name in kept}
        for row in connection.execute(query).mappings().all()
    }
    for table in (notices, documents):
        connection.execute(sa.delete(table).where(table.c.matter == matter))
    rows = [_notice_row(matter, n, now) | fates.get((n.seq, n.index), {}) for n in records[0]]
    _insert(connection, notices, rows)
    _insert(connection, documents, [_document_row(matter, paper) for paper in records[1]])
