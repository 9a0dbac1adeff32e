"""A worker process that dies between the commit of an event and its answer, as if by kill -9.

Run with `python -m tests.workflows.dying_worker ADDRESS TASK_QUEUE SEQ`; the data directory comes
from the settings. It dies once the event with that number is in the record store.
"""

import asyncio
import os
import sys

from activities.store import RecordStore, open_store
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.settings import Settings
from worker import build_worker, file_outbox
from workflows.messages.records import RecordBatch, Recorded

KILLED = 137


class FatalStore(RecordStore):
    """The real store; the process does not survive the commit of a certain event."""

    deadly_seq = 0

    async def record(self, batch: RecordBatch) -> Recorded:
        recorded = await super().record(batch)
        if recorded.seq >= self.deadly_seq:
            os._exit(KILLED)
        return recorded


async def serve(address: str, task_queue: str, seq: int) -> None:
    settings = Settings.at().model_copy(update={"task_queue": task_queue})
    store = FatalStore(open_store(settings.database_url).database)
    store.deadly_seq = seq
    client = await connect_to(address, KeyRing.load(settings.keys), identity="dying")
    async with build_worker(client, settings, store, file_outbox(settings)):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], int(sys.argv[3])))
