"""Processes die at the worst moment; what was answered stays, what was recorded is there once."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import RunningServer, running_server
from starter.server_plan import ServerPlan, claim_port
from starter.settings import Settings
from tests.workflows.dying_worker import KILLED
from tests.workflows.lives import Matter, Office, request
from tests.workflows.premises import new_task_queue, premises
from workflows import search_attributes
from workflows.clarification import ClarificationWorkflow

ROOT = Path(__file__).parents[2]
SOON = timedelta(seconds=2)
"""How soon the server gives a workflow task to another worker; ten seconds where nobody says."""


@asynccontextmanager
async def dying_worker(
    server: RunningServer, settings: Settings, queue: str, when: int | str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a worker that dies right after it has recorded event `when`, or given a `number`."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.workflows.dying_worker"),
        *(server.address, queue, str(when)),
        cwd=ROOT,
        env={**os.environ, "ZHENGMING_DATA": str(settings.data)},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.parametrize("seq", [1, 2], ids=["opening", "command"])
async def test_a_worker_killed_between_commit_and_answer_leaves_each_event_once(
    client: Client,
    server: RunningServer,
    installation: Settings,
    served_store: RecordStore,
    seq: int,
):
    queue = new_task_queue()
    office = Office(client, queue, served_store)
    asked = request()
    matter = await office.starts(asked, task_timeout=SOON)

    async with dying_worker(server, installation, queue, seq) as process:
        opened = asyncio.create_task(matter.handle.execute_update(ClarificationWorkflow.opened))
        screening = asyncio.create_task(_when_on_record(matter, "screen"))
        assert await process.wait() == KILLED
    async with premises(client, installation, served_store, task_queue=queue):
        receipts = [await opened, await screening]
        await matter.reach("end")

    assert [receipt.seq for receipt in receipts] == [(1,), (2,)]
    seqs = [event.seq for event in await matter.events()]
    assert seqs == list(range(1, len(seqs) + 1))
    assert len(await matter.facts("opened")) == 1
    assert len(await matter.facts("screened")) == 1


async def _when_on_record(matter: Matter, kind: str) -> object:
    while not await matter.events():  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    return await matter.do(kind, key="once")


async def test_a_server_that_is_killed_has_what_it_acknowledged_and_its_timers_fire(
    tmp_path: Path, installation: Settings, served_store: RecordStore
):
    plan = ServerPlan(
        database=tmp_path / "temporal.db",
        port=claim_port(0),
        search_attributes=search_attributes.ALL,
        rehearsal=True,
    )
    async with running_server(plan) as server:
        client = await connect_to(server.address, KeyRing.load(installation.keys), identity="tests")
        async with premises(client, installation, served_store) as office:
            matter = await (await office.opens()).reach("EVALUATING")
            command = await matter.command("recuse_officer", officer="sun")
            acknowledged = await matter.send(command, "before")

            server.process.send_signal(signal.SIGKILL)
            await server.process.wait()
            async with running_server(plan):
                again = await matter.send(command, "before")
                due = await matter.due()
                await matter.wait(40)
                rungs = [rung for _, rung, _ in await matter.rungs()]
                await matter.reach("end")

    assert again == acknowledged
    assert due is not None
    assert rungs == [0, 1, 2, 3, 4]
    assert len(await matter.facts("officer_recused")) == 1
