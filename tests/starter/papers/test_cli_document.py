"""`zhengming document`: the right is asked, the read is noted, what was touched is named."""

import json
import stat
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.starter.paper_office import (
    ALLEGATION,
    BARE,
    FIRST,
    NUMBERS,
    OTHER_POINT,
    PERSON,
    SECOND,
)
from tests.starter.papers.command import Command
from workflows.domain.paper_facts import PaperKind


def test_the_list_shows_numbers_days_states_and_hashes_and_no_name(document: Command) -> None:
    rows = document("list", FIRST, "--json").json["documents"]
    said = document("list", SECOND)

    assert [(r["kind"], r["number"], r["state"]) for r in rows] == [
        ("clarification_letter", NUMBERS[0], "void"),
        ("clarification_letter", NUMBERS[1], "made"),
    ]
    assert all(len(row["sha256"]) == 64 and row["dated"] == "2026-03-27" for row in rows)
    for shown in (NUMBERS[2], "澄清函", "委托函", "有效", "制作中", "2026-03-28"):
        assert shown in said.out
    assert PERSON not in said.out + json.dumps(rows, ensure_ascii=False)


def test_a_matter_without_documents_says_so(document: Command) -> None:
    assert document("list", BARE).out == "没有在此制作的文书。\n"


def test_a_document_is_read_by_its_number_or_its_step(document: Command) -> None:
    step = document("list", FIRST, "--json").json["documents"][1]["seq"]

    by_number = document("open", FIRST, NUMBERS[1])
    by_step = document("open", FIRST, str(step))

    assert by_number.code == 0, by_number.err
    assert by_number.out == by_step.out
    assert PERSON in by_number.out
    assert ALLEGATION in by_number.out
    assert OTHER_POINT not in by_number.out
    assert NUMBERS[1] in by_number.out


def test_each_read_is_noted_before_it_happens_without_a_name(document: Command) -> None:
    document("open", FIRST, NUMBERS[0])
    document("export", FIRST, NUMBERS[1], document.data / "letter.docx")

    reads = document.reads()
    assert [(read["who"], read["matter"]) for read in reads] == [("li", FIRST)] * 2
    assert all(read["what"].startswith("document ") for read in reads)
    assert PERSON not in str(reads)
    assert stat.S_IMODE((document.data / "reads.jsonl").stat().st_mode) == 0o600


def test_without_a_read_log_nothing_is_read(document: Command) -> None:
    (document.data / "reads.jsonl").mkdir()

    said = document("open", FIRST, NUMBERS[0])

    assert (said.code, said.out) == (1, "")
    assert "reads.jsonl" in said.err


def test_an_export_is_the_word_file_for_its_owner_alone(document: Command) -> None:
    target = document.data / "letter.docx"

    said = document("export", FIRST, NUMBERS[1], target)

    assert said.code == 0, said.err
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "word/document.xml" in ZipFile(BytesIO(target.read_bytes())).namelist()


def test_an_export_never_overwrites_and_is_not_even_noted(document: Command) -> None:
    target = document.data / "mine.docx"
    target.write_bytes(b"something else")

    said = document("export", FIRST, NUMBERS[1], target)

    assert said.code == 2
    assert "FILE" in said.err
    assert target.read_bytes() == b"something else"
    assert document.reads() == []


def test_an_export_that_cannot_be_written_says_why(document: Command) -> None:
    said = document("export", FIRST, NUMBERS[1], document.data / "no" / "such" / "folder.docx")

    assert said.code == 1
    assert "folder.docx" in said.err


@pytest.mark.parametrize(
    ("who", "listing", "opening"), [("li", 0, 0), ("jian", 0, 3), ("wu", 3, 3), ("he", 3, 3)]
)
def test_the_directory_says_who_may_see_the_list_and_who_the_document(
    document: Command, who: str, listing: int, opening: int
) -> None:
    listed = document("list", FIRST, "--json", by=who)
    opened = document("open", FIRST, NUMBERS[1], "--json", by=who)

    assert (listed.code, opened.code) == (listing, opening)
    for said in (listed, opened):
        assert said.code == 0 or said.error["rule"] == "access"
    assert opening == 0 or document.reads() == []
    assert opening == 0 or PERSON not in opened.out + opened.err


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("open", FIRST, "某纪驻函〔2026〕9号"), 2, "NUMBER"),
        (("open", FIRST, NUMBERS[2]), 2, "NUMBER"),
        (("open", FIRST, "0"), 2, "NUMBER"),
        (("open", "CLAR-2026-9999", "1"), 4, "CLAR-2026-9999"),
        (("list", "CLAR-2026-9999"), 4, "CLAR-2026-9999"),
        (("verify", "CLAR-2026-9999"), 4, "CLAR-2026-9999"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    document: Command, arguments: tuple[str, ...], code: int, word: str
) -> None:
    said = document(*arguments)

    assert said.code == code
    assert word in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(("by", "word"), [("", "--as"), ("nobody", "officers.toml")])
def test_whoever_reads_must_be_somebody(document: Command, by: str, word: str) -> None:
    said = document("open", FIRST, NUMBERS[0], by=by)

    assert said.code == 2
    assert word in said.err


def test_a_document_that_is_being_made_is_not_there_to_read_yet(document: Command) -> None:
    step = document("list", SECOND, "--json").json["documents"][1]["seq"]

    said = document("open", SECOND, str(step), lang="en")

    assert said.code == 1
    assert "still being made" in said.err


def test_the_list_says_why_a_document_waits_and_what_to_do(document: Command) -> None:
    directory = document.data / "officers.toml"
    template = document.data / "templates" / "documents" / "commission_letter.docx"

    sound = document("list", SECOND).out
    template.parent.mkdir(parents=True)
    template.write_bytes(b"no Word file")
    broken = document("list", SECOND).out
    directory.write_text(directory.read_text(encoding="utf-8").replace("organs.DW", "organs.XX"))
    nobody = document("list", SECOND).out

    assert "没有发现障碍" in sound
    assert "commission_letter.docx：不是 Word 文档" in broken
    assert "officers.toml 中没有 [organs.DW]" in nobody


def test_the_templates_are_listed_and_the_standard_ones_can_be_taken_over(
    document: Command,
) -> None:
    standard = document("templates", "--json").json["templates"]
    document("templates", "--write")
    folder = document.data / "templates" / "documents"
    (folder / "reply.docx").write_bytes(b"my own")
    again = document("templates", "--write", "--json").json["templates"]

    assert [row["kind"] for row in standard] == list(PaperKind)
    assert not any(row["own"] for row in standard)
    assert all(row["own"] for row in again)
    assert (folder / "reply.docx").read_bytes() == b"my own"
    changed = [
        a["kind"] for a, b in zip(again, standard, strict=True) if a["sha256"] != b["sha256"]
    ]
    assert changed == ["reply"]
