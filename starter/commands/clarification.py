"""`zhengming clarification`: `open`, and one command per update and signal of the procedure.

The commands are made from the classes of the domain, so that none can be missing or differ.
"""

import re
from datetime import date
from typing import Any

import click

from starter.failure import Invalid
from starter.language import say, spoken
from starter.session import common, session
from workflows.domain.clarification.commands import SIGNALS, UPDATES, Open
from workflows.domain.lifecycle import Command
from workflows.domain.numbers import MATTER_NUMBER
from workflows.domain.text import Text

ALL_KINDS: tuple[type[Command], ...] = (Open, *UPDATES, *SIGNALS)
KINDS: dict[str, type[Command]] = {kind.kind.replace("_", "-"): kind for kind in ALL_KINDS}


class Procedure(click.Group):
    """Makes a command when it is asked for, from its class."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the procedure."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name."""
        return _made(cmd_name, KINDS[cmd_name]) if cmd_name in KINDS else None


def described(kind: type[Command]) -> Text:
    """Return what a command does: its docstring ends with the Chinese term."""
    sentence, _, term = (kind.__doc__ or "").strip().splitlines()[0].rstrip(".").rpartition(" ")
    return Text(f"{term}（{sentence}）", f"{sentence} ({term})")


def number_of(value: str) -> str:
    """Return a matter's number; raises Invalid for what cannot be one."""
    if re.fullmatch(MATTER_NUMBER.strip("^$"), value) is None:
        raise Invalid(
            Text(
                "CASE：编号应如 CLAR-2026-0042（字母、年份、序号）。",
                "CASE: a number looks like CLAR-2026-0042 (letters, year, serial number).",
            )
        )
    return value


def _number(context: click.Context, parameter: click.Parameter, value: str) -> str:
    return number_of(value)


def day_of(option: str, value: str | None) -> date | None:
    """Return the day that an option names; raises Invalid for a day that does not exist."""
    if value is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Invalid(
        Text(
            f"{option}：应为存在的日期，如 2026-11-20。",
            f"{option}: must be a day that exists, such as 2026-11-20.",
        )
    )


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    return day_of("--on", value)


def _key(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and re.fullmatch(r"[\x21-\x7e]{1,100}", value) is None:
        raise Invalid(
            Text(
                "--key：1 至 100 个字母、数字或符号，不含空格。",
                "--key: 1 to 100 letters, digits or signs, no blanks.",
            )
        )
    return value


CASE = click.Argument(["number"], metavar="CASE", callback=_number)
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
RULE_PACK = click.Option(
    ["--rule-pack"], default="xuchang-2023", show_default=True, help=say("规则包。", "Rule pack.")
)


def _parameters(kind: type[Command]) -> list[click.Parameter]:
    """Return what a command takes: only updates have a key of the clerk's own choice."""
    own = [KEY] if kind in UPDATES else [RULE_PACK] if kind is Open else []
    return [CASE, *OPTIONS, *own]


def _made(name: str, kind: type[Command]) -> click.Command:
    example = f"zhengming clarification {name} CLAR-2026-0042 --as li --file tests/scenarios/"
    fields = f"zhengming schema clarification {name}"
    command = click.Command(
        name,
        callback=_callback(kind),
        params=_parameters(kind),
        short_help=spoken(described(kind)),
        help=spoken(described(kind))
        + say(
            f"\n\n字段见：{fields}\n\n示例：{example}{name}.yaml",
            f"\n\nFields: {fields}\n\nExample: {example}{name}.yaml",
        ),
    )
    return common(command)


def _callback(kind: type[Command]) -> Any:
    def carry_out(**given: Any) -> None:
        from starter.acting import Asked, act

        act(session(), kind, Asked(**given))

    return carry_out


command = common(
    Procedure(
        "clarification",
        help=say(
            "办理澄清正名：立项，以及程序中的每一步。\n\n示例："
            "zhengming clarification open CLAR-2026-0042 --as li --file tests/scenarios/open.yaml",
            "Clarifications: open them, and take each step of the procedure.\n\nExample: "
            "zhengming clarification open CLAR-2026-0042 --as li --file tests/scenarios/open.yaml",
        ),
    )
)
