"""Documents through the portal: the file for those who may read names, and a line for each read."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest

from starter.keys import KeyRing
from starter.portal.app import portal_app
from starter.portal.context import PortalPlan
from starter.portal.serving import listener, serving
from starter.portal.tokens import token_for
from starter.reading import open_reader
from starter.settings import Settings
from tests.starter.paper_office import ALLEGATION, FIRST, SECOND

FAR = "http://127.0.0.1:1"


@asynccontextmanager
async def reading(data: Path, officer: str) -> AsyncIterator[httpx.AsyncClient]:
    """Open the portal of a data directory as an officer."""
    settings = Settings.at(data).model_copy(update={"sign_in": "token"})
    ring = KeyRing.load(settings.keys)
    token = token_for(ring, officer, datetime.now(UTC) + timedelta(days=1))
    async with (
        serving(portal_app(PortalPlan(settings, ring, FAR)), listener(0)) as origin,
        httpx.AsyncClient(base_url=origin, headers={"Authorization": f"Bearer {token}"}) as client,
    ):
        yield client


def reads(data: Path) -> list[dict[str, str]]:
    log = data / "reads.jsonl"
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def drafted(data: Path, number: str) -> list[int]:
    """The steps of a matter that drafted a document."""
    with sqlite3.connect(data / "records.db") as records:
        rows = records.execute("SELECT seq FROM papers WHERE matter = ? ORDER BY seq", (number,))
        seqs = [seq for (seq,) in rows]
    records.close()
    return seqs


async def test_a_document_is_a_word_file_that_is_kept_nowhere_and_its_read_is_noted(office: Path):
    seq = drafted(office, FIRST)[0]

    async with reading(office, "li") as client:
        answer = await client.get(f"/matters/{FIRST}/documents/{seq}")

    assert answer.status_code == 200
    assert answer.headers["content-type"].endswith("wordprocessingml.document")
    assert answer.headers["content-disposition"] == f'attachment; filename="{FIRST}-{seq}.docx"'
    assert answer.headers["cache-control"] == "no-store"
    assert ALLEGATION in ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()
    assert [(r["who"], r["matter"], r["what"]) for r in reads(office)] == [
        ("li", FIRST, f"document {seq}")
    ]


async def test_the_read_log_names_the_number_that_was_asked_for(office: Path):
    with open_reader(office / "records.db") as reader:
        events = reader.events(FIRST)
    made = next(row["seq"] for row in events if row["fact"]["kind"] == "document_made")

    async with reading(office, "li") as client:
        answer = await client.get(f"/matters/{FIRST}/documents/{made}")

    assert answer.status_code == 200
    assert made not in drafted(office, FIRST)
    assert [read["what"] for read in reads(office)] == [f"document {made}"]


@pytest.mark.parametrize("officer", ["wu", "jian", "he"])
async def test_without_the_right_to_names_there_is_no_document(office: Path, officer: str):
    seq = drafted(office, FIRST)[0]

    async with reading(office, officer) as client:
        answer = await client.get(f"/matters/{FIRST}/documents/{seq}")

    assert answer.status_code == 403
    assert not answer.content.startswith(b"PK")
    assert reads(office) == []


@pytest.mark.parametrize(
    "place",
    [
        f"{FIRST}/documents/9999",
        f"{FIRST}/documents/1",
        "CLAR-2026-9999/documents/1",
        f"{FIRST}/documents/-1",
        f"{FIRST}/documents/x",
    ],
)
async def test_what_is_no_document_is_none(office: Path, place: str):
    async with reading(office, "li") as client:
        answer = await client.get(f"/matters/{place}")

    assert answer.status_code == 404
    assert not answer.content.startswith(b"PK")
    assert reads(office) == []


async def test_a_document_that_is_still_being_made_is_said_to_be(office: Path):
    async with reading(office, "li") as client:
        answers = [await client.get(f"/matters/{SECOND}/documents/{seq}") for seq in range(1, 20)]

    waiting = [answer for answer in answers if answer.status_code == 409]
    assert len(waiting) == 1
    assert "还在制作" in waiting[0].json()["message"]


async def test_a_file_that_was_changed_is_not_handed_out(office: Path):
    seq = drafted(office, FIRST)[0]
    with sqlite3.connect(office / "records.db") as records:
        records.execute("UPDATE papers SET sealed = X'5A4D3100' WHERE seq = ?", (seq,))
    records.close()

    async with reading(office, "li") as client:
        answer = await client.get(
            f"/matters/{FIRST}/documents/{seq}", headers={"Accept": "text/html"}
        )

    assert answer.status_code == 409
    assert "打不开" in answer.text


async def test_what_leaves_no_trace_is_not_shown(office: Path):
    (office / "reads.jsonl").mkdir()

    async with reading(office, "li") as client:
        answer = await client.get(f"/matters/{FIRST}/documents/{drafted(office, FIRST)[0]}")

    assert answer.status_code == 503
    assert not answer.content.startswith(b"PK")


async def test_a_record_store_that_is_away_is_said_to_be(office: Path):
    (office / "records.db").rename(office / "elsewhere.db")

    async with reading(office, "li") as client:
        for path in ("/", f"/matters/{FIRST}/documents/1"):
            answer = await client.get(path)
            assert answer.status_code == 503
            assert "记录库" in answer.json()["message"]
    assert not (office / "records.db").exists()
