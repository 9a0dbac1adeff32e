"""The case file in the portal: as far as the viewer's right goes, each read on record."""

import json
from pathlib import Path

import pytest

from starter import paths
from starter.case_file.words import HIDDEN
from tests.starter.case_file.conftest import Told
from tests.starter.case_file.marked_lives import FACTOR, NAME, TYPED
from tests.starter.html_pages import portal_of, visit

NUMBER = "CLAR-2026-0101"
ADDRESS = f"/matters/{NUMBER}"


def noted(data: Path) -> list[tuple[str, str, str]]:
    """Return who read what of which matter, oldest first."""
    log = data / paths.READS
    lines = log.read_text().splitlines() if log.exists() else []
    return [(row["who"], row["matter"], row["what"]) for row in map(json.loads, lines)]


async def test_an_officer_with_names_sees_all_but_the_factor_sheet(shelf: Path) -> None:
    async with portal_of(shelf, "li") as client:
        page = await visit(client, ADDRESS)

    assert NAME in page.words
    assert "李承办" in page.words
    assert "办理机关DW 某市纪委监委驻某局纪检监察组" in page.words
    assert FACTOR not in page.answer.text
    assert noted(shelf)[-1] == ("li", NUMBER, "file")


async def test_an_officer_without_names_sees_the_matter_without_them(shelf: Path) -> None:
    async with portal_of(shelf, "wu") as client:
        page = await visit(client, ADDRESS)

    assert [mark for mark in (*TYPED, FACTOR) if mark in page.answer.text] == []
    assert HIDDEN.zh in page.words
    assert page.all("//a[contains(@href, '/documents/')]") == []
    assert noted(shelf)[-1] == ("wu", NUMBER, "file")


# Of another organ, the person concerned, and recused.
@pytest.mark.parametrize("officer", ["far", "zhang", "chen"])
async def test_who_has_no_right_is_told_so_in_plain_words(shelf: Path, officer: str) -> None:
    before = noted(shelf)
    async with portal_of(shelf, officer) as client:
        answer = await client.get(ADDRESS)

    assert answer.status_code == 403
    assert "您不能查阅这件事项" in answer.text
    assert "评估" not in answer.text
    assert noted(shelf) == before


STRANGE = ["CLAR-2026-9999", "%F0%9F%98%80", "%ED%B2%80", "a%0Ab", "a%00b", "x" * 900]


@pytest.mark.parametrize("number", STRANGE)
async def test_a_number_that_nobody_has_is_a_page_not_found(shelf: Path, number: str) -> None:
    async with portal_of(shelf, "li") as client:
        answer = await client.get(f"/matters/{number}")

    assert answer.status_code == 404
    assert "没有" in answer.text


async def test_the_page_shows_the_hash_of_the_command_line(shelf: Path, told: Told) -> None:
    async with portal_of(shelf, "wu") as client:
        page = await visit(client, ADDRESS)

    assert told().hash in page.words


async def test_the_page_reads_in_english_and_links_to_the_chinese_one(shelf: Path) -> None:
    async with portal_of(shelf, "li") as client:
        page = await visit(client, f"{ADDRESS}?lang=en")
        other = await visit(client, ADDRESS + page.all("//ul[@class='reader']//a/@href")[0])

    assert "Where it stands" in page.words
    assert "三、经过" in other.words


async def test_documents_made_here_and_the_matter_in_the_ui_are_linked(shelf: Path) -> None:
    async with portal_of(shelf, "li") as client:
        page = await visit(client, ADDRESS)

    links = set(page.all("//a/@href"))
    assert f"/namespaces/default/workflows/{NUMBER}" in links
    papers = sorted(link for link in links if "/documents/" in link)
    assert len(papers) == 2
    assert all(link.startswith(f"{ADDRESS}/documents/") for link in papers)


async def test_a_read_that_cannot_be_noted_is_not_answered(shelf: Path) -> None:
    log, aside = shelf / paths.READS, shelf / "aside"
    if log.exists():
        log.rename(aside)
    log.mkdir()
    try:
        async with portal_of(shelf, "li") as client:
            answer = await client.get(ADDRESS)
    finally:
        log.rmdir()
        if aside.exists():
            aside.rename(log)

    assert answer.status_code == 503
    assert NAME not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_nothing_can_be_done_to_a_matter_here(shelf: Path, method: str) -> None:
    async with portal_of(shelf, "li") as client:
        answer = await client.request(method, ADDRESS)

    assert answer.status_code == 405
