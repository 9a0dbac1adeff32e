"""The record store is away while matters go on: nothing is lost, nothing doubled, nobody misled."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from temporalio.client import Client

from starter.settings import Settings
from tests.workflows.faults import UnreliableStore
from tests.workflows.lives import Office
from worker import build_worker, file_outbox


@pytest.fixture
async def store(installation: Settings, served_store: object) -> AsyncIterator[UnreliableStore]:
    """A store of its own on the session's database, which can be made to fail."""
    opened = UnreliableStore(served_store.database)
    yield opened


@pytest.fixture
async def shaky(
    client: Client, installation: Settings, store: UnreliableStore
) -> AsyncIterator[Office]:
    """An office whose worker writes to the unreliable store."""
    settings = installation.model_copy(update={"task_queue": f"shaky-{uuid4()}"})
    async with build_worker(client, settings, store, file_outbox(settings)):
        yield Office(client, settings.task_queue, store)


async def test_an_answer_waits_for_the_store_and_nothing_is_lost_or_doubled(
    shaky: Office, store: UnreliableStore
):
    matter = await shaky.opens()
    command = await matter.command("screen")

    store.away = True
    answer = asyncio.create_task(matter.send(command, "screening"))
    while store.refused < 3:
        await asyncio.sleep(0.05)
    unanswered, before = not answer.done(), await matter.facts()
    store.away = False
    receipt = await answer

    assert unanswered
    assert before == ["opened"]
    assert receipt.seq == (2,)
    assert await matter.facts() == ["opened", "screened"]
    await matter.reach("end")
    assert (await matter.result()).closed
