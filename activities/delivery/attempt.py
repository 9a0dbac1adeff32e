"""One attempt at a notice: every way that is left is gone at once, and each answer is kept."""

import asyncio
from datetime import datetime

import structlog

from activities.delivery.carrying import carry
from activities.delivery.errors import NeverArrives, NotNow
from activities.delivery.means import Means, Parcel
from activities.delivery.outbox import FileOutbox
from activities.delivery.outcomes import Outcome
from activities.delivery.recipients import Recipient, recipients
from activities.delivery.ways import DISTURBS, Way, ways
from activities.store import RecordStore
from activities.store.deliveries import Trial, WaitingNotice
from workflows.domain.lifecycle import today
from workflows.messages.records import DeliverNotice

log = structlog.get_logger(__name__)


class Attempt:
    """An attempt at the moment `now` of the matter's clock, with the means of that moment."""

    def __init__(
        self,
        store: RecordStore,
        outbox: FileOutbox,
        means: Means,
        order: DeliverNotice,
        waiting: WaitingNotice,
        now: datetime,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._means = means
        self._order = order
        self._waiting = waiting
        self._parcel = Parcel(order.matter, waiting.stored.notice, order.sent_at or now)
        self._now = now
        self._key = (order.matter, order.seq, order.index)

    async def go(self) -> dict[Way, Outcome]:
        """Go every way that is left and return what all of them have come to."""
        chosen = ways(self._means, self._recipients(), self._waiting.excluded)
        gone = (self._go(way) for way in chosen)
        # One that fails must not stop another whose mail is on its way just now.
        outcomes = await asyncio.gather(*gone, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
        return dict(zip(chosen, (o for o in outcomes if isinstance(o, Outcome)), strict=True))

    def _recipients(self) -> tuple[Recipient, ...]:
        return recipients(
            self._means.directory,
            self._parcel.notice,
            today(self._now),
            self._order.stand_in,
            self._waiting.excluded,
        )

    async def _go(self, way: Way) -> Outcome:
        before = self._before(way)
        if sent := [trial for trial in before if trial.state == "sent"]:
            await self._keep(way, sent[0])
            return Outcome(sent[0])
        attempts = max((trial.attempts for trial in before), default=0)
        hours = self._order.hours if way.channel in DISTURBS else None
        opens = hours.next_opening(self._now) if hours else self._now
        if self._now < opens:
            outcome = Outcome(Trial("queued", attempts), "hours", opens - self._now)
        else:
            outcome = await self._tried(way, attempts + 1)
        await self._keep(way, outcome.trial)
        return outcome

    def _before(self, way: Way) -> list[Trial]:
        """Return what came of a way so far; a group has what was sent there, whoever was in it."""
        return [
            trial
            for (officer, channel), trial in self._waiting.trials.items()
            if channel == way.kept_as and (way.channel != "email" or officer in way.officers)
        ]

    async def _tried(self, way: Way, attempts: int) -> Outcome:
        try:
            answer = await carry(way, self._parcel, self._means, self._outbox)
        except NeverArrives as never:
            self._say("notice_refused", way, never.for_log)
            return Outcome(Trial("undeliverable", attempts, never.answer), never.code)
        except NotNow as later:
            self._say("notice_waits", way, later.for_log)
            return Outcome(Trial("queued", attempts, later.answer), later.code, later.again_in)
        return Outcome(Trial("sent", attempts, answer))

    async def _keep(self, way: Way, trial: Trial) -> None:
        await self._store.mark_delivery(self._key, (way.officers, way.kept_as), trial)

    def _say(self, event: str, way: Way, why: str) -> None:
        matter, seq, index = self._key
        log.warning(event, matter=matter, seq=seq, index=index, channel=way.channel, why=why)
