import tomllib
from pathlib import Path
from typing import Any

import pytest

from starter.rulepack_page import sourced
from tests.domain.accountability_parts import HUBEI, HUBEI_DATA
from tests.domain.parts import PACK, PACK_FILE
from tests.starter.reading.lives import ask

TEXT = PACK_FILE.read_text(encoding="utf-8")


def test_the_shipped_packs_are_listed_with_their_hash(tmp_path: Path):
    listed = ask(tmp_path, "rulepack", "list", "--json").document["rule_packs"]

    heads = [{"id": p.id, "version": p.version, "hash": p.hash} for p in (HUBEI, PACK)]
    assert [head.items() <= shown.items() for head, shown in zip(heads, listed, strict=True)]
    said = ask(tmp_path, "rulepack", "list").out
    assert PACK.hash[:12] in said
    assert HUBEI.hash[:12] in said


def test_a_pack_is_shown_with_the_source_and_mark_of_every_value(tmp_path: Path):
    said = ask(tmp_path, "rulepack", "show", "xuchang-2023", COLUMNS="400").out

    sources = list(_sources(tomllib.loads(TEXT)))
    assert len(sources) > 40
    assert [source for source in sources if source not in said] == []
    assert "follow_up       D   days = 30" in said
    assert "case_management_department 案件监督管理部门" in said


def test_the_accountability_rules_are_shown_whole_and_in_words(tmp_path: Path):
    said = ask(tmp_path, "rulepack", "show", "hubei-2016", COLUMNS="400").out

    sources = list(_sources(HUBEI_DATA))
    assert len(sources) > 300
    assert [source for source in sources if source not in said] == []
    assert "免职，of = individual，level = SERIOUS 情节严重" in said
    assert "kind = EQUAL_POST 担任与原职务相当的职务，months = 12" in said
    assert "node_months = 1、2、3" in said
    assert "result = 造成严重后果" in said


def _sources(part: Any) -> list[str]:
    if isinstance(part, list):
        return [source for item in part for source in _sources(item)]
    if not isinstance(part, dict):
        return []
    own = [part["source"]] if "source" in part else []
    return own + [source for value in part.values() for source in _sources(value)]


def test_the_page_names_each_value_by_the_place_that_check_would_name():
    rows = {".".join(row.place): row for row in sourced(tomllib.loads(TEXT))}

    assert rows["clarification.routes.DISPATCHED.chain.2"].mark == "T"
    assert "organ = approving" in rows["clarification.routes.DISPATCHED.chain.2"].values


def test_a_pack_in_json_is_the_pack(tmp_path: Path):
    shown = ask(tmp_path, "rulepack", "show", "xuchang-2023", "--json").document

    assert shown == {**PACK.model_dump(mode="json"), "hash": PACK.hash}


@pytest.mark.parametrize("name", ["hubei", "../pyproject", "calendars/2026", ""])
def test_an_unknown_pack_is_answered_with_those_that_there_are(tmp_path: Path, name: str):
    answer = ask(tmp_path, "rulepack", "show", name, "--json")

    assert answer.code == 2
    assert "xuchang-2023" in answer.document["error"]["message_en"]


def test_a_sound_file_is_said_to_be_sound_in_one_line(tmp_path: Path):
    answer = ask(tmp_path, "rulepack", "check", str(PACK_FILE))

    assert answer.code == 0
    assert len(answer.out.splitlines()) == 1
    assert PACK.hash[:12] in answer.out


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[clarification.terms.reply]\n", "[clarification.terms.reply]\nweeks = 2\n", "weeks"),
        ('supervisor = "case_management_department"', "", "clarification.supervisor"),
        ('[clarification.terms.follow_up]\ndays = 30', "[clarification.terms.follow_up]",
         "clarification.terms.follow_up"),
        ('source = "答记者问·情形（六）"', "",
         "clarification.situations.FALSE_ACCUSATION_VICTIM.source"),
        ('source = "答记者问·派驻（出）机构：集体研判"', "",
         "clarification.routes.DISPATCHED.chain.0.source"),
        ('step = "COLLECTIVE_STUDY"\nrole = "undertaking_department"\nmark = "T"\n'
         'source = "答记者问·派驻（出）机构：集体研判"',
         'step = "AWAITING_APPROVAL"\nrole = "undertaking_department"\nmark = "T"\n'
         'source = "答记者问·派驻（出）机构：集体研判"',
         "clarification.routes.DISPATCHED"),
        ('role = "principal"', 'role = "emperor"', "clarification.routes.DISPATCHED.chain.1.role"),
        ('mark = "P"', 'mark = "Q"', ""),
        ("months = 1\n", "months = -1\n", "clarification.terms.evaluation.months"),
        ('ladder = "short"\nmark = "D"\nsource = "来源未定；参照吉林实施意见“涉及',
         'ladder = "none"\nmark = "D"\nsource = "来源未定；参照吉林实施意见“涉及',
         "terms.approval.ladder"),
        ('version = "1"', 'version = "one"', "version"),
        ("months = 1\n", "months = \n", "my-2027.toml"),
        ('id = "my-2027"', 'id = "other"', "my-2027.toml"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_by_the_place_that_is_wrong(
    tmp_path: Path, old: str, new: str, place: str
):
    sound = TEXT.replace('id = "xuchang-2023"', 'id = "my-2027"')
    if old not in sound:
        old, new, place = 'mark = "T"', 'mark = "Q"', "clarification.terms.evaluation.mark"
    wrong = tmp_path / "my-2027.toml"
    wrong.write_text(sound.replace(old, new, 1), encoding="utf-8")

    answer = ask(tmp_path, "rulepack", "check", str(wrong), "--json")

    assert answer.code == 2
    assert "my-2027.toml" in answer.err
    assert place in answer.document["error"]["message_zh"]
    assert place in answer.document["error"]["message_en"]
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("what", ["missing.toml", ".", "binary.toml"])
def test_what_is_no_file_of_text_is_refused(tmp_path: Path, what: str):
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")

    answer = ask(tmp_path, "rulepack", "check", str(tmp_path / what), "--json")

    assert answer.code == 2
    assert answer.document["error"]["exit_code"] == 2
