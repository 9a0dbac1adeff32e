"""How a receipt looks: a document for programs, tables for people."""

from typing import Any

import click

from starter.desk import Answer
from starter.language import say, spoken
from starter.links import matter_page
from starter.session import Session
from workflows.domain.lifecycle import today
from workflows.domain.text import Text

TAKEN = Text(
    "{number}：已收下，尚未登记；有工作进程时即会登记（zhengming show {number} 可查）。",
    "{number}: taken in, not on record yet; a worker will record it (see zhengming show {number}).",
)


def receipt_document(session: Session, answer: Answer) -> dict[str, Any]:
    """Return a receipt as JSON values; `ui` is the matter's page, empty where no UI is known."""
    receipt = answer.receipt
    return {
        **receipt.model_dump(mode="json"),
        "key": answer.key,
        "repeated": answer.repeated,
        "ui": matter_page(session.data, receipt.matter, receipt.run_id),
    }


def print_receipt(session: Session, answer: Answer) -> None:
    """Print a receipt: what happened, what is due, where to look."""
    document = receipt_document(session, answer)
    if session.as_json:
        session.emit(document)
        return
    if answer.repeated:
        click.echo(_repeated(answer), err=True)
    _print_tables(session, answer)
    if document["ui"]:
        click.echo(f"{say('界面', 'UI')}: {document['ui']}")


def _print_tables(session: Session, answer: Answer) -> None:
    receipt = answer.receipt
    session.table(
        say(
            f"{receipt.matter} 已登记 · 阶段 {receipt.stage}",
            f"{receipt.matter} on record · stage {receipt.stage}",
        ),
        [say("序号", "No."), say("日期", "Date"), say("事项", "What happened")],
        [(e.seq, e.effective_on, say(e.text_zh, e.text_en)) for e in receipt.events],
    )
    running = [(term.key, _due(term.due, term.provisional)) for term in receipt.terms]
    if running:
        session.table(
            say("期限", "Terms"), [say("期限", "Term"), say("到期（含当日）", "Due")], running
        )


def _due(due: object, provisional: bool) -> str:
    if due is None:
        return say("中止", "suspended")
    return f"{due} {say('（暂定）', '(provisional)')}" if provisional else str(due)


def _repeated(answer: Answer) -> str:
    number, on = answer.receipt.seq[0], today(answer.receipt.recorded_at)
    return say(
        f"这条命令已于 {on} 登记（第 {number} 号），没有再次办理。确需再办一次，请另给 --key。",
        f"On record since {on} (no. {number}); nothing was done anew. To do it again, give --key.",
    )


def print_taken(session: Session, number: str, key: str) -> None:
    """Say that a message will be recorded as soon as a worker is there."""
    if session.as_json:
        page = matter_page(session.data, number)
        session.emit({"matter": number, "key": key, "recorded": False, "ui": page})
    else:
        click.echo(spoken(TAKEN.format(number=number)))
