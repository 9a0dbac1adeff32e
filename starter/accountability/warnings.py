"""The warnings of a case as it stands; they stand beside the gates and refuse nothing (3.5)."""

from typing import Any

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.case_file.words import same
from workflows.domain.accountability.warnings import warnings
from workflows.domain.text import Text

CAPTION = Text("提示", "Warnings")
HEADS = (Text("提示（不影响办理）", "Warning (it stops nothing)"), Text("依据", "Source"))


def told(journal: Journal) -> dict[str, Any]:
    """Return every warning in words with its source."""
    return {
        "warnings": [
            {"text_zh": each.words.zh, "text_en": each.words.en, "source": each.source}
            for each in warnings(journal.state)
        ]
    }


def sheet(journal: Journal) -> Sheet | None:
    """Return the same for people; None where there is nothing to warn of."""
    rows = tuple((each.words, same(each.source)) for each in warnings(journal.state))
    return Sheet(caption=CAPTION, heads=HEADS, rows=rows) if rows else None
