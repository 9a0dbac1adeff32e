"""Matters open each other and tell each other: once, in order, whatever is away meanwhile."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from tests.workflows.network import Network, new_number, to_open, until
from workflows import search_attributes as attributes
from workflows.domain.numbers import child_number


@pytest.fixture
async def network(client: Client, served_store: RecordStore) -> AsyncIterator[Network]:
    network = Network(client, served_store)
    async with network.working():
        yield network


async def test_a_matter_opens_another_under_its_number_with_its_own_rules(network: Network):
    case = await network.opens()
    subject = child_number(case, "S", 1)

    await network.act(case, opens=(to_open(subject, related=(case,)),))

    opened = await network.has(subject, "station_opened")
    first = (await network.events(case))[0]
    assert opened.actor["officer"] == "linked"
    assert opened.fact["pack"] == first.fact["pack"]
    assert opened.fact["calendar"] == first.fact["calendar"]
    assert await network.store.kind_of(subject) == "station"


async def test_lists_show_a_matter_that_another_one_opened(network: Network):
    case = await network.opens()
    subject = child_number(case, "S", 1)
    await network.act(case, opens=(to_open(subject),))
    await network.has(subject, "station_opened")

    described = await network.handle(subject).describe()

    assert described.typed_search_attributes[attributes.CASE_NUMBER] == subject
    assert described.typed_search_attributes[attributes.MATTER_KIND] == "station"
    assert await described.static_summary() == f"station 站 {subject}"


async def test_a_matter_that_is_open_already_is_not_opened_twice(network: Network):
    case, subject = await network.opens(), new_number()
    await network.act(case, opens=(to_open(subject),))
    await network.has(subject, "station_opened")
    await network.act(subject, closes=True)
    await network.ended(subject)

    await network.act(case, opens=(to_open(subject),), tells=((subject, "after"),))
    await network.has_heard(subject, "after")

    assert len(await network.events(subject, "station_opened")) == 1


async def test_messages_from_one_matter_arrive_in_order_and_once(network: Network):
    case, other = await network.opens(), await network.opens()

    await network.act(case, tells=((other, "1"), (other, "2"), (other, "3")))
    await network.act(case, tells=((other, "4"), (other, "5")))

    assert await network.has_heard(other, *"12345") == ["1", "2", "3", "4", "5"]
    origins = [event.fact["origin"] for event in await network.events(other, "heard")]
    assert origins == [f"{case}/2/0", f"{case}/2/1", f"{case}/2/2", f"{case}/3/0", f"{case}/3/1"]


async def test_the_same_words_said_twice_count_twice_and_a_repeated_message_once(
    network: Network,
):
    case, other = await network.opens(), await network.opens()
    await network.act(case, tells=((other, "yes"),))
    await network.act(case, tells=((other, "yes"),))
    await network.has_heard(other, "yes", "yes")

    await network.says(other, "yes", origin=f"{case}/3/0")
    await network.says(other, "last", origin=f"{case}/9/0")

    assert (await until(lambda: network.heard(other), lambda heard: "last" in heard))[:2] == [
        "yes",
        "yes",
    ]
    assert await network.heard(other) == ["yes", "yes", "last"]


async def test_a_matter_is_opened_before_it_is_told_and_before_others_hear_of_it(
    network: Network,
):
    case, other = await network.opens(), await network.opens()
    subject = child_number(case, "S", 1)

    await network.act(
        case, opens=(to_open(subject),), tells=((subject, "welcome"), (other, "it is there"))
    )

    await network.has_heard(other, "it is there")
    assert await network.has_heard(subject, "welcome") == ["welcome"]
    assert await network.handle(subject).describe()


async def test_what_another_matter_tells_waits_for_an_opening_that_is_still_on_the_way(
    network: Network,
):
    stranger, subject = await network.opens(), new_number()
    await network.store.reserve(subject, "station", network.opening(subject).digest)

    await network.act(stranger, tells=((subject, "hello"),))
    await until(lambda: network.attempts(stranger), lambda attempts: attempts >= 2)
    assert await network.events(stranger, "message_lost") == []

    await network.opens(number=subject)
    assert await network.has_heard(subject, "hello") == ["hello"]


async def test_a_message_to_a_number_that_nobody_has_is_noted_as_lost(network: Network):
    case = await network.opens()

    await network.act(case, tells=(("STA-1999-0001", "anybody?"),))

    lost = await network.has(case, "message_lost")
    assert lost.fact["to"] == "STA-1999-0001"
    assert (
        lost.text_zh == "本件的情况未能告知 STA-1999-0001（没有这一编号的事项），请人工核实处理。"
    )


async def test_a_lost_message_does_not_hold_up_the_next_one(network: Network):
    case, other = await network.opens(), await network.opens()

    await network.act(case, tells=(("STA-1999-0001", "anybody?"), (other, "you")))

    assert await network.has_heard(other, "you") == ["you"]


async def test_a_matter_that_must_not_open_leaves_its_number_free_and_its_opener_at_work(
    network: Network,
):
    case, other = await network.opens(), await network.opens()
    forbidden = child_number(case, "X", 1)

    await network.act(case, opens=(to_open(forbidden),))
    receipt = await network.act(case)

    assert receipt.seq == (3,)
    assert await network.store.kind_of(forbidden) is None
    await network.act(other, tells=((case, "still here?"),))
    assert await network.has_heard(case, "still here?") == ["still here?"]
    await network.handle(case).terminate()


async def test_a_matter_that_is_over_ends_only_when_everybody_is_told(
    network: Network,
):
    case, late = await network.opens(), new_number()
    await network.store.reserve(late, "station", network.opening(late).digest)

    await network.act(case, tells=((late, "bye"),), closes=True)
    await until(lambda: network.attempts(case), lambda attempts: attempts >= 2)
    assert await network.timeline(case).is_running()

    await network.opens(number=late)
    assert (await network.ended(case))["closed"]
    assert await network.has_heard(late, "bye") == ["bye"]
