"""`zhengming document`: the documents that were made here; list, open, export, verify, templates.

Who may read one says the officers' directory, and each read is put on record before it happens.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from starter.asking import helped, number_argument
from starter.columns import Line, print_columns
from starter.failure import CommandFailed, Invalid
from starter.findings import plain_finding
from starter.labels import DOCUMENTS, named, worded
from starter.language import say, spoken
from starter.session import common, session
from workflows.domain.text import Text

if TYPE_CHECKING:
    from starter.papers import Making

F = TypeVar("F", bound=Callable[..., Any])

HELP = Text(
    "在此制作的文书：清单、查阅、导出、核验、模板。",
    "Documents made here: list, open, export, verify, templates.",
)
LIST = Text(
    "一件事项的文书：文号、日期、状态、摘要；不含内容。",
    "The documents of a matter: number, date, state and hash, not their content.",
)
OPEN = Text(
    "显示一份文书的文字。NUMBER 写文号，或拟制步骤的序号。查阅记入查阅日志。",
    "Print what a document says. NUMBER is its number, or that of its step. Reads are logged.",
)
EXPORT = Text(
    "把一份文书写成 .docx 文件，只有本人可读，不覆盖已有文件。查阅记入查阅日志。",
    "Write a document to a .docx file for you alone, never over another. Reads are logged.",
)
VERIFY = Text(
    "逐份核验：能打开，与日志所记一致，能由日志原样再制，文号不缺不重；有问题的退出码 1。",
    "Check that each document opens, is what the journal says and comes out of it again, and that "
    "numbers have neither gap nor repeat; exit 1 if not.",
)
TEMPLATES = Text(
    "各种文书用哪个模板；--write 写出标准模板供修改，已有的不动。",
    "Which template each kind uses; --write puts standard ones where you may edit them.",
)
STATES: dict[str, Text] = {
    "being_made": Text("制作中", "being made"),
    "made": Text("有效", "valid"),
    "void": Text("作废", "void"),
}
INTACT = Text("{count} 份文书，完好。", "{count} documents intact.")
BROKEN = Text("共 {count} 处问题。", "Findings: {count}.")
IN_THE_WAY = Text("FILE：{file} 已存在，不覆盖。", "FILE: {file} exists; it is not overwritten.")
UNWRITABLE = Text("FILE：{file} 写不进去（{why}）。", "FILE: {file} cannot be written ({why}).")
WRITTEN = Text("已写入 {file}。", "Written to {file}.")


@click.group(help=helped(HELP, "zhengming document list CLAR-2026-0042 --as li"))
def command() -> None:
    pass


def _as(command: F) -> F:
    words = say("由谁查阅（名录中的编号）。", "Who reads (id in the officers' directory).")
    return click.option(
        "--as", "officer", envvar="ZHENGMING_OFFICER", metavar="OFFICER", help=words
    )(command)


@command.command("list", help=helped(LIST, "zhengming document list CLAR-2026-0042 --as li"))
@number_argument
@_as
@common
def list_command(number: str, officer: str | None) -> None:
    from starter.reading_papers import listed

    rows = [_waiting(_row(making), why) for making, why in listed(session(), number, officer)]
    if session().as_json:
        session().emit({"matter": number, "documents": rows})
    elif rows:
        heads = say(
            "步骤,文书,文号,日期,状态,摘要或原因", "Step,Document,Number,Dated,State,Hash or why"
        )
        print_columns(heads.split(","), map(_line, rows))
    else:
        click.echo(say("没有在此制作的文书。", "No document was made here."))


def _row(making: "Making") -> dict[str, Any]:
    made = making.made
    return {
        "seq": making.order.seq,
        "kind": making.order.kind,
        "number": made.number if made else None,
        "dated": making.order.dated,
        "state": making.state,
        "sha256": made.sha256 if made else None,
    }


def _waiting(row: dict[str, Any], why: Text | None) -> dict[str, Any]:
    return {**row, "why_zh": why.zh if why else "", "why_en": why.en if why else ""}


def _line(row: dict[str, Any]) -> Line:
    name, state = named(DOCUMENTS, row["kind"]), spoken(STATES[row["state"]])
    number, last = row["number"] or "—", row["sha256"] or worded(row, "why")
    return Line((row["seq"], name, number, row["dated"], state, last))


@command.command(
    "open", help=helped(OPEN, "zhengming document open CLAR-2026-0042 某纪驻函〔2026〕1号 --as li")
)
@number_argument
@click.argument("name", metavar="NUMBER")
@_as
@common
def open_command(number: str, name: str, officer: str | None) -> None:
    from activities.papers.making import plain_text
    from starter.reading_papers import read

    making, file = read(session(), number, name, officer)
    text = plain_text(file)
    if session().as_json:
        session().emit({"matter": number, **_row(making), "text": text})
    else:
        click.echo(text, nl=False)


@command.command(
    "export", help=helped(EXPORT, "zhengming document export CLAR-2026-0042 12 letter.docx --as li")
)
@number_argument
@click.argument("name", metavar="NUMBER")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_as
@common
def export_command(number: str, name: str, file: Path, officer: str | None) -> None:
    from starter.reading_papers import read

    if file.exists():
        raise Invalid(IN_THE_WAY.format(file=file))
    making, content = read(session(), number, name, officer)
    _write_new(file, content)
    if session().as_json:
        session().emit({"matter": number, **_row(making), "file": str(file)})
    else:
        click.echo(spoken(WRITTEN.format(file=file)))


def _write_new(file: Path, content: bytes) -> None:
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as target:
            target.write(content)
    except FileExistsError:
        raise Invalid(IN_THE_WAY.format(file=file)) from None
    except OSError as error:
        raise CommandFailed(UNWRITABLE.format(file=file, why=error.strerror)) from None


@command.command("verify", help=helped(VERIFY, "zhengming document verify CLAR-2026-0042"))
@click.argument("number", metavar="[CASE]", required=False)
@common
def verify_command(number: str | None) -> int:
    from starter.reading_papers import checked

    count, findings = checked(session(), number)
    rows = [plain_finding(finding) for finding in findings]
    if session().as_json:
        session().emit({"documents": count, "intact": not rows, "findings": rows})
    else:
        for row in rows:
            place = f"{row['matter']} {row['seq']}：" if row["matter"] else ""
            click.echo(place + worded(row, "problem"))
        total = BROKEN.format(count=len(rows)) if rows else INTACT.format(count=count)
        click.echo(spoken(total))
    return 1 if rows else 0


@command.command("templates", help=helped(TEMPLATES, "zhengming document templates --write"))
@click.option("--write", is_flag=True, help=say("写出标准模板。", "Write the standard ones."))
@common
def templates_command(write: bool) -> None:
    from starter.paper_templates import templates

    rows = templates(session().data, write=write)
    if session().as_json:
        plain = [{"kind": r.kind, "own": r.own, "sha256": r.sha256} for r in rows]
        session().emit({"folder": str(rows[0].file.parent), "templates": plain})
        return
    own, standard = say("本机关", "own"), say("标准", "standard")
    heads = say("文书,代码,模板,摘要", "Document,Code,Template,Hash").split(",")
    lines = ((named(DOCUMENTS, r.kind), r.kind, own if r.own else standard, r.sha256) for r in rows)
    print_columns(heads, (Line(cells) for cells in lines))
    click.echo(say("本机关的模板放在：", "Put your own in: ") + str(rows[0].file.parent))
