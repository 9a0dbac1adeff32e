"""What the read commands say of a case and of what follows from it, from the record store alone."""

from pathlib import Path

import pytest

from tests.starter.accountability.recorded import (
    CASE,
    CORRECTED,
    LIVES,
    PERSON,
    REMOVED,
    UNDER_WAY,
    UNTRUE,
)
from tests.starter.reading.lives import ask


def test_3_5_a_case_shows_each_gate_and_what_a_closed_one_still_lacks(case_office: Path) -> None:
    shown = ask(case_office, "show", UNDER_WAY, "--json").document
    gates = {gate["rule"]: gate for gate in shown["gates"]}

    assert gates["3.5 G1"]["open"] is True
    assert gates["3.5 G1"]["missing"] == []
    assert gates["3.5 G4"]["open"] is False
    lacks = gates["3.5 G4"]["missing"][0]
    assert "S1" in lacks["text_zh"]
    assert lacks["text_en"]
    assert lacks["source"]


def test_3_5_the_gates_are_read_by_people_in_both_languages(case_office: Path) -> None:
    zh = ask(case_office, "show", UNDER_WAY).out
    en = ask(case_office, "show", UNDER_WAY, "--lang", "en").out

    assert "未满足" in zh
    assert "责任构成" in zh
    assert "constitution of liability" in en
    assert "closed" in en


def test_a_case_lists_the_follow_ups_of_its_subjects_with_the_end_of_their_impact_periods(
    case_office: Path,
) -> None:
    linked = ask(case_office, "show", CASE, "--json").document["linked"]

    first, second = linked
    assert (first["matter"], first["kind"]) == (REMOVED, "subject_follow_up")
    assert first["impact_last_day"] == "2025-02-28"
    assert first["stage"].startswith("16 ")
    assert (second["matter"], "corrected" in second["tags"]) == (CORRECTED, True)


def test_a_case_lists_its_probation_and_its_rectification(case_office: Path) -> None:
    linked = ask(case_office, "show", UNDER_WAY, "--json").document["linked"]

    assert {row["kind"] for row in linked} == {"probation", "rectification"}


def test_a_linked_matter_that_is_not_on_record_yet_is_listed_by_its_number(
    case_office: Path,
) -> None:
    linked = ask(case_office, "show", CORRECTED, "--json").document["linked"]

    assert {"matter": f"{CORRECTED}-A1", "kind": None} in linked
    assert "尚未登记" in ask(case_office, "show", CORRECTED).out


def test_3_10_a_follow_up_shows_its_restrictions_and_their_ends(case_office: Path) -> None:
    shown = ask(case_office, "show", REMOVED, "--json").document

    assert shown["impact"] == {
        "last_day": "2025-02-28",
        "end": "2025-03-01",
        "permanent": False,
        "no_award_until": "2024-12-31",
    }
    post = next(each for each in shown["restrictions"] if each["kind"] == "EQUAL_POST")
    assert (post["since"], post["last_day"]) == ("2024-03-01", "2025-02-28")
    assert post["first_eligible"] == "2025-03-01"
    assert post["superseded_by"] is None


def test_3_16_restrictions_that_a_correction_replaced_stay_visible_as_they_were(
    case_office: Path,
) -> None:
    restrictions = ask(case_office, "show", CORRECTED, "--json").document["restrictions"]

    replaced = [each for each in restrictions if each["superseded_by"] == 1]
    assert "2025-02-28" in {each["last_day"] for each in replaced}
    standing = [each for each in restrictions if each["superseded_by"] is None]
    assert "REMOVAL" not in {each["measure"] for each in standing}


@pytest.mark.parametrize(
    ("day", "eligible"), [("2024-03-01", False), ("2025-02-28", False), ("2025-03-01", True)]
)
def test_3_10_the_last_day_bars_and_the_day_after_does_not(
    case_office: Path, day: str, eligible: bool
) -> None:
    told = ask(case_office, "eligible", CASE, "S1", "equal-post", "--on", day, "--json")

    assert told.code == 0
    assert told.document["eligible"] is eligible
    assert told.document["first_eligible"] == "2025-03-01"
    assert told.document["reasons"][0]["text_zh"]
    assert told.document["sources"]


def test_without_a_day_the_clock_of_the_matter_decides(case_office: Path) -> None:
    told = ask(case_office, "eligible", REMOVED, "EQUAL-POST", "--json").document

    assert (told["matter"], told["on"], told["eligible"]) == (REMOVED, "2024-06-10", False)


def test_3_10_the_award_flag_ends_with_the_year_of_the_decision(case_office: Path) -> None:
    said = ask(case_office, "eligible", CASE, "S1", "award", "--on", "2024-12-31").out
    later = ask(case_office, "eligible", CASE, "S1", "award", "--on", "2025-01-01").out

    assert "不可以" in said
    assert "：可以" in later


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((CASE, "S1", "pension"), 2, "RESTRICTION"),
        ((CASE, "S1", "x", "award"), 2, "RESTRICTION"),
        ((CASE, "Z1", "award"), 2, "SUBJECT"),
        ((CASE, "award"), 2, "S1"),
        ((CASE, "S9", "award"), 4, f"{CASE}-S9"),
        ((CASE, "S1", "award", "--on", "2024-02-30"), 2, "--on"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(
    case_office: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    said = ask(case_office, "eligible", *arguments)

    assert said.code == code
    assert words in said.err
    assert len(said.err.splitlines()) == 1


def test_why_explains_a_restriction_and_counts_its_days(case_office: Path) -> None:
    told = ask(case_office, "why", REMOVED, "equal-post", "--json").document
    impact = ask(case_office, "why", REMOVED, "impact", "--json").document

    (each,) = told["each"]
    assert each["last_day"] == "2025-02-28"
    assert (each["days"][0]["day"], each["days"][-1]["day"]) == ("2024-03-01", "2025-02-28")
    assert impact["due"] == "2025-02-28"


def test_why_says_that_nothing_bars(case_office: Path) -> None:
    assert "没有不得" in ask(case_office, "why", REMOVED, "leading-post").out


def test_3_13_each_entry_in_a_file_has_a_history_of_its_own(case_office: Path) -> None:
    told = ask(case_office, "archive", CASE, "--json").document

    first, second = told["subjects"]
    assert (first["matter"], second["matter"]) == (REMOVED, CORRECTED)
    entry = next(each for each in first["archive"] if each["archive"] == "INTEGRITY_FILE")
    assert [line["what"] for line in entry["history"]] == ["ENTERED"]
    assert entry["history"][0]["on"] == "2024-03-22"
    assert "廉政档案" in ask(case_office, "archive", CASE, "S1").out


def test_an_archive_of_nothing_is_no_such_matter(case_office: Path) -> None:
    assert ask(case_office, "archive", UNDER_WAY).code == 4


def test_a_clarification_is_offered_with_its_data_filled_in(case_office: Path) -> None:
    told = ask(case_office, "clarification", "offer", UNTRUE, "--as", "li")

    assert told.code == 0
    assert "entry: OWN_INITIATIVE" in told.out
    assert "finding: UNTRUE" in told.out
    assert f"- {UNTRUE}" in told.out
    assert UNTRUE in (case_office / "reads.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((UNTRUE,), 2), ((UNDER_WAY, "--as", "li"), 2), ((UNTRUE, "U7", "--as", "li"), 2)],
)
def test_an_offer_needs_a_reader_and_somebody_to_be_offered_to(
    case_office: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert ask(case_office, "clarification", "offer", *arguments).code == code


@pytest.mark.parametrize("number", list(LIVES))
@pytest.mark.parametrize("command", ["show", "file"])
def test_nobody_is_named_to_readers_without_the_right(
    case_office: Path, command: str, number: str
) -> None:
    said = ask(case_office, command, number)

    assert said.code == 0, said.err
    assert number in said.out
    assert PERSON not in said.out


def test_the_queue_names_the_commands_of_every_kind(case_office: Path) -> None:
    items = ask(case_office, "due", "--json").document["items"]

    groups = {item["command"].split(" ")[1] for item in items if item["command"]}
    assert {"case", "follow-up", "appeal", "probation", "rectification"} <= groups
