"""A matter that continues as new while others are not told yet: the next run tells them."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from tests.workflows.network import Network, new_number, to_open
from tests.workflows.stations import STATION, OpenStationMatter
from workflows import search_attributes
from workflows.messages.matters import Carried
from workflows.picture import links_of, retold


@pytest.fixture
async def network(client: Client, served_store: RecordStore) -> AsyncIterator[Network]:
    network = Network(client, served_store)
    async with network.working():
        yield network


async def test_a_new_run_opens_and_tells_what_the_run_before_left_to_it_and_repeats_nothing(
    network: Network,
):
    case, other, subject = await network.opens(), await network.opens(), new_number()
    words = ((other, "1"), (subject, "2"), (other, "3"))
    await network.act(case, opens=(to_open(subject),), tells=words)
    await network.has_heard(other, "1", "3")
    await network.has_heard(subject, "2")
    steps = retold(STATION, await network.events(case))
    left = links_of(STATION, steps[-1])
    await network.handle(case).terminate()

    carried = Carried(state=steps[-1].after, unopened=left.openings, untold=left.messages)
    await network.client.start_workflow(
        "StationWorkflow",
        OpenStationMatter(carried=carried),
        id=case,
        task_queue=network.task_queue,
    )
    await network.act(case, tells=((other, "4"), (subject, "5")))

    assert await network.has_heard(other, *"134") == ["1", "3", "4"]
    assert await network.has_heard(subject, *"25") == ["2", "5"]
    assert len(await network.runs(subject)) == 1


async def test_a_matter_that_was_cut_off_before_it_opened_and_told_does_so_in_its_next_run(
    client: Client, served_store: RecordStore
):
    network = Network(client, served_store)
    case, subject = new_number(), new_number()
    async with network.working():
        await network.opens(number=case)
        await network.act(case, tells=())
    steps = retold(STATION, await network.events(case))
    asked = steps[-1].event.fact.model_copy(
        update={"opens": (to_open(subject),), "tells": ((subject, "1"), (subject, "2"))}
    )
    event = steps[-1].event.model_copy(update={"fact": asked})
    left = links_of(STATION, steps[-1].model_copy(update={"event": event}))
    await network.handle(case).terminate()

    carried = Carried(state=steps[-1].after, unopened=left.openings, untold=left.messages)
    await client.start_workflow(
        "StationWorkflow",
        OpenStationMatter(carried=carried),
        id=case,
        task_queue=network.task_queue,
    )
    async with network.working():
        assert await network.has_heard(subject, "1", "2") == ["1", "2"]


async def test_a_matter_of_several_runs_is_told_and_tells_as_one(
    installation: Settings, served_store: RecordStore
):
    short_runs = {"limit.historyCount.suggestContinueAsNew": "40"}
    plan = ServerPlan(
        search_attributes=search_attributes.ALL, rehearsal=True, engine_settings=short_runs
    )
    words = [str(n) for n in range(10)]
    async with running_server(plan) as server:
        ring = KeyRing.load(installation.keys)
        network = Network(await connect_to(server.address, ring, identity="tests"), served_store)
        async with network.working():
            case, other = await network.opens(), await network.opens()
            for word in words:
                await network.act(case, tells=((other, word),))
                await network.act(other, tells=((case, word),))
            there = await network.has_heard(other, *words)
            back = await network.has_heard(case, *words)
            runs = await network.runs(case)

    assert there == words
    assert back == words
    assert len(runs) > 1
