"""What a matter is about is on paper and on pages for those who may read it, and nowhere else.

A whole installation runs as a process: a matter with markers in every personal field lives in it,
its letters are made, its pages are read. Then every byte that was written is looked at.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from activities.store import open_store
from starter.connection import connect
from starter.links import addresses
from starter.server_plan import claim_port
from starter.settings import Settings
from tests.starter.cli import Zhengming, running_up
from tests.workflows.lives import Matter, Office
from tests.workflows.test_privacy import NAMES, found_in, marked

__all__ = ["marked"]

OPEN = ("name", "allegation")
"""What a letter must say; it is on no disk but sealed."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, str]]:
    """A running installation: its data directory, its temporary files, its metrics."""
    data, temporary = (tmp_path_factory.mktemp(name) for name in ("data", "temporary"))
    metrics = f"127.0.0.1:{claim_port(0)}"
    variables = {"ZHENGMING_METRICS": metrics, "TMPDIR": str(temporary)}
    with running_up(data, "--rehearsal", **variables, ZHENGMING_SIGN_IN="token") as (_, ready):
        assert ready.startswith("ready: ")
        yield data, temporary, metrics


async def a_matter_with_its_letter(data: Path, marked: dict[str, Any]) -> Matter:
    settings = Settings.at(data)
    client, store = await connect(settings), open_store(settings.database_url)
    matter = await Office(client, settings.task_queue, store).opens("DISPATCHED", **marked)
    await matter.reach("EVALUATING")
    await matter.do("give_opinion", reasons=NAMES["reason"], factors={"INTEGRITY": NAMES["factor"]})
    await matter.reach("IMPLEMENTING")
    await matter.do("draft_document", doc_kind="clarification_letter")
    while not await matter.facts("document_made"):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    return matter


def read_everything(data: Path, number: str) -> dict[str, str]:
    """Read the matter through every door, as an officer who may read names."""
    zhengming = Zhengming(data)
    portal = addresses(data)["ui"]
    token = zhengming("portal", "token", "--as", "li").out.strip()
    with httpx.Client(base_url=portal, follow_redirects=True) as client:
        client.post("/sign-in", data={"token": token, "goes_to": "/"}, headers={"Origin": portal})
        pages = {path: client.get(path) for path in ("/", "/setup", f"/matters/{number}")}
        papers = zhengming("document", "list", number, "--as", "li", "--json").json
        letter = client.get(f"/matters/{number}/documents/{papers['documents'][0]['seq']}")
    assert all(page.status_code == 200 for page in (*pages.values(), letter))
    shown = zhengming("document", "open", number, papers["documents"][0]["number"], "--as", "li")
    filed = zhengming("file", number, "--as", "li")
    return {
        "front": pages["/"].text + pages["/setup"].text,
        "case": pages[f"/matters/{number}"].text,
        "letter": shown.out,
        "file": filed.out,
    }


def written_below(*folders: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("records.db")
    }


async def test_names_are_on_the_pages_of_their_readers_and_in_no_other_byte(
    running: tuple[Path, Path, str], marked: dict[str, Any]
):
    # Given a matter whose letter was made, in a running installation
    data, temporary, metrics = running
    matter = await a_matter_with_its_letter(data, marked)

    # When an officer who may read names reads it through every door
    read = await asyncio.to_thread(read_everything, data, matter.number)
    async with httpx.AsyncClient() as client:
        counted = (await client.get(f"http://{metrics}/metrics")).content

    # Then pages and letter say what they must, the letter nothing of the evaluation,
    assert found_in(read["letter"].encode()) == list(OPEN)
    assert {"name", "unit", "allegation"} <= set(found_in(read["case"].encode()))
    assert {"name", "unit", "allegation"} <= set(found_in(read["file"].encode()))
    assert "factor" not in found_in((read["case"] + read["file"]).encode())
    assert found_in(read["front"].encode()) == []
    # and neither logs, metrics, outbox, read log, engine nor temporary files know any of it.
    for name, content in written_below(data, temporary).items():
        assert found_in(content) == [], name
        assert found_in(name.encode()) == [], name
    assert b"temporal_" in counted
    assert found_in(counted) == []
    reads = (data / "reads.jsonl").read_text(encoding="utf-8")
    assert f'"matter": "{matter.number}"' in reads
    assert '"who": "li"' in reads
    assert list((data / "outbox").glob("*.txt")), "the outbox was looked at"


async def test_documents_at_rest_are_sealed(
    running: tuple[Path, Path, str], marked: dict[str, Any]
):
    data, _, _ = running
    matter = await a_matter_with_its_letter(data, marked)

    with sqlite3.connect(data / "records.db") as records:
        rows = records.execute("SELECT * FROM papers WHERE matter = ?", (matter.number,)).fetchall()
        templates = records.execute("SELECT content FROM paper_templates").fetchall()
    records.close()

    assert len(rows) == len(templates) == 1
    assert any(isinstance(value, bytes) and len(value) > 5_000 for value in rows[0])
    for value in (*rows[0], *templates[0]):
        assert found_in(value if isinstance(value, bytes) else str(value).encode()) == []
    # A .docx is a zip: were it not sealed, its first bytes would say so.
    assert not any(isinstance(value, bytes) and value.startswith(b"PK") for value in rows[0])
