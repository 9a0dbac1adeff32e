"""Activities that make documents: numbered once, written from a template, sealed, put on file.

Whatever is in the way (an organ without a letterhead, a broken template, no key) is left to the
retry policy: it is said in the log, in words without content, and heals when the office mends it.
"""

import asyncio
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import structlog
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.directory import Directory
from activities.papers.errors import NoLetterhead, TemplateBroken
from activities.store import PaperNumberTaken, RecordStore
from activities.store.papers import NewPaper, PaperKey, Series, StoredPaper, Template
from workflows.domain.text import Text
from workflows.messages.records import MadeDocument, MakeDocument

log = structlog.get_logger(__name__)


class Seal(Protocol):
    """Closes files so that only this installation opens them, each under its own label."""

    def seal(self, plain: bytes, label: str) -> bytes:
        """Return a box with the file in it."""

    def open(self, box: bytes, label: str) -> bytes:
        """Return the file of a box that was closed under the label."""


class DocumentActivities:
    """Makes the documents of an office: its directory, its templates, its seal."""

    def __init__(
        self,
        store: RecordStore,
        directory: Callable[[], Directory],
        templates: Path,
        seal: Seal,
    ) -> None:
        self._store = store
        self._directory = directory
        self._templates = templates
        self._seal = seal

    @activity.defn
    async def make_document(self, order: MakeDocument) -> MadeDocument:
        """Make a document 制作文书 once, however often it is asked for."""
        key = PaperKey(order.matter, order.seq, order.index)
        try:
            paper = await self._store.paper(key) or await self._number(order, key)
            if paper.sha256 is None:
                paper = await self._write(order, paper)
        except Exception as hindrance:
            why = _why(hindrance)
            log.warning("document_waits", matter=key.matter, seq=key.seq, why=why)
            # One line is enough: the SDK would write a traceback for every attempt.
            raise ApplicationError(
                why, type="DocumentWaits", category=ApplicationErrorCategory.BENIGN
            ) from None
        return MadeDocument(
            number=paper.number,
            sha256=paper.sha256 or "",
            template=paper.template or "",
            letterhead=paper.letterhead,
        )

    async def _number(self, order: MakeDocument, key: PaperKey) -> StoredPaper:
        letterhead = letterhead_of(self._directory(), order.organ)
        series = Series(order.organ, order.word, order.dated.year)
        return await self._store.enter_paper(
            NewPaper(key, order.kind, series, order.pattern, letterhead)
        )

    async def _write(self, order: MakeDocument, paper: StoredPaper) -> StoredPaper:
        template = await asyncio.to_thread(template_of, self._templates, order.kind)
        file = await asyncio.to_thread(written, order, paper.number, paper.letterhead, template)
        sealed = self._seal.seal(file, str(paper.key))
        kept = Template(sha256(template).hexdigest(), order.kind, template)
        made = await self._store.keep_paper(paper.key, kept, sha256(file).hexdigest(), sealed)
        log.info("document_made", matter=order.matter, seq=order.seq, kind=order.kind)
        return made


def _why(hindrance: Exception) -> str:
    """Say what is in the way; an error that is not ours may quote content, so its name is all."""
    said = getattr(hindrance, "message", None)
    if isinstance(said, Text):
        return said.both()
    ours = isinstance(hindrance, NoLetterhead | PaperNumberTaken | TemplateBroken)
    return str(hindrance) if ours else type(hindrance).__name__


def letterhead_of(directory: Directory, organ: str) -> dict[str, str]:
    """Return an organ as its letters show it; raises `NoLetterhead`."""
    entry = directory.organs.get(organ)
    if entry is None:
        raise NoLetterhead(organ)
    return entry.model_dump(mode="json", exclude_none=True)


def template_of(folder: Path, kind: str) -> bytes:
    """Return the office's own template of a kind, else the standard one."""
    from activities.papers.making import standard_template

    own = folder / f"{kind}.docx"
    return own.read_bytes() if own.exists() else standard_template(kind)


def written(order: MakeDocument, number: str, letterhead: dict[str, str], template: bytes) -> bytes:
    """Return the file of a document: the same order and template give the same bytes."""
    # Word's libraries take as long to import as all else here; clerks' commands never need them.
    from activities.papers.making import fill

    return fill(template, order.kind, letterhead, number, order.dated, order.content, order.made_at)
