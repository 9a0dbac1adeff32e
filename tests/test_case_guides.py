"""The guides to accountability cases say what the kinds are: commands, stages, terms, settings."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.draw_kinds import Kind, kinds
from starter.kinds import GROUPS
from starter.labels import TAGS
from workflows.domain.accountability.terms import STAGE_TERMS
from workflows.domain.appeal.terms import LABELS as OF_APPEALS
from workflows.domain.probation.terms import LABELS as OF_PROBATIONS
from workflows.domain.rectification.terms import LABELS as OF_RECTIFICATIONS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CLERKS, SUPERVISORS = "case-clerk", "case-supervisor"
LANGUAGES = {"zh": ".md", "en": ".en.md"}
COMMANDS = [(group, name) for group in kinds() for name in GROUPS[group].classes()]
IN_EVERY_STAGE = {"zh": "任何阶段", "en": "any stage"}
OF_CASES = {term.key for term in STAGE_TERMS.values()}
each_language = pytest.mark.parametrize("language", LANGUAGES)


def page(guide: str, language: str) -> str:
    return (DOCS / f"{guide}{LANGUAGES[language]}").read_text(encoding="utf-8")


def cells(text: str) -> dict[str, list[str]]:
    """Return the cells of each row of a table that begins with a code, by the code."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return {row[0].strip("`"): row for row in rows}


def stages_of(kind: Kind, name: str, group: str) -> set[str]:
    """Return the numbers of the stages in which a command can be given, one by one."""
    command = GROUPS[group].classes()[name]
    fact = next(rule.fact_kind for rule in kind.steps.rules if rule.command is command)
    stages, table = kind.steps.stages, kind.steps.table
    named = (stage for stage in stages.named if stage != "START")
    return {
        stages.shown(stage).partition(" ")[0] for stage in named if fact in table.facts_from(stage)
    }


@each_language
def test_every_command_has_a_line_with_what_who_and_when(language: str) -> None:
    rows = cells(page(CLERKS, language))

    missing = [f"{group} {name}" for group, name in COMMANDS if f"{group} {name}" not in rows]
    assert missing == []
    assert all(len(rows[f"{group} {name}"]) == 4 for group, name in COMMANDS)


@each_language
def test_a_line_that_names_stages_names_those_of_the_table(language: str) -> None:
    rows, checked = cells(page(CLERKS, language)), 0

    for group, name in COMMANDS:
        named = set(re.findall(r"\d\d", rows[f"{group} {name}"][3]))
        if named:
            assert named == stages_of(kinds()[group], name, group), f"{group} {name}"
            checked += 1
    assert checked > 70


@each_language
def test_what_the_table_takes_in_every_stage_is_said_to_be(language: str) -> None:
    rows = cells(page(CLERKS, language))

    for group, name in COMMANDS:
        if name == "open":
            continue
        kind, command = kinds()[group], GROUPS[group].classes()[name]
        fact = next(rule.fact_kind for rule in kind.steps.rules if rule.command is command)
        if fact in kind.steps.table.anywhere:
            assert rows[f"{group} {name}"][3] == IN_EVERY_STAGE[language], f"{group} {name}"


@pytest.mark.parametrize("guide", [CLERKS, SUPERVISORS])
def test_both_languages_have_the_same_chapters_commands_and_codes(guide: str) -> None:
    zh, en = page(guide, "zh"), page(guide, "en")

    assert re.findall("^#+ ", zh, re.M) == re.findall("^#+ ", en, re.M)
    assert list(cells(zh)) == list(cells(en))
    assert list(typed(zh)) == list(typed(en))


def typed(text: str) -> Iterator[str]:
    """Return the command lines of a page; a data directory's name may differ."""
    for line in re.findall(r"^\$? ?(zhengming .+)$", text.replace("\\\n", ""), re.M):
        yield line.replace("演练", "practice")


@pytest.mark.parametrize("group", kinds())
def test_every_stage_code_is_explained(group: str) -> None:
    procedure = (DOCS / "accountability.md").read_text(encoding="utf-8")

    for stage, (_, label) in kinds()[group].steps.stages.named.items():
        if stage != "START":
            shown = kinds()[group].steps.stages.shown(stage).partition(" ")[0]
            assert f'state "{shown} {label.zh} {label.en}" as {stage}' in procedure


@each_language
@pytest.mark.parametrize("group", ["case", "follow-up"])
def test_a_supervisor_finds_every_stage_with_its_code(group: str, language: str) -> None:
    text, stages = page(SUPERVISORS, language), kinds()[group].steps.stages

    for stage, (_, label) in stages.named.items():
        if stage != "START":
            number = stages.shown(stage).partition(" ")[0]
            assert f"| {number} {label.in_(language)} | `{stage}` |" in text


@each_language
def test_every_key_of_a_term_is_explained(language: str) -> None:
    text = page(CLERKS, language)

    keys = {*OF_CASES, *OF_APPEALS, *OF_PROBATIONS, *OF_RECTIFICATIONS, "supplement", "tolerance"}
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []


@each_language
def test_every_tag_that_accountability_adds_is_explained(language: str) -> None:
    known = page("supervisor", language) + page(SUPERVISORS, language)

    assert [tag for tag in TAGS if f"`{tag}`" not in known] == []


def settings() -> dict[str, str]:
    """Return the settings that `docs/rules.md` asks a rules office to confirm: path and value."""
    text = (DOCS / "rules.md").read_text(encoding="utf-8")
    rows = cells(text.split("## 规则部门须确认的设置")[1])
    return {path: row[1].strip("`") for path, row in rows.items()}


@pytest.mark.parametrize("path", settings())
def test_a_setting_to_confirm_is_in_the_pack_with_the_value_shown(path: str) -> None:
    pack = tomllib.loads((ROOT / "rulepacks" / "hubei-2016.toml").read_text(encoding="utf-8"))

    found: Any = pack["accountability"]
    for part in path.split("."):
        found = found[part]
    if isinstance(found, dict) and "value" in found:
        found = str(found["value"]).lower()
    assert settings()[path] in ("—", str(found))


def test_every_yes_or_no_of_the_pack_is_among_the_settings() -> None:
    pack = tomllib.loads((ROOT / "rulepacks" / "hubei-2016.toml").read_text(encoding="utf-8"))

    assert {f"options.{name}" for name in pack["accountability"]["options"]} <= set(settings())
