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

NoticeState = Literal["queued", "sent", "undeliverable", "restored"]
"""A lost notice is `restored` from the journal: what had come of it, nobody knows any more."""


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


_QUEUED, _RESTORED = asdict(Fate()), asdict(Fate("restored"))

# Made once: SQLAlchemy takes longer to make and look up a statement than to run it.
_ENQUEUE, _FILE = sa.insert(notices), sa.insert(documents)
_THIS = sa.and_(
    notices.c.matter == sa.bindparam("of_matter"),
    notices.c.seq == sa.bindparam("of_seq"),
    notices.c.index == sa.bindparam("of_index"),
)
_READ = sa.select(notices).where(_THIS)
_MARK = (
    sa.update(notices)
    .where(_THIS)
    .values({name: sa.bindparam(f"new_{name}") for name in (*_QUEUED, "updated_at")})
)


def enqueue(connection: sa.Connection, batch: RecordBatch, after: int, now: datetime) -> None:
    """Put the notices and documents of a batch's events after event `after` in their tables."""
    new = [n for n in batch.notices if n.seq > after]
    _insert(connection, _ENQUEUE, [_notice_row(batch.matter, n, now) for n in new])
    papers = [paper for paper in batch.documents if paper.seq > after]
    _insert(connection, _FILE, [_document_row(batch.matter, paper) for paper in papers])


def _notice_row(matter: str, notice: NoticeRecord, now: datetime) -> dict[str, Any]:
    return {"matter": matter} | notice.model_dump() | _QUEUED | {"updated_at": now}


def _document_row(matter: str, document: DocumentRecord) -> dict[str, Any]:
    return {"matter": matter} | document.model_dump()


def _insert(connection: sa.Connection, put: sa.Insert, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(put, rows)


def _this(matter: str, seq: int, index: int) -> dict[str, Any]:
    return {"of_matter": matter, "of_seq": seq, "of_index": index}


def read(connection: sa.Connection, matter: str, seq: int, index: int) -> StoredNotice | None:
    """Return one notice of the outbox."""
    row = connection.execute(_READ, _this(matter, seq, index)).mappings().one_or_none()
    if row is None:
        return None
    record = NoticeRecord.model_validate({name: row[name] for name in NoticeRecord.model_fields})
    return StoredNotice(matter, record, Fate(row["state"], row["attempts"], row["answer"]))


def mark(
    connection: sa.Connection, matter: str, seq: int, index: int, fate: Fate, now: datetime
) -> None:
    """Remember what came of a notice; raises `NoticeMissing`."""
    changes = {f"new_{name}": value for name, value in asdict(fate).items()}
    values = _this(matter, seq, index) | changes | {"new_updated_at": now}
    if connection.execute(_MARK, values).rowcount != 1:
        raise NoticeMissing(matter, seq, index)


def derive_again(
    connection: sa.Connection,
    matter: str,
    records: tuple[Sequence[NoticeRecord], Sequence[DocumentRecord]],
    now: datetime,
) -> None:
    """Make the matter's notices and documents anew; a notice keeps what came of it.

    One that was lost does not wait again: `restored` says that its delivery is unknown.
    """
    query = sa.select(notices).where(notices.c.matter == matter)
    kept = ("state", "attempts", "answer", "updated_at")
    fates = {
        (row["seq"], row["index"]): {name: row[name] for name in kept}
        for row in connection.execute(query).mappings().all()
    }
    for table in (notices, documents):
        connection.execute(sa.delete(table).where(table.c.matter == matter))
    rows = [
        _notice_row(matter, n, now) | fates.get((n.seq, n.index), _RESTORED) for n in records[0]
    ]
    _insert(connection, _ENQUEUE, rows)
    _insert(connection, _FILE, [_document_row(matter, paper) for paper in records[1]])
