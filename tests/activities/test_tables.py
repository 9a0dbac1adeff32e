"""What stands in the tables: a chained journal that only grows, and projections for lists."""

from datetime import date

import pytest
import sqlalchemy as sa

from activities.store import RecordStore, tables
from activities.store.journal import GENESIS
from tests.store_fixtures import MATTER, a_batch, a_term, a_view, a_work_item


async def rows(store: RecordStore, table: sa.Table) -> list[dict[str, object]]:
    query = sa.select(table)
    return await store.database.read(
        lambda connection: [dict(row) for row in connection.execute(query).mappings()]
    )


async def test_the_chain_starts_at_zeros_and_links_every_row(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    recorded = await store.record(a_batch(3))

    journal = sorted(await rows(store, tables.journal), key=lambda row: str(row["seq"]))

    assert journal[0]["prev_hash"] == GENESIS
    assert [row["prev_hash"] for row in journal[1:]] == [row["hash"] for row in journal[:-1]]
    assert journal[-1]["hash"] == recorded.hash
    assert journal[1]["fact"] == '{"kind":"opened","step":2,"subject":"张三"}'
    assert journal[1]["at"] == "2026-11-20T01:30:02.000000Z"


async def test_the_projections_hold_due_days_of_running_terms_only(store: RecordStore) -> None:
    view = a_view(
        terms=(
            a_term(key="met", due=date(2026, 11, 25), ended_on=date(2026, 11, 24)),
            a_term(key="paused", due=date(2026, 11, 26), suspended=True),
            a_term(key="late", due=date(2026, 11, 28), overdue=True),
        ),
        work_items=(a_work_item(term="paused"), a_work_item(term="late"), a_work_item(term="")),
    )

    await store.record(a_batch(1, view=view))

    (matter,) = await rows(store, tables.matters)
    assert matter["overdue"] is True
    assert str(matter["next_due_at"]) == "2026-11-28 16:00:00+00:00"
    items = {row["term"]: row["due"] for row in await rows(store, tables.work_items)}
    assert items == {"paused": None, "late": date(2026, 11, 28), "": None}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET kind = 'withdrawn'",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 2",
    ],
)
async def test_the_database_itself_refuses_to_change_the_journal(
    store: RecordStore, statement: str
) -> None:
    await store.record(a_batch(1, 2))

    with pytest.raises(sa.exc.DBAPIError, match="append-only"):
        await store.database.write(lambda connection: connection.execute(sa.text(statement)))

    assert len(await store.events(MATTER)) == 2


async def test_a_row_of_the_journal_cannot_be_replaced_or_truncated(
    store: RecordStore, store_url: str
) -> None:
    await store.record(a_batch(1, 2))
    statement = (
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2"
        if store_url.startswith("sqlite")
        else "TRUNCATE journal"
    )

    with pytest.raises(sa.exc.DBAPIError, match="append-only"):
        await store.database.write(lambda connection: connection.execute(sa.text(statement)))
