"""The case file as a page: by itself, to be kept or printed, and inside the portal."""

from typing import Any

from starter.case_file.model import CaseFile
from starter.case_file.sentences import (
    HOW_TO_CHECK,
    MARKS,
    NAMELESS,
    NAMES,
    REHEARSED,
    UNSOUND,
    delivered,
    term_line,
    who_text,
)
from starter.language import LANGUAGE
from starter.pages import Language, render

TEMPLATE = "case_file.html"


def standalone_page(file: CaseFile, language: Language | None = None) -> str:
    """Return the file as one HTML document that needs nothing else; prints on A4."""
    chosen: Language = language or ("en" if LANGUAGE == "en" else "zh")
    return render(TEMPLATE, chosen, standalone=True, **values(file))


def values(file: CaseFile) -> dict[str, Any]:
    """Return what the template prints with; the portal adds its links."""
    return {
        "file": file,
        "copy": NAMES if file.names else NAMELESS,
        "marks": MARKS,
        "unsound": UNSOUND,
        "rehearsed": REHEARSED,
        "how_to_check": HOW_TO_CHECK.format(number=file.number),
        "who": who_text,
        "delivered": delivered,
        "term_line": term_line,
    }
