"""Checks the record store against the rules, and makes its projections anew from the journal.

The pictures are told by the very functions that the workers use, so both must agree to the letter.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from activities.store import RecordStore, open_store
from activities.store.rebuild import rebuild
from activities.store.tables import heads, journal
from activities.store.verify import Finding, verify
from workflows.domain.kinds import decider_of
from workflows.domain.lifecycle import Step
from workflows.messages.records import DocumentRecord, EventRecord, MatterView, NoticeRecord
from workflows.picture import document_records, matter_view, notice_records, retold

A = TypeVar("A")


class CannotBeTold(Exception):
    """The journal of a matter does not make sense to the rules of this version."""

    def __init__(self, matter: str, error: Exception) -> None:
        super().__init__(f"{matter}: {type(error).__name__}")
        self.matter = matter


def picture(events: list[EventRecord]) -> MatterView:
    """Return the picture of a matter as its journal tells it."""
    decider = decider_of(events[0].kind)
    return matter_view(decider, retold(decider, events)[-1].after)


def consequences(
    events: list[EventRecord],
) -> tuple[list[NoticeRecord], list[DocumentRecord]]:
    """Return the notices and documents that the journal of a matter made happen."""
    if not events:
        return [], []
    decider = decider_of(events[0].kind)
    steps: list[Step[Any]] = retold(decider, events)
    notices = [notice for step in steps for notice in notice_records(decider, step)]
    return notices, [paper for step in steps for paper in document_records(decider, step)]


async def checked(store: RecordStore) -> tuple[int, int, list[Finding]]:
    """Return how many matters and events there are, and everything that is wrong with them."""

    def count(connection: sa.Connection) -> tuple[int, int]:
        sizes = [
            connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in (heads, journal)
        ]
        return sizes[0], sizes[1]

    matters, events = await store.database.read(count)
    return matters, events, await verify(store, picture, consequences)


async def mended(store: RecordStore) -> tuple[int, int, list[Finding]]:
    """Rebuild all projections, then check; raises `CannotBeTold` at the first that makes no sense.

    Each matter is rebuilt in a transaction of its own: one that cannot be told stays as it was,
    and so does one whose newest rows are gone, which the check then names.
    """

    def told(events: list[EventRecord]) -> MatterView:
        try:
            return picture(events)
        except (ValueError, KeyError, TypeError) as error:
            number = str(events[0].fact.get("request", {}).get("number", "?"))
            raise CannotBeTold(number, error) from error

    await rebuild(store, told, consequences)
    return await checked(store)


async def with_store(url: str, work: Callable[[RecordStore], Awaitable[A]]) -> A:
    """Open the record store, do the work, close it."""
    store = open_store(url)
    try:
        return await work(store)
    finally:
        await store.close()
