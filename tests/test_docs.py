"""What the docs say is what the code does: ids, tables, commands and pictures under test."""

import ast
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from docs.draw import DRAWN, diagram, shared_rows, written
from docs.draw_packs import SHIPPED
from starter.__main__ import main_group
from tests.domain.builders import opened
from tests.domain.parts import application, verification
from workflows.domain.accountability.gates import GATES
from workflows.domain.clarification.table import PROCEDURE

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
CODE = [
    *(ROOT / "workflows").rglob("*.py"),
    *(ROOT / "starter").rglob("*.py"),
    *(ROOT / "activities").rglob("*.py"),
]
REFUSALS = ("Rejected", "Refused", "refuse")
RULE = re.compile(
    r"(?:\d\.\d{1,2}(?:\(\d\)| [GT]\d{1,2})?|Art\. \d{1,2}|P[1-4]|A\d\d|S\d{3}|T-CL\d"
    r"|design \d\.\d|rehearsal|access)"
)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_the_generated_parts_of_a_page_are_what_the_rules_say_now(path: Path) -> None:
    page, parts = text_of(path), DRAWN[path]

    assert page == written(page, parts), "run `make docs`, read the difference, commit it"
    assert set(re.findall("<!-- generated: (.+?) -->", page)) == set(parts)


def test_every_row_of_the_transition_table_is_an_arrow_or_a_shared_line() -> None:
    arrows = [line for line in diagram().splitlines() if " --> " in line and " : " in line]

    assert len(arrows) + sum(map(len, shared_rows().values())) == len(PROCEDURE)


def test_the_hashes_that_the_docs_show_are_those_of_the_shipped_packs() -> None:
    shown = {found for page in PAGES for found in re.findall(r"\b[0-9a-f]{12}\b", text_of(page))}

    assert shown == {pack.hash[:12] for pack in SHIPPED}


def clock_rows() -> list[list[str]]:
    section = text_of(DOCS / "clarification.md").split("## 3.")[1].split("## 4.")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize("row", clock_rows(), ids=lambda row: row[0].split(" ")[0])
def test_the_clock_table_says_what_the_rules_count(row: list[str]) -> None:
    _, ended, applied, complete, earlier, lead, start, due = [x if x != "—" else "" for x in row]
    opening_day = min(day for day in (applied or ended, ended) if day)
    verified_later = opening_day < ended
    fields: dict[str, object] = {"verification": verification(None if verified_later else ended)}
    if applied:
        fields["application"] = application(applied, complete if complete == applied else None)
    if earlier:
        fields["earlier_evaluation_closed_on"] = earlier
    if lead:
        fields["other_leads"] = ("L-1",)

    life = opened(day=max(opening_day, applied), **fields)
    if verified_later:
        life.do("record_verification", ended)
    if complete and complete != applied:
        life.do("complete_materials", complete)
    if lead:
        life.do("screen", ended, reasons="另有线索")
        life.do("close_other_lead", lead)

    deadline = life.deadline("evaluation")
    assert (str(deadline.term.anchor), str(life.due())) == (start, due)
    assert date.fromisoformat(due) > date.fromisoformat(start)


def ids_in_refusals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in REFUSALS:
            constants = (x.value for x in ast.walk(node.args[0]) if isinstance(x, ast.Constant))
            yield from (value for value in constants if isinstance(value, str))


def ids_in_docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield from ids_in_prose(str(node.value.value))


def ids_in_prose(text: str) -> Iterator[str]:
    """Return the ids that follow “rulebook”, stand in brackets, or look like no other word."""
    for found in re.findall(rf"(?:rulebook|规则手册|[（(])\s?((?:{RULE.pattern}[、,\- ]*)+)", text):
        yield from RULE.findall(found)
    yield from re.findall(r"\b(?:A\d\d|T-CL\d)\b", text)


def listed_rules() -> list[str]:
    return re.findall(rf"^\| ({RULE.pattern}) \|", text_of(DOCS / "rules.md"), re.MULTILINE)


def test_every_rule_that_a_refusal_names_is_listed() -> None:
    named = {rule for path in CODE for rule in ids_in_refusals(path)}

    assert len(named) > 10, "the refusals are not where this test looks for them"
    assert named <= set(listed_rules())


def test_every_rule_of_a_gate_is_listed() -> None:
    assert {gate.rule for gate in GATES} <= set(listed_rules())


def test_every_rule_that_code_or_rule_packs_mention_is_listed() -> None:
    mentioned = {rule for path in CODE for rule in ids_in_docstrings(path)}
    for pack in (ROOT / "rulepacks").glob("*.toml"):
        mentioned |= set(ids_in_prose(text_of(pack)))

    assert {"2.5", "A05", "T-CL3"} <= mentioned
    assert mentioned <= set(listed_rules())


def test_each_rule_is_listed_once_in_both_languages() -> None:
    rows = [line.split(" | ") for line in text_of(DOCS / "rules.md").splitlines() if "| " in line]
    rules = [row for row in rows if RULE.fullmatch(row[0].removeprefix("| "))]

    assert len(listed_rules()) == len(set(listed_rules())) == len(rules)
    assert all(len(row) == 4 and all(cell.strip(" |") for cell in row) for row in rules)


def test_every_patch_of_a_running_workflow_is_in_the_inventory() -> None:
    inventory = text_of(DOCS / "changing-workflows.md").split("<!-- patches -->")[1]
    used = {
        found
        for path in (ROOT / "workflows").rglob("*.py")
        for found in re.findall(r"(?:patched|deprecate_patch)\(\s*[\"'](.+?)[\"']", text_of(path))
    }

    assert used == set(re.findall(r"^\| `(.+?)` \|", inventory, re.MULTILINE))
    assert all(re.fullmatch(r"\d{4}-\d{2}-[a-z0-9-]+", patch) for patch in used)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text_of(page)):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    folders = "workflows|activities|starter|rulepacks|tests|docs|bench|docker"
    for target in re.findall(rf"`((?:{folders})/[\w./-]*)`", text_of(page)):
        assert (ROOT / target).exists(), f"{page.name} names {target}"


def test_pictures_are_small_and_shown() -> None:
    shown = "".join(text_of(page) for page in PAGES)
    for picture in (DOCS / "images").glob("*"):
        assert picture.stat().st_size < 200_000
        assert picture.name in shown


def commands_of(group: click.Group, context: click.Context) -> Iterator[str]:
    """Return the name of every command that does something, as a clerk types it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            below = (found for found in commands_of(command, context))
            yield from below if name == "clarification" else (f"{name} {found}" for found in below)
        else:
            yield name


def command_lines(page: str) -> dict[str, list[str]]:
    """Return the cells of each line of a table that begins with a command."""
    rows = [line.split(" | ") for line in text_of(DOCS / page).splitlines() if "| `" in line]
    return {row[0].strip("| `"): row for row in rows}


@pytest.mark.parametrize("guide", ["clerk.md", "clerk.en.md"])
def test_every_command_has_a_line_with_an_example_in_the_guide(guide: str) -> None:
    lines = {**command_lines("accountability.md"), **command_lines(guide)}
    named = set(commands_of(main_group, click.Context(main_group)))

    assert {"up", "screen", "records verify"} <= named <= set(lines)
    for name in named:
        assert name in lines[name][2], f"{guide}: no example for {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_that_a_page_types_exist(page: Path) -> None:
    typed = re.findall(r"^\$? ?(zhengming .+)$", text_of(page).replace("\\\n", ""), re.MULTILINE)

    for line in typed:
        words = shlex.split(line.partition("  #")[0].partition(" > ")[0])
        command: click.Command = main_group
        context = click.Context(main_group)
        while isinstance(command, click.Group) and (words := words[1:]):
            found = command.get_command(context, words[0])
            assert found is not None, line
            command = found
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, line
