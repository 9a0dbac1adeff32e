"""The standard template of each kind: the words of the tables on the sheet of their form."""

from datetime import UTC, datetime
from functools import cache

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.table import _Cell

from activities.papers.blank import blank
from activities.papers.kinds import KINDS
from activities.papers.packing import packed
from activities.papers.sheet import lay
from activities.papers.styles import Style
from activities.papers.words import LETTERS, Form, Line, Row, Words
from activities.papers.words_of_decisions import DECISIONS
from activities.papers.words_of_follow_up import FOLLOW_UP
from activities.papers.words_of_forms import FORMS
from activities.papers.words_of_meetings import PUBLIC

WORDS: dict[str, Words] = LETTERS | PUBLIC | DECISIONS | FOLLOW_UP | FORMS

OPENINGS: dict[Form, tuple[Line, ...]] = {
    Form.LETTER: (Line(Style.NUMBER, "{{ 发文字号 }}"),),
    Form.ORDINARY: (
        Line(Style.ORDINARY_HEADING, "{{ 发文机关 }}"),
        Line(Style.ORDINARY_NUMBER, "{{ 发文字号 }}"),
    ),
    Form.BARE: (Line(Style.BARE_NUMBER, "{{ 发文字号 }}"),),
    Form.TABLE: (Line(Style.BARE_NUMBER, "{{ 发文字号 }}"),),
}

ADDRESS = (Line(Style.ADDRESSEE, "{{ 主送 }}："),)

SIGNATURE = (
    Line(Style.SIGNATURE, "{{ 发文机关 }}"),
    Line(Style.DATE, "{{ 成文日期 }}"),
    Line(Style.CONTACT, "{%p if 联系方式 %}"),
    Line(Style.CONTACT, "（联系方式：{{ 联系方式 }}）"),
    Line(Style.CONTACT, "{%p endif %}"),
)
"""The seal is set by people over name and date; nothing is drawn there."""

COPIES = (
    Line(Style.COPIES, "{%p if 抄送 %}"),
    Line(Style.COPIES, "抄送：{{ 抄送 }}。"),
    Line(Style.COPIES, "{%p endif %}"),
    Line(Style.END, ""),
)
"""The frame of the copies hangs on the paragraph after it, which the text above keeps near."""

AT_FOOT = (
    '<w:framePr {w} w:w="8845" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
    ' w:xAlign="left" w:yAlign="bottom"/>'
)
"""Copies stand at the very foot of the last page's text area."""

WIDTHS = (Mm(34), Mm(122))

BORDERS = (
    "<w:tblBorders {w}>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
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
    title = Style.FORM_TITLE if words.form is Form.TABLE else Style.TITLE
    for line in (*OPENINGS[words.form], Line(title, words.title)):
        _add(document, line)
    for line in ADDRESS if words.addressed else ():
        _add(document, line)
    _add_body(document, words)
    copies = () if words.form is Form.TABLE else COPIES
    for line in (*(SIGNATURE if words.signed else ()), *copies):
        _add(document, line)
    return packed(document, KINDS[kind].name.zh, "", MADE)


def _add(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph(line.text, line.style.value.name)
    if line.style is Style.COPIES:
        paragraph._p.get_or_add_pPr().append(parse_xml(AT_FOOT.format(w=nsdecls("w"))))


def _add_body(document: WordDocument, words: Words) -> None:
    rows = [part for part in words.body if isinstance(part, Row)]
    for part in words.body:
        if isinstance(part, Line):
            _add(document, part)
    if rows:
        _add_form(document, rows)


def _add_form(document: WordDocument, rows: list[Row]) -> None:
    table = document.add_table(0, 2)
    table.autofit = False
    borders = parse_xml(BORDERS.format(w=nsdecls("w")))
    table._tbl.tblPr.insert_element_before(borders, "w:tblLayout", "w:tblLook")
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    for row in rows:
        cells = table.add_row()
        cells.height, cells.height_rule = Pt(30 * row.lines), WD_ROW_HEIGHT_RULE.AT_LEAST
        label, answer = cells.cells
        label.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _write(label, (Line(Style.LABEL, row.label),))
        _write(answer, row.answer)


def _write(cell: _Cell, lines: tuple[Line, ...]) -> None:
    first, *others = lines
    cell.paragraphs[0].style = first.style.value.name
    cell.paragraphs[0].text = first.text
    for line in others:
        cell.add_paragraph(line.text, line.style.value.name)
