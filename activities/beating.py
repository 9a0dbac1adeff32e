"""A sign of life for long work: the engine gives it to another worker soon after this one dies."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from temporalio import activity

EVERY = 2.0
"""Seconds between two signs."""


@asynccontextmanager
async def beating() -> AsyncIterator[None]:
    """Tell the engine, for as long as the block runs, that the work goes on."""

    async def beat() -> None:
        while True:
            activity.heartbeat()
            await asyncio.sleep(EVERY)

    task = asyncio.create_task(beat())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
