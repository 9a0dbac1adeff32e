"""A crowd of matters, what the front page must list of them, and how a page is read for it.

What must be listed is told from the views on record alone, in another way than the pages do.
"""

import json
import sqlite3
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
import pytest_asyncio

from starter.calendar_files import load_calendar
from tests.starter.html_pages import Page, portal_of, visit
from tests.starter.many_matters import matters, office_of, today

COUNT = 230
CALENDAR = load_calendar()
NEVER = "9999-12-31"


class Expected(NamedTuple):
    """One row as it must be."""

    due: str
    matter: str
    words: str
    role: str
    organ: str
    suspended: bool


@pytest_asyncio.fixture(scope="session")
async def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with 230 matters in three organs; for questions only."""
    data = tmp_path_factory.mktemp("crowd")
    store = await office_of(data, matters(COUNT, today()))
    await store.close()
    return data


@pytest_asyncio.fixture
async def crowded(crowd: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The portal at the machine, without sign-in."""
    async with portal_of(crowd) as client:
        yield client


def views(data: Path) -> list[dict[str, Any]]:
    with sqlite3.connect(data / "records.db") as records:
        return [json.loads(row[0]) for row in records.execute("SELECT view FROM matters")]


def expected(data: Path) -> list[Expected]:
    """Tell from the views alone what must be listed, in order."""
    told = []
    for view in views(data):
        terms = {term["key"]: term for term in view["terms"]}
        for place, item in enumerate(view["work_items"]):
            term = terms.pop(item["term"], None)
            told.append((_row(view, term, item, 0), place))
        told += [(_row(view, term, None, 1), 0) for term in terms.values()]
    told.sort(key=lambda row: (*row[0][:3], row[1]))
    return [row for (_, _, _, row), _ in told]


def _row(
    view: dict[str, Any], term: dict[str, Any] | None, item: dict[str, Any] | None, order: int
) -> tuple[bool, tuple[str, int], str, Expected]:
    suspended = term is not None and term["suspended"]
    due = NEVER if term is None or suspended else term["due"]
    if item is None:
        words = "期限中止，恢复后续计" if suspended else "期限在走，无人待办"
        row = Expected(due, view["matter"], words, "", view["organ"], suspended)
    else:
        row = Expected(due, view["matter"], item["text_zh"], item["role"], item["organ"], suspended)
    return suspended, (due, order), view["matter"], row


def shown(page: Page) -> list[tuple[str, str, str]]:
    """The due day, the number and the words of each row."""
    return [
        (cells[0][:10] if cells[0][:2] == "20" else NEVER, cells[1].split()[0], cells[4])
        for cells in page.rows
    ]


def same(rows: list[tuple[str, str, str]], wanted: list[Expected]) -> bool:
    return len(rows) == len(wanted) and all(
        row[:2] == want[:2] and row[2].startswith(want.words)
        for row, want in zip(rows, wanted, strict=True)
    )


async def every_page(portal: httpx.AsyncClient, address: str = "/") -> list[tuple[str, str, str]]:
    """Follow the links from page to page."""
    rows: list[tuple[str, str, str]] = []
    while True:
        page = await visit(portal, address)
        rows += shown(page)
        following = page.all("//a[@rel='next']/@href")
        if not following:
            return rows
        address = following[0]


def working_days_until(due: str) -> int:
    """Count, day by day, the working days after today up to a day."""
    day, count = today(), 0
    while day < date.fromisoformat(due):
        day += timedelta(days=1)
        count += CALENDAR.is_working_day(day)
    return count
