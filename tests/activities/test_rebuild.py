"""The projections can be thrown away: the journal brings them back as they were."""

from collections.abc import Sequence

import sqlalchemy as sa

from activities.store import RecordStore, tables
from activities.store.notices import Fate
from activities.store.rebuild import rebuild
from activities.store.verify import verify
from tests.store_fixtures import MATTER, a_batch, project
from workflows.messages.records import DocumentRecord, EventRecord, NoticeRecord

PROJECTIONS = (
    tables.matters,
    tables.terms,
    tables.work_items,
    tables.notices,
    tables.documents,
)


def derive(
    events: list[EventRecord],
) -> tuple[Sequence[NoticeRecord], Sequence[DocumentRecord]]:
    batch = a_batch(*(event.seq for event in events))
    return batch.notices, batch.documents


async def everything(store: RecordStore) -> dict[str, list[tuple[object, ...]]]:
    def read(connection: sa.Connection) -> dict[str, list[tuple[object, ...]]]:
        return {
            table.name: sorted(
                (
                    tuple(row)
                    for row in connection.execute(
                        sa.select(*(c for c in table.columns if c.name != "updated_at"))
                    )
                ),
                key=str,
            )
            for table in PROJECTIONS
        }

    return await store.database.read(read)


async def erase(store: RecordStore, *erased: sa.Table) -> None:
    def work(connection: sa.Connection) -> None:
        for table in erased:
            connection.execute(sa.delete(table))

    await store.database.write(work)


async def test_projections_that_were_lost_come_back_as_they_were(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    await store.record(a_batch(3))
    before = await everything(store)
    await erase(store, *PROJECTIONS)

    rebuilt = await rebuild(store, project, derive)

    assert rebuilt == 1
    assert await everything(store) == before
    assert await verify(store, project) == []


async def test_a_notice_that_was_sent_stays_sent(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    await store.mark_notice(MATTER, 1, 0, Fate("sent", 3))

    await rebuild(store, project, derive)

    sent, queued = await store.notice(MATTER, 1, 0), await store.notice(MATTER, 2, 0)
    assert sent is not None
    assert queued is not None
    assert (sent.fate, queued.fate) == (Fate("sent", 3), Fate("queued", 0))


async def test_without_a_way_to_derive_them_notices_stay_as_they_are(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    before = await everything(store)

    await rebuild(store, project)

    assert await everything(store) == before


async def test_a_picture_without_a_journal_is_removed(store: RecordStore) -> None:
    await store.record(a_batch(1))
    ghost = {**(await _matter_row(store)), "matter": "CLAR-2026-9999"}
    await store.database.write(
        lambda connection: connection.execute(sa.insert(tables.matters), [ghost])
    )
    assert [found.matter for found in await verify(store)] == ["CLAR-2026-9999"]

    await rebuild(store, project)

    assert await verify(store) == []
    assert await store.view("CLAR-2026-9999") is None


async def _matter_row(store: RecordStore) -> dict[str, object]:
    query = sa.select(tables.matters)
    return await store.database.read(
        lambda connection: dict(connection.execute(query).mappings().one())
    )
