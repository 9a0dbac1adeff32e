"""`zhengming KIND`: `open` where a clerk opens, and one command per update and signal of a kind.

The commands are made from the classes of the domain, so that none can be missing or differ.
"""

from datetime import date
from importlib import import_module
from typing import Any

import click

from starter.arguments import day_of, key_of, number_of
from starter.kinds import GROUPS, Group
from starter.language import say, spoken
from starter.session import common, session
from workflows.domain.lifecycle import Command
from workflows.domain.text import Text


class Procedure(click.Group):
    """Makes a command when it is asked for, from its class."""

    def __init__(self, matters: Group) -> None:
        self.matters, self.classes = matters, matters.classes()
        super().__init__(matters.name, help=_help(matters, next(iter(self.classes))))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the procedure."""
        return [*self.classes, *self.matters.reading]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name."""
        if cmd_name in self.matters.reading:
            read: click.Command = import_module(self.matters.reading[cmd_name]).command
            return read
        known = self.classes.get(cmd_name)
        return _made(self.matters, cmd_name, known) if known else None


def command(name: str) -> click.Command:
    """Return the group of a name."""
    return common(Procedure(GROUPS[name]))


def described(kind: type[Command]) -> Text:
    """Return what a command does: its docstring ends with the Chinese term."""
    sentence, _, term = (kind.__doc__ or "").strip().splitlines()[0].rstrip(".").rpartition(" ")
    return Text(f"{term}（{sentence}）", f"{sentence} ({term})")


def _example(group: Group, name: str) -> str:
    file = f"{group.scenarios}/{name}.yaml"
    return f"zhengming {group.name} {name} {group.example} --as li --file {file}"


def _help(group: Group, first: str) -> str:
    example = _example(group, first)
    return spoken(group.summary) + say(
        f"：程序中的每一步，一步一条命令。\n\n示例：{example}",
        f": one command for each step of the procedure.\n\nExample: {example}",
    )


def _made(group: Group, name: str, kind: type[Command]) -> click.Command:
    example = _example(group, name)
    fields = f"zhengming schema {group.name} {name}"
    made = click.Command(
        name,
        callback=_callback(group, kind),
        params=_parameters(group, kind),
        short_help=spoken(described(kind)),
        help=spoken(described(kind))
        + say(
            f"\n\n字段见：{fields}\n\n示例：{example}",
            f"\n\nFields: {fields}\n\nExample: {example}",
        ),
    )
    return common(made)


def _callback(group: Group, kind: type[Command]) -> Any:
    def carry_out(**given: Any) -> None:
        from starter.acting import Asked, act

        act(session(), group, kind, Asked(**given))

    return carry_out


def _parameters(group: Group, kind: type[Command]) -> list[click.Parameter]:
    """Return what a command takes: only updates have a key of the clerk's own choice."""

    def number(context: click.Context, parameter: click.Parameter, value: str) -> str:
        return number_of(value, group.example, group.letter)

    case = click.Argument(["number"], metavar="CASE", callback=number)
    if kind.kind == "open":
        return [case, *OPTIONS, _rule_pack(group)]
    return [case, *OPTIONS, *([KEY] if kind in _updates(group) else [])]


def _updates(group: Group) -> tuple[type[Command], ...]:
    updates: tuple[type[Command], ...] = import_module(group.commands).UPDATES
    return updates


def _rule_pack(group: Group) -> click.Option:
    return click.Option(
        ["--rule-pack"],
        default=group.rule_pack,
        show_default=True,
        help=say("规则包。", "Rule pack."),
    )


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    return day_of("--on", value)


def _key(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return key_of(value)


OPTIONS: tuple[click.Option, ...] = (
    click.Option(
        ["--file", "file"],
        metavar="FILE",
        help=say("YAML 或 JSON 文件，- 为标准输入。", "YAML or JSON file; - is stdin."),
    ),
    click.Option(
        ["--set", "settings"],
        metavar="FIELD=VALUE",
        multiple=True,
        help=say("直接写一个字段，可重复。", "Set one field; repeat for more."),
    ),
    click.Option(
        ["--as", "officer"],
        envvar="ZHENGMING_OFFICER",
        metavar="OFFICER",
        help=say("由谁办理（名录中的编号）。", "Who acts (id in the officers' directory)."),
    ),
    click.Option(
        ["--on", "on"],
        metavar="DATE",
        callback=_day,
        help=say("发生之日，默认今天。", "The legal date; today unless given."),
    ),
    click.Option(
        ["--wait", "wait"],
        type=click.FloatRange(0.1, 3600),
        default=15.0,
        show_default=True,
        help=say("等待答复的秒数。", "Seconds to wait for the answer."),
    ),
)
KEY = click.Option(
    ["--key", "key"],
    callback=_key,
    help=say("幂等键，默认由内容得出。", "Idempotency key; from the content by default."),
)
