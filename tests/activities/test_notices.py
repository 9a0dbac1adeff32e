"""A notice is one file, however often its delivery is tried; who cannot exist is an answer."""

from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.notices import NoticeActivities
from activities.outbox import FileOutbox
from activities.store import NoticeMissing, RecordStore
from activities.store.notices import Fate
from tests.store_fixtures import MATTER, a_batch
from workflows.messages.records import DeliverNotice, Delivery

ORDER = DeliverNotice(matter=MATTER, seq=2, index=0, purpose="stage")


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
    before = outbox.write(stored).read_bytes()

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

    with pytest.raises(OSError, match="outbox"):
        await deliver(store, FileOutbox(in_the_way))

    assert await fate(store) == Fate("queued", 0)
    in_the_way.unlink()
    assert (await deliver(store, FileOutbox(in_the_way))).delivered


async def test_a_failed_attempt_leaves_no_half_file(store: RecordStore, tmp_path: Path) -> None:
    await store.record(a_batch(1, 2))
    outbox = tmp_path / "outbox"
    (outbox / "CLAR-2026-0042-0002-0.txt").mkdir(parents=True)

    with pytest.raises(OSError, match="CLAR-2026-0042"):
        await deliver(store, FileOutbox(outbox))

    assert [path.name for path in outbox.iterdir()] == ["CLAR-2026-0042-0002-0.txt"]


async def test_a_notice_to_an_unknown_organ_is_undeliverable(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1, 2))
    outbox = FileOutbox(tmp_path / "outbox", known_organs=frozenset({"jiwei"}))

    delivery = await deliver(store, outbox)

    assert not delivery.delivered
    assert "dangxiao" in delivery.reason
    assert not (tmp_path / "outbox").exists()
    assert await fate(store) == Fate("undeliverable", 1, delivery.reason)
    assert await deliver(store, outbox) == delivery


async def test_a_notice_to_a_known_organ_is_sent(store: RecordStore, tmp_path: Path) -> None:
    await store.record(a_batch(1, 2))

    known = FileOutbox(tmp_path / "outbox", known_organs=frozenset({"dangxiao"}))

    assert (await deliver(store, known)).delivered


async def test_a_notice_that_was_never_recorded_is_asked_for_again_later(
    store: RecordStore, tmp_path: Path
) -> None:
    await store.record(a_batch(1))

    with pytest.raises(NoticeMissing, match="CLAR-2026-0042/2/0"):
        await deliver(store, FileOutbox(tmp_path / "outbox"))
