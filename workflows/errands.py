"""What a matter has others do: notices, documents, other matters. None of it delays the matter."""

from collections.abc import Callable
from typing import Any

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.courier import Courier
    from workflows.domain.clock_facts import MessageLost, NoticeUndeliverable
    from workflows.domain.lifecycle import CALENDAR, LINKED, REGISTRY, Actor, Fact, State
    from workflows.domain.roles import Role
    from workflows.messages.links import Links, TellMatter, Told
    from workflows.messages.matters import Carried
    from workflows.messages.records import DeliverNotice, MakeDocument, RecordBatch
    from workflows.post import Post, orders
    from workflows.press import Press


class Errands:
    """Sends them once their events are on record, and notes what comes of them as facts."""

    def __init__(self, note: Callable[[Fact, Actor], None], wake: Callable[[], None]) -> None:
        self._note = note
        self._post = Post(self._note_undeliverable, wake)
        self._press = Press(lambda made: note(made, REGISTRY), wake)
        self._courier = Courier(self._note_lost, wake)
        self._left: Carried[Any] | None = None

    def take_over(self, carried: Carried[Any]) -> None:
        """Remember what the run before left undone."""
        self._left = carried

    def take_up(self) -> None:
        """Begin with what the run before left undone."""
        if self._left is not None:
            left, self._left = self._left, None
            self._post.send(left.unsent)
            self._press.make(left.unmade)
            self._courier.send(Links(openings=left.unopened, messages=left.untold))

    def run(
        self, batch: RecordBatch, papers: tuple[MakeDocument, ...], links: Links, state: State
    ) -> None:
        """Run the errands of a batch that is on record."""
        self._post.send(orders(batch, state))
        self._press.make(papers)
        self._courier.send(links)

    @property
    def under_way(self) -> bool:
        """Say whether anything is not done yet."""
        return any(self.undone().values())

    def undone(self) -> dict[str, tuple[Any, ...]]:
        """Return what the next run must see to, by the fields of `Carried`."""
        return {
            "unsent": self._post.unsent,
            "unmade": self._press.unmade,
            "unopened": self._courier.unopened,
            "untold": self._courier.untold,
        }

    def _note_undeliverable(self, order: DeliverNotice, reason: str) -> None:
        fact = NoticeUndeliverable(
            notice_seq=order.seq, index=order.index, to_role=Role(order.to_role), reason=reason
        )
        self._note(fact, CALENDAR)

    def _note_lost(self, order: TellMatter, told: Told) -> None:
        fact = MessageLost(
            message_seq=order.seq,
            index=order.index,
            to=order.to,
            name=order.name,
            reason="closed" if told.reason == "closed" else "unknown",
        )
        self._note(fact, LINKED)
