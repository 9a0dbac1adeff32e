"""The file as a page: everything typed is escaped, nothing is fetched, both languages are whole."""

import re
from pathlib import Path

import pytest
import pytest_asyncio

from activities.store import open_store
from starter.case_file import build
from starter.case_file.page import standalone_page
from starter.reading import open_reader
from starter.rights import Right
from tests.domain.builders import a_life
from tests.domain.parts import plan, point, subject, verification
from tests.starter.case_file.conftest import Told
from tests.starter.reading.lives import ask, whole

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=y>{{ 7*7 }}{% raw %}"
CONTROLS = "\x7f\x9b31m\u202eabc"
"""A delete, the eight-bit escape of terminals, a turn of the writing direction."""
OFFICERS = """
[officers.li]
organ = "DW"
roles = ["undertaking_department"]
names = true
"""


@pytest_asyncio.fixture(scope="session")
async def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which every text that somebody typed attacks whoever shows it."""
    data = tmp_path_factory.mktemp("hostile")
    life = a_life(
        "EVALUATING",
        subject=subject(name=HOSTILE, unit=HOSTILE, reference="<b>&"),
        verification=verification("2026-03-02", {**point(main=True), "matter": HOSTILE}),
    )
    life.do("give_opinion", "2026-03-20", reasons=HOSTILE + CONTROLS, plan=plan())
    life.do("record_study", "2026-03-23", minutes={"kind": "minutes", "number": HOSTILE})
    store = open_store(f"sqlite:///{data / 'records.db'}")
    await store.migrate()
    await store.record(whole(life))
    await store.close()
    (data / "officers.toml").write_text(OFFICERS, encoding="utf-8")
    return data


def test_hostile_text_is_shown_and_never_run(hostile: Path) -> None:
    with open_reader(hostile / "records.db") as reader:
        file = build(reader, "CLAR-2026-0001", Right(matter=True, names=True))

    page = standalone_page(file, "zh")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "<img" not in page
    assert "{{ 7*7 }}" in page


def test_a_terminal_gets_no_control_characters(hostile: Path) -> None:
    said = ask(hostile, "file", "CLAR-2026-0001", "--as", "li").out

    assert "<script>" in said
    assert "��31m�abc" in said
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said) == []


def test_a_page_by_itself_needs_nothing_else(told: Told) -> None:
    page = standalone_page(told(names=True), "zh")

    assert re.findall(r"""(?:src|href)=["'](?!#)[^"']*""", page) == []
    assert "@import" not in page
    assert "url(" not in page
    assert "<style>" in page
    assert page.startswith("<!doctype html>")


def test_a_page_by_itself_does_not_say_what_a_page_of_the_portal_does(told: Told) -> None:
    assert "只供查阅" not in standalone_page(told(), "zh")


def test_every_sheet_of_paper_names_the_matter(told: Told) -> None:
    file = told()
    odd = file.model_copy(update={"number": 'X"; } body { display: none } @page { content: "'})

    assert 'content: "案卷 CLAR-2026-0101"' in standalone_page(file, "zh")
    assert standalone_page(odd, "zh").count("<style>") == 1


def test_an_english_page_has_no_chinese_words_of_ours(told: Told) -> None:
    page = standalone_page(told("CLAR-2026-0102"), "en")

    own_words = re.sub(r'<span class="source">.*?</span>|<style>.*?</style>', "", page, flags=re.S)
    own_words = re.sub(r"<dt>Basis</dt><dd>.*?</dd>", "", own_words)
    chinese = [line for line in own_words.splitlines() if re.search(r"[一-鿿]", line)]
    # The pack's own title and source, and the subject's sentence of a notice, stay as they are.
    assert [line for line in chinese if "Source of" not in line and "source of" not in line] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_step_notice_term_and_document_is_on_the_page(told: Told, language: str) -> None:
    file = told()
    page = standalone_page(file, "en" if language == "en" else "zh")

    for step in file.steps:
        assert f'id="step-{step.seq}"' in page
    for notice in file.notices:
        assert f'id="notice-{notice.seq}-{notice.index}"' in page
    for paper in file.papers:
        assert paper.number in page
        assert paper.sha256 in page
    for change in (change for step in file.steps for change in step.dates):
        assert change.words.in_(language) in page


def test_a_link_within_the_page_leads_somewhere(told: Told) -> None:
    page = standalone_page(told(names=True), "zh")

    places = set(re.findall(r'id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links
    assert links <= places


def test_an_id_stands_once(told: Told) -> None:
    ids = re.findall(r'id="([^"]+)"', standalone_page(told(), "zh"))

    assert len(ids) == len(set(ids))
