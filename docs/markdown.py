"""How generated parts of the docs write texts and tables."""

from collections.abc import Iterable

from workflows.domain.text import Text


def both(text: Text) -> str:
    """Return a text in both languages, Chinese first."""
    return f"{text.zh} {text.en}"


def table(heads: Iterable[str], rows: Iterable[Iterable[str | Text]]) -> str:
    """Return a table in markdown."""
    heads = tuple(heads)
    lines = (heads, ("---",) * len(heads), *(map(_cell, row) for row in rows))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(content: str | Text) -> str:
    return f"{content.zh}<br>{content.en}" if isinstance(content, Text) else content
