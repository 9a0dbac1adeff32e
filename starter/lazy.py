"""A click group that imports a command's module only when that command is used."""

from collections.abc import Mapping
from importlib import import_module

import click

from starter.language import spoken
from workflows.domain.text import Text


class LazyGroup(click.Group):
    """Knows its commands by name, module and one line of help; loads none of them to list them.

    A module has `command`, or a function `command` that returns the one of a name.
    """

    def __init__(self, *, entries: Mapping[str, tuple[str, Text]], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were written down."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module and return its command."""
        if cmd_name not in self.entries:
            return None
        module, _ = self.entries[cmd_name]
        command = import_module(module).command
        if not isinstance(command, click.Command):
            command = command(cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}.command is not a command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        rows = [(name, spoken(text)) for name, (_, text) in self.entries.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
