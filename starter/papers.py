"""The documents of a matter as its journal tells them, and their files: opened, or made again."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from activities.documents import Seal, written
from activities.papers.errors import TemplateBroken
from activities.store import RecordStore
from activities.store.papers import PaperKey
from starter.failure import CommandFailed, Invalid
from workflows.domain.kinds import decider_of
from workflows.domain.lifecycle import Step
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.text import Text
from workflows.messages.records import EventRecord, MakeDocument
from workflows.picture import paper_orders, retold

State = Literal["being_made", "made", "void"]

UNKNOWN = Text(
    "NUMBER：{matter} 没有这份文书，请核对（zhengming document list {matter}）。",
    "NUMBER: {matter} has no such document; check it (zhengming document list {matter}).",
)
WAITS = Text(
    "这份文书还在制作：请稍后再试；一直未成的，请看工作进程日志中的 document_waits。",
    "This document is still being made: try again; if it lasts, see document_waits in the"
    " worker's log.",
)
NO_TEMPLATE = Text(
    "{number} 所用的模板（{hash}）已不在记录库中或被改动，不能重新制作：请从备份恢复。",
    "The template of {number} ({hash}) is gone or was changed: restore it from a backup.",
)
NOT_THE_SAME = Text(
    "{number} 的文件与日志所记的摘要不符：请运行 zhengming document verify。",
    "The file of {number} is not what the journal recorded: run zhengming document verify.",
)


@dataclass(frozen=True, slots=True)
class Making:
    """A document as the journal tells it: what was asked for, and what was made."""

    order: MakeDocument
    made: DocumentMade | None
    made_seq: int
    void: bool

    @property
    def key(self) -> PaperKey:
        """Return its key in the register."""
        return PaperKey(self.order.matter, self.order.seq, self.order.index)

    @property
    def state(self) -> State:
        """Return what has become of it."""
        if self.made is None:
            return "being_made"
        return "void" if self.void else "made"


def makings_of(events: list[EventRecord]) -> list[Making]:
    """Return every document that a journal asks for, in order."""
    if not events:
        return []
    decider = decider_of(events[0].kind)
    steps: list[Step[Any]] = retold(decider, events)
    made = {
        (fact.drafted_seq, fact.index): (fact, step.event.seq)
        for step in steps
        if isinstance(fact := step.event.fact, DocumentMade)
    }
    void = steps[-1].after.void_numbers
    orders = (order for step in steps for order in paper_orders(decider, step))
    makings = []
    for order in orders:
        found, seq = made.get((order.seq, order.index), (None, 0))
        makings.append(Making(order, found, seq, found is not None and found.number in void))
    return makings


def named(makings: Sequence[Making], matter: str, name: str) -> Making:
    """Return the document with a number, or a step's number; raises `Invalid`."""
    for making in makings:
        steps = {str(making.order.seq), str(making.made_seq or "-")}
        if name in steps or (making.made is not None and making.made.number == name):
            return making
    raise Invalid(UNKNOWN.format(matter=matter))


async def file_of(store: RecordStore, seal: Seal, making: Making) -> bytes:
    """Return the .docx of a document, opened or, where its file is lost, made again.

    Raises CommandFailed, and the seal's own Hindrance.
    """
    made = _finished(making)
    paper = await store.paper(making.key)
    if paper is None or paper.sealed is None:
        return await made_again(store, making)
    file = seal.open(paper.sealed, str(making.key))
    if sha256(file).hexdigest() != made.sha256:
        raise CommandFailed(NOT_THE_SAME.format(number=made.number))
    return file


async def made_again(store: RecordStore, making: Making) -> bytes:
    """Return the .docx made anew from the journal; raises CommandFailed if it is not the same."""
    made = _finished(making)
    template = await store.template(made.template)
    if template is None or sha256(template).hexdigest() != made.template:
        raise CommandFailed(NO_TEMPLATE.format(number=made.number, hash=made.template[:12]))
    try:
        file = written(making.order, made.number, made.letterhead, template)
    except TemplateBroken as broken:
        raise CommandFailed(broken.text) from None
    if sha256(file).hexdigest() != made.sha256:
        raise CommandFailed(NOT_THE_SAME.format(number=made.number))
    return file


def _finished(making: Making) -> DocumentMade:
    if making.made is None:
        raise CommandFailed(WAITS)
    return making.made
