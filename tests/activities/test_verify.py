"""Whoever changes the record store behind its back is found, and the row is named."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from activities.store import RecordStore, tables
from activities.store.columns import SHANGHAI_TIME
from activities.store.journal import seal
from activities.store.verify import verify
from tests.store_fixtures import MATTER, a_batch, an_event, project

OTHER = "CLAR-2026-0007"
Tamper = Callable[[sa.Connection], None]


async def tampered(store: RecordStore, *statements: str, **values: Any) -> list[tuple[str, int]]:
    """Change a store of two matters with four and one events; return which rows are named."""

    def tamper(connection: sa.Connection) -> None:
        for statement in statements:
            connection.execute(sa.text(statement), values)

    return await tampered_by(store, tamper)


async def tampered_by(store: RecordStore, tamper: Tamper) -> list[tuple[str, int]]:
    await store.record(a_batch(1, 2))
    await store.record(a_batch(3, 4))
    await store.record(a_batch(1, matter=OTHER))
    assert await verify(store) == []
    await store.database.write(without_guards)
    await store.database.write(tamper)
    return [(found.matter, found.seq) for found in await verify(store)]


def without_guards(connection: sa.Connection) -> None:
    """Do what an administrator can do: take the journal's triggers away."""
    if connection.dialect.name == "sqlite":
        for name in ("journal_no_update", "journal_no_delete", "journal_no_replace"):
            connection.execute(sa.text(f"DROP TRIGGER {name}"))
    else:
        connection.execute(sa.text("ALTER TABLE journal DISABLE TRIGGER ALL"))


async def test_a_store_that_nobody_touched_is_sound(store: RecordStore) -> None:
    await store.record(a_batch(1, 2, 3))

    assert await verify(store) == []
    assert await verify(store, project) == []


async def test_an_empty_store_is_sound(store: RecordStore) -> None:
    assert await verify(store) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "withdrawn"),
        ("at", "2026-11-20T01:30:02.000001Z"),
        ("effective_on", "2026-11-19"),
        ("actor", '{"officer":"o-18","organ":"dangxiao","roles":["handler"]}'),
        ("fact", '{"kind":"opened","subject":"李四","step":2}'),
        ("fact", "not even JSON"),
        ("operation", "op-3"),
        ("text_zh", "第二步"),
        ("text_en", "step II"),
        ("prev_hash", "f" * 64),
        ("hash", "f" * 64),
    ],
)
async def test_a_changed_column_names_its_row(store: RecordStore, column: str, value: str) -> None:
    named = await tampered(
        store,
        f"UPDATE journal SET {column} = :value WHERE matter = '{MATTER}' AND seq = 2",
        value=value,
    )

    assert (MATTER, 2) in named
    assert set(named) <= {(MATTER, 2), (MATTER, 3)}  # a changed hash unlinks the next row too


@pytest.mark.parametrize("seq", [1, 2, 4])
async def test_a_deleted_row_is_named_first_middle_or_newest(store: RecordStore, seq: int) -> None:
    named = await tampered(store, f"DELETE FROM journal WHERE matter = '{MATTER}' AND seq = {seq}")

    assert named == [(MATTER, seq)]


async def test_several_newest_rows_that_are_gone_are_each_named(store: RecordStore) -> None:
    named = await tampered(store, f"DELETE FROM journal WHERE matter = '{MATTER}' AND seq > 2")

    assert named == [(MATTER, 3), (MATTER, 4)]


async def test_a_matter_whose_journal_is_gone_is_named(store: RecordStore) -> None:
    named = await tampered(store, f"DELETE FROM journal WHERE matter = '{OTHER}'")

    assert named == [(OTHER, 1)]


async def test_a_matter_without_journal_and_head_is_known_from_other_tables(
    store: RecordStore,
) -> None:
    named = await tampered(
        store,
        f"DELETE FROM journal WHERE matter = '{OTHER}'",
        f"DELETE FROM heads WHERE matter = '{OTHER}'",
    )

    assert ("", 0) in named
    assert (OTHER, 0) in named


async def test_a_matter_erased_from_every_table_is_missed(store: RecordStore) -> None:
    everywhere = ("journal", "heads", "matters", "notices", "documents", "operations")

    named = await tampered(
        store, *(f"DELETE FROM {table} WHERE matter = '{OTHER}'" for table in everywhere)
    )

    assert named == [("", 0)]


async def test_a_row_put_after_the_newest_is_named(store: RecordStore) -> None:
    def insert_with_a_sound_hash(connection: sa.Connection) -> None:
        query = sa.select(tables.journal).where(
            tables.journal.c.matter == MATTER, tables.journal.c.seq == 4
        )
        newest = dict(connection.execute(query).mappings().one())
        forged = newest | {"seq": 5, "prev_hash": newest["hash"]}
        forged["hash"] = seal(forged, forged["prev_hash"])
        connection.execute(sa.insert(tables.journal), [forged])

    assert await tampered_by(store, insert_with_a_sound_hash) == [(MATTER, 5)]


async def test_a_row_put_in_between_is_named(store: RecordStore) -> None:
    def insert_in_between(connection: sa.Connection) -> None:
        journal = tables.journal
        for seq in (4, 3, 2):
            move = sa.update(journal).where(journal.c.matter == MATTER, journal.c.seq == seq)
            connection.execute(move.values(seq=seq + 1))
        query = sa.select(journal).where(journal.c.matter == MATTER, journal.c.seq == 1)
        first = dict(connection.execute(query).mappings().one())
        forged = first | {"seq": 2, "prev_hash": first["hash"], "kind": "withdrawn"}
        forged["hash"] = seal(forged, forged["prev_hash"])
        connection.execute(sa.insert(journal), [forged])

    named = await tampered_by(store, insert_in_between)

    assert {(MATTER, 3), (MATTER, 4), (MATTER, 5)} <= set(named)


async def test_a_matter_that_was_invented_is_named(store: RecordStore) -> None:
    named = await tampered(
        store,
        "INSERT INTO journal SELECT 'CLAR-2026-9999', seq, kind, at, effective_on, actor, fact,"
        " operation, text_zh, text_en, prev_hash, hash FROM journal"
        f" WHERE matter = '{OTHER}'",
    )

    assert set(named) == {("CLAR-2026-9999", 1)}


async def test_rows_that_changed_places_are_both_named(store: RecordStore) -> None:
    named = await tampered(
        store,
        f"UPDATE journal SET seq = 99 WHERE matter = '{MATTER}' AND seq = 2",
        f"UPDATE journal SET seq = 2 WHERE matter = '{MATTER}' AND seq = 3",
        f"UPDATE journal SET seq = 3 WHERE matter = '{MATTER}' AND seq = 99",
    )

    assert {(MATTER, 2), (MATTER, 3)} <= set(named)


async def test_a_row_sealed_anew_unlinks_the_next(store: RecordStore) -> None:
    def rewrite(connection: sa.Connection) -> None:
        key = (tables.journal.c.matter == MATTER, tables.journal.c.seq == 2)
        row = dict(connection.execute(sa.select(tables.journal).where(*key)).mappings().one())
        row["kind"] = "withdrawn"
        row["hash"] = seal(row, row["prev_hash"])
        connection.execute(sa.update(tables.journal).where(*key).values(row))

    assert await tampered_by(store, rewrite) == [(MATTER, 3)]


async def test_the_newest_row_sealed_anew_is_named_by_its_head(store: RecordStore) -> None:
    def rewrite(connection: sa.Connection) -> None:
        key = (tables.journal.c.matter == MATTER, tables.journal.c.seq == 4)
        row = dict(connection.execute(sa.select(tables.journal).where(*key)).mappings().one())
        row["fact"] = "{}"
        row["hash"] = seal(row, row["prev_hash"])
        connection.execute(sa.update(tables.journal).where(*key).values(row))

    assert await tampered_by(store, rewrite) == [(MATTER, 4)]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE heads SET hash = 'ff' WHERE matter = '{matter}'", {4}),
        ("UPDATE heads SET seq = 6 WHERE matter = '{matter}'", {5, 6}),
        ("UPDATE heads SET seq = 2 WHERE matter = '{matter}'", {2, 3, 4}),
        ("DELETE FROM heads WHERE matter = '{matter}'", {4}),
    ],
)
async def test_a_head_that_was_touched_is_found(
    store: RecordStore, statement: str, named: set[int]
) -> None:
    found = await tampered(store, statement.format(matter=MATTER))

    assert {seq for matter, seq in found if matter == MATTER} == named
    assert {matter for matter, _ in found} <= {MATTER, ""}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE matters SET stage = 'closed' WHERE matter = '{matter}'",
        "UPDATE matters SET seq = 3 WHERE matter = '{matter}'",
        "UPDATE matters SET view = 'not even JSON' WHERE matter = '{matter}'",
        "UPDATE matters SET next_due_at = 'some day' WHERE matter = '{matter}'",
        "UPDATE matters SET closed = TRUE WHERE matter = '{matter}'",
        "UPDATE terms SET due = '2027-12-20' WHERE matter = '{matter}'",
        "UPDATE terms SET term = '{{}}' WHERE matter = '{matter}'",
        "DELETE FROM terms WHERE matter = '{matter}'",
        "UPDATE work_items SET role = 'leader' WHERE matter = '{matter}'",
        "DELETE FROM work_items WHERE matter = '{matter}'",
        "DELETE FROM matters WHERE matter = '{matter}'",
    ],
)
async def test_a_picture_that_was_touched_is_found(store: RecordStore, statement: str) -> None:
    assert await tampered(store, statement.format(matter=MATTER)) == [(MATTER, 4)]


async def test_a_picture_that_was_forged_whole_differs_from_its_journal(
    store: RecordStore,
) -> None:
    await store.record(a_batch(1, 2))
    await store.database.write(
        lambda connection: connection.execute(
            sa.text(
                "UPDATE matters SET stage = 'stage-9', view = replace(view, 'stage-2', 'stage-9')"
            )
        )
    )

    assert await verify(store) == []  # in itself the picture is consistent
    (found,) = await verify(store, project)
    assert (found.matter, found.seq) == (MATTER, 2)
    assert "matters" in found.problem.zh
    assert "matters" in found.problem.en


async def test_a_journal_that_no_longer_folds_is_a_finding(store: RecordStore) -> None:
    await store.record(a_batch(1))

    def cannot_fold(events: object) -> Any:
        raise KeyError("unknown kind of event")

    (found,) = await verify(store, cannot_fold)

    assert "KeyError" in found.problem.en


async def test_many_matters_are_all_looked_at(store: RecordStore) -> None:
    for number in range(205):
        await store.record(a_batch(1, matter=f"CLAR-2026-{number:04d}"))
    await store.database.write(without_guards)
    await store.database.write(
        lambda connection: connection.execute(
            sa.text(
                "UPDATE journal SET kind = 'x' WHERE matter IN ('CLAR-2026-0000', 'CLAR-2026-0204')"
            )
        )
    )

    named = [found.matter for found in await verify(store)]

    assert named == ["CLAR-2026-0000", "CLAR-2026-0204"]


async def test_moments_of_any_zone_have_one_form(store: RecordStore) -> None:
    event = an_event(1)
    in_shanghai = event.model_copy(update={"at": event.at.astimezone(SHANGHAI_TIME)})

    first = await store.record(a_batch(1))

    assert await store.record(a_batch(1, events=(in_shanghai,))) == first
