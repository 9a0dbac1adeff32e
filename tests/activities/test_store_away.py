"""A store that is away loses nothing and is used again as soon as it is back."""

import asyncio
import traceback
from pathlib import Path

import pytest
import sqlalchemy as sa
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.records import RecordActivities
from activities.store import RecordStore, open_store
from tests.postgres import PostgresCluster
from tests.store_fixtures import MATTER, a_batch


async def test_a_database_server_that_was_away_is_used_again() -> None:
    cluster = PostgresCluster()
    await asyncio.to_thread(cluster.start)
    store = open_store(cluster.new_database())
    await store.migrate()
    first = await store.record(a_batch(1))

    await asyncio.to_thread(cluster.pause)
    with pytest.raises(sa.exc.OperationalError):
        await store.record(a_batch(2))
    await asyncio.to_thread(cluster.resume)
    answers = [await store.record(a_batch(1)), await store.record(a_batch(2))]

    assert answers[0] == first
    assert [event.seq for event in await store.events(MATTER)] == [1, 2]
    await store.close()
    await asyncio.to_thread(cluster.stop)


async def test_an_error_of_the_store_quotes_nothing_of_what_was_to_be_written(
    store: RecordStore, capfd: pytest.CaptureFixture[str]
) -> None:
    """It reaches the log, and what was to be written holds names."""
    await store.database.write(lambda c: c.execute(sa.text("DROP TABLE notices")))
    activities = RecordActivities(store)

    with pytest.raises(ApplicationError) as failed:
        await ActivityEnvironment().run(activities.record_events, a_batch(1, 2))

    told = "".join(traceback.format_exception(failed.value)) + "".join(capfd.readouterr())
    assert "record store" in told
    assert "张三" not in told
    with pytest.raises(sa.exc.DBAPIError) as raw:
        await store.record(a_batch(1, 2))
    assert "张三" not in str(raw.value)


async def test_a_disk_that_was_not_mounted_is_used_when_it_is(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "disk" / "records.db"))

    with pytest.raises(sa.exc.OperationalError):
        await store.migrate()
    (tmp_path / "disk").mkdir()
    await store.migrate()

    assert (await store.record(a_batch(1))).seq == 1
    await store.close()
