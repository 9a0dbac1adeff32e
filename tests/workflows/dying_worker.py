"""A worker process that dies between a commit and its answer, as if by kill -9.

Run with `python -m tests.workflows.dying_worker ADDRESS TASK_QUEUE SEQ`; the data directory comes
from the settings. It dies once the event with that number is in the record store; for `number`
instead of SEQ, once a document has its number and before it has its file.
"""

import asyncio
import os
import sys

from activities.store import RecordStore, open_store
from activities.store.papers import NewPaper, StoredPaper
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.settings import Settings
from worker import build_worker, file_outbox
from workflows.messages.records import RecordBatch, Recorded

KILLED = 137


class FatalStore(RecordStore):
    """The real store; the process does not survive the commit of a certain event."""

    deadly_seq: int | None = None

    async def record(self, batch: RecordBatch) -> Recorded:
        recorded = await super().record(batch)
        if self.deadly_seq is not None and recorded.seq >= self.deadly_seq:
            os._exit(KILLED)
        return recorded

    async def enter_paper(self, new: NewPaper) -> StoredPaper:
        entered = await super().enter_paper(new)
        if self.deadly_seq is None:
            os._exit(KILLED)
        return entered


async def serve(address: str, task_queue: str, when: str) -> None:
    settings = Settings.at().model_copy(update={"task_queue": task_queue})
    store = FatalStore(open_store(settings.database_url).database)
    store.deadly_seq = None if when == "number" else int(when)
    client = await connect_to(address, KeyRing.load(settings.keys), identity="dying")
    async with build_worker(client, settings, store, file_outbox(settings)):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], sys.argv[3]))
