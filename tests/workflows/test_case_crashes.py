"""Workers and a server die in the middle of a decision on five subjects: nothing is lost or twice.

One case goes through it all: the decision is on record but nobody knows; the server goes; the
third follow-up has its number and no life; the third of five messages is about to be handed in.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from activities.store import RecordStore
from activities.store.verify import verify
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import RunningServer, running_server
from starter.server_plan import ServerPlan, claim_port
from starter.settings import Settings
from tests.domain.accountability.parts import MEMBER, PRINCIPAL
from tests.workflows.dossiers import Dossier, opens_case
from tests.workflows.dying_worker import KILLED
from tests.workflows.lives import Office
from tests.workflows.premises import new_task_queue, premises
from workflows import search_attributes

ROOT = Path(__file__).parents[2]
FIVE = [f"S{n}" for n in range(1, 6)]
SUBJECTS = [
    PRINCIPAL,
    *({**MEMBER, "ref": ref, "reference": f"C-{ref}", "officer": ref.lower()} for ref in FIVE[1:]),
]


@asynccontextmanager
async def dying(
    server: RunningServer, settings: Settings, office: Office, when: str
) -> AsyncIterator[None]:
    """Have a worker that dies at a moment; it must be dead when the block is left."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.workflows.dying_worker"),
        *(server.address, office.task_queue, when),
        cwd=ROOT,
        env={**os.environ, "ZHENGMING_DATA": str(settings.data)},
    )
    try:
        yield
        assert await asyncio.wait_for(process.wait(), 60) == KILLED
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.timeout(300)  # what a dead worker held, the engine gives to another after ten seconds
async def test_a_decision_on_five_subjects_survives_every_crash(
    tmp_path: Path, installation: Settings, served_store: RecordStore
):
    """Issue 4, 10: exactly five follow-ups, each opened once; each message has one effect."""
    plan = ServerPlan(
        database=tmp_path / "temporal.db",
        port=claim_port(0),
        search_attributes=search_attributes.ALL,
        rehearsal=True,
    )
    async with running_server(plan) as server:
        client = await connect_to(server.address, KeyRing.load(installation.keys), identity="tests")
        office = Office(client, new_task_queue(), served_store)

        def healthy():
            return premises(client, installation, served_store, task_queue=office.task_queue)

        async with healthy():
            case = await (await opens_case(office, *SUBJECTS)).reach("DECIDING")
            await case.do("propose_decision")
            decision = (await case.life()).command("decide", await case.today())
        seq = len(await case.events()) + 1

        async with dying(server, installation, office, str(seq)):
            deciding = asyncio.create_task(case.send(decision, "once"))
        server.process.send_signal(signal.SIGKILL)
        await server.process.wait()
        async with running_server(plan) as again:
            async with dying(again, installation, office, "reservation:3"):
                answers = [deciding, asyncio.create_task(case.send(decision, "once"))]
            async with healthy():
                given = await asyncio.gather(*answers, return_exceptions=True)
                receipt = await case.send(decision, "once")
                await case.rest()
                serving = [await served(case.follow_up(ref)) for ref in FIVE]
            async with dying(again, installation, office, "message:3"):
                tasks = [asyncio.create_task(m.send(command, "serve")) for m, command in serving]
            async with healthy():
                await asyncio.gather(*tasks)
                await asyncio.gather(*(m.send(command, "serve") for m, command in serving))
                await case.rest()
                runs = [await case.follow_up(ref).runs() for ref in FIVE]
                stage = await case.stage()

    assert receipt is not None
    assert receipt.seq == (seq,)
    assert given[-1] == receipt
    assert runs == [1] * 5
    assert stage == "RECTIFYING"
    assert len(await case.facts("decided")) == 1
    told = [event.fact["subject"] for event in await case.events("subject_served")]
    assert sorted(told) == FIVE
    for ref in FIVE:
        facts = await case.follow_up(ref).facts()
        assert facts == ["follow_up_opened", "decision_served", "execution_begun"]
    found = [each for each in await verify(served_store) if each.matter.startswith(case.number)]
    assert found == []


async def served(follow_up: Dossier) -> tuple[Dossier, object]:
    """Return a follow-up with the command that serves its decision today."""
    return follow_up, (await follow_up.life()).command("serve", await follow_up.today())
