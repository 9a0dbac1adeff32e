"""Activities that tell people. A notice is delivered from the outbox table, under its key.

A reader that cannot exist is an answer, since no retry mends it; everything else is retried.
"""

import asyncio

import structlog
from temporalio import activity

from activities.outbox import FileOutbox
from activities.store import NoticeMissing, RecordStore
from activities.store.notices import Fate, StoredNotice
from workflows.messages.records import DeliverNotice, Delivery

log = structlog.get_logger(__name__)


class NoticeActivities:
    """Delivers the notices of the record store to the outbox that the worker hands in."""

    def __init__(self, store: RecordStore, outbox: FileOutbox) -> None:
        self._store = store
        self._outbox = outbox

    @activity.defn
    async def deliver_notice(self, order: DeliverNotice) -> Delivery:
        """Deliver a notice 送达通知 once, however often it is asked for."""
        stored = await self._store.notice(order.matter, order.seq, order.index)
        if stored is None:
            raise NoticeMissing(order.matter, order.seq, order.index)
        # A matter that still asks for a restored notice was waiting for it: it is delivered now.
        if stored.fate.state in ("queued", "restored"):
            fate = await self._attempt(stored)
            await self._store.mark_notice(order.matter, order.seq, order.index, fate)
            self._report(order, fate)
        else:
            fate = stored.fate
        return Delivery(delivered=fate.state == "sent", reason=fate.answer)

    async def _attempt(self, stored: StoredNotice) -> Fate:
        attempt = activity.info().attempt
        refusal = self._outbox.refusal(stored)
        if refusal:
            return Fate("undeliverable", attempt, refusal)
        await asyncio.to_thread(self._outbox.write, stored)
        return Fate("sent", attempt)

    def _report(self, order: DeliverNotice, fate: Fate) -> None:
        log.info(
            "notice_delivered" if fate.state == "sent" else "notice_undeliverable",
            matter=order.matter,
            seq=order.seq,
            index=order.index,
            purpose=order.purpose,
            attempts=fate.attempts,
        )
