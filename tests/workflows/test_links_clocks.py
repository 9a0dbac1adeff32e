"""Linked matters in virtual time: who is told something never lives in the past of who tells it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.failure import Refused
from starter.rehearsing import advance
from tests.workflows.network import Network, new_number, to_open, until
from tests.workflows.stations import STATIONS
from workflows.domain.lifecycle import today
from workflows.domain.numbers import child_number

SECONDS = timedelta(seconds=30)
"""How far clocks drift apart while a test does its work at the real pace."""


@pytest.fixture
async def network(client: Client, served_store: RecordStore) -> AsyncIterator[Network]:
    network = Network(client, served_store)
    async with network.working():
        yield network


def days_from_now(days: int) -> date:
    return today(datetime.now(UTC)) + timedelta(days=days)


async def clocks_of(network: Network, *numbers: str) -> list[datetime]:
    return [await network.timeline(number).now() for number in numbers]


def are_together(clocks: list[datetime]) -> bool:
    return max(clocks) - min(clocks) < SECONDS


async def test_a_matter_that_is_opened_by_one_of_next_year_begins_next_year(network: Network):
    case = await network.opens()
    await network.timeline(case).ahead(timedelta(days=400))
    subject = child_number(case, "S", 1)

    next_year = (await network.timeline(case).now()).date().isoformat()
    await network.act(case, opens=(to_open(subject, effective_on=next_year, alarm_days=3),))
    opened = await network.has(subject, "station_opened")
    await until(lambda: network.timeline(case).at_rest(), bool)

    assert are_together(await clocks_of(network, case, subject))
    assert opened.at > datetime.now(UTC) + timedelta(days=399)
    assert opened.effective_on >= days_from_now(399)


async def test_whoever_is_told_something_comes_to_the_day_on_which_it_was_said(network: Network):
    case, other = await network.opens(), await network.opens(alarm_days=10)
    await network.act(other, opens=())
    await network.timeline(case).ahead(timedelta(days=30))

    await network.act(case, tells=((other, "a month later"),))
    await network.has_heard(other, "a month later")

    kinds = [event.kind for event in await network.events(other)]
    assert kinds[-2:] == ["period_ended", "heard"]
    assert are_together(await clocks_of(network, case, other))


async def test_whoever_is_further_ahead_stays_there_when_told_of_the_past(network: Network):
    case, other = await network.opens(), await network.opens()
    await network.timeline(other).ahead(timedelta(days=30))

    await network.act(case, tells=((other, "old news"),))
    (heard,) = await until(lambda: network.events(other, "heard"), bool)

    assert heard.effective_on == days_from_now(30)
    assert heard.fact["said_on"] == days_from_now(0).isoformat()


async def test_a_matter_that_is_woken_goes_on_at_its_own_time(network: Network):
    sleeper, case = await network.opens(), await network.opens()
    await network.timeline(sleeper).ahead(timedelta(days=100))
    await network.act(sleeper, closes=True)
    await network.ended(sleeper)

    await network.act(case, tells=((sleeper, "again"),))
    await network.has_heard(sleeper, "again")
    await until(lambda: network.timeline(case).at_rest(), bool)
    await network.act(sleeper)

    moments = [event.at for event in await network.events(sleeper)]
    assert moments == sorted(moments)
    assert today(moments[-1]) >= days_from_now(100)


async def test_advance_moves_all_linked_matters_in_the_order_of_what_falls_due(network: Network):
    case = await network.opens(alarm_days=20)
    first, second = child_number(case, "S", 1), child_number(case, "S", 2)
    late = {"alarm_days": 30, "alarm_to": case, "related": (case,)}
    await network.act(
        case,
        opens=(
            to_open(first, alarm_days=10, alarm_to=second),
            to_open(second, **late),
        ),
    )
    await network.has(second, "station_opened")
    bystander = await network.opens(alarm_days=5, alarm_to=case)

    moved = await advance(network.desk, case, 40, STATIONS)

    assert [each.number for each in moved.linked] == [first, second]
    assert [event.kind for event in moved.events] == ["period_ended", "heard"]
    assert await network.heard(second) == [f"alarm of {first}"]
    (told,) = await network.events(second, "heard")
    assert told.effective_on == days_from_now(11)
    (heard,) = await network.events(case, "heard")
    assert heard.effective_on == days_from_now(31)
    assert are_together(await clocks_of(network, case, first, second))
    assert await network.events(bystander, "period_ended") == []


async def test_advance_takes_along_what_is_opened_on_the_way(network: Network):
    child = new_number()
    case = await network.opens(alarm_days=10, alarm_opens=child)

    moved = await advance(network.desk, case, 40, STATIONS)

    assert [each.number for each in moved.linked] == [child]
    opened, ended = moved.linked[0].events
    assert (opened.kind, opened.effective_on) == ("station_opened", days_from_now(11))
    assert (ended.kind, ended.effective_on) == ("period_ended", days_from_now(17))
    (heard,) = await network.events(case, "heard")
    assert heard.effective_on == days_from_now(17)
    assert are_together(await clocks_of(network, case, child))


async def test_advance_takes_along_what_links_from_the_other_side(network: Network):
    case = await network.opens()
    follower = await network.opens(related=(case,), alarm_days=10, alarm_to=case)
    await network.act(case)

    moved = await advance(network.desk, case, 15, STATIONS)

    (linked,) = moved.linked
    assert linked.number == follower
    assert [event.kind for event in linked.events] == ["period_ended"]
    assert [event.kind for event in moved.events] == ["heard"]
    assert moved.events[0].effective_on == days_from_now(11)


async def test_advance_leaves_closed_matters_alone_but_finds_others_behind_them(network: Network):
    case = await network.opens()
    first = await network.opens(related=(case,))
    second = await network.opens(related=(case,))
    await network.act(case, closes=True)
    await network.ended(case)

    moved = await advance(network.desk, first, 7, STATIONS)

    assert [each.number for each in moved.linked] == [second]
    assert are_together(await clocks_of(network, first, second))
    with pytest.raises(Refused):
        await advance(network.desk, case, 1, STATIONS)


async def test_two_who_move_the_same_matter_both_get_there(network: Network):
    number = await network.opens(alarm_days=15)
    now = await network.timeline(number).now()
    near, far = now + timedelta(days=10), now + timedelta(days=30)

    await asyncio.gather(
        *(network.timeline(number).to(moment) for moment in (far, near, far, near))
    )

    assert await network.timeline(number).now() >= far
    assert len(await network.events(number, "period_ended")) == 1
