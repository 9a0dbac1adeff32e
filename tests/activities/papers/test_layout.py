"""Pages as they come out of the printer, against GB/T 9704-2012."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from activities.papers.kinds import KINDS
from activities.papers.making import plain_text
from activities.papers.standard import WORDS
from activities.papers.words import Form
from tests.activities.papers.rendering import Page, need_programs, printed
from tests.activities.papers.samples import CONTENT, HARSH, LONG_NAME, made

# Printing many documents takes its time on a busy machine.
pytestmark = [pytest.mark.xdist_group("papers"), pytest.mark.timeout(300)]

LETTERS = [kind for kind, words in WORDS.items() if words.form is Form.LETTER]
ORDINARY = [kind for kind, words in WORDS.items() if words.form is Form.ORDINARY]
TABLES = [kind for kind, words in WORDS.items() if words.form is Form.TABLE]
TOP, LEFT, RIGHT, BOTTOM = 37, 28, 210 - 26, 297 - 35
"""The text area, 156 by 225 mm, from the sheet's edges."""
ABOUT = 1.0
"""Millimetres of tolerance: the standard gives margins to one."""
HANGING = 3.0
"""A comma may hang behind the last of 28 characters."""
LENGTHS = range(2, 12)
COPIES = ["许州市示例服务中心党组", "许州市示例服务中心机关党委"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    need_programs()
    long = {"name": LONG_NAME, "contact": ""}
    plain = {kind: made(kind) for kind in KINDS}
    harsh = {f"harsh_{kind}": made(kind, HARSH, **long) for kind in KINDS}
    lengths = {f"long_{n}": made("clarification_letter", of_length(n), contact="") for n in LENGTHS}
    copied = {f"copied_{n}": made("clarification_letter", of_length(n, COPIES)) for n in LENGTHS}
    return printed(plain | harsh | lengths | copied, Path(tmp_path_factory.mktemp("papers")))


def of_length(points: int, copies: Sequence[str] = ()) -> dict[str, object]:
    short = {"copies": copies, "scope": "", "methods": ["书面澄清"]}
    return CONTENT | short | {"points": [f"反映其第{n}项问题" for n in range(points)]}


def every(pages: dict[str, list[Page]]) -> list[tuple[str, int, Page]]:
    return [(name, n, page) for name, leaves in pages.items() for n, page in enumerate(leaves, 1)]


def rules(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the red double lines: top, height, left and width of each single line."""
    wide = [band for band in page.red if band.width > 150 and band.height < 2]
    return [(band.top, band.height, band.left, band.width) for band in wide]


def test_every_sheet_is_a4(pages: dict[str, list[Page]]) -> None:
    for name, number, page in every(pages):
        assert page.width == pytest.approx(210, abs=ABOUT), (name, number)
        assert page.height == pytest.approx(297, abs=ABOUT), (name, number)


def test_text_stays_within_its_area(pages: dict[str, list[Page]]) -> None:
    for name, number, page in every(pages):
        text = [band for band in page.black if band.top < BOTTOM]
        assert min(band.left for band in text) > LEFT - ABOUT, (name, number)
        assert max(band.right for band in text) < RIGHT + HANGING, (name, number)
        assert text[0].top > TOP - ABOUT, (name, number)
        assert text[-1].bottom < BOTTOM + ABOUT, (name, number)


@pytest.mark.parametrize("name", [*LETTERS, *(f"harsh_{kind}" for kind in LETTERS)])
def test_red_double_lines_frame_a_letters_first_page(
    pages: dict[str, list[Page]], name: str
) -> None:
    upper_thick, upper_thin, lower_thin, lower_thick = rules(pages[name][0])

    for _, _, left, width in (upper_thick, upper_thin, lower_thin, lower_thick):
        assert width == pytest.approx(170, abs=ABOUT)
        assert left == pytest.approx(20, abs=ABOUT)
    assert upper_thick[1] > upper_thin[1]
    assert lower_thin[1] < lower_thick[1]
    assert lower_thick[0] + lower_thick[1] == pytest.approx(297 - 20, abs=ABOUT)
    for page in pages[name][1:]:
        assert rules(page) == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_organs_name_stands_where_the_standard_puts_it(
    pages: dict[str, list[Page]], name: str
) -> None:
    heading, line, *_ = [band for band in pages[name][0].red if band.height > 0.1]

    assert heading.top == pytest.approx(30, abs=ABOUT)
    assert line.top - heading.bottom == pytest.approx(4, abs=ABOUT)
    assert heading.left - 20 == pytest.approx(190 - heading.right, abs=2 * ABOUT)


def test_a_long_name_of_an_organ_fits_between_the_lines(pages: dict[str, list[Page]]) -> None:
    for kind in LETTERS:
        red = pages[f"harsh_{kind}"][0].red
        assert red[0].top == pytest.approx(30, abs=ABOUT)
        assert all(band.left > LEFT - ABOUT for band in red[:2])
        assert all(band.right < RIGHT + ABOUT for band in red[:2])


@pytest.mark.parametrize("name", LETTERS)
def test_the_number_ends_flush_right_under_the_line(
    pages: dict[str, list[Page]], name: str
) -> None:
    page = pages[name][0]
    thin = rules(page)[1]

    number = page.black[0]

    assert number.right == pytest.approx(RIGHT, abs=2 * ABOUT)
    assert number.top - (thin[0] + thin[1]) == pytest.approx(4.9, abs=ABOUT)


def test_only_later_pages_of_a_letter_are_numbered_odd_right_even_left(
    pages: dict[str, list[Page]],
) -> None:
    for name, number, page in every(pages):
        below = [band for band in page.black if band.top > BOTTOM + ABOUT]
        letter = name.removeprefix("harsh_") in LETTERS or name.startswith(("long", "copied"))
        if letter and number == 1:
            assert below == [], name
            continue
        middle = (below[0].left + below[-1].right) / 2
        assert middle > 160 if number % 2 else middle < 50, (name, number)
        assert str(number) in page.text.splitlines()[-1]


@pytest.mark.parametrize("points", LENGTHS)
@pytest.mark.parametrize("name", ["long", "copied"])
def test_the_signature_never_stands_alone_on_a_page(
    pages: dict[str, list[Page]], name: str, points: int
) -> None:
    """No blank-page seal: some of the text is on the page that is sealed."""
    letter = pages[f"{name}_{points}"]

    (sealed,) = [page for page in letter if "2026 年 11 月 20 日" in page.text]

    assert "本函仅就上述具体问题予以澄清。" in sealed.text
    assert "中共许州市纪律检查委员会" in sealed.text.split("予以澄清。")[-1]
    assert ("联系方式" in sealed.text) == (name == "copied")


@pytest.mark.parametrize("points", LENGTHS)
def test_copies_stand_at_the_foot_of_the_last_page(
    pages: dict[str, list[Page]], points: int
) -> None:
    *_, last = pages[f"copied_{points}"]
    lowest = [band for band in last.black if band.bottom < BOTTOM + ABOUT][-1]

    assert "抄送：许州市示例服务中心党组，许州市示例服务中心机关党委。" in last.text
    assert lowest.bottom > BOTTOM - 6


def test_the_lengths_tried_do_cross_the_page(pages: dict[str, list[Page]]) -> None:
    counts = [len(pages[f"long_{n}"]) for n in LENGTHS]

    assert set(counts) == {1, 2}
    assert all(one <= other for one, other in pairwise(counts))


def test_thirty_points_run_over_three_pages_and_are_all_printed(
    pages: dict[str, list[Page]],
) -> None:
    letter = pages["harsh_clarification_letter"]
    text = "".join("".join(page.text.split()) for page in letter)

    assert len(letter) > 3
    for number in range(1, 31):
        assert f"{number}.反映其在第{number - 1}期" in text


@pytest.mark.parametrize("kind", KINDS)
def test_no_character_is_lost_on_paper(pages: dict[str, list[Page]], kind: str) -> None:
    """LibreOffice once swallowed a comma that hung behind a justified line."""

    def squeezed(text: str) -> list[str]:
        return sorted(character for character in text if not character.isspace())

    wanted = squeezed(plain_text(made(kind)).replace("：", ""))
    got = squeezed("".join(page.text for page in pages[kind]).replace("：", ""))

    for character in wanted:
        assert character in got
        got.remove(character)
    assert set(got) <= set("—1234567890:")


@pytest.mark.parametrize("kind", ORDINARY)
def test_ordinary_documents_have_a_red_heading_and_one_line_as_wide_as_the_text(
    pages: dict[str, list[Page]], kind: str
) -> None:
    heading, *_ = pages[kind][0].red
    (line,) = rules(pages[kind][0])

    assert heading.top == pytest.approx(TOP + 35, abs=2 * ABOUT)
    assert line[3] == pytest.approx(156, abs=ABOUT)


@pytest.mark.parametrize("kind", ["press_notice", *TABLES])
def test_the_press_notice_and_the_forms_are_black_on_white(
    pages: dict[str, list[Page]], kind: str
) -> None:
    assert all(page.red == () for page in pages[kind])


@pytest.mark.parametrize("name", [*TABLES, *(f"harsh_{kind}" for kind in TABLES)])
def test_a_form_is_a_frame_as_wide_as_the_text_below_its_title(
    pages: dict[str, list[Page]], name: str
) -> None:
    number, title, frame, *_ = pages[name][0].black

    assert number.left == pytest.approx(LEFT, abs=ABOUT)
    assert title.width < 120
    assert frame.left == pytest.approx(LEFT, abs=ABOUT)
    assert frame.width == pytest.approx(156, abs=2 * ABOUT)
    assert frame.height > 100
