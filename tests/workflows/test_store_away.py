"""The record store is away while matters go on: nothing is lost, nothing doubled, nobody misled."""

import asyncio
from datetime import timedelta

from temporalio.api.enums.v1 import EventType

from tests.workflows.faults import UnreliableStore
from tests.workflows.lives import Matter, Office, ago

HOUR = timedelta(hours=1)


async def asked(store: UnreliableStore, times: int) -> None:
    """Wait until the store has refused so often; there is no event to wait for."""
    while store.refused < times:  # noqa: ASYNC110
        await asyncio.sleep(0.02)


async def test_an_answer_waits_for_the_store_and_nothing_is_lost_or_doubled(
    shaky: Office, store: UnreliableStore
):
    matter = await shaky.opens()
    command = await matter.command("screen")

    store.away = True
    answer = asyncio.create_task(matter.send(command, "screening"))
    await asked(store, 3)
    unanswered, before = not answer.done(), await matter.facts()
    store.away = False
    receipt = await answer

    assert unanswered
    assert before == ["opened"]
    assert receipt.seq == (2,)
    assert await matter.facts() == ["opened", "screened"]
    await matter.reach("end")
    assert (await matter.result()).closed


async def test_even_the_opening_waits_for_the_store(shaky: Office, store: UnreliableStore):
    store.away = True

    opening = asyncio.create_task(shaky.opens())
    await asked(store, 3)
    unanswered = not opening.done()
    store.away = False
    matter = await opening

    assert unanswered
    assert await matter.facts() == ["opened"]


async def test_commands_that_pile_up_are_all_answered_in_order(
    shaky: Office, store: UnreliableStore
):
    matter = await (await shaky.opens()).reach("EVALUATING")
    opinion = await matter.command("give_opinion")
    recusal = await matter.command("recuse_officer", officer="sun")

    store.away = True
    first = asyncio.create_task(matter.send(opinion, "a"))
    await asked(store, 2)
    second = asyncio.create_task(matter.send(recusal, "b"))
    await matter.timeline.settled()
    await matter.handle.signal(
        "note_false_accusation", await matter.command("note_false_accusation")
    )
    store.away = False
    receipts = await asyncio.gather(first, second)

    assert [receipt.seq for receipt in receipts] == [(3, 4), (5,)]
    kinds = ["opinion_given", "procedure_opened", "officer_recused", "false_accusation_noted"]
    await matter.recorded()
    assert (await matter.facts())[2:] == kinds


async def events_of(matter: Matter) -> list[str]:
    """Return the types of the history's events, without those of the virtual clock itself."""
    history = await matter.handle.fetch_history()
    names = [EventType.Name(event.event_type) for event in history.events]
    return [name for name in names if "TIME_SKIPPING" not in name]


async def test_a_store_away_for_a_day_costs_a_handful_of_events_and_the_matter_heals(
    shaky: Office, store: UnreliableStore
):
    matter = await shaky.opens()
    command = await matter.command("screen")
    before = len(await events_of(matter))

    # The engine is told to ask again in half an hour; left alone it asks every minute.
    store.away, store.back_in = True, HOUR / 2
    answer = asyncio.create_task(matter.send(command, "screening"))
    await asked(store, 1)
    await matter.timeline.ahead(24 * HOUR)
    grown = len(await events_of(matter)) - before
    attempts, unanswered = store.refused, not answer.done()
    store.away = False
    await matter.timeline.ahead(HOUR)
    receipt = await answer

    assert attempts >= 48
    assert unanswered
    # One activity, however often that is tried; the rest is what the command itself costs.
    assert grown <= 16
    assert receipt.seq == (2,)
    assert await matter.facts() == ["opened", "screened"]
    await matter.reach("end")


async def test_rungs_that_came_due_while_the_store_was_away_are_recorded_once_each(
    shaky: Office, store: UnreliableStore
):
    matter = await (await shaky.opens(ended_on=ago(0))).reach("EVALUATING")
    command = await matter.command("recuse_officer")

    # 48 days lie between the second and the third week after any one-month term.
    store.away, store.back_in = True, timedelta(days=47)
    answer = asyncio.create_task(matter.send(command, "recusal"))
    await asked(store, 1)
    store.away = False
    await matter.timeline.ahead(timedelta(days=48))
    await answer

    rungs = [rung for _, rung, _ in await matter.rungs()]
    assert rungs == [0, 1, 2, 3, 4, 5]
    days = [day for _, _, day in await matter.rungs()]
    assert days == sorted(set(days))
    assert (await matter.view()).stage_en == "Evaluation"
