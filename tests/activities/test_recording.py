"""Recording is one transaction that can be repeated; nothing is recorded twice or half."""

import asyncio
import sys
from datetime import date

import pytest
import sqlalchemy as sa

from activities.store import RecordConflict, RecordGap, RecordStore, open_store, tables
from tests.store_fixtures import (
    MATTER,
    a_batch,
    a_notice,
    an_event,
    picture,
)

COUNTED = ("journal", "operations", "matters", "terms", "work_items", "notices", "documents")


async def counts(store: RecordStore) -> dict[str, int]:
    def count(connection: sa.Connection) -> dict[str, int]:
        return {
            name: connection.scalar(
                sa.select(sa.func.count()).select_from(tables.metadata.tables[name])
            )
            or 0
            for name in COUNTED
        }

    return await store.database.read(count)


async def test_what_was_recorded_can_be_read_again(store: RecordStore) -> None:
    batch = a_batch(1, 2)

    recorded = await store.record(batch)

    assert recorded.seq == 2
    assert await store.events(MATTER) == list(batch.events)
    assert await store.view(MATTER) == batch.view
    assert await store.matters() == [MATTER]
    receipt = await store.receipt(MATTER, "op-2")
    assert receipt is not None
    assert (receipt.digest, receipt.receipt["seq"]) == ("d2", [2])
    notice = await store.notice(MATTER, 2, 0)
    assert notice is not None
    assert (notice.notice, notice.fate.state) == (a_notice(2), "queued")


async def test_a_journal_can_be_read_on_from_where_it_was_read_to(store: RecordStore) -> None:
    batch = a_batch(1, 2, 3)
    await store.record(batch)

    assert await store.events(MATTER, after=1) == list(batch.events[1:])
    assert await store.events(MATTER, after=3) == []


async def test_an_unknown_matter_has_nothing(store: RecordStore) -> None:
    assert await store.events("CLAR-2026-9999") == []
    assert await store.view("CLAR-2026-9999") is None
    assert await store.receipt("CLAR-2026-9999", "op-1") is None
    assert await store.notice("CLAR-2026-9999", 1, 0) is None


async def test_a_batch_repeated_after_a_lost_answer_changes_nothing(store: RecordStore) -> None:
    first = await store.record(a_batch(1, 2))
    before = await counts(store)

    again = await store.record(a_batch(1, 2))

    assert again == first
    assert await counts(store) == before


async def test_an_older_batch_never_takes_the_projections_back(store: RecordStore) -> None:
    old = await store.record(a_batch(1))
    await store.record(a_batch(2))

    repeated = await store.record(a_batch(1))

    assert repeated == old
    assert await store.view(MATTER) == picture(MATTER, 2)


async def test_a_batch_that_overlaps_adds_only_what_is_new(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))

    recorded = await store.record(a_batch(2, 3))

    assert recorded.seq == 3
    assert [event.seq for event in await store.events(MATTER)] == [1, 2, 3]
    assert (await counts(store))["notices"] == 3


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "withdrawn"},
        {"fact": {"kind": "opened", "subject": "李四", "step": 2}},
        {"actor": {"officer": "o-18", "organ": "dangxiao", "roles": []}},
        {"effective_on": date(2026, 11, 19)},
        {"operation": "op-other"},
    ],
)
async def test_another_event_under_the_same_number_is_refused(
    store: RecordStore, change: dict[str, object]
) -> None:
    await store.record(a_batch(1, 2))
    before = await counts(store)
    other = a_batch(2, 3, events=(an_event(2, **change), an_event(3)))

    with pytest.raises(RecordConflict, match=rf"{MATTER}/2") as refused:
        await store.record(other)

    assert (refused.value.matter, refused.value.seq) == (MATTER, 2)
    assert "李四" not in str(refused.value)
    assert await counts(store) == before


async def test_a_better_wording_of_the_same_event_is_no_conflict(store: RecordStore) -> None:
    first = await store.record(a_batch(1))

    again = await store.record(a_batch(1, events=(an_event(1, text_zh="开始", text_en="begun"),)))

    assert again == first
    assert (await store.events(MATTER))[0].text_zh == "第1步"


@pytest.mark.parametrize("seqs", [(2,), (1, 3), (0,)])
async def test_a_gap_is_refused_and_leaves_nothing(
    store: RecordStore, seqs: tuple[int, ...]
) -> None:
    with pytest.raises((RecordGap, RecordConflict)):
        await store.record(a_batch(*seqs))

    assert set((await counts(store)).values()) == {0}
    assert await store.matters() == []


async def test_a_failure_late_in_the_transaction_takes_everything_back(store: RecordStore) -> None:
    twice_the_same = a_batch(1, notices=(a_notice(1), a_notice(1)))

    with pytest.raises(sa.exc.IntegrityError):
        await store.record(twice_the_same)

    assert set((await counts(store)).values()) == {0}
    assert (await store.record(a_batch(1))).seq == 1


async def test_an_operation_key_with_another_content_is_refused(store: RecordStore) -> None:
    await store.record(a_batch(1))
    before = await counts(store)
    used = a_batch(2, receipts={"op-1": {"digest": "other", "receipt": {}}})

    with pytest.raises(RecordConflict, match="operation"):
        await store.record(used)

    assert await counts(store) == before


async def test_an_answer_without_events_is_kept(store: RecordStore) -> None:
    first = await store.record(a_batch(1))
    answer = a_batch(1, events=(), receipts={"op-9": {"digest": "d9", "receipt": {"seq": []}}})

    assert await store.record(answer) == first
    assert await store.record(answer) == first

    assert await store.receipt(MATTER, "op-9") is not None
    assert len(await store.events(MATTER)) == 1


@pytest.mark.parametrize("on_record", [0, 1])
async def test_of_writers_with_the_same_content_all_get_the_same_answer(
    store: RecordStore, store_url: str, on_record: int
) -> None:
    other_process = open_store(store_url)
    for seq in range(1, on_record + 1):
        await store.record(a_batch(seq))
    batch = a_batch(on_record + 1, on_record + 2)

    writers = [(store, other_process)[n % 2] for n in range(8)]
    answers = await asyncio.gather(*(writer.record(batch) for writer in writers))

    await other_process.close()
    assert len(set(answers)) == 1
    assert (await counts(store))["journal"] == on_record + 2


async def test_of_writers_with_other_content_one_wins_and_the_others_are_told(
    store: RecordStore, store_url: str
) -> None:
    other_process = open_store(store_url)
    batches = [
        a_batch(1, events=(an_event(1, fact={"writer": writer}),), receipts={})
        for writer in range(6)
    ]

    answers = await asyncio.gather(
        *((store, other_process)[n % 2].record(batch) for n, batch in enumerate(batches)),
        return_exceptions=True,
    )

    await other_process.close()
    assert sum(not isinstance(answer, BaseException) for answer in answers) == 1
    assert sum(isinstance(answer, RecordConflict) for answer in answers) == 5


async def test_matters_are_recorded_side_by_side(store: RecordStore, store_url: str) -> None:
    other_process = open_store(store_url)
    numbers = [f"CLAR-2026-{number:04d}" for number in range(20)]

    for seq in (1, 2):
        await asyncio.gather(
            *(
                (store, other_process)[n % 2].record(a_batch(seq, matter=number))
                for n, number in enumerate(numbers)
            )
        )

    await other_process.close()
    assert await store.matters() == numbers
    assert (await counts(store))["journal"] == 40


async def test_a_store_that_is_opened_again_remembers(store: RecordStore, store_url: str) -> None:
    first = await store.record(a_batch(1))
    await store.close()

    reopened = open_store(store_url)
    again = await reopened.record(a_batch(1))
    await reopened.close()

    assert again == first


async def test_a_process_killed_right_after_its_commit_has_recorded_once(
    store: RecordStore, store_url: str
) -> None:
    command = (sys.executable, "-c", _COMMIT_AND_DIE, store_url)
    exit_code = await (await asyncio.create_subprocess_exec(*command)).wait()
    before = await counts(store)

    recorded = await store.record(a_batch(1, 2))

    assert exit_code == 9
    assert before["journal"] == 2
    assert recorded.seq == 2
    assert await counts(store) == before


_COMMIT_AND_DIE = """
import asyncio, os, sys
from activities.store import open_store
from tests.store_fixtures import a_batch

async def main():
    await open_store(sys.argv[1]).record(a_batch(1, 2))
    os._exit(9)

asyncio.run(main())
"""
