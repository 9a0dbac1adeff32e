"""`zhengming document`: the right is asked, the read is noted, what was touched is named."""

import json
import shutil
import sqlite3
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import pytest_asyncio

from starter.keys import KeyRing
from tests.starter.cli import Said, Zhengming
from tests.starter.paper_office import (
    ALLEGATION,
    BARE,
    FIRST,
    NUMBERS,
    OTHER_POINT,
    PERSON,
    SECOND,
    furnish,
)


@pytest_asyncio.fixture(scope="session")
async def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("papers")
    await furnish(data)
    return data


@pytest.fixture
def office(furnished: Path, tmp_path: Path) -> Path:
    """A copy of this test alone, to do harm to."""
    return shutil.copytree(furnished, tmp_path / "office")


@pytest.fixture
def document(office: Path) -> "Command":
    return Command(office)


class Command:
    """`zhengming document` on a data directory, as `li` unless it is said otherwise."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *arguments: str | Path, by: str = "li", lang: str = "zh") -> Said:
        variables = {"ZHENGMING_OFFICER": by, "ZHENGMING_LANG": lang, "COLUMNS": "200"}
        return Zhengming(self.data)("document", *arguments, **variables)

    def reads(self) -> list[dict[str, str]]:
        log = self.data / "reads.jsonl"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [json.loads(line) for line in lines]

    def change(self, statement: str) -> None:
        """Do harm as somebody who may write to the record store's file."""
        connection = sqlite3.connect(self.data / "records.db")
        with connection:
            assert connection.execute(statement).rowcount != 0
        connection.close()


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


def test_sound_documents_are_said_to_be_intact(document: Command) -> None:
    said = document("verify")

    assert (said.code, said.out) == (0, "4 份文书，完好。\n")
    assert document("verify", FIRST, "--json").json == {
        "documents": 2,
        "intact": True,
        "findings": [],
    }
    assert document.reads() == []


FIRST_LETTER = f"matter = '{FIRST}' AND number = '{NUMBERS[0]}'"


@pytest.mark.parametrize(
    ("harm", "matter", "word"),
    [
        (f"UPDATE papers SET sealed = x'00' WHERE {FIRST_LETTER}", FIRST, "does not open"),
        (
            "UPDATE papers SET sealed = (SELECT sealed FROM papers WHERE number ="
            f" '{NUMBERS[1]}') WHERE {FIRST_LETTER}",
            FIRST,
            "does not open",
        ),
        (f"UPDATE papers SET sealed = NULL WHERE {FIRST_LETTER}", FIRST, "is gone"),
        (f"UPDATE papers SET sha256 = 'a' WHERE {FIRST_LETTER}", FIRST, "otherwise: sha256"),
        (f"UPDATE papers SET number = '某〔2026〕7号' WHERE {FIRST_LETTER}", FIRST, "number"),
        (f"UPDATE papers SET letterhead = '{{}}' WHERE {FIRST_LETTER}", FIRST, "letterhead"),
        (f"UPDATE papers SET serial = 9 WHERE {FIRST_LETTER}", "", "lacks number 1"),
        (f"DELETE FROM papers WHERE {FIRST_LETTER}", FIRST, "not in the register"),
        (f"DELETE FROM papers WHERE {FIRST_LETTER}", "", "lacks number 1"),
        (f"UPDATE papers SET matter = '{BARE}' WHERE {FIRST_LETTER}", BARE, "no journal asks"),
        ("UPDATE paper_series SET last = 2", "", "its last is 2"),
        ("UPDATE paper_series SET last = 5", "", "lacks number 4"),
        ("UPDATE paper_templates SET content = x'00'", FIRST, "gone or was changed"),
        ("DELETE FROM paper_templates", FIRST, "gone or was changed"),
    ],
)
def test_whatever_was_touched_is_named(
    document: Command, harm: str, matter: str, word: str
) -> None:
    document.change(harm)

    said = document("verify", "--json", lang="en")

    assert said.code == 1
    assert not said.json["intact"]
    found = [one["problem_en"] for one in said.json["findings"] if one["matter"] == matter]
    assert any(word in problem for problem in found), said.json
    assert PERSON not in said.out + said.err


def test_a_file_that_is_lost_is_made_again_from_the_journal(document: Command) -> None:
    before = document.data / "before.docx"
    document("export", FIRST, NUMBERS[1], before)
    document.change("UPDATE papers SET sealed = NULL")

    said = document("export", FIRST, NUMBERS[1], document.data / "after.docx")

    assert said.code == 0, said.err
    assert (document.data / "after.docx").read_bytes() == before.read_bytes()


def test_a_lost_key_is_named_and_keeps_nobody_from_verifying(document: Command) -> None:
    (document.data / "keys.toml").unlink()
    assert document("open", FIRST, NUMBERS[0]).code == 5
    KeyRing.create(document.data / "keys.toml")

    opened = document("open", FIRST, NUMBERS[0], lang="en")
    verified = document("verify", "--json", lang="en")

    assert opened.code == 5
    assert "key" in opened.err
    assert len(verified.json["findings"]) == 3


def test_the_templates_are_listed_and_the_standard_ones_can_be_taken_over(
    document: Command,
) -> None:
    standard = document("templates", "--json").json["templates"]
    document("templates", "--write")
    folder = document.data / "templates" / "documents"
    (folder / "reply.docx").write_bytes(b"my own")
    again = document("templates", "--write", "--json").json["templates"]

    assert [row["own"] for row in standard] == [False] * 9
    assert [row["own"] for row in again] == [True] * 9
    assert (folder / "reply.docx").read_bytes() == b"my own"
    changed = [
        a["kind"] for a, b in zip(again, standard, strict=True) if a["sha256"] != b["sha256"]
    ]
    assert changed == ["reply"]
