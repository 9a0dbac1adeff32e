from pathlib import Path

from starter.columns import places
from tests.starter.reading.lives import ALL, ask


def test_the_case_file_tells_every_step_with_who_and_when(office: Path):
    said = ask(office, "file", "CLAR-2026-0001").out

    assert " 1  2026-03-10  承办部门主动立项。" in said
    assert "li（承办部门，DW） · 登记于 2026-03-10 12:00" in said
    # The reminder of the 18th was recorded on the 20th, when a worker was there again.
    assert " 3  2026-03-18  提醒：评估期限于 2026-04-02 到期。" in said
    assert "日历 · 登记于 2026-03-20 12:00" in said
    assert "文书  纪要 M-1" in said


def test_each_step_has_its_ground_its_basis_and_what_it_did_to_the_terms(office: Path):
    said = ask(office, "file", "CLAR-2026-0001").out

    assert "事由  启动方式：主动澄清；核查：V-1；核查结束：2026-03-02" in said
    assert "依据  规则 2.5  承办部门一个月内评估，提出是否启动的意见。" in said
    assert "出处  答记者问·派驻（出）机构：集体研判 [T]" in said
    assert "期限  评估期限：应于 2026-04-02 届满，2026-03-20 完成" in said
    assert "期限  审批期限：自 2026-03-20 起算，2026-04-03 届满" in said


def test_the_case_file_tells_what_came_of_each_notice(office: Path):
    notices = ask(office, "file", "CLAR-2026-0001", "--json").document["notices"]

    states = {(row["seq"], row["index"]): row["state"] for row in notices}
    assert states[1, 0] == "sent"
    assert states[2, 0] == "undeliverable"
    assert states[3, 0] == "queued"
    assert "无法送达" in ask(office, "file", "CLAR-2026-0001").out


def test_the_file_of_a_whole_life_has_all_its_parts(office: Path):
    file = ask(office, "file", "CLAR-2026-0002", "--json").document
    life = ALL["2026-04-21"]

    assert [step["kind"] for step in file["steps"]] == life.facts
    assert [paper["number"] for paper in file["papers"]] == [p.number for p in life.documents]
    assert len(file["notices"]) == len(life.notices)
    assert {term["key"] for term in file["terms"]} >= {"evaluation", "approval", "follow_up"}
    assert file["closed"] is True


def test_the_file_reads_in_english(office: Path):
    said = ask(office, "file", "CLAR-2026-0002", "--lang", "en").out

    assert "CASE FILE" in said
    assert "everything is done, the file is closed" in said
    assert "Basis   rule 2.2  Begun by the department on its own" in said


def test_parts_that_are_empty_say_so(office: Path):
    said = ask(office, "file", "CLAR-2026-0004").out

    assert "四、期限说明：无" in said
    assert "六、文书：无" in said
    assert "七、关联事项：无" in said


def test_a_suspended_term_is_told_with_why_it_stands_still(office: Path):
    said = ask(office, "file", "CLAR-2026-0003").out

    assert "评估期限：2026-04-02 → 中止，届满日未定" in said
    assert "尚有其他线索" in said.split("四、期限说明")[1]


def test_the_file_keeps_to_the_width_of_the_page(office: Path):
    for width in (80, 120):
        said = ask(office, "file", "CLAR-2026-0001", COLUMNS=str(width)).out
        too_long = [line for line in said.splitlines() if places(line) > width]
        # A number or a hash is never broken, so that it can be copied.
        assert all("sha256:" in line for line in too_long)
