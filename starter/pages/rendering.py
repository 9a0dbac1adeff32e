"""Fills the templates of this folder; everything that comes from outside is escaped."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workflows.domain.text import Text

Language = Literal["zh", "en"]
HERE = Path(__file__).parent


def render(template: str, language: Language, *, standalone: bool = False, **values: Any) -> str:
    """Return a page; a standalone one carries its style sheet, to be kept or printed anywhere.

    In a template `t(zh, en)` picks a text, and `said(text)` the right half of a `Text`.
    """
    return (
        _environment()
        .get_template(template)
        .render(
            language=language,
            standalone=standalone,
            style=stylesheet() if standalone else "",
            t=lambda zh, en: zh if language == "zh" else en,
            said=lambda text: _said(text, language),
            **values,
        )
    )


def _said(text: Text, language: Language) -> str:
    return text.zh if language == "zh" else text.en


@cache
def stylesheet() -> str:
    """Return the style sheet of every page."""
    return (HERE / "assets" / "portal.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
