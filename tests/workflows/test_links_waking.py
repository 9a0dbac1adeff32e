"""Closed matters that are told something: they wake, with everything they knew."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from temporalio.client import Client, WorkflowUpdateFailedError

from activities.store import RecordStore
from activities.waking import Waker
from tests.workflows.network import Network, until
from tests.workflows.stations import CLERK, STATIONS, Act, Hear
from workflows.domain.lifecycle import today


@pytest.fixture
async def network(client: Client, served_store: RecordStore) -> AsyncIterator[Network]:
    network = Network(client, served_store)
    async with network.working():
        yield network


async def closed(network: Network) -> str:
    number = await network.opens()
    await network.act(number, closes=True)
    await network.ended(number)
    return number


async def test_a_message_wakes_a_closed_matter_which_goes_on_where_it_was(network: Network):
    case, sleeper = await network.opens(), await closed(network)

    await network.act(case, tells=((sleeper, "again"),))
    await network.has_heard(sleeper, "again")
    receipt = await network.act(sleeper)

    assert receipt.seq == (4,)
    assert receipt.stage == "10 Open"
    assert [e.kind for e in await network.events(sleeper)] == [
        "station_opened",
        "acted",
        "heard",
        "acted",
    ]


async def test_a_matter_that_does_not_reopen_for_what_it_hears_is_closed_again(network: Network):
    case, sleeper = await network.opens(), await closed(network)

    await network.act(case, tells=((sleeper, "by the way"),))
    await network.has_heard(sleeper, "by the way")

    assert (await network.ended(sleeper))["closed"]


async def test_two_who_wake_the_same_matter_at_once_are_both_heard_once(network: Network):
    sleeper = await closed(network)
    cases = [await network.opens() for _ in range(4)]

    await asyncio.gather(*(network.act(case, tells=((sleeper, case),)) for case in cases))
    heard = await network.has_heard(sleeper, *cases)
    await network.ended(sleeper)

    assert sorted(heard) == sorted(cases)
    events = await network.events(sleeper)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))


async def test_a_waker_who_looked_long_ago_does_not_make_the_matter_forget(network: Network):
    sleeper, day = await closed(network), today(datetime.now(UTC))
    waker = Waker(network.client, network.store, network.task_queue, kinds=STATIONS)

    for word in ("first", "second", "third"):
        said = Hear(word=word, said_on=day, origin=f"{word}/1/0")
        assert await waker.wake(sleeper, said)
        assert await waker.wake(sleeper, said)
    await until(lambda: network.heard(sleeper), lambda heard: len(heard) == 3)
    await network.ended(sleeper)

    assert await network.heard(sleeper) == ["first", "second", "third"]


async def test_a_key_of_the_first_run_is_known_to_the_matter_that_woke(network: Network):
    number = await network.opens()
    command = Act(actor=CLERK, closes=True)
    first = await network.handle(number).execute_update("act", command, id="op-1")
    await network.ended(number)
    other = await network.opens()
    await network.act(other, tells=((number, "again"),))
    await network.has_heard(number, "again")

    again = await network.handle(number).execute_update("act", command, id="op-1")

    assert again == first
    assert len(await network.events(number, "acted")) == 1


async def test_a_message_that_wakes_nobody_is_noted_as_lost(network: Network):
    case, sleeper = await network.opens(), await closed(network)

    await network.act(case, tells=((sleeper, "psst"),))
    lost = await network.has(case, "message_lost")

    assert (lost.fact["to"], lost.fact["reason"]) == (sleeper, "closed")
    assert lost.text_zh == f"本件的情况未能告知 {sleeper}（该事项已办结），请人工核实处理。"
    assert len(await network.runs(sleeper)) == 1
    assert await network.heard(sleeper) == []


async def test_a_command_that_comes_while_a_matter_wakes_is_carried_out_or_refused_never_lost(
    network: Network,
):
    case, sleeper = await network.opens(), await closed(network)

    await network.act(case, tells=((sleeper, "again"),))
    await until(lambda: network.runs(sleeper), lambda runs: len(runs) == 2)
    try:
        receipt = await network.act(sleeper)
    except WorkflowUpdateFailedError:
        await network.has_heard(sleeper, "again")
        receipt = await network.act(sleeper)

    assert receipt.seq == (4,)
