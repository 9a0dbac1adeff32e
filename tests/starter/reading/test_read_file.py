from pathlib import Path

from tests.starter.reading.lives import ALL, ask


def test_the_case_file_tells_every_step_with_who_and_when(office: Path):
    said = ask(office, "file", "CLAR-2026-0001").out

    assert "1   2026-03-10  2026-03-10 12:00  li（DW）     承办部门主动立项。" in said
    # The reminder of the 18th was recorded on the 20th, when a worker was there again.
    assert (
        "3   2026-03-18  2026-03-20 12:00  日历         提醒：评估期限于 2026-04-02 到期。" in said
    )
    assert "纪要  M-1" in said


def test_the_case_file_tells_what_came_of_each_notice(office: Path):
    notices = ask(office, "file", "CLAR-2026-0001", "--json").document["notices"]

    states = {(row["seq"], row["index"]): (row["state"], row["answer"]) for row in notices}
    assert states[1, 0] == ("sent", "")
    assert states[2, 0] == ("undeliverable", "no such organ")
    assert states[3, 0] == ("queued", "")
    assert "无法送达" in ask(office, "file", "CLAR-2026-0001").out


def test_the_file_of_a_whole_life_has_all_its_parts(office: Path):
    file = ask(office, "file", "CLAR-2026-0002", "--json").document
    life = ALL["2026-04-21"]

    assert [event["kind"] for event in file["events"]] == life.facts
    assert [paper["number"] for paper in file["documents"]] == [p.number for p in life.documents]
    assert len(file["notices"]) == len(life.notices)
    assert {term["key"] for term in file["terms"]} >= {"evaluation", "approval", "follow_up"}
    assert file["closed"] is True


def test_the_file_reads_in_english(office: Path):
    said = ask(office, "file", "CLAR-2026-0002", "--lang", "en").out

    assert "CASE FILE" in said
    assert "The file is closed." in said
    assert "Everything is done; the file is closed." in said


def test_parts_that_are_empty_say_so(office: Path):
    said = ask(office, "file", "CLAR-2026-0004").out

    assert "一、期限：无" in said
    assert "三、文书：无" in said
