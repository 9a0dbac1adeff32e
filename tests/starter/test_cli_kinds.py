"""Every kind of matter has its group of commands, made from the classes of its domain room."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from starter.__main__ import main_group
from starter.arguments import number_of
from starter.commands.procedure import Procedure, command, described
from starter.commands.schema import schema_of
from starter.failure import Invalid
from starter.handing_in import prepare
from starter.kinds import GROUPS, KINDS, Group
from starter.payloads import read_payload
from workflows.domain.lifecycle import Actor, Command
from workflows.domain.procedure.shared import Linked

CLERK = Actor(officer="li", organ="DW")
EACH = [(group, name) for group in GROUPS.values() for name in group.classes()]
each_group = pytest.mark.parametrize("group", GROUPS.values(), ids=list(GROUPS))
each_command = pytest.mark.parametrize(
    ("group", "name"), EACH, ids=[f"{group.name} {name}" for group, name in EACH]
)


@each_group
def test_each_group_is_listed_with_a_line_of_its_own(group: Group) -> None:
    _, line = main_group.entries[group.name]

    assert line == group.summary
    assert KINDS[group.kind] is group


@each_group
def test_a_group_has_one_command_per_update_and_signal_and_none_for_what_matters_report(
    group: Group,
) -> None:
    room = import_module(group.commands)
    asked = [c for c in (room.Open, *room.UPDATES, *room.SIGNALS) if not issubclass(c, Linked)]

    made = command(group.name)

    assert isinstance(made, Procedure)
    names = [c.kind.replace("_", "-") for c in asked]
    assert made.list_commands(click.Context(made)) == [*names, *group.reading]
    assert len(set(made.classes)) == len(made.classes)


def test_a_clerk_opens_cases_and_follow_ups_other_matters_open_the_rest() -> None:
    opened = {name for name, group in GROUPS.items() if "open" in group.classes()}

    assert opened == {"clarification", "case", "follow-up"}


@each_command
def test_each_command_says_what_it_does_in_chinese_and_english(group: Group, name: str) -> None:
    words = described(group.classes()[name])

    assert any("\u4e00" <= sign <= "\u9fff" for sign in words.zh.partition("（")[0])
    assert words.en.partition(" (")[0].isascii()


@each_command
def test_the_help_of_each_command_has_an_example_with_a_number_of_its_kind(
    group: Group, name: str
) -> None:
    made = command(group.name)
    assert isinstance(made, Procedure)
    found = made.get_command(click.Context(made), name)

    assert found is not None
    assert f"zhengming {group.name} {name} {group.example} --as li --file" in (found.help or "")


@each_command
def test_a_schema_holds_what_a_payload_holds_and_takes_nothing_else(
    group: Group, name: str
) -> None:
    schema = schema_of(group.classes()[name])

    assert not {"actor", "number", "origin"} & set(schema["properties"])
    assert schema["additionalProperties"] is False


@each_group
def test_a_command_that_needs_no_payload_is_known_as_such(group: Group) -> None:
    bare = {name for name, kind in group.classes().items() if _is_bare(kind)}

    assert group.wordless <= bare
    assert group.kind == "clarification" or group.wordless == bare


def _is_bare(kind: type[Command]) -> bool:
    return not any(
        field.is_required() for name, field in kind.model_fields.items() if name != "actor"
    )


@each_group
def test_a_number_of_the_kind_is_taken_and_one_of_another_form_refused(group: Group) -> None:
    assert number_of(group.example, group.example, group.letter) == group.example

    other = f"{group.example}-Z1"
    with pytest.raises(Invalid) as refused:
        number_of(other, group.example, group.letter)
    assert group.example in refused.value.message.zh


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("case", "ACC-2026-0001-S1"),
        ("follow-up", "ACC-2026-0001"),
        ("follow-up", "ACC-2026-0001-S1-A1"),
        ("appeal", "ACC-2026-0001-S1"),
        ("probation", "ACC-2026-0001-R1"),
    ],
)
def test_a_number_of_another_kind_is_refused(name: str, number: str) -> None:
    group = GROUPS[name]

    with pytest.raises(Invalid):
        number_of(number, group.example, group.letter)


ROOT = Path(__file__).parents[2]


@each_group
def test_each_command_has_a_payload_to_begin_from_and_there_is_no_other(group: Group) -> None:
    files = {file.stem for file in (ROOT / group.scenarios).glob("*.yaml")}

    assert files == set(group.classes())


@each_command
def test_each_payload_is_a_command_that_its_class_accepts(group: Group, name: str) -> None:
    prepared = prepare(group, group.classes()[name], group.example, payload(group, name), CLERK)

    assert prepared.command.kind.replace("_", "-") == name
    assert (prepared.opening is not None) == (name in ("open", "apply"))


@each_command
def test_a_payload_has_no_field_that_the_schema_does_not_have(group: Group, name: str) -> None:
    known = schema_of(group.classes()[name])["properties"]

    assert set(payload(group, name)) <= set(known)


@each_command
def test_what_is_missing_or_unknown_is_named_and_not_repeated(group: Group, name: str) -> None:
    kind, whole = group.classes()[name], payload(group, name)

    with pytest.raises(Invalid) as unknown:
        prepare(group, kind, group.example, {**whole, "secret_field": "王小明"}, CLERK)
    assert "secret_field" in unknown.value.message.zh
    assert "王小明" not in unknown.value.message.zh + unknown.value.message.en

    for field in set(schema_of(kind).get("required", ())) & set(whole):
        less = {key: value for key, value in whole.items() if key != field}
        with pytest.raises(Invalid) as missing:
            prepare(group, kind, group.example, less, CLERK)
        assert field in missing.value.message.zh
        assert field in missing.value.message.en


def payload(group: Group, name: str) -> dict[str, Any]:
    return read_payload(str(ROOT / group.scenarios / f"{name}.yaml"))
