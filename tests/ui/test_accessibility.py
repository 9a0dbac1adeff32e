"""Our own pages for everybody: no violation that axe knows, and a keyboard is enough."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.ui.matters import Matters
from tests.ui.own_pages import FOCUSABLE

pytestmark = pytest.mark.timeout(300)

PAGES = {
    "front page": "/",
    "front page in English": "/?lang=en",
    "narrowed": "/?organ=DW&within=20&overdue=1",
    "nothing left": "/?organ=NOWHERE",
    "wrong address": "/?within=soon",
    "sign-in": "/sign-in",
    "setup": "/setup",
    "case file": "/matters/{objected}",
    "case file in English": "/matters/{objected}?lang=en",
    "closed case file": "/matters/{closed}",
    "no such matter": "/matters/CLAR-1999-0001",
}


async def stay(page: Page, address: str) -> None:
    """Open a page without its going on by itself, as `/setup` would."""
    await page.route("**/assets/setup.js", lambda route: route.abort())
    await page.goto(address)
    await expect(page.locator("main")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
async def test_axe_finds_nothing(page: Page, matters: Matters, name: str) -> None:
    await stay(page, PAGES[name].format(**vars(matters)))

    found = await Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


async def test_axe_would_find_something(page: Page, matters: Matters) -> None:
    await stay(page, "/")
    await page.evaluate("document.querySelector('main').innerHTML = '<img src=x>'")

    assert (await Axe().run(page)).violations_count > 0


@pytest.mark.parametrize("name", ["front page", "narrowed", "sign-in", "setup", "case file"])
async def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(
    page: Page, matters: Matters, name: str
) -> None:
    await stay(page, PAGES[name].format(**vars(matters)))
    wanted = await page.locator(FOCUSABLE).evaluate_all(NUMBERED)

    reached = []
    for _ in range(wanted):
        await page.keyboard.press("Tab")
        reached.append(await page.evaluate(FOCUSED))

    assert [place for place, _ in reached] == list(range(wanted))
    assert all(outline for _, outline in reached)


NUMBERED = """elements => {
    const seen = elements.filter(element => element.checkVisibility());
    seen.forEach((element, place) => { element.dataset.place = place; });
    return seen.length;
}"""
FOCUSED = """() => {
    const element = document.activeElement, style = getComputedStyle(element);
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return [Number(element.dataset.place ?? -1), drawn || style.boxShadow !== "none"];
}"""


async def test_the_first_tab_offers_to_skip_to_the_content(page: Page, matters: Matters) -> None:
    await page.goto("/")

    await page.keyboard.press("Tab")
    await expect(page.locator(":focus")).to_have_text("跳到正文")
    await expect(page.locator(":focus")).to_be_in_viewport()
    await page.keyboard.press("Enter")

    await expect(page.locator("#main")).to_be_focused()
