"""Makes a document of a template and the facts it is given, the same bytes each time."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree  # type: ignore[import-untyped]

from activities.papers.errors import (
    TemplateBroken,
    misplaced_mark,
    missing_fact,
    no_word_file,
    unknown_placeholder,
)
from activities.papers.fitting import fit
from activities.papers.kinds import KINDS
from activities.papers.packing import packed
from activities.papers.reading import plain_text
from activities.papers.standard import standard_template
from activities.papers.values import values_of

__all__ = ["TemplateBroken", "fill", "plain_text", "standard_template"]

OFFICE_DOCUMENT = RELATIONSHIP_TYPE.OFFICE_DOCUMENT

SLIPS = (
    TemplateError,
    ArithmeticError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    RecursionError,
    etree.XMLSyntaxError,
)
"""What a slip of the pen in a template comes out as, once Jinja and Word's XML have met it."""


class StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """A template whose filled-in text must still be a Word document, not nearly one."""

    def fix_tables(self, xml: str) -> Any:
        """Refuse with `XMLSyntaxError` what docxtpl would silently cut to size."""
        etree.fromstring(xml)
        return super().fix_tables(xml)


def fill(
    template: bytes,
    kind: str,
    letterhead: Mapping[str, str],
    number: str,
    dated: date,
    content: Mapping[str, Any],
    made_at: datetime,
) -> bytes:
    """Return the .docx file of a document; raises `TemplateBroken`.

    Same arguments, same bytes: in another process, and on another day.
    """
    word = _opened(template, kind)
    try:
        values = values_of(letterhead, number, dated, content)
    except KeyError as missing:
        raise missing_fact(kind, str(missing.args[0])) from None
    _render(word, kind, values)
    document = _reopened(word)
    fit(document)
    return packed(document, KINDS[kind].name.zh, letterhead["name"], made_at)


def _opened(template: bytes, kind: str) -> StrictTemplate:
    word = StrictTemplate(io.BytesIO(template))
    try:
        word.init_docx()
    except (BadZipFile, OpcError, KeyError, ValueError, etree.XMLSyntaxError):
        raise no_word_file(kind) from None
    _forget_its_writer(word.docx)
    return word


def _forget_its_writer(document: WordDocument) -> None:
    """Drop what a template says about who wrote it, where and when."""
    about = document.part.package.rels
    for key in [k for k, relation in about.items() if relation.reltype != OFFICE_DOCUMENT]:
        del about[key]


def _render(word: StrictTemplate, kind: str, values: dict[str, Any]) -> None:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        word.render(values, environment)
    except UndefinedError:
        # What Jinja says may quote a value, so the name comes from the template's own text.
        unknown = word.get_undeclared_template_variables(environment, values)
        broken = unknown_placeholder(kind, min(unknown)) if unknown else misplaced_mark(kind)
        raise broken from None
    except SLIPS:
        raise misplaced_mark(kind) from None


def _reopened(word: StrictTemplate) -> WordDocument:
    # python-docx keeps showing the headers as they were before docxtpl filled them in.
    file = io.BytesIO()
    word.save(file)
    return Document(file)
