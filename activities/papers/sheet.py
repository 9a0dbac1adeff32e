"""The sheet of paper: A4, the text area of GB/T 9704-2012, red lines, page numbers."""

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section, _Footer, _Header
from docx.shared import Mm

from activities.papers.styles import Style
from activities.papers.words import Form, Line

HEAD = (
    Line(Style.HEADING, "{{ 发文机关 }}"),
    Line(Style.THICK, ""),
    Line(Style.THIN, ""),
)
"""Upper red double line: thick above thin."""

FOOT = (Line(Style.THIN, ""), Line(Style.THICK, ""))
"""Lower red double line: thin above thick."""

PAGE_FIELD = '<w:fldSimple {w} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def lay(document: WordDocument, form: Form) -> None:
    """Give a document its paper, text area, grid, first page and page numbers."""
    section = document.sections[0]
    _measure(section)
    document.settings.odd_and_even_pages_header_footer = True
    _number_pages(section.footer, Style.PAGE_ODD)
    _number_pages(section.even_page_footer, Style.PAGE_EVEN)
    if form is Form.LETTER:
        section.different_first_page_header_footer = True
        _fill(section.first_page_header, HEAD)
        _fill(section.first_page_footer, FOOT)


def _measure(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(28.5), Mm(20)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    section._sectPr.append(
        parse_xml(
            f'<w:docGrid {nsdecls("w")} w:type="linesAndChars" w:linePitch="579"'
            ' w:charSpace="-842"/>'
        )
    )


def _fill(place: _Header | _Footer, lines: tuple[Line, ...]) -> None:
    first, *others = lines
    place.paragraphs[0].style = first.style.value.name
    place.paragraphs[0].text = first.text
    for line in others:
        place.add_paragraph(line.text, line.style.value.name)


def _number_pages(footer: _Footer, style: Style) -> None:
    paragraph = footer.paragraphs[0]
    paragraph.style = style.value.name
    paragraph.add_run("— ")
    paragraph._p.append(parse_xml(PAGE_FIELD.format(w=nsdecls("w"))))
    paragraph.add_run(" —")
