"""What the read commands share: the record store of this installation, and how they are asked.

Neither pydantic nor SQLAlchemy nor the Temporal SDK is loaded here: the answer must be there at
once, and also while every worker is down.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from starter.failure import ServiceAway
from starter.language import say, spoken
from starter.reading import Reader, StoreMissing, StoreUnreachable, open_reader
from starter.session import session
from workflows.domain.text import Text

F = TypeVar("F", bound=Callable[..., Any])

NO_STORE = Text(
    "还没有记录库：先运行 zhengming up，或用 --data 指明数据目录。",
    "There is no record store yet: run zhengming up first, or name the data directory with --data.",
)
STORE_AWAY = Text(
    "记录库没有应答（{why}）：请检查 ZHENGMING_DATABASE_URL 或数据目录，稍后再试。",
    "The record store does not answer ({why}): check ZHENGMING_DATABASE_URL or the data directory,"
    " and try again.",
)


@contextmanager
def record_store() -> Iterator[Reader]:
    """Open the record store that the options name; raises `ServiceAway`."""
    try:
        url = session().database_url
    except OSError as error:
        raise ServiceAway(STORE_AWAY.format(why=error.strerror)) from None
    try:
        with open_reader(url) as reader:
            yield reader
    except StoreMissing:
        raise ServiceAway(NO_STORE) from None
    except StoreUnreachable as error:
        raise ServiceAway(STORE_AWAY.format(why=error)) from None


def number_argument(command: F) -> F:
    """Give a command the argument CASE."""
    return click.argument("number", metavar="CASE")(command)


def helped(text: Text, *examples: str) -> str:
    """Return the help of a command with its examples, each on a line of its own."""
    lines = "\n".join(f"  {example}" for example in examples)
    return f"{spoken(text)}\n\n\b\n{say('示例：', 'Examples:')}\n{lines}"
