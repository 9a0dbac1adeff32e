"""Our pages without JavaScript, and on paper: the same words, on as few sheets as they need."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.ui.matters import Matters
from tests.ui.own_pages import main, queue
from tests.ui.readers import SUPERVISOR
from tests.ui.windows import House

pytestmark = pytest.mark.timeout(300)

HEAD = re.compile(r"\s*[一二三四五六七八]、|\s*(编号|步|到期) ")
"""The heading of a chapter, or the head of one of its tables."""
INK = 200
"""A grey that is darker than paper, from 0 for black to 255."""

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler-utils")


async def test_the_front_page_is_the_same_without_javascript(
    page: Page, matters: Matters, house: House
) -> None:
    await page.goto("/")
    expected = await queue(page)

    async with house.window(SUPERVISOR, script=False) as plain:
        plain_page = await plain.new_page()
        await plain_page.goto("/")

        assert await queue(plain_page) == expected
        assert len(expected) > len(matters.open)


async def test_the_case_file_is_the_same_without_javascript(
    page: Page, matters: Matters, house: House
) -> None:
    await page.goto(f"/matters/{matters.closed}")
    expected = await main(page).inner_text()

    async with house.window(SUPERVISOR, script=False) as plain:
        plain_page = await plain.new_page()
        await plain_page.goto(f"/matters/{matters.closed}")

        assert await main(plain_page).inner_text() == expected
        assert matters.closed in expected


async def printed(page: Page, file: Path) -> list[str]:
    """Return the text of each sheet of A4 that a page is printed on."""
    await page.pdf(path=file, format="A4")
    return text_of(file).split("\f")[:-1]


def text_of(file: Path) -> str:
    told = ["pdftotext", "-layout", file, "-"]
    return subprocess.run(told, capture_output=True, check=True, text=True).stdout


@needs_poppler
async def test_the_queue_prints_on_one_sheet_without_its_buttons(
    page: Page, matters: Matters, tmp_path: Path
) -> None:
    await page.goto("/")

    sheets = await printed(page, tmp_path / "queue.pdf")

    assert len(sheets) == 1
    for number in matters.open:
        assert number in sheets[0]
    for part_of_the_screen in ("停止刷新", "筛选", "English"):
        assert part_of_the_screen not in sheets[0]


def filled(file: Path) -> list[float]:
    """Return how far down each sheet its content reaches, as a part of the sheet."""
    shown = ["pdftoppm", "-r", "24", "-gray", file]
    pictures = subprocess.run(shown, capture_output=True, check=True).stdout
    found = []
    while pictures:
        _, size, _, rest = pictures.split(b"\n", 3)
        width, height = map(int, size.split())
        above_the_number = int(height * 0.93)
        rows = [rest[row * width : (row + 1) * width] for row in range(above_the_number)]
        found.append(max(at for at, row in enumerate(rows) if min(row) < INK) / height)
        pictures = rest[width * height :]
    return found


@needs_poppler
@pytest.mark.parametrize("life", ["closed", "objected", "overdue"])
async def test_a_case_file_prints_whole_on_full_sheets(
    page: Page, matters: Matters, tmp_path: Path, life: str
) -> None:
    number = getattr(matters, life)
    await page.goto(f"/matters/{number}")
    shown = "".join((await main(page).inner_text()).split())

    sheets = await printed(page, tmp_path / "file.pdf")

    assert 1 < len(sheets) < 12
    assert number in sheets[0]
    for place, sheet in enumerate(sheets, 1):
        assert "".join(sheet.split()).endswith(f"{place}/{len(sheets)}")
        last_line = sheet.strip().splitlines()[-2]
        assert not re.match(r"\s*[一二三四五六七八]、|\s*(编号|步|到期) ", last_line), (
            "a head alone"
        )
    assert min(filled(tmp_path / "file.pdf")[:-1]) > 0.7
    assert "核对" in sheets[-1]
    assert "只供查阅" not in "".join(sheets)
    assert shown[-8:] in "".join("".join(sheets).split())
