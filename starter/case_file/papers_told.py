"""The documents of a matter, told from its journal: made here, or known by number."""

from collections.abc import Iterator, Sequence
from typing import Any

from starter.case_file.model import Paper
from starter.labels import DOCUMENTS, called
from workflows.domain.lifecycle import Decider, Document, Step
from workflows.domain.paper_facts import DocumentMade


def papers_told(
    decider: Decider[Any], steps: Sequence[Step[Any]], void: frozenset[str]
) -> tuple[Paper, ...]:
    """Return every document once, in the order in which it came on file; `void` are numbers."""
    told: dict[tuple[str, str], Paper] = {}
    for step in steps:
        for paper in _of(decider, step, void):
            told.setdefault((paper.kind, paper.number), paper)
    return tuple(told.values())


def _of(decider: Decider[Any], step: Step[Any], void: frozenset[str]) -> Iterator[Paper]:
    fact, seq = step.event.fact, step.event.seq
    if isinstance(fact, DocumentMade):
        yield _made(fact, seq, fact.number in void)
    for document in decider.effects(step.before, step.after, step.event).documents:
        yield _referred(document, seq)


def _made(fact: DocumentMade, seq: int, void: bool) -> Paper:
    return Paper(
        seq=seq,
        kind=fact.doc_kind.value,
        label=called(DOCUMENTS, fact.doc_kind.value),
        number=fact.number,
        dated=fact.dated.isoformat(),
        sha256=fact.sha256,
        drafted=fact.drafted_seq,
        void=void,
    )


def _referred(document: Document, seq: int) -> Paper:
    return Paper(
        seq=seq,
        kind=document.doc_kind,
        label=called(DOCUMENTS, document.doc_kind),
        number=document.number,
        dated=document.dated.isoformat() if document.dated else "",
    )
