"""What depends on the length of an organ's name: its size in the heading, the signature's place.

Paragraphs are found by style, so an office keeps or gives up the fitting with the style.
"""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from activities.papers.styles import Style

HEADINGS = (Style.HEADING.value.name, Style.ORDINARY_HEADING.value.name)
SIGNED = (Style.SIGNATURE.value.name, Style.DATE.value.name)

HEADING_SIZE = 36
HEADING_WIDTH = 440
"""Points: just under the 156 mm of the text."""
LEADING = 1.2
NARROWEST = 0.55
"""Letters of a heading are narrowed to this, then it takes two lines, then they get smaller."""
AFTER_SCALE = ("w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang")
"""What Word's schema wants behind the narrowing of letters."""

PITCH = 15.75
"""Points from one character to the next in the text."""
TEXT_WIDTH = 442
"""Points: 156 mm."""
FREE_AT_RIGHT = 4
"""Characters between date and margin; two are enough for a name that needs the room."""


def fit(document: WordDocument) -> None:
    """Fit headings to one line, and centre name and date of the signature on each other."""
    for paragraph in _everywhere(document):
        if paragraph.style is not None and paragraph.style.name in HEADINGS:
            _fit_heading(paragraph)
    _centre_signature(document)


def _everywhere(document: WordDocument) -> Iterator[Paragraph]:
    section = document.sections[0]
    for header in (section.first_page_header, section.header):
        # Asking for the paragraphs of a header that is not there would put one there.
        if not header.is_linked_to_previous:
            yield from header.paragraphs
    yield from document.paragraphs


def _fit_heading(paragraph: Paragraph) -> None:
    name = paragraph.text
    lines = [name] if _room(name) >= NARROWEST else _halves(name)
    room = min(_room(line) for line in lines)
    if room >= 1 or not paragraph.runs:
        return
    for run in paragraph.runs[1:]:
        run.text = ""
    run = paragraph.runs[0]
    run.text = "\n".join(lines)
    size = int(HEADING_SIZE * min(1, room / NARROWEST))
    run.font.size = Pt(size)
    paragraph.paragraph_format.line_spacing = Pt(size * LEADING)
    scale = OxmlElement("w:w")
    scale.set(qn("w:val"), str(int(max(room, NARROWEST) * 100)))
    run._r.get_or_add_rPr().insert_element_before(scale, *AFTER_SCALE)


def _room(line: str) -> float:
    """Return how wide the letters of a line may be, as a share of their height."""
    return HEADING_WIDTH / (HEADING_SIZE * max(len(line), 1))


def _halves(name: str) -> list[str]:
    """Break a name where a dispatched body's begins to say where it sits (驻), else midway."""
    at = name.find("驻", 1)
    at = at if at > 0 else (len(name) + 1) // 2
    return [name[:at], name[at:]]


def _centre_signature(document: WordDocument) -> None:
    signed = {
        p.style.name: p
        for p in document.paragraphs
        if p.style is not None and p.style.name in SIGNED
    }
    if len(signed) < len(SIGNED):
        return
    name, day = (signed[style] for style in SIGNED)
    centre = max(
        FREE_AT_RIGHT * PITCH + width(day.text) / 2,
        FREE_AT_RIGHT / 2 * PITCH + width(name.text) / 2,
    )
    for paragraph in (name, day):
        paragraph.paragraph_format.left_indent = Pt(max(0, round(TEXT_WIDTH - 2 * centre)))


def width(text: str) -> float:
    """Return how wide a text is, in points: digits and letters take half a character."""
    return sum(PITCH / 2 if character.isascii() else PITCH for character in text)
