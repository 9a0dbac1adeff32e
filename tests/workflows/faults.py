"""The outside world failing when it is told to: the real store and outbox, each behind a fault."""

from datetime import timedelta
from pathlib import Path

from temporalio.exceptions import ApplicationError

from activities.delivery.means import Parcel
from activities.delivery.outbox import FileOutbox
from activities.store import RecordStore
from workflows.messages.records import RecordBatch, Recorded


class UnreliableStore(RecordStore):
    """Refuses what it is asked to record while it is `away`; reads are never in the way."""

    away = False
    back_in = timedelta(0)
    """Tell the engine when asking again makes sense; zero leaves that to the retry policy."""
    refused = 0
    """How often it was asked in vain."""

    async def record(self, batch: RecordBatch) -> Recorded:
        if not self.away:
            return await super().record(batch)
        self.refused += 1
        if self.back_in:
            raise ApplicationError("the disk is full", next_retry_delay=self.back_in)
        raise OSError(28, "No space left on device")


class UnreliableOutbox(FileOutbox):
    """Cannot write while it is `stuck`; every attempt counts as one."""

    stuck = False
    refused = 0

    def write(self, parcel: Parcel, text: str) -> Path:
        if not self.stuck:
            return super().write(parcel, text)
        self.refused += 1
        raise OSError(28, "No space left on device")
