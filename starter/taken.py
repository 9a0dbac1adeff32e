"""What a clerk is told of a message that was taken in and is not on record yet."""

import click

from starter.language import spoken
from starter.links import matter_page
from starter.session import Session
from workflows.domain.text import Text

TAKEN = Text(
    "{number}：已收下，尚未登记；有工作进程时即会登记（zhengming show {number} 可查）。",
    "{number}: taken in, not on record yet; a worker will record it (see zhengming show {number}).",
)


def print_taken(session: Session, number: str, key: str) -> None:
    """Say that a message will be recorded as soon as a worker is there."""
    if session.as_json:
        page = matter_page(session.data, number)
        session.emit({"matter": number, "key": key, "recorded": False, "ui": page})
    else:
        click.echo(spoken(TAKEN.format(number=number)))
