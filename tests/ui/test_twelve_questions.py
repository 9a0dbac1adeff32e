"""The twelve questions of `docs/supervisor.md`, answered from the pages alone.

Whoever wants to read the answers: `pytest tests/ui/test_twelve_questions.py -s`.
"""

import re
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page

from starter.reading import Reader
from tests.starter.cli import Zhengming
from tests.ui.engine_pages import open_matter, rows_of, status_page, table
from tests.ui.matters import Matters
from tests.ui.own_pages import queue, section, table_of
from tests.ui.questions import QUESTIONS, Pages, Question
from tests.ui.readers import SUPERVISOR
from tests.ui.windows import House

pytestmark = pytest.mark.timeout(300)

DOCS = Path(__file__).parents[2] / "docs"


@pytest_asyncio.fixture(scope="module")
async def pages(house: House, matters: Matters) -> Pages:
    """What stands on the pages of the matter that was objected to."""
    async with house.window(SUPERVISOR) as window:
        return await _read(await window.new_page(), matters.objected)


async def _read(page: Page, number: str) -> Pages:
    await page.goto("/setup")
    await rows_of(page).first.wait_for()
    (listed,) = [row for row in await table(page) if row["Workflow ID"] == number]
    await open_matter(page, number)
    told = await status_page(page)
    latest_step = await told.locator("table").last.locator("tr").nth(1).inner_text()
    track = await told.locator("p", has_text="【").inner_text()
    await page.goto("/")
    (front,) = [row for row in await queue(page) if number in row["事项"]]
    await page.get_by_role("link", name=f"案卷 {number}").click()
    await page.wait_for_url("**/matters/**")
    last = page.locator("ol.timeline > li").last
    return Pages(
        front=front,
        listed=listed,
        latest_step=latest_step,
        track=track,
        head=await page.locator("article > header").inner_text(),
        basis=await last.locator("dl.told > div", has_text="依据").inner_text(),
        steps=await page.locator("ol.timeline h3").all_inner_texts(),
        term=await section(page, "terms").locator(".term").first.inner_text(),
        papers=await table_of(section(page, "papers")),
        notices=await table_of(section(page, "notices")),
        proof=await section(page, "proof").inner_text(),
        file_address=page.url,
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.en)
async def test_the_pages_answer(
    pages: Pages, records: Reader, matters: Matters, question: Question
) -> None:
    answer = question.look(pages)
    print(f"\n{question.zh}\n{answer}")

    expected = question.expected(records, matters.objected)

    assert expected
    for words in expected:
        assert words in answer


def test_the_hash_on_the_page_is_that_of_the_command_line(
    pages: Pages, house: House, matters: Matters
) -> None:
    said = Zhengming(house.data)("file", matters.objected, "--hash")

    assert said.code == 0
    assert f"sha256:{said.out.strip()}" in pages.proof


@pytest.mark.parametrize(
    ("guide", "language"), [("supervisor.md", "zh"), ("supervisor.en.md", "en")]
)
def test_the_guide_lists_the_questions_that_are_asked(guide: str, language: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")

    listed = re.findall(r"^\| (\d+) \| (.+?) \| .+ \|$", text, re.MULTILINE)

    assert listed == [
        (str(place), getattr(question, language)) for place, question in enumerate(QUESTIONS, 1)
    ]
    assert len(listed) == 12
