"""One server on a file, fully durable, and a worker process for each shape."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from temporalio.client import Client

from activities.store import open_store
from activities.store.tables import notices
from bench.lives import Clients, Lives
from bench.shapes import OURS, Shape
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from workflows import search_attributes
from workflows.messages.matters import Receipt

OUR_STORE = f"{OURS}.db"
"""The record store of our clarification, in the data directory."""


@dataclass
class Laboratory:
    """Where lives are measured: the processes whose CPU is counted, and who leads the lives."""

    server: int
    lives: Lives
    address: str
    data: Path
    workers: dict[str, int]
    """Process ids by task queue."""
    stack: AsyncExitStack

    async def notices_by_step(self, ours: Shape) -> list[int]:
        """Return how many notices each step of our life sends, the opening first."""
        handle, answers = await self.lives.live(ours)
        store = open_store(str(self.data / OUR_STORE))
        try:
            sent = await store.database.read(_sent_by(handle.id))
        finally:
            await store.close()
        receipts = (answer for answer in answers if isinstance(answer, Receipt))
        return [sum(sent[seq] for seq in receipt.seq) for receipt in receipts]

    async def hire(self, shapes: Sequence[Shape]) -> None:
        """Start a worker for each shape, and let it lead one life to warm up."""
        for shape in shapes:
            worker = _running_worker(shape.queue, self.address, self.data)
            self.workers[shape.queue] = await self.stack.enter_async_context(worker)
        await asyncio.gather(*(self.lives.live(shape) for shape in shapes))


def _sent_by(matter: str) -> Callable[[sa.Connection], Counter[int]]:
    query = sa.select(notices.c.seq).where(notices.c.matter == matter)
    return lambda connection: Counter(connection.scalars(query))


@asynccontextmanager
async def laboratory(data: Path) -> AsyncIterator[Laboratory]:
    """Start the server on `data`; everything stops at the end."""
    settings = Settings.at(data)
    ring = KeyRing.create(settings.keys)
    plan = ServerPlan(
        database=data / "temporal.db",
        log=data / "temporal.log",
        search_attributes=search_attributes.ALL,
    )
    async with running_server(plan) as server, AsyncExitStack() as stack:
        ours = await connect_to(server.address, ring, identity="bench")
        lives = Lives(Clients(ours, await Client.connect(server.address, identity="bench")))
        yield Laboratory(server.process.pid, lives, server.address, data, {}, stack)


@asynccontextmanager
async def _running_worker(queue: str, address: str, data: Path) -> AsyncIterator[int]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.serving", queue, address, str(data)
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()
