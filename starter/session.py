"""The options every command has, and what it prints with: one JSON document, or tables for people.

`--json` puts exactly one document on standard output; everything else a person reads is text.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from starter import paths
from starter.language import LANGUAGES, say

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Session:
    """What the options of a command have chosen."""

    data: Path
    as_json: bool = False

    @property
    def database_url(self) -> str:
        """Return the record store's URL of this installation."""
        return paths.database_url(self.data)

    def emit(self, document: Any) -> None:
        """Print the one JSON document of `--json`."""
        click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=_plain))

    def table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Print a table for people."""
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text as Line

        table = Table(title=title, title_justify="left", header_style="bold")
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*(Line("" if cell is None else str(cell)) for cell in row))
        Console(highlight=False, soft_wrap=False).print(table)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not JSON")


def session() -> Session:
    """Return the session of the command that runs."""
    return _session_of(click.get_current_context())


def _session_of(context: click.Context) -> Session:
    root = context.find_root()
    if not isinstance(root.obj, Session):
        root.obj = Session(paths.data_dir())
    return root.obj


def _set(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def remember(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value is None or value is False:
            return
        setattr(_session_of(context), name, paths.data_dir(value) if name == "data" else value)

    return remember


def common(command: F) -> F:
    """Give a command `--data`, `--lang` and `--json`."""
    options = (
        click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            callback=_set("as_json"),
            help=say("输出一个 JSON 文档。", "Print one JSON document."),
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            expose_value=False,
            help=say("语言：zh 或 en。", "Language: zh or en."),
        ),
        click.option(
            "--data",
            metavar="DIR",
            expose_value=False,
            callback=_set("data"),
            help=say("数据目录（默认 ~/.zhengming）。", "Data directory (default ~/.zhengming)."),
        ),
    )
    for option in options:
        command = option(command)
    return command
