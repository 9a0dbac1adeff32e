"""Processes die while matters are opened and told: nothing is lost, nothing is doubled."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from temporalio.client import Client

from activities.store import RecordStore
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import RunningServer, running_server
from starter.server_plan import ServerPlan, claim_port
from starter.settings import Settings
from tests.workflows.dying_worker import KILLED
from tests.workflows.network import Network, new_number, to_open
from workflows import search_attributes
from workflows.domain.numbers import child_number

ROOT = Path(__file__).parents[2]


async def test_a_worker_that_dies_after_the_third_of_five_openings_opens_each_once(
    client: Client, server: RunningServer, installation: Settings, served_store: RecordStore
):
    network = Network(client, served_store)
    async with network.working():
        case = await network.opens()
    subjects = [child_number(case, "S", n) for n in range(1, 6)]

    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.workflows.dying_linker"),
        *(server.address, network.task_queue, "3"),
        cwd=ROOT,
        env={**os.environ, "ZHENGMING_DATA": str(installation.data)},
    )
    acting = network.act(
        case,
        opens=tuple(to_open(subject) for subject in subjects),
        tells=tuple((subject, "begin") for subject in subjects),
    )
    receipt, died = await asyncio.gather(acting, process.wait())
    async with network.working():
        heard = [await network.has_heard(subject, "begin") for subject in subjects]

    assert receipt.seq == (2,)
    assert died == KILLED
    assert heard == [["begin"]] * 5
    for subject in subjects:
        assert len(await network.runs(subject)) == 1
        assert len(await network.events(subject, "station_opened")) == 1


async def test_a_server_that_is_killed_between_opening_and_telling_forgets_neither(
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
        network, reached = Network(client, served_store), asyncio.Event()

        async def pause(number: str, moment: object) -> None:
            reached.set()
            await asyncio.sleep(0.5)

        async with network.working(pause):
            case, subject = await network.opens(), new_number()
            await network.act(case, opens=(to_open(subject),), tells=((subject, "begin"),))
            await reached.wait()
            server.process.send_signal(signal.SIGKILL)
            await server.process.wait()
            async with running_server(plan):
                heard = await network.has_heard(subject, "begin")

    assert heard == ["begin"]
    assert len(await network.events(subject, "station_opened")) == 1
