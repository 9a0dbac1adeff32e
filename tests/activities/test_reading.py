"""The lean reader says what the record store says, and imports next to nothing."""

import asyncio
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from activities.store import RecordStore
from activities.store.notices import Fate
from starter.reading import StoreMissing, StoreUnreachable, open_reader
from tests.store_fixtures import (
    MATTER,
    a_batch,
    a_term,
    a_view,
    a_work_item,
)
from workflows.messages.records import EventRecord, MatterView

NOW = datetime(2026, 11, 20, 4, tzinfo=UTC)


async def test_a_matter_reads_as_the_store_has_it(store: RecordStore, store_url: str) -> None:
    recorded = await store.record(a_batch(1, 2))

    with open_reader(store_url) as reader:
        matter = reader.matter(MATTER)

    assert matter is not None
    assert MatterView.model_validate(matter) == await store.view(MATTER)
    assert (matter["seq"], matter["hash"]) == (recorded.seq, recorded.hash)
    assert matter["next_due_at"] == "2026-12-20T16:00:00.000000Z"
    assert matter["overdue"] is False


async def test_events_read_as_the_store_has_them(store: RecordStore, store_url: str) -> None:
    await store.record(a_batch(1, 2))

    with open_reader(store_url) as reader:
        events, first = reader.events(MATTER), reader.first_event(MATTER)

    assert [EventRecord.model_validate(event) for event in events] == await store.events(MATTER)
    assert first == events[0]
    assert events[1]["fact"]["subject"] == "张三"


async def test_terms_and_work_items_read_first_due_first(
    store: RecordStore, store_url: str
) -> None:
    view = a_view(
        terms=(
            a_term(key="paused", suspended=True),
            a_term(key="later", due=date(2026, 12, 31), provisional=True),
            a_term(key="sooner", due=date(2026, 12, 1)),
        ),
        work_items=(
            a_work_item(action="wait", term="paused"),
            a_work_item(action="second", term="later"),
            a_work_item(action="first", term="sooner"),
        ),
    )
    await store.record(a_batch(1, view=view))

    with open_reader(store_url) as reader:
        terms, items = reader.terms(MATTER), reader.work_items(MATTER)

    assert [(term["key"], term["due"]) for term in terms] == [
        ("sooner", "2026-12-01"),
        ("later", "2026-12-31"),
        ("paused", None),
    ]
    assert terms[1]["provisional"] is True
    assert terms[0]["term"] == {"anchor": "2026-11-20", "months": 1}
    assert [(item["action"], item["due"]) for item in items] == [
        ("first", "2026-12-01"),
        ("second", "2026-12-31"),
        ("wait", None),
    ]


async def test_notices_and_documents_read_with_what_came_of_them(
    store: RecordStore, store_url: str
) -> None:
    await store.record(a_batch(1, 2))
    await store.mark_notice(MATTER, 1, 0, Fate("undeliverable", 2, "nobody there"))

    with open_reader(store_url) as reader:
        notices, documents = reader.notices(MATTER), reader.documents(MATTER)

    assert [(n["seq"], n["state"], n["attempts"], n["answer"]) for n in notices] == [
        (1, "undeliverable", 2, "nobody there"),
        (2, "queued", 0, ""),
    ]
    assert [paper["number"] for paper in documents] == ["〔2026〕1号", "〔2026〕2号"]


async def test_an_unknown_matter_reads_as_nothing(store: RecordStore, store_url: str) -> None:
    with open_reader(store_url) as reader:
        assert reader.matter("CLAR-2026-9999") is None
        assert reader.first_event("CLAR-2026-9999") is None
        assert reader.events("CLAR-2026-9999") == []
        assert reader.clock_skew("CLAR-2026-9999") == 0
        assert reader.due(now=NOW) == []


async def test_the_clock_of_a_rehearsal_is_remembered(store: RecordStore, store_url: str) -> None:
    await store.set_clock_skew(MATTER, 86_400)
    await store.set_clock_skew(MATTER, 172_800)

    with open_reader(store_url) as reader:
        assert reader.clock_skew(MATTER) == 172_800


async def test_a_reader_works_while_a_writer_holds_the_lock(
    store: RecordStore, store_url: str
) -> None:
    await store.record(a_batch(1))

    def read_meanwhile(connection: Any) -> str:
        with open_reader(store_url) as reader:
            return str((reader.matter(MATTER) or {})["stage"])

    assert await store.database.write(read_meanwhile) == "stage-1"


def test_a_file_that_is_not_there_is_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="no record store at"):
        open_reader(tmp_path / "records.db")

    assert list(tmp_path.iterdir()) == []


async def test_a_database_without_tables_is_a_missing_store(store_url: str) -> None:
    path = store_url.removeprefix("sqlite:///")
    if path != store_url:
        Path(path).touch()

    with open_reader(store_url) as reader, pytest.raises(StoreMissing, match="no tables"):
        reader.matter(MATTER)


def test_a_file_of_another_kind_is_told_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "records.db"
    other.write_text("this is not a database, whatever its name says\n" * 50)

    with open_reader(other) as reader, pytest.raises(StoreUnreachable) as told:
        reader.matter(MATTER)

    assert "\n" not in str(told.value)


def test_a_database_server_that_is_away_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable) as told:
        open_reader(f"postgresql+psycopg://tests@/records?host={tmp_path}")

    assert "\n" not in str(told.value)


def test_a_database_of_another_kind_is_refused() -> None:
    with pytest.raises(StoreUnreachable, match="mysql"):
        open_reader("mysql://localhost/records")


async def test_reading_changes_nothing(store: RecordStore, store_url: str) -> None:
    with open_reader(store_url) as reader, pytest.raises(StoreUnreachable, match=r"read-?only"):
        reader._rows("DELETE FROM clocks RETURNING *")


async def test_the_reader_imports_nothing_heavy(store: RecordStore, store_url: str) -> None:
    await store.record(a_batch(1))

    command = (sys.executable, "-c", _READ_AND_LIST_MODULES, store_url)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()

    assert process.returncode == 0
    loaded = set(output.decode().split())
    heavy = {"sqlalchemy", "alembic", "pydantic", "temporalio", "asyncio", "click", "rich"}
    if store_url.startswith("postgresql"):
        heavy -= {"asyncio"}  # psycopg's own
    assert loaded & heavy == set()


_READ_AND_LIST_MODULES = """
import sys
from datetime import datetime, UTC
from starter.reading import open_reader

with open_reader(sys.argv[1]) as reader:
    assert reader.matter("CLAR-2026-0042")["seq"] == 1
    assert len(reader.due(now=datetime.now(UTC))) == 1
print(*sys.modules)
"""
