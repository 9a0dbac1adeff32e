"""A worker process that dies once it has opened so many matters, before anybody knows.

Run with `python -m tests.workflows.dying_linker ADDRESS TASK_QUEUE COUNT`; the data directory comes
from the settings.
"""

import asyncio
import os
import sys
from datetime import datetime

from activities.store import open_store
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.settings import Settings
from tests.workflows.dying_worker import KILLED
from tests.workflows.network import network_worker


async def serve(address: str, task_queue: str, count: int) -> None:
    settings = Settings.at()
    client = await connect_to(address, KeyRing.load(settings.keys), identity="dying")
    opened: list[str] = []

    async def die(number: str, moment: datetime) -> None:
        opened.append(number)
        if len(opened) == count:
            os._exit(KILLED)

    async with network_worker(client, open_store(settings.database_url), task_queue, die):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], int(sys.argv[3])))
