"""The projections can be thrown away: the journal brings them back as they were."""

from collections.abc import Sequence

import pytest
import sqlalchemy as sa

from activities.store import RecordStore, projections, tables
from activities.store.notices import Fate
from activities.store.rebuild import rebuild
from activities.store.verify import verify
from tests.activities.test_verify import without_guards
from tests.store_fixtures import MATTER, a_batch, picture, project
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
    after = await everything(store)
    before["notices"] = [
        tuple("restored" if value == "queued" else value for value in row)
        for row in before["notices"]
    ]
    assert after == before
    assert await verify(store, project, derive) == []


async def test_a_notice_that_was_sent_stays_sent(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    await store.mark_notice(MATTER, 1, 0, Fate("sent", 3))

    await rebuild(store, project, derive)

    sent, queued = await store.notice(MATTER, 1, 0), await store.notice(MATTER, 2, 0)
    assert sent is not None
    assert queued is not None
    assert (sent.fate, queued.fate) == (Fate("sent", 3), Fate("queued", 0))


async def test_a_notice_that_was_lost_does_not_wait_again(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    await store.database.write(
        lambda connection: connection.execute(
            sa.delete(tables.notices).where(tables.notices.c.seq == 1)
        )
    )

    await rebuild(store, project, derive)

    restored, kept = await store.notice(MATTER, 1, 0), await store.notice(MATTER, 2, 0)
    assert restored is not None
    assert kept is not None
    assert (restored.fate.state, kept.fate.state) == ("restored", "queued")


async def cut_to(store: RecordStore, seq: int) -> None:
    """Take the newest rows of the journal away and set its head back, as an administrator can."""

    def cut(connection: sa.Connection) -> None:
        journal = tables.journal
        connection.execute(sa.delete(journal).where(journal.c.seq > seq))
        query = sa.select(journal.c.hash).where(journal.c.seq == seq)
        newest = connection.scalar(query) or "0" * 64
        connection.execute(sa.update(tables.heads).values(seq=seq, hash=newest))

    await store.database.write(without_guards)
    await store.database.write(cut)


@pytest.mark.parametrize("seq", [0, 2])
async def test_a_journal_that_was_cut_is_not_covered_up_by_a_rebuild(
    store: RecordStore, seq: int
) -> None:
    await store.record(a_batch(1, 2, 3))
    await cut_to(store, seq)
    before = await everything(store)

    rebuilt = await rebuild(store, project, derive)

    assert rebuilt == 0
    assert await everything(store) == before
    assert MATTER in {found.matter for found in await verify(store, project, derive)}


async def test_receipts_alone_remember_what_was_cut(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    await store.record(a_batch(3))
    await rebuild(store, project, derive)
    await cut_to(store, 2)
    view = projections.matter_row(picture(MATTER, 2), 2)

    def cover_up(connection: sa.Connection) -> None:
        for table in (tables.notices, tables.documents):
            connection.execute(sa.delete(table).where(table.c.seq > 2))
        connection.execute(sa.update(tables.matters).values(view))

    await store.database.write(cover_up)

    assert await rebuild(store, project, derive) == 0

    (found,) = await verify(store, project, derive)
    assert (found.matter, found.seq) == (MATTER, 3)
    assert "operations" in found.problem.zh
    assert "operations" in found.problem.en


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
