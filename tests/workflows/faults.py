"""A record store that fails when it is told to: the real one, behind a fault."""

from datetime import timedelta

from temporalio.exceptions import ApplicationError

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
