"""Makes the projections anew from the journal, matter by matter, while the workers go on."""

from collections.abc import Callable, Sequence
from functools import partial

import sqlalchemy as sa

from activities.store import journal, notices, projections
from activities.store.store import RecordStore
from activities.store.tables import heads, matters
from workflows.messages.records import DocumentRecord, EventRecord, MatterView, NoticeRecord

Project = Callable[[list[EventRecord]], MatterView]
"""Folds the events of one matter into its picture."""

Derive = Callable[[list[EventRecord]], tuple[Sequence[NoticeRecord], Sequence[DocumentRecord]]]
"""Returns the notices and documents that the events of one matter made happen."""


async def rebuild(store: RecordStore, project: Project, derive: Derive | None = None) -> int:
    """Rebuild every matter and return how many there are.

    Without `derive` notices and documents stay as they are; with it they are made anew too, and a
    notice that was sent stays sent.
    """

    def rebuild_matter(matter: str, connection: sa.Connection) -> None:
        journal.lock_head(connection, matter)
        events = [journal.to_event(row) for row in journal.read_rows(connection, matter)]
        projections.forget(connection, matter)
        if events:
            projections.replace(connection, project(events), events[-1].seq)
        if derive is not None:
            notices.derive_again(connection, matter, derive(events), store.now())

    numbers = await store.database.write(_known_matters)
    for matter in numbers:
        await store.database.write(partial(rebuild_matter, matter))
    return len(numbers)


def _known_matters(connection: sa.Connection) -> list[str]:
    """Return the matters that have a journal; pictures of others are removed."""
    strangers = matters.c.matter.not_in(sa.select(heads.c.matter))
    connection.execute(sa.delete(matters).where(strangers))
    return list(connection.scalars(sa.select(heads.c.matter).order_by(heads.c.matter)))
