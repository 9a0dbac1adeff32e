"""The demo as a process: every life it tells happened, in either language."""

import json
import sqlite3
from pathlib import Path

from tests.starter.cli import Zhengming


def test_four_lives_are_told_from_what_is_on_record(tmp_path: Path):
    said = Zhengming(tmp_path)("demo", "--data", tmp_path / "demo")

    assert said.code == 0, said.err
    with sqlite3.connect(tmp_path / "demo" / "records.db") as records:
        told = [zh for (zh,) in records.execute("SELECT text_zh FROM journal")]
    records.close()
    assert len(told) > 40
    for sentence in told:
        assert sentence in said.out
    assert "规则 P2" in said.out
    assert "审批期限" in said.out
    assert "$ zhengming why" in said.out
    assert f"共 4 件、{len(told)} 个事项" in said.out
    front, details, case_file, letter = (line.split()[-1] for line in said.out.splitlines()[-4:])
    assert front.endswith("/")
    assert details.endswith("/user-metadata")
    assert letter.startswith(f"{case_file}/documents/")
    again = Zhengming(tmp_path)("demo", "--data", tmp_path / "demo", "--json")
    assert again.code == 2
    assert "--data" in again.error["message_en"]


def test_a_program_gets_one_document_and_nothing_is_left_behind(tmp_path: Path):
    said = Zhengming(tmp_path)("demo", "--json", TMPDIR=str(tmp_path))

    totals = said.json
    assert said.code == 0
    assert [matter["closed"] for matter in totals["matters"]] == [True, True, False, True]
    assert all(matter["days"] > 50 for matter in totals["matters"])
    assert totals["data"] is None
    assert set(totals["pages"]) == {"front", "details", "case_file", "letter"}
    assert list(tmp_path.glob("zhengming-demo-*")) == []


def test_the_demo_speaks_english(tmp_path: Path):
    said = Zhengming(tmp_path)("demo", "--lang", "en")

    assert said.code == 0
    assert "ma proposed this and cannot approve it" in said.out
    assert "4 matters" in said.out


def test_keys_are_listed_and_rotated_but_never_shown(rehearsal: Path):
    zhengming = Zhengming(rehearsal)
    before = zhengming("keys", "list", "--json")
    after = zhengming("keys", "rotate", "--json")

    ring = (rehearsal / "keys.toml").read_text()
    material = [line.split('"')[3] for line in ring.splitlines() if line.count('"') == 4]
    assert before.json["keys"] == after.json["keys"][:-1]
    assert after.json["current"] == after.json["keys"][-1]
    assert material
    for said in (before, after, zhengming("keys", "list")):
        assert not any(key in said.out + said.err for key in material)
    assert zhengming.do("open", "KEYS-2026-1", "--set", "verification.reference=V-KEYS").code == 0


def test_a_missing_key_ring_is_reported(tmp_path: Path):
    said = Zhengming(tmp_path)("keys", "list", "--json")

    assert said.code == 5


def test_shells_get_a_completion_script(tmp_path: Path):
    zhengming = Zhengming(tmp_path)

    for shell in ("bash", "zsh", "fish"):
        assert "_ZHENGMING_COMPLETE" in zhengming("completion", shell).out
    offered = zhengming(
        _ZHENGMING_COMPLETE="bash_complete", COMP_WORDS="zhengming clarification re", COMP_CWORD="2"
    )
    assert "plain,review" in offered.out
    assert json.loads(zhengming("completion", "fish", "--json").out)["shell"] == "fish"


def test_help_answers_everywhere_with_an_example(tmp_path: Path):
    from starter.commands import COMMANDS

    zhengming = Zhengming(tmp_path)
    for name in ("up", "demo", "clarification", "advance", "schema", "keys", "completion"):
        assert name in COMMANDS
        assert "示例" in zhengming(name, "--help").out
    said = zhengming("clarification", "give-opinion", "--help", "--lang", "en")
    assert "tests/scenarios/give-opinion.yaml" in said.out
