"""A notice without an address is one file, however often its delivery is tried."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.delivery.means import Means, Parcel
from activities.delivery.outbox import FileOutbox
from activities.delivery.words import Words
from activities.notices import NoticeActivities
from activities.store import NoticeMissing, RecordStore
from activities.store.notices import Fate
from tests.store_fixtures import MATTER, a_batch
from workflows.messages.records import DeliverNotice, Delivery

ORDER_AT = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
ORDER = DeliverNotice(matter=MATTER, seq=2, index=0, purpose="stage", sent_at=ORDER_AT)


async def deliver(store: RecordStore, outbox: FileOutbox) -> Delivery:
    activities = NoticeActivities(store, outbox)
    return await ActivityEnvironment().run(activities.deliver_notice, ORDER)


async def fate(store: RecordStore) -> Fate:
    stored = await store.notice(MATTER, 2, 0)
    assert stored is not None
    return stored.fate


async def test_a_notice_becomes_one_file_named_by_its_key(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1, 2))

    delivery = await deliver(store, FileOutbox(tmp_path / "outbox"))

    assert delivery == Delivery(delivered=True)
    (file,) = (tmp_path / "outbox").iterdir()
    assert file.name == "CLAR-2026-0042-0002-0.txt"
    text = file.read_text(encoding="utf-8")
    assert "张三一案进入评估。" in text
    assert "The matter enters evaluation." in text
    assert await fate(store) == Fate("sent", 1)


async def test_a_notice_delivered_again_stays_the_same_single_file(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1, 2))
    outbox = FileOutbox(tmp_path / "outbox")
    await deliver(store, outbox)
    (file,) = (tmp_path / "outbox").iterdir()
    written = file.stat().st_mtime_ns

    assert await deliver(store, outbox) == Delivery(delivered=True)

    assert [found.stat().st_mtime_ns for found in (tmp_path / "outbox").iterdir()] == [written]


async def test_a_worker_killed_between_file_and_mark_writes_the_same_file_again(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1, 2))
    outbox = FileOutbox(tmp_path / "outbox")
    stored = await store.notice(MATTER, 2, 0)
    assert stored is not None
    parcel = Parcel(MATTER, stored.notice, ORDER_AT)
    before = outbox.write(parcel, Words(Means()).letter(parcel)).read_bytes()

    await deliver(store, outbox)

    (file,) = (tmp_path / "outbox").iterdir()
    assert file.read_bytes() == before
    assert await fate(store) == Fate("sent", 1)


async def test_a_restored_notice_that_a_matter_still_asks_for_is_delivered(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1, 2))
    await store.mark_notice(MATTER, 2, 0, Fate("restored"))

    assert (await deliver(store, FileOutbox(tmp_path / "outbox"))).delivered

    assert await fate(store) == Fate("sent", 1)


async def test_a_closed_outbox_is_an_error_that_heals(store: RecordStore, tmp_path: Path) -> None:
    await store.record(a_batch(1, 2))
    in_the_way = tmp_path / "outbox"
    in_the_way.write_text("a file where the directory should be")

    with pytest.raises(ApplicationError, match="waits: outbox"):
        await deliver(store, FileOutbox(in_the_way))

    assert await fate(store) == Fate("queued", 0)
    in_the_way.unlink()
    assert (await deliver(store, FileOutbox(in_the_way))).delivered


async def test_a_failed_attempt_leaves_no_half_file(store: RecordStore, tmp_path: Path) -> None:
    await store.record(a_batch(1, 2))
    outbox = tmp_path / "outbox"
    (outbox / "CLAR-2026-0042-0002-0.txt").mkdir(parents=True)

    with pytest.raises(ApplicationError, match="waits: outbox"):
        await deliver(store, FileOutbox(outbox))

    assert [path.name for path in outbox.iterdir()] == ["CLAR-2026-0042-0002-0.txt"]


async def test_a_notice_that_was_never_recorded_is_asked_for_again_later(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1))

    with pytest.raises(NoticeMissing, match="CLAR-2026-0042/2/0"):
        await deliver(store, FileOutbox(tmp_path / "outbox"))
