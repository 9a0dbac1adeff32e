"""The standard template of each kind: the words of the tables on the sheet of their form."""

from datetime import UTC, datetime
from functools import cache

from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt
from docx.table import _Cell

from activities.papers.blank import blank
from activities.papers.kinds import KINDS
from activities.papers.packing import packed
from activities.papers.sheet import lay
from activities.papers.styles import Style
from activities.papers.words import LETTERS, Form, Line, Row, Words
from activities.papers.words_of_meetings import PUBLIC

WORDS: dict[str, Words] = LETTERS | PUBLIC

OPENINGS: dict[Form, tuple[Line, ...]] = {
    Form.LETTER: (Line(Style.NUMBER, "{{ 发文字号 }}"),),
    Form.ORDINARY: (
        Line(Style.ORDINARY_HEADING, "{{ 发文机关 }}"),
        Line(Style.ORDINARY_NUMBER, "{{ 发文字号 }}"),
    ),
    Form.BARE: (Line(Style.BARE_NUMBER, "{{ 发文字号 }}"),),
}

ADDRESS = (Line(Style.ADDRESSEE, "{{ 主送 }}："),)

SIGNATURE = (
    Line(Style.SIGNATURE, "{{ 发文机关 }}"),
    Line(Style.DATE, "{{ 成文日期 }}"),
    Line(Style.CONTACT, "{%p if 联系方式 %}"),
    Line(Style.CONTACT, "（{{ 联系方式 }}）"),
    Line(Style.CONTACT, "{%p endif %}"),
)
"""The seal is set by people over name and date; nothing is drawn there."""

COPIES = (
    Line(Style.COPIES, "{%p if 抄送 %}"),
    Line(Style.COPIES, "抄送：{{ 抄送 }}。"),
    Line(Style.COPIES, "{%p endif %}"),
)

MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""The moment that every standard template carries, whenever it is written."""


@cache
def standard_template(kind: str) -> bytes:
    """Return the standard .docx template of a kind, the same bytes each time.

    Raises `KeyError` for an unknown kind.
    """
    words = WORDS[kind]
    document = blank()
    lay(document, words.form)
    for line in (*OPENINGS[words.form], Line(Style.TITLE, words.title)):
        _add(document, line)
    for line in ADDRESS if words.addressed else ():
        _add(document, line)
    _add_body(document, words)
    for line in (*(SIGNATURE if words.signed else ()), *COPIES):
        _add(document, line)
    return packed(document, KINDS[kind].name.zh, "", MADE)


def _add(document: WordDocument, line: Line) -> None:
    document.add_paragraph(line.text, line.style.value.name)


def _add_body(document: WordDocument, words: Words) -> None:
    rows = [part for part in words.body if isinstance(part, Row)]
    for part in words.body:
        if isinstance(part, Line):
            _add(document, part)
    if rows:
        _add_form(document, rows)


def _add_form(document: WordDocument, rows: list[Row]) -> None:
    table = document.add_table(0, 2)
    for row in rows:
        cells = table.add_row()
        cells.height, cells.height_rule = Pt(30 * row.lines), WD_ROW_HEIGHT_RULE.AT_LEAST
        _write(cells.cells[0], (Line(Style.LABEL, row.label),), Mm(30))
        _write(cells.cells[1], row.answer, Mm(126))


def _write(cell: _Cell, lines: tuple[Line, ...], width: Mm) -> None:
    cell.width = width
    first, *others = lines
    cell.paragraphs[0].style = first.style.value.name
    cell.paragraphs[0].text = first.text
    for line in others:
        cell.add_paragraph(line.text, line.style.value.name)
