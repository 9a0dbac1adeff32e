"""`zhengming archive CASE [SUBJECT]`: what was entered in which file, and its own history."""

from typing import Any

import click

from starter.asking import helped, number_argument, record_store
from starter.columns import Line, print_columns
from starter.language import say
from starter.session import common, session
from workflows.domain.text import Text

HELP = Text(
    "列出问责决定载入的各类档案（廉政档案、个人档案、单位考核等）及每一次变动。",
    "List the files in which a decision was entered, and every change of each entry.",
)


@click.command(
    help=helped(
        HELP, "zhengming archive ACC-2026-0001", "zhengming archive ACC-2026-0001 S1 --json"
    )
)
@number_argument
@click.argument("subject", required=False)
@common
def command(number: str, subject: str | None) -> None:
    told = _told(number, subject)
    if session().as_json:
        session().emit({"matter": number, "subjects": told})
    else:
        _print(told)


def _told(number: str, subject: str | None) -> list[dict[str, Any]]:
    from starter.accountability.archives import told
    from starter.accountability.numbers import follow_ups_of
    from starter.case_file.journal import read_journal

    with record_store() as reader:
        numbers = follow_ups_of(reader, number, subject)
        return [{"matter": each, **told(read_journal(reader, each))} for each in numbers]


def _print(told: list[dict[str, Any]]) -> None:
    from starter.accountability.archives import lines

    rows: list[Line] = [line for each in told for line in lines(each["matter"], each)]
    if not rows:
        click.echo(say("没有应归档的内容。", "Nothing belongs in any file."))
        return
    heads = say("后续,档案,日期,情况,办理人,文号", "Follow-up,File,Date,What,Who,Document").split(
        ","
    )
    print_columns(heads, rows)
