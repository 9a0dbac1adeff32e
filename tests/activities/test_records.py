"""The record activity hands batches to the store and lets every failure be retried."""

import pytest
import structlog
from temporalio.testing import ActivityEnvironment

from activities.records import RecordActivities
from activities.store import RecordGap, RecordStore, open_store
from tests.store_fixtures import MATTER, a_batch


async def test_events_are_recorded_and_the_head_is_the_answer(store: RecordStore) -> None:
    activities = RecordActivities(store)

    first = await ActivityEnvironment().run(activities.record_events, a_batch(1))
    again = await ActivityEnvironment().run(activities.record_events, a_batch(1))

    assert first == again
    assert len(await store.events(MATTER)) == 1


async def test_a_gap_is_left_to_the_retry_policy(store: RecordStore) -> None:
    with pytest.raises(RecordGap):
        await ActivityEnvironment().run(RecordActivities(store).record_events, a_batch(2))


async def test_a_store_without_tables_heals_when_it_gets_them(store_url: str) -> None:
    store = open_store(store_url)
    activities = RecordActivities(store)

    with pytest.raises(Exception, match="heads"):
        await ActivityEnvironment().run(activities.record_events, a_batch(1))
    await store.migrate()
    recorded = await ActivityEnvironment().run(activities.record_events, a_batch(1))

    await store.close()
    assert recorded.seq == 1


async def test_the_log_tells_numbers_and_no_content(store: RecordStore) -> None:
    with structlog.testing.capture_logs() as lines:
        await ActivityEnvironment().run(RecordActivities(store).record_events, a_batch(1, 2))

    (line,) = lines
    assert (line["event"], line["matter"], line["seq"]) == ("events_recorded", MATTER, 2)
    assert "张三" not in str(lines)
