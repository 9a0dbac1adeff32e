"""The case files of every kind: each step is told whole, and names only to readers with names."""

import re

import pytest

from starter.case_file import CaseFile, build
from starter.case_file.journal import read_journal
from starter.case_file.page import standalone_page
from starter.case_file.words import HIDDEN
from starter.reading import Reader
from starter.rights import Right, Viewer
from tests.starter.accountability.recorded import CASE, CORRECTED, LIVES, PERSON, REMOVED, UNDER_WAY

NAMED, NAMELESS = Right(matter=True, names=True), Right(matter=True, names=False)
each_life = pytest.mark.parametrize("number", list(LIVES))


@each_life
def test_every_step_of_every_kind_rests_on_a_rule_and_says_it(reader: Reader, number: str) -> None:
    file = build(reader, number, NAMED)

    assert len(file.steps) == len(LIVES[number][0].steps)
    for step in file.steps:
        assert step.basis.rule
        assert step.basis.words.zh
        assert step.basis.words.en
        assert all(d.label.zh and d.label.en and d.text.zh and d.text.en for d in step.ground)


@each_life
def test_what_is_guarded_is_hidden_from_readers_without_the_right(
    reader: Reader, number: str
) -> None:
    told, hidden = build(reader, number, NAMED), build(reader, number, NAMELESS)

    pairs = zip(told.steps, hidden.steps, strict=True)
    for step, other in pairs:
        for detail, seen in zip(step.ground, other.ground, strict=True):
            assert seen.text == (HIDDEN if detail.guarded else detail.text)
    assert PERSON not in hidden.model_dump_json()
    assert told.hash == hidden.hash


def test_whom_a_case_is_about_is_told_to_readers_with_names(reader: Reader) -> None:
    assert PERSON in build(reader, REMOVED, NAMED).model_dump_json()


def test_a_code_of_the_pack_is_told_by_its_name(reader: Reader) -> None:
    file = build(reader, REMOVED, NAMELESS)

    confirmed = next(step for step in file.steps if step.kind == "measure_confirmed")
    told = {detail.label.zh: detail.text.zh for detail in confirmed.ground}
    assert told["措施"] == "免职"


def test_3_5_a_case_has_its_gates_in_its_file(reader: Reader) -> None:
    (sheet,) = build(reader, UNDER_WAY, NAMELESS).sheets

    states = {row[0].zh: row[2].zh for row in sheet.rows}
    assert (states["四个不得：先核实"], states["容错评估"]) == ("已满足", "未满足")


def test_3_10_a_follow_up_has_its_restrictions_in_its_file(reader: Reader) -> None:
    sheet, *_ = build(reader, CORRECTED, NAMELESS).sheets

    assert "2024-08-31" in sheet.caption.zh
    assert any("第 1 次纠正前" in row[-1].zh for row in sheet.rows)


def test_3_15_a_follow_up_has_its_appeals_and_its_entries_in_its_file(reader: Reader) -> None:
    _, appeals, entries = build(reader, CORRECTED, NAMELESS).sheets

    assert "不停止执行" in appeals.caption.zh
    assert [cell.zh for cell in appeals.rows[0]][-1] == "变更"
    assert {row[0].zh: row[1].zh for row in entries.rows}["廉政档案"] == "载入"


def test_3_10_a_case_tells_what_each_subject_is_barred_from_and_until_when(reader: Reader) -> None:
    subjects, *_ = build(reader, CASE, NAMELESS).sheets

    rows = {row[0].zh: [cell.zh for cell in row] for row in subjects.rows}
    assert set(rows) == {REMOVED, CORRECTED}
    restrictions = read_journal(reader, REMOVED).state.consequences.restrictions
    for each in restrictions:
        longest = max(r.first_eligible for r in restrictions if r.kind is each.kind)
        assert f"（{longest} 起可以）" in rows[REMOVED][4]
    assert rows[REMOVED][3] == str(read_journal(reader, REMOVED).state.consequences.last_day)


def test_of_a_follow_up_that_the_reader_may_not_read_there_is_the_number_alone(
    reader: Reader,
) -> None:
    stranger = build(reader, CASE, NAMELESS, viewer=Viewer("nobody"))

    subjects = stranger.sheets[0]
    assert {row[1:] for row in subjects.rows} == {(subjects.rows[0][1],) * 5}
    assert subjects.rows[0][1].zh == "—"


def test_linked_matters_are_told_from_both_sides(reader: Reader) -> None:
    case, subject = build(reader, CASE, NAMELESS), build(reader, REMOVED, NAMELESS)

    assert REMOVED in [each.number for each in case.linked]
    assert CASE in [each.number for each in subject.linked]


@each_life
def test_the_page_has_the_way_and_the_sheets(reader: Reader, number: str) -> None:
    file: CaseFile = build(reader, number, NAMELESS)
    page = standalone_page(file, "zh")

    way = next(detail for detail in file.standing if detail.label.zh == "进程")
    assert way.text.zh.count("【") == 1
    for sheet in file.sheets:
        assert sheet.caption.zh in page
        assert all(len(row) == len(sheet.heads) for row in sheet.rows)
    assert not re.search(PERSON, page)
