"""Columns of text for people: Chinese takes two places, and the last column folds.

Used where an answer must be there at once: rich takes as long to load as the answer takes to find.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

GAP = 2
NARROWEST, USUAL = 60, 100
_PIECES = re.compile(r"[!-~]+|\s+|[^!-~\s][，。；：、！？）》”’]*")


class Line(NamedTuple):
    """One row: its cells, what stands below it (such as a command), and whether it is urgent."""

    cells: Sequence[object]
    below: str = ""
    urgent: bool = False


def page_width() -> int:
    """Return how many places a line has; 100 where there is no terminal."""
    return max(NARROWEST, shutil.get_terminal_size((USUAL, 24)).columns)


def places(text: str) -> int:
    """Return how many places a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def fold(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` places; a longer word stands alone, whole."""
    return [line for part in text.split("\n") for line in _folded(part, width)]


def _folded(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if line and places(line + piece) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def print_columns(heads: Sequence[str], lines: Iterable[Line]) -> None:
    """Print rows below their heads, each column as wide as its widest cell, the last one folded."""
    rows = [Line([_shown(cell) for cell in row.cells], *row[1:]) for row in lines]
    widths = [
        max(places(str(cells[place])) for cells in [heads, *(row.cells for row in rows)])
        for place in range(len(heads) - 1)
    ]
    click.secho(_joined(heads, widths), bold=True)
    for row in rows:
        for text in _texts(row, widths):
            click.secho(text, fg="red" if row.urgent else None)


def print_fields(fields: Iterable[tuple[str, str]], margin: int = 0) -> None:
    """Print labelled texts, folded beside their labels; what is empty is left out."""
    said = [(label, text) for label, text in fields if text]
    indent = max((places(label) for label, _ in said), default=0) + GAP
    for label, text in said:
        first, *more = fold(text, page_width() - margin - indent)
        click.echo(" " * margin + label + " " * (indent - places(label)) + first)
        for line in more:
            click.echo(" " * (margin + indent) + line)


def _texts(row: Line, widths: Sequence[int]) -> Iterator[str]:
    indent = sum(widths) + GAP * len(widths)
    *cells, last = map(str, row.cells)
    first, *more = fold(last, max(page_width() - indent, 20))
    yield _joined([*cells, first], widths)
    for text in more:
        yield " " * indent + text
    if row.below:
        # Far to the left, so that even a long command stays on one line to be copied.
        yield " " * 2 * GAP + row.below


def _joined(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - places(cell)) for cell, width in zip(cells[:-1], widths, strict=True)
    )
    return (" " * GAP).join([*padded, cells[-1]]).rstrip()


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell)
