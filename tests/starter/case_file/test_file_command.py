"""`zhengming file` as its users meet it: who may read what, in which form, and what is noted."""

import json
from pathlib import Path

import pytest

from starter import paths
from starter.case_file.sentences import REHEARSED, UNSOUND
from tests.starter.case_file.marked_lives import FACTOR, NAME, TYPED
from tests.starter.case_file.tampering import change
from tests.starter.reading.lives import ask

NUMBER = "CLAR-2026-0101"


@pytest.fixture
def reads(shelf: Path) -> Path:
    """The read log of the shelf, empty."""
    log = shelf / paths.READS
    log.unlink(missing_ok=True)
    return log


def test_without_an_officer_no_name_is_shown_and_nothing_is_noted(shelf: Path, reads: Path) -> None:
    said = ask(shelf, "file", NUMBER, ZHENGMING_OFFICER="li")

    assert said.code == 0
    assert [mark for mark in TYPED if mark in said.out] == []
    assert "本卷不含姓名" in said.out
    assert not reads.exists()


def test_an_officer_with_the_right_reads_names_and_is_noted(shelf: Path, reads: Path) -> None:
    said = ask(shelf, "file", NUMBER, "--as", "li")

    assert NAME in said.out
    assert "李承办" in said.out
    assert FACTOR not in said.out
    (line,) = reads.read_text().splitlines()
    noted = json.loads(line)
    assert (noted["who"], noted["matter"], noted["what"]) == ("li", NUMBER, "file")
    assert NAME not in line


@pytest.mark.parametrize("form", ["html", "json"])
def test_every_form_with_names_is_noted(shelf: Path, reads: Path, form: str) -> None:
    said = ask(shelf, "file", NUMBER, "--as", "li", "--format", form)

    assert NAME in said.out
    assert FACTOR not in said.out
    assert len(reads.read_text().splitlines()) == 1


def test_an_officer_without_names_reads_the_file_without_them(shelf: Path, reads: Path) -> None:
    said = ask(shelf, "file", NUMBER, "--as", "wu")

    assert said.code == 0
    assert [mark for mark in TYPED if mark in said.out] == []
    assert not reads.exists()


@pytest.mark.parametrize(
    "officer", ["far", "zhang", "chen"], ids=["elsewhere", "subject", "recused"]
)
def test_who_has_no_right_reads_nothing(shelf: Path, reads: Path, officer: str) -> None:
    said = ask(shelf, "file", NUMBER, "--as", officer, "--json")

    assert said.code == 3
    assert said.document["error"]["rule"] == "access"
    assert "officers' directory" in said.document["error"]["message_en"]
    assert NUMBER in said.err
    assert "立项" not in said.out
    assert not reads.exists()


def test_a_recused_officer_still_reads_other_matters(shelf: Path) -> None:
    assert ask(shelf, "file", "CLAR-2026-0103", "--as", "chen").code == 0


def test_an_officer_whom_nobody_knows_is_a_usage_error(shelf: Path) -> None:
    said = ask(shelf, "file", NUMBER, "--as", "nobody")

    assert said.code == 2
    assert "--as" in said.err


@pytest.mark.parametrize("number", ["CLAR-2026-9999", "../etc", "x" * 500, "\udc80"])
def test_a_matter_that_does_not_exist_is_not_found(shelf: Path, number: str) -> None:
    assert ask(shelf, "file", number, "--as", "li").code == 4
    assert ask(shelf, "file", number).code == 4


def test_a_log_that_cannot_be_written_keeps_names_back(shelf: Path, reads: Path) -> None:
    reads.mkdir()
    try:
        said = ask(shelf, "file", NUMBER, "--as", "li")
    finally:
        reads.rmdir()

    assert said.code == 1
    assert NAME not in said.out
    assert "reads.jsonl" in said.err


def test_the_hash_alone_is_one_line_and_no_read(shelf: Path, reads: Path) -> None:
    said = ask(shelf, "file", NUMBER, "--as", "li", "--hash")

    assert len(said.out.strip()) == 64
    assert not reads.exists()
    document = ask(shelf, "file", NUMBER, "--hash", "--json").document
    assert document == {"matter": NUMBER, "hash": said.out.strip()}


def test_a_page_is_whole_and_in_the_language_asked_for(shelf: Path) -> None:
    page = ask(shelf, "file", NUMBER, "--format", "html", "--lang", "en").out

    assert '<html lang="en">' in page
    assert page.rstrip().endswith("</html>")


def test_a_journal_that_no_rule_explains_is_one_clear_line(own: Path) -> None:
    change(own, 'UPDATE journal SET fact = \'{"kind": "teleported"}\' WHERE seq = 2')

    said = ask(own, "file", NUMBER)

    assert said.code == 1
    assert "records verify" in said.err
    assert len(said.err.strip().splitlines()) == 1


@pytest.fixture
def unsound(own: Path) -> Path:
    """A store whose chain head says something else than its journal."""
    assert change(own, "UPDATE heads SET hash = ? WHERE matter = ?", "0" * 64, NUMBER) == 1
    return own


def test_a_journal_that_does_not_match_its_head_is_said_under_the_title(unsound: Path) -> None:
    text = ask(unsound, "file", NUMBER).out
    page = ask(unsound, "file", NUMBER, "--format", "html").out

    assert UNSOUND.zh in "\n".join(text.splitlines()[:3])
    assert page.index("</h1>") < page.index(UNSOUND.zh) < page.index('class="lead"')


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_the_hash_of_an_unsound_journal_warns_and_is_no_success(
    unsound: Path, form: list[str]
) -> None:
    said = ask(unsound, "file", NUMBER, "--hash", *form)

    assert said.code == 1
    assert said.err.strip() == UNSOUND.zh
    assert ask(unsound, "file", "CLAR-2026-0102", "--hash", *form).code == 0


def test_a_rehearsal_says_once_by_which_clock_notices_went_out(own: Path) -> None:
    before = {form: ask(own, "file", NUMBER, "--format", form).out for form in ("text", "html")}
    was = ask(own, "file", NUMBER, "--hash").out
    change(own, "INSERT INTO clocks (matter, skew_seconds) VALUES (?, ?)", NUMBER, 86_400)

    for form, text in before.items():
        assert REHEARSED.zh not in text
        assert ask(own, "file", NUMBER, "--format", form).out.count(REHEARSED.zh) == 1
    assert ask(own, "file", NUMBER, "--hash").out == was
