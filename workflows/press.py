"""Documents being made: each by a task of its own, so that no broken template delays a matter."""

import asyncio
from collections.abc import Callable, Iterable

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.documents import DocumentActivities
    from workflows.domain.paper_facts import DocumentMade, PaperKind
    from workflows.domain.paper_labels import PAPER_LABELS
    from workflows.messages.records import MadeDocument, MakeDocument
    from workflows.patience import MAKING


class Press:
    """Knows which documents are not made yet; a new run asks for them again under their keys."""

    def __init__(self, made: Callable[[DocumentMade], None], wake: Callable[[], None]) -> None:
        self._made = made
        self._wake = wake
        self._under_way: dict[tuple[int, int], tuple[MakeDocument, asyncio.Task[None]]] = {}

    @property
    def unmade(self) -> tuple[MakeDocument, ...]:
        """Return the documents that are being made."""
        return tuple(order for order, _ in self._under_way.values())

    def make(self, orders: Iterable[MakeDocument]) -> None:
        """Have documents made; the matter goes on meanwhile."""
        for order in orders:
            # Not awaited by `live`: an office that mends its template must hold up no step.
            task = asyncio.create_task(self._make(order))  # noqa: TID251
            self._under_way[order.seq, order.index] = (order, task)

    async def _make(self, order: MakeDocument) -> None:
        made = await workflow.execute_activity_method(
            DocumentActivities.make_document,
            order,
            summary=f"Document 文书 {PAPER_LABELS[order.kind].zh}",
            **MAKING,
        )
        self._made(fact_of(order, made))
        del self._under_way[order.seq, order.index]
        self._wake()


def fact_of(order: MakeDocument, made: MadeDocument) -> DocumentMade:
    """Return the fact that an order was carried out."""
    return DocumentMade(
        drafted_seq=order.seq,
        index=order.index,
        doc_kind=PaperKind(order.kind),
        number=made.number,
        dated=order.dated,
        sha256=made.sha256,
        template=made.template,
        letterhead=made.letterhead,
    )
