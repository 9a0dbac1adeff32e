"""The list of the Temporal UI after `/setup`: our columns, ready lists, and nothing twice."""

import json
from typing import Any

import pytest
from playwright.async_api import Page, expect

from starter.portal.setup import OURS
from starter.reading import Reader
from tests.ui.engine_pages import heads, list_of, rows_of, seen, table
from tests.ui.matters import Matters

pytestmark = pytest.mark.timeout(300)

FIRST = ["Status", "Workflow ID", "Stage", "Tags", "DueAt", "AwaitedRole", "Organ"]
COLUMNS = [*FIRST, "ImpactEnd", "Related"]


FETCHED = """() => performance.getEntriesByType("resource")
    .filter(entry => entry.transferSize > 0).length"""
"""Counts what a page had to fetch and the browser did not have yet."""


async def set_up(page: Page) -> None:
    """Open `/setup` and wait until it has gone on to the list."""
    await page.goto("/setup")
    await page.wait_for_url("**/namespaces/default/workflows")
    await rows_of(page).first.wait_for()


async def kept(page: Page) -> dict[str, Any]:
    """Return what this browser keeps for the UI."""
    text = await page.evaluate("JSON.stringify({...localStorage})")
    return {name: _read(value) for name, value in json.loads(text).items()}


def _read(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


async def choose(page: Page, view: str) -> None:
    """Choose one of the lists that `/setup` has put here, as a supervisor does."""
    views = (await kept(page))["saved-workflow-queries"]["default"]
    (name,) = [each["name"] for each in views if each["id"] == OURS + view]
    await seen(page, "saved-views-button").click()
    await page.get_by_text(name, exact=True).locator("visible=true").first.click()
    await page.wait_for_url("**query=**")


async def test_setup_puts_our_columns_in_front_of_every_matter(
    fresh_page: Page, matters: Matters, records: Reader
) -> None:
    await set_up(fresh_page)

    assert await heads(fresh_page) == COLUMNS
    rows = {row["Workflow ID"]: row for row in await table(fresh_page)}
    assert set(rows) == set(matters.all)
    for number, row in rows.items():
        view = records.matter(number)
        assert view is not None
        assert (row["Stage"], row["Organ"]) == (view["stage"], view["organ"])
        items = records.work_items(number)
        assert row["AwaitedRole"] == (items[0]["role"] if items else "")


async def test_a_due_day_is_shown_as_the_end_of_that_day_in_beijing(
    page: Page, matters: Matters, records: Reader
) -> None:
    (item,) = records.work_items(matters.evaluating)

    await set_up(page)

    (row,) = [row for row in await table(page) if row["Workflow ID"] == matters.evaluating]
    year, month, day = map(int, item["due"].split("-"))
    assert row["DueAt"].startswith(f"{year}年{month}月{day}日 GMT+8 23:59:59")


@pytest.mark.parametrize(
    ("view", "wanted"),
    [
        ("open", ["evaluating", "overdue", "suspended", "objected", "other"]),
        ("overdue", ["overdue"]),
        ("near", ["objected"]),
        ("stage-clarification-pending_other_leads", ["suspended"]),
        (
            "role-undertaking_department",
            ["evaluating", "overdue", "suspended", "objected", "other"],
        ),
    ],
)
async def test_a_saved_view_finds_exactly_its_matters(
    page: Page, matters: Matters, view: str, wanted: list[str]
) -> None:
    await set_up(page)

    await choose(page, view)

    numbers = sorted(getattr(matters, name) for name in wanted)
    await expect(rows_of(page)).to_have_count(len(numbers))
    assert sorted(row["Workflow ID"] for row in await table(page)) == numbers


async def test_setting_up_twice_doubles_nothing(fresh_page: Page, matters: Matters) -> None:
    await set_up(fresh_page)
    first = await kept(fresh_page)
    await set_up(fresh_page)

    assert await kept(fresh_page) == first
    views = first["saved-workflow-queries"]["default"]
    assert len({view["id"] for view in views}) == len(views) > 3


async def test_what_never_changes_is_fetched_once(fresh_page: Page, matters: Matters) -> None:
    await list_of(fresh_page)
    first = await fresh_page.evaluate(FETCHED)
    await list_of(fresh_page)

    assert first > 100
    assert await fresh_page.evaluate(FETCHED) < 30


IN_SIGHT = """cell => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const list = cell.closest(".overflow-auto").getBoundingClientRect();
    return words.getBoundingClientRect().right < list.right;
}"""
"""Says whether the words of a cell are inside the part of the list that is not scrolled away."""


async def test_marks_are_in_sight_on_a_narrow_screen(fresh_page: Page, matters: Matters) -> None:
    await fresh_page.set_viewport_size({"width": 1280, "height": 800})
    await set_up(fresh_page)

    cells = seen(fresh_page, "workflows-summary-table-body-cell")
    for mark in ("overdue", "suspended"):
        assert await cells.filter(has_text=mark).evaluate(IN_SIGHT)
    assert not await cells.filter(has_text="undertaking_department").last.evaluate(IN_SIGHT)
