"""Documents of a matter made from the kit: when one may be drafted, and what goes on file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from workflows.domain.lifecycle import Document, Event
from workflows.domain.paper_facts import DocumentMade, PaperKind
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.procedure.shared import DocumentRef, DraftDocument
from workflows.domain.procedure.stages import Stages
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.procedure.steps import Check
from workflows.domain.refusals import refuse


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where a document has its place in the procedure, and the rule that says so."""

    stages: tuple[str, ...]
    rule: str


def check_of(occasions: Mapping[PaperKind, Occasion], stages: Stages) -> Check[Any]:
    """Return the check of a draft: its kind is numbered, in turn, and there is no other valid."""

    def check(matter: ProcedureState, command: DraftDocument, today: date) -> None:
        name, kind = PAPER_LABELS[command.doc_kind], command.doc_kind
        rules, occasion = matter.pack.documents, occasions.get(kind)
        if rules is None or kind not in rules.kinds:
            raise refuse(
                "0.1",
                f"doc_kind：规则包 {matter.pack.label} 不为{name.zh}编号：请另行制作。",
                f"doc_kind: rule pack {matter.pack.label} numbers no {name.en}: make it elsewhere.",
            )
        if occasion is None or matter.stage not in occasion.stages:
            where = [stages.label(stage) for stage in occasion.stages] if occasion else []
            raise refuse(
                occasion.rule if occasion else "0.1",
                f"doc_kind：{name.zh}在这些阶段拟制：{'、'.join(t.zh for t in where) or '—'}。",
                f"doc_kind: {name.en}: drafted in {', '.join(t.en for t in where) or '—'}.",
            )
        _check_room(command)
        _check_replaced(matter, command)

    return check


FORMS = frozenset(
    {PaperKind.INITIATION_APPROVAL, PaperKind.DELIVERY_RECEIPT, PaperKind.REVISIT_FORM}
)
ROOM: dict[str, frozenset[PaperKind]] = {
    "copies": frozenset(PaperKind) - FORMS,
    "text": frozenset(
        {
            PaperKind.INITIATION_APPROVAL,
            PaperKind.RECOMMENDATION_LETTER,
            PaperKind.REVISIT_FORM,
            PaperKind.CORRECTION_NOTICE,
        }
    ),
    "recommendations": frozenset({PaperKind.RECOMMENDATION_LETTER}),
}
"""Which documents print what a draft says of its own."""


def _check_room(command: DraftDocument) -> None:
    """Refuse words that the document would not print."""
    for name, kinds in ROOM.items():
        if getattr(command, name) and command.doc_kind not in kinds:
            label = PAPER_LABELS[command.doc_kind]
            raise refuse(
                "0.1",
                f"{name}：{label.zh}不印这一项，请去掉。",
                f"{name}: the {label.en} does not print it; leave it out.",
            )


def _check_replaced(matter: ProcedureState, command: DraftDocument) -> None:
    """Refuse a second valid document of a kind, and one that replaces what is not valid here."""
    valid = matter.numbers_of(command.doc_kind)
    if any(not paper.number for paper in matter.papers if paper.doc_kind == command.doc_kind):
        raise refuse(
            "0.1",
            "doc_kind：同类文书正在制作，请待其编号后再办（zhengming document list）。",
            "doc_kind: one of this kind is being made; wait for it (zhengming document list).",
        )
    if command.replaces is not None and command.replaces not in valid:
        known = "、".join(valid) or "—"
        raise refuse(
            "0.1",
            f"replaces：只能作废本件的同类有效文书，现有：{known}。",
            f"replaces: only a valid document of this kind can become void; there are: {known}.",
        )


def documents(matter: ProcedureState, event: Event) -> tuple[Document, ...]:
    """Return what an event puts on file: one made here, or those it refers to by number."""
    fact = event.fact
    if isinstance(fact, DocumentMade):
        return (Document(doc_kind=fact.doc_kind, number=fact.number, dated=fact.dated),)
    return tuple(
        Document(doc_kind=ref.kind, number=ref.number, dated=ref.dated)
        for ref in references(fact)
        if ref.number not in matter.numbers_of(ref.kind)
    )


def references(value: BaseModel) -> Iterator[DocumentRef]:
    """Yield every document that a fact refers to, wherever it stands in it."""
    for name in type(value).model_fields:
        found = getattr(value, name)
        for each in found if isinstance(found, tuple) else (found,):
            if isinstance(each, DocumentRef):
                yield each
            elif isinstance(each, BaseModel):
                yield from references(each)
