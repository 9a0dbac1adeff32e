"""A number that a crash left behind is given back; one that a matter used never is."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from activities.store import RecordStore
from tests.store_fixtures import MATTER, a_batch

MINUTE = timedelta(seconds=60)


async def reserved(store: RecordStore, ago: timedelta) -> None:
    """Reserve the number as if it had been done some time ago."""
    clock = store.now
    store.now = lambda: datetime.now(UTC) - ago
    await store.reserve(MATTER, "clarification", "d1", "F-1")
    store.now = clock


async def test_an_old_reservation_without_a_matter_is_given_back(store: RecordStore) -> None:
    await reserved(store, timedelta(seconds=61))

    assert await store.release(MATTER, MINUTE)

    assert (await store.reserve("CLAR-2026-0043", "clarification", "d2", "F-1")).fresh
    assert (await store.reserve(MATTER, "clarification", "d3", "F-3")).fresh


async def test_a_young_reservation_may_still_become_a_matter(store: RecordStore) -> None:
    await reserved(store, timedelta(seconds=30))

    assert not await store.release(MATTER, MINUTE)

    assert not (await store.reserve(MATTER, "clarification", "d1", "F-1")).fresh


@pytest.mark.parametrize("lost", [(), ("heads",), ("heads", "operations")])
async def test_a_number_with_a_journal_is_kept_for_ever(
    store: RecordStore, lost: tuple[str, ...]
) -> None:
    await reserved(store, timedelta(days=365))
    await store.record(a_batch(1))

    def lose(connection: sa.Connection) -> None:
        for table in lost:
            connection.execute(sa.text(f"DELETE FROM {table}"))

    await store.database.write(lose)

    assert not await store.release(MATTER, MINUTE)


async def test_a_number_that_nobody_reserved_cannot_be_given_back(store: RecordStore) -> None:
    assert not await store.release(MATTER, MINUTE)
