"""`zhengming document`: what was touched is named, what was lost is made again."""

import pytest

from starter.keys import KeyRing
from tests.starter.paper_office import (
    BARE,
    FIRST,
    NUMBERS,
    PERSON,
)
from tests.starter.papers.command import Command


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
