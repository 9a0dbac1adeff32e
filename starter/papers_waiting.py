"""Why a document is not made yet, found out by trying: nothing is kept, no number is taken."""

from pathlib import Path

from activities.documents import letterhead_of, template_of, written
from activities.papers.errors import NoLetterhead, TemplateBroken
from starter import paths
from starter.failure import Invalid
from starter.officers import directory_of
from starter.papers import Making
from workflows.domain.text import Text

SAMPLE_NUMBER = "—"
SOON = Text(
    "没有发现障碍：等待工作进程制作（每几分钟重试一次）。",
    "Nothing is in the way: the worker makes it, and tries every few minutes.",
)


def why_waiting(making: Making, data: Path) -> Text:
    """Return what keeps a drafted document from being made, and what to do about it."""
    try:
        letterhead = letterhead_of(directory_of(data), making.order.organ)
        template = template_of(data / paths.PAPER_TEMPLATES, making.order.kind)
        written(making.order, SAMPLE_NUMBER, letterhead, template)
    except Invalid as broken:
        return broken.message
    except (NoLetterhead, TemplateBroken) as hindrance:
        return hindrance.text
    return SOON
