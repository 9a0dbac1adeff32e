"""Notices on their way: each delivered by a task of its own, so that no outage delays a matter."""

import asyncio
from collections.abc import Callable, Iterable

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.notices import NoticeActivities
    from workflows.domain.lifecycle import State
    from workflows.domain.roles import ROLE_LABELS, Role
    from workflows.messages.records import DeliverNotice, Delivery, RecordBatch
    from workflows.patience import NOTIFYING


class Post:
    """Knows which notices are not delivered yet; a new run sends them again under their keys."""

    def __init__(
        self, undeliverable: Callable[[DeliverNotice, str], None], wake: Callable[[], None]
    ) -> None:
        self._undeliverable = undeliverable
        self._wake = wake
        self._under_way: dict[DeliverNotice, asyncio.Task[None]] = {}
        self._noted: set[str] = set()

    @property
    def unsent(self) -> tuple[DeliverNotice, ...]:
        """Return the notices that are on their way."""
        return tuple(self._under_way)

    def send(self, notices: Iterable[DeliverNotice]) -> None:
        """Send notices on their way; the matter goes on meanwhile."""
        for order in notices:
            delivery = self._deliver(order)
            # Not awaited by `live`: a mail relay that is down must not hold up the next step.
            self._under_way[order] = asyncio.create_task(delivery)  # noqa: TID251

    async def _deliver(self, order: DeliverNotice) -> None:
        delivery = await self._tried(order)
        self._note(order, delivery)
        if delivery.waiting:
            # Who is lost must be told at once, however long the others' servers stay away.
            self._note(order, await self._tried(order.model_copy(update={"noted": True})))
        del self._under_way[order]
        self._wake()

    async def _tried(self, order: DeliverNotice) -> Delivery:
        label = ROLE_LABELS[Role(order.to_role)].both()
        return await workflow.execute_activity_method(
            NoticeActivities.deliver_notice,
            order,
            summary=f"Notice 通知 {order.purpose} → {label}",
            **NOTIFYING,
        )

    def _note(self, order: DeliverNotice, delivery: Delivery) -> None:
        if not delivery.delivered and not self._is_known(delivery):
            self._noted.add(delivery.reason)
            self._undeliverable(order, delivery.reason)
            self._wake()

    def _is_known(self, delivery: Delivery) -> bool:
        """Say whether a dead address was noted before, so that it makes no work of every notice.

        A notice that nobody got is always noted.
        """
        return delivery.partly and delivery.reason in self._noted


def orders(batch: RecordBatch, state: State) -> tuple[DeliverNotice, ...]:
    """Return the deliveries that a recorded batch asks for, as the matter's pack wants them."""
    # A matter that another one opened in a rehearsal may be told of before its clock is moved.
    now, rules = max(workflow.now(), batch.events[-1].at), state.pack.notices
    return tuple(
        DeliverNotice(
            matter=batch.matter,
            seq=notice.seq,
            index=notice.index,
            purpose=notice.purpose,
            to_role=notice.to_role,
            sent_at=now,
            hours=rules.hours(now, notice.purpose, state.calendar) if rules else None,
            stand_in=rules.stand_in if rules else "none",
        )
        for notice in batch.notices
    )
