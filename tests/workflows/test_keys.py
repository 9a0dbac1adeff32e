"""The idempotency key: the same command sent twice has one effect, whoever is in a hurry."""

import asyncio

import pytest
from temporalio.client import WorkflowUpdateFailedError

from tests.domain.parts import application
from tests.workflows.lives import Matter, Office, ago
from workflows.clarification import ClarificationWorkflow
from workflows.domain.canonical import digest


async def receipts_of(*sent: object) -> list[object]:
    return await asyncio.gather(*sent, return_exceptions=True)


async def test_a_command_sent_twice_has_one_event_and_the_same_receipt(office: Office):
    matter = await office.opens()
    command = await matter.command("screen")

    first, second = await matter.send(command, "op-7"), await matter.send(command, "op-7")

    assert first == second
    assert await matter.facts() == ["opened", "screened"]


async def test_a_repeated_command_is_answered_long_after_its_stage_has_passed(office: Office):
    matter = await office.opens()
    command = await matter.command("screen")
    first = await matter.send(command, "op-7")
    await matter.reach("COMPLETED")

    assert await matter.send(command, "op-7") == first
    assert len(await matter.facts("screened")) == 1


async def test_a_key_used_for_another_command_shows_itself_in_the_receipt(office: Office):
    # Within one run the engine itself answers for an id it knows, whatever is asked; a matter that
    # has continued as new refuses (see test_new_runs). Nowhere does the other command happen.
    matter = await office.opens()
    await matter.do("screen", key="op-7")
    other = await matter.command("give_opinion")

    answer = await matter.send(other, "op-7")

    assert [event.kind for event in answer.events] == ["screened"]
    assert answer.digest != digest(other.model_dump(mode="json"))
    assert await matter.facts() == ["opened", "screened"]


async def test_a_double_click_has_one_event(office: Office):
    matter = await office.opens()
    command = await matter.command("screen")

    first, second = await receipts_of(matter.send(command, "click"), matter.send(command, "click"))

    assert first == second
    assert await matter.facts() == ["opened", "screened"]


async def test_of_two_approvals_at_once_exactly_one_is_taken(office: Office):
    matter = await (await office.opens()).reach("AWAITING_APPROVAL")
    zhao = await matter.command("approve", by="zhao")
    zhou = await matter.command("approve", by="zhou")

    answers = await receipts_of(matter.send(zhao, "a"), matter.send(zhou, "b"))

    refused = [a for a in answers if isinstance(a, WorkflowUpdateFailedError)]
    assert len(refused) == 1
    assert await matter.facts("approved") == ["approved"]
    assert len((await matter.life()).state.taken) == 3


async def test_the_opening_is_answered_as_often_as_it_is_asked_about(office: Office):
    matter = await office.opens()

    first = await matter.handle.execute_update(ClarificationWorkflow.opened)
    second = await matter.handle.execute_update(ClarificationWorkflow.opened)

    assert first == second
    assert first.seq == (1,)


async def applies(matter: Matter, times: int = 1) -> None:
    command = await matter.command("apply", application=application(str(ago(1))))
    for _ in range(times):
        await matter.handle.signal("apply", command)
    await matter.recorded()


async def test_the_same_message_twice_has_one_effect(office: Office):
    matter = await office.opens()

    await applies(matter, times=3)
    await matter.wait(1)
    await applies(matter)

    assert await matter.facts() == ["opened", "application_joined"]


@pytest.mark.parametrize("stage", ["SCREENING", "COLLECTIVE_STUDY", "IMPLEMENTING", "COMPLETED"])
async def test_a_message_is_taken_in_at_every_stage(office: Office, stage: str):
    matter = await (await office.opens()).reach(stage)

    await applies(matter)

    assert await matter.facts("application_joined") == ["application_joined"]
