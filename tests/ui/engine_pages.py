"""What the Temporal UI shows of matters, read by the test ids of its pages.

Most ids are there twice, for wide and for narrow windows; only what is visible counts. Texts come
decoded after the page itself, one by one, so that every reader waits for what it is after.
"""

import re
from urllib.parse import quote

from playwright.async_api import Frame, FrameLocator, Locator, Page, expect

NAMESPACE = "/namespaces/default/workflows"
UNNAMED = re.compile(r"^\s*\d+ \((\d+[a-z]+,? ?)+\)\s*$")
"""How a timer without a summary is drawn: its event number and how long it runs."""
BAR = re.compile("▶ ")


def seen(place: Page | Locator | FrameLocator | Frame, test_id: str) -> Locator:
    """Return what is visible under a test id."""
    return place.locator(f'[data-testid="{test_id}"]:visible')


async def list_of(page: Page, query: str = "") -> None:
    """Open the list of matters, all or those of a visibility query."""
    await page.goto(f"{NAMESPACE}?query={quote(query)}" if query else NAMESPACE)
    await rows_of(page).first.wait_for()


def rows_of(page: Page) -> Locator:
    return seen(page, "workflows-summary-configurable-table-row")


async def heads(page: Page) -> list[str]:
    """Return the names of the list's columns, left to right."""
    return await page.locator(
        '[data-testid^="workflows-summary-table-header-cell-"]:visible'
    ).all_inner_texts()


async def table(page: Page) -> list[dict[str, str]]:
    """Return the rows of the list, each by the names of its columns."""
    names = await heads(page)
    cells = [
        await seen(row, "workflows-summary-table-body-cell").all_inner_texts()
        for row in await rows_of(page).all()
    ]
    return [dict(zip(names, (text.strip() for text in row), strict=True)) for row in cells]


async def open_matter(page: Page, number: str) -> None:
    """Open the page of a matter; it begins with its timeline."""
    await page.goto(f"{NAMESPACE}/{number}")
    await expect(seen(page, "workflow-id-heading").first).to_contain_text(number)


def labels(page: Page) -> Locator:
    """Return the texts beside the bars and squares of the timeline, with the page's buttons."""
    return page.locator("main").get_by_role("button")


async def bars(page: Page) -> list[str]:
    """Return the stage bars of the timeline on which every timer has its name."""
    await labels(page).filter(has_text=BAR).first.wait_for()
    await expect(labels(page).filter(has_text=UNNAMED)).to_have_count(0)
    return await labels(page).filter(has_text=BAR).all_inner_texts()


async def compact_history(page: Page) -> Locator:
    """Open the compact history of the matter that is open; gives its rows."""
    await seen(page, "history-tab").click()
    await seen(page, "compact").click()
    rows = seen(page, "event-summary-row")
    await rows.first.wait_for()
    return rows


def of_kind(rows: Locator, kind: str) -> Locator:
    """Return the rows of the compact history of one kind, such as Timer or Activity."""
    return rows.filter(has_text=re.compile(rf"\s{kind}\s"))


async def status_page(page: Page) -> Locator:
    """Open the details page of the matter that is open; gives what is written on it."""
    await seen(page, "user-metadata-tab").click()
    await seen(page, "user-metadata").first.wait_for()
    return page.frame_locator("#user-metadata-current-details").locator("main")
