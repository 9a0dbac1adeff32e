"""`zhengming schema`: which fields a payload has, as JSON schema."""

from typing import Any

import click

from starter.commands.procedure import described
from starter.failure import Invalid
from starter.kinds import GROUPS
from starter.language import say, spoken
from starter.session import common, session
from workflows.domain.clarification.commands import Apply, Open
from workflows.domain.lifecycle import Command
from workflows.domain.text import Text

FROM_ELSEWHERE = ("actor", "number", "origin")
"""Fields that a payload does not hold: the directory, the command line or the matter says them."""


@common
@click.command(
    "schema",
    help=say(
        "命令文件的 JSON 模式；不写 COMMAND 则列出全部命令。\n\n"
        "示例：zhengming schema clarification give-opinion",
        "The JSON schema of a payload; without COMMAND, the list of commands.\n\n"
        "Example: zhengming schema clarification give-opinion",
    ),
)
@click.argument("kind", type=click.Choice(list(GROUPS)))
@click.argument("name", metavar="[COMMAND]", required=False)
def command(kind: str, name: str | None) -> None:
    """Print the schema of one payload, or which there are."""
    asked, known = session(), GROUPS[kind].classes()
    if name is not None:
        asked.emit(schema_of(_class_of(known, name)))
    elif asked.as_json:
        asked.emit({each: schema_of(known[each]) for each in known})
    else:
        rows = [(each, spoken(described(known[each]))) for each in known]
        asked.table(kind, [say("命令", "Command"), say("作用", "What it does")], rows)


def _class_of(known: dict[str, type[Command]], name: str) -> type[Command]:
    if name not in known:
        names = ", ".join(known)
        raise Invalid(
            Text(
                f"COMMAND：没有这个命令；现有：{names}",
                f"COMMAND: there is no such command; there are: {names}",
            )
        )
    return known[name]


def schema_of(kind: type[Command]) -> dict[str, Any]:
    """Return the schema of a command's payload: without who acts, closed to other fields."""
    schema = _payload_part(kind.model_json_schema())
    if kind is Apply:
        opening = _payload_part(Open.model_json_schema())
        schema["$defs"] = {**opening.pop("$defs"), **schema["$defs"], "Open": opening}
        schema["properties"]["opening"] = {"$ref": "#/$defs/Open"}
    return _closed(schema)


def _payload_part(schema: dict[str, Any]) -> dict[str, Any]:
    for field in FROM_ELSEWHERE:
        schema["properties"].pop(field, None)
    schema["required"] = [f for f in schema.get("required", ()) if f not in FROM_ELSEWHERE]
    schema.get("$defs", {}).pop("Actor", None)
    return schema


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Say of every group of fields what the command line enforces: no others are taken."""
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part:
            part["additionalProperties"] = False
    return schema
