"""Activities that tell people. A notice goes out from the outbox table, under its key.

A reader who can never be reached is an answer, since no retry mends it; everything else is retried,
and what was sent is not sent again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.delivery.errors import MeansBroken
from activities.delivery.means import Means
from activities.delivery.outbox import FileOutbox
from activities.delivery.outcomes import again_in, lost, waiting
from activities.store import NoticeMissing, RecordStore
from activities.store.deliveries import NoticeKey, WaitingNotice
from activities.store.notices import Fate
from workflows.messages.records import DeliverNotice, Delivery

log = structlog.get_logger(__name__)


class NoticeActivities:
    """Delivers the notices of the record store with what the office has for it at that moment."""

    def __init__(
        self, store: RecordStore, outbox: FileOutbox, means: Callable[[], Means] = Means
    ) -> None:
        # What mails and posts takes long to import, and clerks' commands load this module too.
        from activities.delivery.attempt import Attempt

        self._store = store
        self._means = means
        self._attempt = partial(Attempt, store, outbox)

    @activity.defn
    async def deliver_notice(self, order: DeliverNotice) -> Delivery:
        """Deliver a notice 送达通知 once on each way, however often it is asked for."""
        key = (order.matter, order.seq, order.index)
        notice = await self._store.waiting_notice(key)
        if notice is None:
            raise NoticeMissing(*key)
        fate = notice.stored.fate
        # A matter that still asks for a restored notice was waiting for it: it is delivered now.
        if fate.state in ("queued", "restored"):
            fate = await self._deliver(order, notice)
        if fate.state == "sent":
            return Delivery(delivered=True)
        return Delivery(
            delivered=False,
            reason=fate.answer,
            partly=await self._is_partly_sent(key),
            waiting=fate.state == "queued",
        )

    async def _is_partly_sent(self, key: NoticeKey) -> bool:
        notice = await self._store.waiting_notice(key)
        return notice is not None and any(t.state == "sent" for t in notice.trials.values())

    async def _deliver(self, order: DeliverNotice, notice: WaitingNotice) -> Fate:
        """Return what came of a notice; raises ApplicationError while a way is closed.

        One that is still queued has somebody who can never be reached, which nobody knows yet.
        """
        attempt = self._attempt(self._current_means(order), order, notice, _moment(order))
        outcomes = await attempt.go()
        attempts, nobody = activity.info().attempt, "; ".join(lost(outcomes))
        closed = waiting(outcomes)
        if closed and nobody and not order.noted:
            return Fate("queued", attempts, nobody)
        if closed:
            codes = sorted({outcome.code for outcome in closed})
            raise _waits(", ".join(codes), again_in(closed))
        fate = Fate("undeliverable", attempts, nobody) if nobody else Fate("sent", attempts)
        await self._store.mark_notice(order.matter, order.seq, order.index, fate)
        _report(order, fate)
        return fate

    def _current_means(self, order: DeliverNotice) -> Means:
        try:
            return self._means()
        except MeansBroken as broken:
            log.warning("notice_waits", matter=order.matter, seq=order.seq, why=str(broken))
            raise _waits("means") from None


def _moment(order: DeliverNotice) -> datetime:
    """Return the moment of this attempt by the matter's clock, which a rehearsal moves ahead.

    It is when the attempt began: in a rehearsal one may begin before it was scheduled.
    """
    began = activity.info().started_time
    return max(began, order.sent_at or began)


def _waits(why: str, rest: timedelta | None = None) -> ApplicationError:
    """Return what asks for another attempt; what the other side said stays in the record store."""
    return ApplicationError(
        f"waits: {why}",
        type="NoticeWaits",
        next_retry_delay=rest,
        category=ApplicationErrorCategory.BENIGN,  # each closed way has its line in the log
    )


def _report(order: DeliverNotice, fate: Fate) -> None:
    log.info(
        "notice_delivered" if fate.state == "sent" else "notice_undeliverable",
        matter=order.matter,
        seq=order.seq,
        index=order.index,
        purpose=order.purpose,
        attempts=fate.attempts,
    )
