"""`zhengming file CASE`: the readable case file, from the record store alone."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from starter.asking import helped, number_argument, record_store
from starter.failure import CommandFailed
from starter.language import say, spoken
from starter.matter import Matter
from starter.read_log import note_read
from starter.rights import Right
from starter.session import common, session
from workflows.domain.text import Text

if TYPE_CHECKING:
    from starter.case_file import CaseFile

HELP = Text(
    "案卷：是什么、到哪一步、每一步的事由、依据和期限、通知、文书。"
    "不写 --as 时不含姓名、理由和意见；内部评估要素任何人都不显示。",
    "The case file: what it is, where it stands, every step with its ground, basis and dates,"
    " notices, documents. Without --as it holds no name, reason or opinion; internal factors are"
    " shown to nobody.",
)
NOT_NOTED = Text(
    "查阅记录 {data}/reads.jsonl 写不进去（{why}），因此不显示姓名：请检查数据目录，"
    "或不写 --as 查看不含姓名的案卷。",
    "The read log {data}/reads.jsonl cannot be written ({why}), so no name is shown: check the"
    " data directory, or leave --as out for the file without names.",
)
NAMELESS = Right(matter=True, names=False)


@click.command(
    help=helped(
        HELP,
        "zhengming file CLAR-2026-0042",
        "zhengming file CLAR-2026-0042 --as li --format html > file.html",
        "zhengming file CLAR-2026-0042 --hash",
    )
)
@number_argument
@click.option(
    "--as",
    "officer",
    metavar="OFFICER",
    help=say("谁查阅（名录中的编号）。", "Who reads (id in the officers' directory)."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html", "json")),
    default="text",
    help=say("格式。", "The form."),
)
@click.option(
    "--hash", "only_hash", is_flag=True, help=say("只写案卷哈希。", "Print the file hash only.")
)
@common
def command(number: str, officer: str | None, form: str, only_hash: bool) -> None:
    form = "json" if session().as_json else form
    file = _file(session().data, number, officer)
    if officer and file.names and not only_hash:
        _note(session().data, officer, number)
    _print(file, form, only_hash)


def _file(data: Path, number: str, officer: str | None) -> "CaseFile":
    from starter.case_file import build

    if not officer:
        with record_store() as reader:
            return build(reader, number, NAMELESS)
    from starter.officers import directory_of
    from starter.reading_as import check_right, reader_of

    viewer, directory = reader_of(data, officer), directory_of(data)
    with record_store() as reader:
        right = check_right(viewer, number, Matter(reader, number).view)
        return build(reader, number, right, viewer=viewer, directory=directory)


def _note(data: Path, officer: str, number: str) -> None:
    try:
        note_read(data, officer, number, "file")
    except OSError as error:
        raise CommandFailed(NOT_NOTED.format(data=data, why=error.strerror)) from None


def _print(file: "CaseFile", form: str, only_hash: bool) -> None:
    if only_hash:
        _print_hash(file, form)
    elif form == "json":
        session().emit(file.model_dump(mode="json"))
    elif form == "html":
        from starter.case_file.page import standalone_page

        click.echo(standalone_page(file), nl=False)
    else:
        from starter.case_file.text import print_case_file

        print_case_file(file)


def _print_hash(file: "CaseFile", form: str) -> None:
    if form == "json":
        session().emit({"matter": file.number, "hash": file.hash})
    else:
        click.echo(file.hash)
    if not file.head.sound:
        from starter.case_file.sentences import UNSOUND

        click.echo(spoken(UNSOUND), err=True)
        click.get_current_context().exit(CommandFailed.exit_code)
