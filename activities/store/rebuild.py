"""Makes the projections anew from the journal, matter by matter, while the workers go on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import sqlalchemy as sa

from activities.store import journal, notices, projections
from activities.store.answers import remembered_after
from activities.store.columns import select_stored
from activities.store.store import RecordStore
from activities.store.tables import documents, heads, matters, operations
from activities.store.tables import notices as outbox
from workflows.messages.records import DocumentRecord, EventRecord, MatterView, NoticeRecord

Project = Callable[[list[EventRecord]], MatterView]
"""Folds the events of one matter into its picture."""

Derive = Callable[[list[EventRecord]], tuple[Sequence[NoticeRecord], Sequence[DocumentRecord]]]
"""Returns the notices and documents that the events of one matter made happen."""


async def rebuild(store: RecordStore, project: Project, derive: Derive | None = None) -> int:
    """Rebuild every matter that can be and return how many were.

    Without `derive` notices and documents stay as they are; with it they are made anew too: a
    notice keeps what came of it, one that was lost is `restored`. A matter whose newest journal
    rows are gone stays as it is, since its other rows are all that remembers them.
    """

    def rebuild_matter(matter: str, connection: sa.Connection) -> bool:
        head = journal.lock_head(connection, matter)
        events = [journal.to_event(row) for row in journal.read_rows(connection, matter)]
        newest = events[-1].seq if events else 0
        if head.seq > newest or remembered_after(newest, _known(connection, matter)):
            return False
        projections.forget(connection, matter)
        if events:
            projections.replace(connection, project(events), events[-1].seq)
        if derive is not None:
            notices.derive_again(connection, matter, derive(events), store.now())
        return True

    numbers = await store.database.write(_known_matters)
    rebuilt = [await store.database.write(partial(rebuild_matter, each)) for each in numbers]
    return sum(rebuilt)


def _known(connection: sa.Connection, matter: str) -> dict[str, list[dict[str, Any]]]:
    """Return what the tables beside the journal hold about a matter, as stored."""
    return {
        table.name: [
            dict(row)
            for row in connection.execute(
                select_stored(table).where(table.c.matter == matter)
            ).mappings()
        ]
        for table in (matters, outbox, documents, operations)
    }


def _known_matters(connection: sa.Connection) -> list[str]:
    """Return the matters that have a journal; pictures of others are removed."""
    strangers = matters.c.matter.not_in(sa.select(heads.c.matter))
    connection.execute(sa.delete(matters).where(strangers))
    return list(connection.scalars(sa.select(heads.c.matter).order_by(heads.c.matter)))
