"""What the shell hands to the record store: events, and the picture of the matter after them.

The shapes know no kind of matter: facts travel as JSON, exactly as the journal keeps them.
All texts come in Chinese (`_zh`) and English (`_en`). Dates are days in Asia/Shanghai, moments UTC.
"""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, SerializerFunctionWrapHandler, model_serializer

from workflows.domain.notice_rules import Hours, StandIn


class EventRecord(BaseModel, frozen=True):
    """One row of the journal. `(matter, seq)` is unique; `seq` counts from 1 without gaps."""

    seq: int
    kind: str
    at: datetime
    effective_on: date
    actor: dict[str, Any]
    """`{"officer": …, "organ": …, "roles": […]}`; the calendar acts as officer "calendar"."""
    fact: dict[str, Any]
    operation: str = ""
    """The idempotency key of the command that caused the event; empty for the calendar's own."""
    text_zh: str = ""
    text_en: str = ""


class TermRecord(BaseModel, frozen=True):
    """One term of a matter as it stands: running, suspended, met or overdue."""

    key: str
    label_zh: str
    label_en: str
    anchor: date
    due: date | None
    """Last day, inclusive; None while the term is suspended."""
    provisional: bool = False
    suspended: bool = False
    overdue: bool = False
    ended_on: date | None = None
    """The day on which what the term asked for was done; None while it runs."""
    term: dict[str, Any]
    """The term itself in plain JSON (`terms.to_plain`), so that `why` can count its days."""
    period: bool = False
    """It runs out by itself, as an impact period does: nobody must meet it, nobody is late."""

    @model_serializer(mode="wrap")
    def _as_before(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Write a duty as it was written before there were periods: pictures are compared."""
        row: dict[str, Any] = plain(self)
        if not self.period:
            row.pop("period", None)
        return row


class WorkItemRecord(BaseModel, frozen=True):
    """Who must do what by when."""

    action: str
    """The command that does it, such as `give-opinion`."""
    text_zh: str
    text_en: str
    role: str
    organ: str
    due: date | None = None
    term: str = ""


class MatterView(BaseModel, frozen=True):
    """The picture of a matter after its newest event: what the projections hold."""

    matter: str
    kind: str
    stage: str
    stage_zh: str
    stage_en: str
    organ: str
    rule_pack: dict[str, str]
    """`{"id": …, "version": …, "hash": …}`."""
    opened_at: datetime
    closed: bool
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    """Organs that the matter concerns: their officers may read it."""
    excluded: tuple[str, ...] = ()
    """Officers who may not read it, whatever their organ: its subject, the recused."""
    terms: tuple[TermRecord, ...] = ()
    work_items: tuple[WorkItemRecord, ...] = ()


class NoticeRecord(BaseModel, frozen=True):
    """A message that somebody must get; its key `{matter}/{seq}/{index}` makes it single."""

    seq: int
    index: int
    to_role: str
    to_organ: str
    purpose: str
    """Why it is sent: `reminder`, `overdue`, `escalation`, `opened`, `stage`, …"""
    subject_zh: str
    subject_en: str
    body_zh: str
    body_en: str


class DocumentRecord(BaseModel, frozen=True):
    """A document that an event puts on file: its number and title, not its content."""

    seq: int
    index: int
    kind: str
    number: str
    title: str = ""
    dated: date | None = None


class RecordBatch(BaseModel, frozen=True):
    """Events that belong together, and the matter's picture after the last of them."""

    matter: str
    events: tuple[EventRecord, ...]
    view: MatterView
    notices: tuple[NoticeRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    receipts: dict[str, dict[str, Any]] = {}
    """Answer of each operation in the batch, by idempotency key: `{"digest": …, "receipt": …}`."""


class Recorded(BaseModel, frozen=True):
    """The head of the matter's hash chain after a batch."""

    seq: int
    hash: str


class DeliverNotice(BaseModel, frozen=True):
    """Ask for the delivery of one notice of the outbox."""

    matter: str
    seq: int
    index: int
    purpose: str = ""
    to_role: str = ""
    sent_at: datetime | None = None
    """When the matter asked for it, by the matter's own clock."""
    hours: Hours | None = None
    """When it may disturb somebody by mail or bot; None for always."""
    stand_in: StandIn = "none"
    noted: bool = False
    """Whether it is on record who cannot be reached, so that the rest may take its time."""


class Delivery(BaseModel, frozen=True):
    """What came of a delivery: sent, or impossible for a reason that no retry mends."""

    delivered: bool
    reason: str = ""
    partly: bool = False
    """Somebody of that role has it, so that only those whom the reason names are without."""
    waiting: bool = False
    """Other ways are only closed for a while: ask again with `noted`."""


class MakeDocument(BaseModel, frozen=True):
    """Ask for one document to be numbered, written and kept; `matter/seq/index` makes it single."""

    matter: str
    seq: int
    index: int
    kind: str
    organ: str
    """The code of the organ that issues it."""
    word: str
    """The word of its series, such as 函; numbers run by organ, word and year."""
    pattern: str
    """How its number is written: `document_rules.Numbering.pattern`."""
    dated: date
    """The day it bears; its year is the year of the number."""
    made_at: datetime
    """The matter's moment, which the file carries as its own."""
    content: dict[str, Any]
    """What its template may print, in plain JSON values."""


class MadeDocument(BaseModel, frozen=True):
    """A document that is on file: enough to make it again, byte by byte, with its order."""

    number: str
    sha256: str
    """Of the .docx file."""
    template: str
    """SHA-256 of the template, which the record store keeps."""
    letterhead: dict[str, str]
    """The organ's `name`, `mark` and what else its letters show, as it was that day."""
