"""A matter that continues as new: it takes everything along, its keys and its notices too.

The server of this module suggests a new run after some forty events, so that one life has several.
"""

import asyncio
from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client, WorkflowExecutionStatus

from activities.store import RecordStore
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from tests.domain.life import notices_of
from tests.workflows.faults import UnreliableOutbox
from tests.workflows.lives import Matter, Office
from tests.workflows.premises import premises
from workflows import search_attributes
from workflows.kinds.clarification import OpenClarification
from workflows.messages.matters import Carried
from workflows.messages.records import DeliverNotice

SHORT_RUNS = {"limit.historyCount.suggestContinueAsNew": "40"}


@pytest.fixture(scope="module")
async def brisk_client(installation: Settings) -> AsyncIterator[Client]:
    """A client of a server that suggests a new run after forty events."""
    plan = ServerPlan(
        search_attributes=search_attributes.ALL, rehearsal=True, engine_settings=SHORT_RUNS
    )
    async with running_server(plan) as server:
        yield await connect_to(server.address, KeyRing.load(installation.keys), identity="tests")


@pytest.fixture
def outbox(installation: Settings) -> UnreliableOutbox:
    return UnreliableOutbox(installation.data / "outbox")


@pytest.fixture
async def brisk(
    brisk_client: Client,
    installation: Settings,
    served_store: RecordStore,
    outbox: UnreliableOutbox,
) -> AsyncIterator[Office]:
    async with premises(brisk_client, installation, served_store, outbox) as office:
        yield office


async def runs_of(matter: Matter) -> int:
    query = f"WorkflowId = '{matter.number}'"
    return len([run async for run in matter.office.client.list_workflows(query)])


async def run_id(matter: Matter) -> str:
    return (await matter.handle.describe()).run_id


async def completed(matter: Matter) -> Matter:
    """Take a matter on until it is cleared, in a later run than its first.

    A new run waits for the notices of the last one, and here nobody takes days between two steps.
    """
    first = await run_id(matter)
    await matter.reach("COMPLETED")
    while await run_id(matter) == first:  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    return matter


async def test_a_life_of_several_runs_is_one_life(brisk: Office):
    matter = await brisk.opens()
    first = await run_id(matter)

    await (await completed(matter)).reach("end")
    result = await matter.result()

    assert result.closed
    assert await run_id(matter) != first
    seqs = [event.seq for event in await matter.events()]
    assert seqs == list(range(1, len(seqs) + 1))


async def test_a_key_is_remembered_across_runs(brisk: Office):
    matter = await brisk.opens()
    command = await matter.command("screen")
    first = await matter.send(command, "op-7")
    await completed(matter)

    again = await matter.send(command, "op-7")

    assert await run_id(matter) != first.run_id
    assert again == first
    assert len(await matter.facts("screened")) == 1


async def test_a_key_used_for_another_command_is_refused_in_a_later_run(brisk: Office):
    matter = await brisk.opens()
    await matter.do("screen", key="op-7")
    await completed(matter)
    other = await matter.command("follow_up_effect")

    assert await matter.not_sent(other, "op-7") == "design 4.1"
    assert await matter.facts("effect_followed_up") == []


async def test_a_message_repeated_in_a_later_run_has_no_second_effect(brisk: Office):
    matter = await brisk.opens()
    command = await matter.command("register_lead", lead="L-1")
    await matter.handle.signal("register_lead", command)
    await matter.recorded()
    await matter.do("close_other_lead", lead="L-1")
    await completed(matter)

    await matter.handle.signal("register_lead", command)
    await matter.recorded()

    assert len(await matter.facts("lead_registered")) == 1


async def test_reminders_go_on_in_a_new_run_that_nobody_spoke_to(brisk: Office):
    matter = await completed(await brisk.opens())

    await matter.wait(45)

    assert await runs_of(matter) >= 2
    assert [rung for _, rung, _ in await matter.rungs("follow_up")] == [0, 1, 2, 3, 4, 5]
    await matter.do("follow_up_effect")
    assert (await matter.result()).closed


async def test_a_new_run_shows_its_bar_and_its_page_at_once(brisk: Office):
    matter = await brisk.opens()
    first = await run_id(matter)
    while await run_id(matter) == first:
        await matter.do("recuse_officer", officer=f"o-{len(await matter.events())}")
        await matter.recorded()

    history = await matter.handle.fetch_history()
    timers = [e for e in history.events if e.HasField("timer_started_event_attributes")]

    assert len(timers) >= 2  # the stage's bar and the reminder


async def test_a_stuck_notice_puts_the_new_run_off_and_is_sent_when_the_outbox_heals(
    brisk: Office, outbox: UnreliableOutbox
):
    outbox.stuck = True
    matter = await (await brisk.opens()).reach("end")
    runs_while_stuck = await runs_of(matter)
    filed_and_waiting = (await matter.handle.describe()).status

    outbox.stuck = False
    await matter.timeline.finish()

    assert runs_while_stuck == 1
    assert filed_and_waiting is WorkflowExecutionStatus.RUNNING
    assert await fates(matter) == {"sent"}


async def test_a_run_sends_the_notices_that_the_run_before_left_to_it(
    brisk: Office, outbox: UnreliableOutbox
):
    outbox.stuck = True
    matter = await brisk.opens()
    left = DeliverNotice(matter=matter.number, seq=1, index=0, purpose="stage", to_role="principal")
    carried = Carried(state=(await matter.life()).state, unsent=(left,))
    await matter.handle.terminate()

    outbox.stuck = False
    await brisk.runs(OpenClarification(carried=carried), matter.number)
    await matter.reach("end")
    await matter.result()

    assert await fates(matter) == {"sent"}


async def fates(matter: Matter) -> set[str]:
    """Return what became of the matter's notices."""
    found = set()
    for step in (await matter.life()).steps:
        for index, _ in enumerate(notices_of(step)):
            notice = await matter.office.store.notice(matter.number, step.event.seq, index)
            found.add(notice.fate.state if notice else "missing")
    return found
