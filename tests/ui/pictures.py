"""The pictures of the guides: `make pictures` takes them anew; look at each before a commit.

The hourglass of the timeline needs a font of symbols, such as Debian's fonts-symbola.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import FloatRect, Locator, Page, expect

from tests.ui.engine_pages import (
    BAR,
    UNNAMED,
    bars,
    labels,
    open_matter,
    rows_of,
    seen,
    status_page,
)
from tests.ui.lived_case import LivedCase
from tests.ui.matters import Matters
from tests.ui.own_pages import section
from tests.ui.readers import NAMELESS, SUPERVISOR
from tests.ui.windows import House

pytestmark = pytest.mark.timeout(300)

IMAGES = Path(__file__).parents[2] / "docs" / "images"
WIDTH = 1280
NARROWER = 1120
HIGHEST = 1220
"""Pixels; of a list that is longer its beginning will do."""
LIST = FloatRect(x=270, y=60, width=1730, height=430)
"""Where the list stands in a window that is wide enough for all columns."""


@pytest.fixture
async def page(fresh_page: Page) -> Page:
    """A page in a browser that was just set up."""
    await fresh_page.goto("/setup")
    await rows_of(fresh_page).first.wait_for()
    return fresh_page


async def take(page: Page, name: str, height: int, place: Locator | None = None) -> None:
    """Take a picture of a page from its top, or of what begins at a place on it."""
    box = await place.bounding_box() if place else None
    top, left = (box["y"] - 10, box["x"] - 10) if box else (0.0, 0.0)
    assert page.viewport_size is not None
    clip = FloatRect(x=left, y=top, width=page.viewport_size["width"] - left, height=height)
    await page.screenshot(path=IMAGES / name, clip=clip)


async def sized(page: Page, width: int = WIDTH) -> None:
    await page.set_viewport_size({"width": width, "height": 1800})


async def test_front(page: Page) -> None:
    await sized(page)
    await page.goto("/")
    await take(page, "front.png", 1060)


async def test_list(page: Page) -> None:
    await page.set_viewport_size({"width": 2000, "height": 560})
    await page.screenshot(path=IMAGES / "list.png", clip=LIST)


async def only_stages_and_steps(page: Page) -> None:
    """Leave timers and updates on the timeline, as the guide says."""
    await page.get_by_role("button", name="Filter").click()
    for choice in ("None", "Timer", "Update"):
        await page.get_by_role("menuitem", name=choice).click()
    await page.keyboard.press("Escape")


async def test_timeline(page: Page, matters: Matters) -> None:
    await open_matter(page, matters.closed)
    await only_stages_and_steps(page)
    await sized(page)
    await bars(page)
    await take(page, "timeline.png", 1000, page.get_by_role("heading", name="Timeline"))


async def test_status_page(page: Page, matters: Matters) -> None:
    await open_matter(page, matters.overdue)
    await sized(page, 1800)
    await expect(await status_page(page)).to_contain_text("Terms")
    await take(page, "page.png", 1040, page.get_by_text("Current Details"))


async def test_case_file(page: Page, matters: Matters) -> None:
    await page.goto(f"/matters/{matters.objected}")
    await sized(page)
    await take(page, "case-file.png", 1180)


async def test_the_end_of_a_case_file(page: Page, matters: Matters) -> None:
    await page.goto(f"/matters/{matters.closed}")
    await sized(page)
    step = page.locator("ol.timeline > li")
    for told in ("期限", "通知"):
        step = step.filter(has=page.locator("dl.told > div > dt", has_text=told))
    await step.last.screenshot(path=IMAGES / "case-file-step.png")
    place = await section(page, "papers").bounding_box()
    end = await section(page, "proof").bounding_box()
    assert place is not None
    assert end is not None
    height = int(end["y"] + end["height"] - place["y"]) + 10
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    await take(page, "case-file-end.png", height, section(page, "papers"))


async def test_locked(house: House, matters: Matters) -> None:
    async with house.window(NAMELESS) as window:
        page = await window.new_page()
        await sized(page)
        await open_matter(page, matters.evaluating)
        await labels(page).filter(has_text=UNNAMED).first.wait_for()
        await expect(labels(page).filter(has_text=BAR)).to_have_count(0)
        await expect(seen(page, "workflow-id-heading").first).to_be_visible()
        await take(page, "locked.png", 960, page.get_by_text("Back to Workflows"))


@pytest.fixture
async def case_page(case_house: House) -> AsyncIterator[Page]:
    """A page in a browser that was just set up, in front of the case in its impact period."""
    async with case_house.window(SUPERVISOR) as window:
        page = await window.new_page()
        await page.goto("/setup")
        await rows_of(page).first.wait_for()
        yield page


async def picture_of_standing(page: Page, name: str) -> None:
    """Take a picture of where a matter stands, with its tables."""
    await sized(page, NARROWER)
    place = section(page, "standing")
    box = await place.bounding_box()
    assert box is not None
    height = min(int(box["height"]) + 20, HIGHEST)
    await page.set_viewport_size({"width": NARROWER, "height": int(box["y"]) + height + 20})
    await take(page, name, height, place)


async def test_case(case_page: Page, case: LivedCase) -> None:
    await case_page.goto(f"/matters/{case.number}")
    await picture_of_standing(case_page, "case.png")


async def test_follow_up(case_page: Page, case: LivedCase) -> None:
    await case_page.goto(f"/matters/{case.appealing}")
    await picture_of_standing(case_page, "follow-up.png")
