"""What the portal's own pages show, read as a person reads them: by heads, labels and words."""

from playwright.async_api import Locator, Page

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"


async def table_of(place: Locator) -> list[dict[str, str]]:
    """Return the rows of a table, each by the heads of its columns."""
    heads = await place.locator("thead th").all_inner_texts()
    rows = [
        await row.locator("th, td").all_inner_texts()
        for row in await place.locator("tbody tr").all()
    ]
    return [dict(zip(heads, (text.strip() for text in row), strict=True)) for row in rows]


async def queue(page: Page) -> list[dict[str, str]]:
    """Return the rows of the front page."""
    return await table_of(page.locator("table.queue"))


def section(page: Page, name: str) -> Locator:
    """Return a section of a case file by its id."""
    return page.locator(f"section[aria-labelledby={name}]")


async def numbers(page: Page) -> list[str]:
    """Return the matters of the front page's rows, top to bottom."""
    return [first_line(row["事项"]) for row in await queue(page)]


def first_line(text: str) -> str:
    return text.splitlines()[0]


async def words(page: Page) -> str:
    """Return everything that can be read on a page."""
    return await page.locator("body").inner_text()


def main(page: Page) -> Locator:
    return page.locator("main")
