"""A document as plain text, for terminals."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table


def plain_text(docx: bytes) -> str:
    """Return what a document says, one paragraph a line, without its layout."""
    document = Document(io.BytesIO(docx))
    lines = [*_heading(document), *_body(document)]
    return "\n".join(line for line in lines if line.strip()) + "\n"


def _heading(document: WordDocument) -> Iterator[str]:
    section = document.sections[0]
    if section.different_first_page_header_footer:
        for paragraph in section.first_page_header.paragraphs:
            yield paragraph.text.replace("\n", "")


def _body(document: WordDocument) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield "：".join(cell.text for cell in row.cells)
        else:
            yield part.text.replace("\n", "")
