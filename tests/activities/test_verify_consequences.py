"""Whoever changes notices, documents or receipts behind the store's back is found."""

from collections.abc import Sequence

import pytest
import sqlalchemy as sa

from activities.store import RecordStore
from activities.store.chain import Finding
from activities.store.notices import Fate
from activities.store.verify import verify
from tests.store_fixtures import MATTER, a_batch, project
from workflows.messages.records import DocumentRecord, EventRecord, NoticeRecord


def derive(
    events: list[EventRecord],
) -> tuple[Sequence[NoticeRecord], Sequence[DocumentRecord]]:
    batch = a_batch(*(event.seq for event in events))
    return batch.notices, batch.documents


async def found_after(store: RecordStore, harm: str) -> list[Finding]:
    """Record three events, do harm, and return what is found."""
    await store.record(a_batch(1, 2, 3))
    assert await verify(store, project, derive) == []
    await store.database.write(lambda connection: connection.execute(sa.text(harm)))
    return await verify(store, project, derive)


@pytest.mark.parametrize(
    ("harm", "row", "table"),
    [
        ("UPDATE notices SET body_zh = '改' WHERE seq = 2", 2, "notices"),
        ("UPDATE notices SET subject_en = 'x' WHERE seq = 1", 1, "notices"),
        ("UPDATE notices SET to_organ = 'x' WHERE seq = 3", 3, "notices"),
        ("DELETE FROM notices WHERE seq = 2", 2, "notices"),
        ('UPDATE notices SET "index" = 1 WHERE seq = 2', 2, "notices"),
        ("UPDATE notices SET seq = 9 WHERE seq = 3", 9, "notices"),
        ("UPDATE documents SET number = '〔2026〕9号' WHERE seq = 2", 2, "documents"),
        ("UPDATE documents SET dated = '2026-11-20' WHERE seq = 2", 2, "documents"),
        ("DELETE FROM documents WHERE seq = 3", 3, "documents"),
        ("UPDATE operations SET digest = 'd9' WHERE op_key LIKE '%/op-2'", 2, "operations"),
        ("DELETE FROM operations WHERE op_key LIKE '%/op-2'", 2, "operations"),
        ("UPDATE operations SET receipt = '{}' WHERE op_key LIKE '%/op-2'", 0, "operations"),
        ("UPDATE operations SET receipt = '{' WHERE op_key LIKE '%/op-2'", 0, "operations"),
        ("UPDATE operations SET receipt = '[2]' WHERE op_key LIKE '%/op-2'", 0, "operations"),
        (
            "UPDATE operations SET receipt = replace(receipt, 'step 2', 'x')"
            " WHERE op_key LIKE '%/op-2'",
            2,
            "operations",
        ),
        (
            "UPDATE operations SET receipt = replace(receipt, '\"seq\":[2]', '\"seq\":[2,3]')",
            2,
            "operations",
        ),
        (
            "UPDATE operations SET receipt = replace(receipt, '\"seq\":[2]', '\"seq\":[4]')",
            4,
            "operations",
        ),
        (f"UPDATE operations SET op_key = '{MATTER}/x' WHERE op_key LIKE '%/op-2'", 2, "x"),
    ],
)
async def test_what_was_touched_is_named_by_matter_row_and_table(
    store: RecordStore, harm: str, row: int, table: str
) -> None:
    found = await found_after(store, harm)

    assert {one.matter for one in found} == {MATTER}
    problems = [one.problem for one in found if one.seq == row]
    assert any(table in problem.zh and table in problem.en for problem in problems)


async def test_a_notice_that_is_gone_says_what_a_rebuild_cannot_know(store: RecordStore) -> None:
    (found,) = await found_after(store, "DELETE FROM notices WHERE seq = 2")

    assert "是否送达不详" in found.problem.zh
    assert "unknown" in found.problem.en


async def test_what_came_of_a_notice_is_not_the_journals_to_say(store: RecordStore) -> None:
    await store.record(a_batch(1, 2))
    await store.mark_notice(MATTER, 1, 0, Fate("sent", 3))
    await store.mark_notice(MATTER, 2, 0, Fate("undeliverable", 1, "no such organ"))

    assert await verify(store, project, derive) == []


async def test_effects_that_cannot_be_derived_are_a_finding(store: RecordStore) -> None:
    await store.record(a_batch(1))

    def cannot_tell(events: list[EventRecord]) -> tuple[list[NoticeRecord], list[DocumentRecord]]:
        raise KeyError(len(events))

    (found,) = await verify(store, project, cannot_tell)

    assert (found.matter, found.seq) == (MATTER, 1)
    assert "KeyError" in found.problem.en
