"""`zhengming clarification offer CASE [SUBJECT]`: a payload for `clarification open`, filled in."""

from typing import Any

import click

from starter.asking import helped, number_argument, record_store
from starter.language import say
from starter.matter import Matter
from starter.session import common, session
from workflows.domain.text import Text

HELP = Text(
    "问责案件认定失实，或者决定被撤销的，输出一份填好的立项文件，供 clarification open 使用；"
    "编号、路径和对象情况由立项人补充。含姓名，须写 --as。",
    "Where a case found an accusation untrue, or a decision was revoked, print a payload for"
    " clarification open; number, route and what is not known here are added by whoever opens it."
    " It holds names: give --as.",
)


@click.command(
    "offer",
    help=helped(
        HELP,
        "zhengming clarification offer ACC-2026-0001 S1 --as li > open.yaml",
        "zhengming clarification offer ACC-2026-0001 --as li --json",
    ),
)
@number_argument
@click.argument("subject", required=False)
@click.option(
    "--as",
    "officer",
    envvar="ZHENGMING_OFFICER",
    metavar="OFFICER",
    help=say("谁查阅（名录中的编号）。", "Who reads (id in the officers' directory)."),
)
@common
def command(number: str, subject: str | None, officer: str | None) -> None:
    fields = _fields(number, subject, officer)
    if session().as_json:
        session().emit(fields)
    else:
        import yaml

        click.echo(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), nl=False)


def _fields(number: str, subject: str | None, officer: str | None) -> dict[str, Any]:
    from starter.accountability.offers import offered
    from starter.case_file.journal import read_journal
    from starter.read_log import note_read
    from starter.reading_as import check_right, reader_of

    viewer = reader_of(session().data, officer)
    with record_store() as reader:
        check_right(viewer, number, Matter(reader, number).view, names=True)
        fields = offered(read_journal(reader, number), subject)
    note_read(session().data, viewer.officer, number, "offer")
    return fields
