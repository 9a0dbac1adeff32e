"""Runs what takes a while, and shows on a terminal that something is going on."""

import asyncio
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from starter.language import spoken
from workflows.domain.text import Text

T = TypeVar("T")
STARTING = Text("启动中……", "Starting …")


@contextmanager
def shown(doing: Text) -> Iterator[None]:
    """Show `doing` with a turning wheel on standard error, only where a person looks at it."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(spoken(doing)):
        yield


def run_shown(work: Coroutine[Any, Any, T], doing: Text) -> T:
    """Run `work` to its end and return its result."""
    with shown(doing):
        return asyncio.run(work)
