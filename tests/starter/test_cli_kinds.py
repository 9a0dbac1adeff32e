"""Every kind of matter has its group of commands, made from the classes of its domain room."""

from importlib import import_module

import click
import pytest

from starter.__main__ import main_group
from starter.arguments import number_of
from starter.commands.procedure import Procedure, command, described
from starter.commands.schema import schema_of
from starter.failure import Invalid
from starter.kinds import GROUPS, KINDS, Group
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
