"""Warnings of a case, where people read it: in `show` and its file, beside the gates (3.5 G1)."""

from pathlib import Path

from starter.case_file import build
from starter.reading import Reader
from starter.rights import Right
from tests.starter.accountability.recorded import CASE, UNDER_WAY
from tests.starter.reading.lives import ask

INSTEAD, NAMELESS = "以问责代替管理和整改", Right(matter=True, names=False)


def test_g1_a_decision_without_rectification_is_warned_of_in_show(case_office: Path) -> None:
    (warning,) = ask(case_office, "show", CASE, "--json").document["warnings"]

    assert INSTEAD in warning["text_zh"]
    assert warning["text_en"]
    assert "3.5 G1" in warning["source"]
    assert INSTEAD in ask(case_office, "show", CASE).out


def test_g1_a_case_without_warnings_has_no_table_of_them(case_office: Path) -> None:
    assert ask(case_office, "show", UNDER_WAY, "--json").document["warnings"] == []
    assert "不影响办理" not in ask(case_office, "show", UNDER_WAY).out


def test_g1_the_case_file_has_the_warnings_beside_the_gates(reader: Reader) -> None:
    captions = [sheet.caption.zh for sheet in build(reader, CASE, NAMELESS).sheets]

    assert captions[-2:] == ["关口", "提示"]
