"""The case file of a matter: what it is, where it stands, and every step in plain words.

The journal's sentences are printed, never its facts: those hold names and the factor sheet.
"""

from typing import Any

import click

from starter.columns import Line, print_columns
from starter.commands.show import print_head, print_terms, standing
from starter.labels import (
    DELIVERIES,
    DOCUMENTS,
    PURPOSES,
    awaited,
    named,
    shanghai_time,
    who,
    worded,
)
from starter.language import say
from starter.matter import Document, Matter


def case_file(matter: Matter) -> Document:
    """Return the whole file: what `show` knows, and the notices and documents."""
    return {
        **standing(matter),
        "notices": [_notice(row) for row in matter.reader.notices(matter.number)],
        "documents": [_picked(row, _PAPER) for row in matter.reader.documents(matter.number)],
    }


_PAPER = ("seq", "index", "kind", "number", "title", "dated")
_NOTICE = ("seq", "index", "to_role", "to_organ", "purpose", "subject_zh", "subject_en")
_FATE = ("body_zh", "body_en", "state", "attempts", "answer", "updated_at")


def _notice(row: dict[str, Any]) -> Document:
    return _picked(row, (*_NOTICE, *_FATE))


def _picked(row: dict[str, Any], names: tuple[str, ...]) -> Document:
    return {name: row[name] for name in names}


def print_case_file(file: Document) -> None:
    """Print the file for people, chapter by chapter."""
    click.secho(say("案　卷", "CASE FILE"), bold=True)
    print_head(file)
    if file["closed"]:
        click.echo(say("本件已办结归档。", "The file is closed."))
    _chapter(say("一、期限", "1. Terms"), file["terms"])
    if file["terms"]:
        print_terms(file["terms"])
    _chapter(say("二、经过", "2. What happened"), file["events"])
    _print_steps(file["events"])
    _chapter(say("三、文书", "3. Documents"), file["documents"])
    _print_documents(file["documents"])
    _chapter(say("四、通知", "4. Notices"), file["notices"])
    _print_notices(file["notices"])
    _chapter(say("五、待办", "5. What is awaited"), file["work_items"])
    _print_awaited(file["work_items"])


def _chapter(title: str, rows: list[Document]) -> None:
    click.echo()
    click.secho(title + ("" if rows else say("：无", ": none")), bold=True)


def _print_steps(events: list[Document]) -> None:
    heads = say("序,日期,登记时间,办理人,经过", "#,Date,Recorded,Who,What happened").split(",")
    print_columns(heads, map(_step, events))


def _step(row: Document) -> Line:
    recorded = shanghai_time(row["at"])
    what = worded(row, "text")
    return Line((row["seq"], row["effective_on"], recorded, who(row["actor"]), what))


def _print_documents(papers: list[Document]) -> None:
    if not papers:
        return
    heads = say("序,文书,文号,日期", "#,Document,Number,Dated").split(",")
    rows = ((p["seq"], named(DOCUMENTS, p["kind"]), p["number"], p["dated"]) for p in papers)
    print_columns(heads, (Line(row) for row in rows))


def _print_notices(notices: list[Document]) -> None:
    if not notices:
        return
    heads = say("编号,种类,送达,收件人,内容", "Key,Purpose,Delivery,To,Words").split(",")
    print_columns(heads, map(_notice_line, notices))


def _notice_line(row: Document) -> Line:
    state = named(DELIVERIES, row["state"])
    said = worded(row, "body") + (f"[{row['answer']}]" if row["answer"] else "")
    to = awaited(row["to_role"], row["to_organ"])
    cells = (f"{row['seq']}/{row['index']}", named(PURPOSES, row["purpose"]), state, to, said)
    return Line(cells, urgent=row["state"] == "undeliverable")


def _print_awaited(items: list[Document]) -> None:
    if not items:
        return
    heads = say("到期,待办人,要做的事", "Due,Who,What").split(",")
    rows = ((i["due"] or "—", awaited(i["role"], i["organ"]), worded(i, "text")) for i in items)
    print_columns(heads, (Line(row) for row in rows))
