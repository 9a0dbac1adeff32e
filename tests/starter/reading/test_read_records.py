import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.starter.reading.lives import ALL, ask

EVENTS = sum(len(life.steps) for life in ALL.values())


def change(data: Path, statement: str) -> None:
    """Do harm as somebody who may do anything to the file, triggers or not."""
    connection = sqlite3.connect(data / "records.db")
    connection.execute("PRAGMA foreign_keys = ON")
    guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (guard,) in guards:
        connection.execute(f"DROP TRIGGER {guard}")
    with connection:
        assert connection.execute(statement).rowcount != 0
    connection.close()


def test_sound_records_are_said_to_be_intact(own_office: Path):
    verified = ask(own_office, "records", "verify")

    assert verified.code == 0
    assert verified.out == f"6 件事项、{EVENTS} 条记录，完好。\n"
    assert ask(own_office, "records", "verify", "--json").document == {
        "matters": 6,
        "events": EVENTS,
        "intact": True,
        "findings": [],
    }


@pytest.mark.parametrize(
    ("harm", "row"),
    [
        ("UPDATE journal SET effective_on = '2026-03-11' WHERE matter = '{m}' AND seq = 2", 2),
        ("UPDATE journal SET text_zh = '改' WHERE matter = '{m}' AND seq = 8", 8),
        ("DELETE FROM journal WHERE matter = '{m}' AND seq = 3", 3),
        ("DELETE FROM journal WHERE matter = '{m}' AND seq = 8", 8),
        ("UPDATE terms SET due = '2027-01-01' WHERE matter = '{m}'", 8),
        ("DELETE FROM work_items WHERE matter = '{m}'", 8),
        ("UPDATE notices SET body_zh = '改' WHERE matter = '{m}' AND seq = 2", 2),
        ("DELETE FROM notices WHERE matter = '{m}' AND seq = 3", 3),
    ],
)
def test_whatever_was_touched_is_named_by_matter_and_row(own_office: Path, harm: str, row: int):
    change(own_office, harm.format(m="CLAR-2026-0001"))

    verified = ask(own_office, "records", "verify", "--json")

    assert verified.code == 1
    found = verified.document["findings"]
    assert ("CLAR-2026-0001", row) in {(one["matter"], one["seq"]) for one in found}
    assert verified.document["intact"] is False


def test_a_matter_that_was_erased_everywhere_is_missed(own_office: Path):
    for table in ("journal", "heads", "matters", "notices"):
        change(own_office, f"DELETE FROM {table} WHERE matter = 'CLAR-2026-0004'")

    said = ask(own_office, "records", "verify", "--lang", "en")

    assert said.code == 1
    assert said.out == "record store: there were 6 heads, now 5\nFindings: 1.\n"


def test_people_read_which_row_of_which_matter_is_wrong(own_office: Path):
    change(own_office, "DELETE FROM journal WHERE matter = 'CLAR-2026-0001' AND seq = 3")

    said = ask(own_office, "records", "verify").out

    assert said == "CLAR-2026-0001 第 3 行：日志缺少这一行\n共 1 处问题。\n"


def test_what_was_lost_from_the_projections_is_told_again_by_the_journal(own_office: Path):
    before = [ask(own_office, *question).out for question in QUESTIONS]
    for table in ("terms", "work_items", "matters", "notices", "documents"):
        change(own_office, f"DELETE FROM {table}")

    rebuilt = ask(own_office, "records", "rebuild", "--json")

    assert rebuilt.code == 0
    assert rebuilt.document["intact"] is True
    after = [ask(own_office, *question).out for question in QUESTIONS]
    assert "待送" in before[-1]
    assert "待送" not in after[-1]
    assert [hashless(said) for said in after] == [
        hashless(said.replace("待送", "补登")) for said in before
    ]


def hashless(said: str) -> str:
    """Leave out the hash of a file: what came of a notice belongs to the file."""
    return re.sub(r"(案卷哈希\s+sha256:)\w+", r"\1", said)


QUESTIONS = (
    ("due",),
    ("show", "CLAR-2026-0003"),
    ("why", "CLAR-2026-0006", "approval"),
    ("file", "CLAR-2026-0002"),
)


def test_a_notice_that_was_sent_stays_sent(own_office: Path):
    before = ask(own_office, "file", "CLAR-2026-0001", "--json").document["notices"]

    assert ask(own_office, "records", "rebuild").code == 0

    assert ask(own_office, "file", "CLAR-2026-0001", "--json").document["notices"] == before


def test_a_cut_journal_is_reported_and_left_alone_by_a_rebuild(own_office: Path):
    change(own_office, "DELETE FROM journal WHERE matter = 'CLAR-2026-0002' AND seq > 3")
    change(
        own_office,
        "UPDATE heads SET seq = 3, hash = (SELECT hash FROM journal"
        " WHERE matter = 'CLAR-2026-0002' AND seq = 3) WHERE matter = 'CLAR-2026-0002'",
    )
    change(own_office, "DELETE FROM notices WHERE matter = 'CLAR-2026-0002' AND seq = 1")

    for _ in range(2):
        rebuilt = ask(own_office, "records", "rebuild", "--json")
        assert rebuilt.code == 1
        (problem, *_more) = [one for one in rebuilt.document["findings"] if one["seq"] > 3]
        assert problem["matter"] == "CLAR-2026-0002"
        assert "备份" in problem["problem_zh"]
        assert "backup" in problem["problem_en"]


def test_documents_are_compared_with_the_journal(own_office: Path):
    change(own_office, "UPDATE documents SET number = '假' WHERE matter = 'CLAR-2026-0002'")

    said = ask(own_office, "records", "verify", "--lang", "en")

    assert said.code == 1
    assert "table documents differs from the journal: number" in said.out


def test_a_journal_that_makes_no_sense_stops_the_rebuild_and_keeps_the_picture(own_office: Path):
    change(
        own_office,
        "UPDATE journal SET fact = '{\"kind\":\"magic\"}', kind = 'magic'"
        " WHERE matter = 'CLAR-2026-0001' AND seq = 5",
    )

    rebuilt = ask(own_office, "records", "rebuild", "--json")

    assert rebuilt.code == 1
    assert "CLAR-2026-0001" in rebuilt.document["error"]["message_en"]
    assert ask(own_office, "show", "CLAR-2026-0001").code == 0
    assert ask(own_office, "records", "verify").code == 1


def test_a_rebuild_tells_when_the_journal_itself_is_broken(own_office: Path):
    change(own_office, "UPDATE journal SET text_en = '?' WHERE matter = 'CLAR-2026-0002'")

    assert ask(own_office, "records", "rebuild").code == 1


def test_a_store_without_tables_is_no_store(tmp_path: Path):
    sqlite3.connect(tmp_path / "records.db").close()
    (tmp_path / "records.db").touch()

    assert ask(tmp_path, "records", "rebuild").code == 5


def test_a_copy_of_the_records_can_be_verified_elsewhere(own_office: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    copy.mkdir()
    for part in own_office.glob("records.db*"):
        shutil.copy(part, copy)

    assert ask(tmp_path, "records", "verify", "--data", str(copy)).code == 0
