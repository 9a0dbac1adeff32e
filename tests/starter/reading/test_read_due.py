from pathlib import Path
from typing import Any

import pytest

from tests.starter.reading.lives import ask


def items(office: Path, *options: str) -> list[dict[str, Any]]:
    answer = ask(office, "due", "--json", *options)
    assert answer.code == 0
    return answer.document["items"]


def test_the_queue_is_sorted_by_due_date_and_suspended_terms_come_last(office: Path):
    rows = items(office)

    dated = [row["due"] for row in rows if row["due"]]
    assert dated == sorted(dated) == ["2026-04-01", "2026-10-09", "2027-01-13"]
    assert rows[-1]["matter"] == "CLAR-2026-0003"
    assert rows[-1]["suspended"] is True
    assert not any(row["overdue"] for row in rows)
    assert "CLAR-2026-0002" not in {row["matter"] for row in rows}


def test_a_row_says_who_is_awaited_why_and_what_to_type(office: Path):
    row = items(office)[0]

    assert (row["role"], row["organ"], row["term"]) == (
        "undertaking_department",
        "DW",
        "implementation",
    )
    assert row["remaining_working_days"] == 3
    assert row["command"].startswith("zhengming clarification hear-opinion CLAR-2026-0001 ")


@pytest.mark.parametrize(("within", "listed"), [(1, False), (2, True), (3, True)])
def test_within_counts_working_days_over_a_holiday(office: Path, within: int, listed: bool):
    found = [row["matter"] for row in items(office, "--within", str(within))]

    assert ("CLAR-2026-0005" in found) is listed
    assert "CLAR-2026-0003" not in found


def test_provisional_dates_say_so(office: Path):
    row = next(row for row in items(office) if row["matter"] == "CLAR-2026-0006")

    assert row["provisional"] is True
    assert f"{row['due']}（暂定）" in ask(office, "due").out


@pytest.mark.parametrize(
    ("options", "matters"),
    [
        (("--organ", "DW", "--role", "undertaking_department", "--limit", "1"), ["CLAR-2026-0001"]),
        (("--role", "commission_secretary"), []),
        (("--organ", "NOBODY"), []),
        (("--overdue",), []),
        (("--kind", "clarification", "--within", "3", "--limit", "1"), ["CLAR-2026-0001"]),
    ],
)
def test_the_queue_can_be_narrowed(office: Path, options: tuple[str, ...], matters: list[str]):
    assert [row["matter"] for row in items(office, *options)] == matters


@pytest.mark.parametrize("options", [(), ("--within", "400")])
def test_a_list_that_goes_on_says_so(office: Path, options: tuple[str, ...]):
    short = ask(office, "due", "--json", "--limit", "2", *options).document
    full = ask(office, "due", "--json", *options).document

    assert (len(short["items"]), short["more"]) == (2, True)
    assert short["items"] == full["items"][:2]
    assert full["more"] is False
    assert "--limit" in ask(office, "due", "--limit", "2", *options).out


@pytest.mark.parametrize(
    "options",
    [
        ("--role", "emperor"),
        ("--kind", "murder"),
        ("--within", "-1"),
        ("--within", "soon"),
        ("--limit", "0"),
        ("--nonsense",),
        ("CLAR-2026-0001",),
    ],
)
def test_an_impossible_question_is_refused_in_one_document(office: Path, options):
    answer = ask(office, "due", "--json", *options)

    assert answer.code == 2
    assert answer.document["error"]["exit_code"] == 2


def test_people_read_the_queue_with_whole_command_lines(office: Path):
    said = ask(office, "due").out.splitlines()

    assert said[0].split() == ["到期", "现状", "事项", "待办人", "要做的事（期限）"]
    command = "zhengming clarification hear-opinion CLAR-2026-0001 --as 编号 --file 内容.yaml"
    assert command in [line.strip() for line in said]
    assert said[-1] == f"共 {len(items(office))} 项，逾期 0 项。"


def test_an_empty_queue_says_so(office: Path):
    assert ask(office, "due", "--overdue", "--lang", "en").out == "Nothing is due.\n"
