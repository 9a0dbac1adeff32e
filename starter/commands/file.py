"""`zhengming file CASE`: the readable case file, from the record store alone."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from starter.asking import helped, number_argument, record_store
from starter.failure import CommandFailed, NoSuchMatter, Refused
from starter.language import say
from starter.read_log import note_read
from starter.reading import Reader
from starter.rights import AT_THE_MACHINE, Right, Viewer, right_to
from starter.session import common, session
from workflows.domain.text import Text

if TYPE_CHECKING:
    from activities.directory import Directory
    from starter.case_file import CaseFile

HELP = Text(
    "案卷：是什么、到哪一步、每一步的事由、依据和期限、通知、文书。"
    "不写 --as 时不含姓名、理由和意见；内部评估要素任何人都不显示。",
    "The case file: what it is, where it stands, every step with its ground, basis and dates,"
    " notices, documents. Without --as it holds no name, reason or opinion; internal factors are"
    " shown to nobody.",
)
NO_RIGHT = Text(
    "{officer} 无权查阅 {number}：只能看名录 officers.toml 中 reads 所许可的事项，"
    "本人和已回避的人员都不能看；需要查阅请找管理员。",
    "{officer} may not read {number}: see reads in officers.toml; the person concerned and the"
    " recused read nothing of it. Ask the administrator.",
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

    viewer, directory = _reader(data, officer)
    with record_store() as reader:
        right = _right(reader, number, viewer) if officer else NAMELESS
        return build(reader, number, right, viewer=viewer, directory=directory)


def _reader(data: Path, officer: str | None) -> "tuple[Viewer, Directory | None]":
    """Return who reads; without an officer, whoever sits at this machine."""
    if not officer:
        return AT_THE_MACHINE, None
    from starter.officers import actor_in, directory_of, viewer_in

    directory = directory_of(data)
    actor_in(directory, officer)
    return viewer_in(directory, officer) or Viewer(officer), directory


def _right(reader: Reader, number: str, viewer: Viewer) -> Right:
    view = reader.matter(number) if number.isprintable() else None
    if view is None:
        raise NoSuchMatter(number if number.isprintable() else ascii(number))
    right = right_to(viewer, view)
    if not right.matter:
        raise Refused("access", NO_RIGHT.format(officer=viewer.officer, number=number))
    return right


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
