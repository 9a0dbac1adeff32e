"""A matter that continues as new while others are not told yet: the next run tells them."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from tests.workflows.network import Network, new_number, to_open
from tests.workflows.stations import STATION, OpenStationMatter
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
