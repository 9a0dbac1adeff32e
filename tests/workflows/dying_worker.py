"""A worker process that dies at a certain moment, as if by kill -9.

Run with `python -m tests.workflows.dying_worker ADDRESS TASK_QUEUE WHEN`; the data directory comes
from the settings. WHEN is the number of an event, once it is in the record store and before anybody
knows; `number`, once a document has its number and before it has its file; `reservation:3`, once
the third matter has its number reserved and before it starts; `message:3`, when the third message
to another matter is about to be handed in.
"""

import asyncio
import os
import sys
from typing import Any

from activities.store import RecordStore, open_store
from activities.store.operations import Reservation
from activities.store.papers import NewPaper, StoredPaper
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.settings import Settings
from worker import build_worker, file_outbox
from workflows.messages.records import RecordBatch, Recorded

KILLED = 137


class FatalStore(RecordStore):
    """The real store; the process does not survive a certain moment."""

    when = ""
    count = 0

    async def record(self, batch: RecordBatch) -> Recorded:
        recorded = await super().record(batch)
        if self.when.isdecimal() and recorded.seq >= int(self.when):
            os._exit(KILLED)
        return recorded

    async def enter_paper(self, new: NewPaper) -> StoredPaper:
        entered = await super().enter_paper(new)
        if self.when == "number":
            os._exit(KILLED)
        return entered

    async def reserve(self, *asked: Any) -> Reservation:
        reserved = await super().reserve(*asked)
        self._tick("reservation")
        return reserved

    async def kind_of(self, number: str) -> str | None:
        self._tick("message")  # a worker asks only in order to tell that matter something
        return await super().kind_of(number)

    def _tick(self, what: str) -> None:
        self.count += self.when.startswith(f"{what}:")
        if self.when == f"{what}:{self.count}":
            os._exit(KILLED)


async def serve(address: str, task_queue: str, when: str) -> None:
    settings = Settings.at().model_copy(update={"task_queue": task_queue})
    store = FatalStore(open_store(settings.database_url).database)
    store.when = when
    client = await connect_to(address, KeyRing.load(settings.keys), identity="dying")
    async with build_worker(client, settings, store, file_outbox(settings)):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], sys.argv[3]))
