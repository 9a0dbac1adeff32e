import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest
from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

from starter.timeline import Stuck, Timeline

DAY = timedelta(days=1)


@activity.defn
async def never_ending() -> None:
    await asyncio.Event().wait()


@workflow.defn
class Waiting:
    """Waits 30 days, or for a word; says which it was."""

    def __init__(self) -> None:
        self.word = ""
        self.state = "open"

    @workflow.run
    async def run(self, stuck: bool = False) -> str:
        if stuck:
            await workflow.execute_activity(never_ending, start_to_close_timeout=DAY)
        try:
            await workflow.wait_condition(lambda: self.word != "", timeout=30 * DAY)
        except TimeoutError:
            self.state = "missed"
            await workflow.sleep(700 * DAY)
            return "missed"
        return self.word

    @workflow.update
    async def say(self, word: str) -> str:
        self.word = word
        return workflow.now().date().isoformat()

    @workflow.query
    def where(self) -> str:
        return self.state


@pytest.fixture(scope="module")
async def queue(client: Client) -> AsyncIterator[str]:
    queue = f"timeline-{uuid4()}"
    async with Worker(
        client,
        task_queue=queue,
        workflows=[Waiting],
        activities=[never_ending],
        workflow_runner=UnsandboxedWorkflowRunner(),
    ):
        yield queue


async def start(client: Client, queue: str, stuck: bool = False) -> Timeline:
    handle = await client.start_workflow(Waiting.run, stuck, id=f"w-{uuid4()}", task_queue=queue)
    return Timeline(client, handle.id) if stuck else await Timeline.of(client, handle.id)


async def test_a_deadline_has_not_passed_an_hour_before_and_has_an_hour_after(
    client: Client, queue: str
):
    timeline = await start(client, queue)
    due = await timeline.now() + 30 * DAY

    await timeline.to(due - timedelta(hours=1))
    assert await timeline.handle.query(Waiting.where) == "open"

    await timeline.past(due)
    assert await timeline.handle.query(Waiting.where) == "missed"


async def test_what_is_said_on_a_day_happens_on_that_day(client: Client, queue: str):
    timeline = await start(client, queue)
    day = await timeline.now() + 20 * DAY

    await timeline.to(day)
    said_on = await timeline.handle.execute_update(Waiting.say, "here")

    assert said_on == day.date().isoformat()
    assert await timeline.finish() == "here"


async def test_two_years_pass_to_the_end(client: Client, queue: str):
    assert await (await start(client, queue)).finish() == "missed"


async def test_a_matter_that_closes_on_the_way_is_no_arrival(client: Client, queue: str):
    timeline = await start(client, queue)

    assert await timeline.ahead(800 * DAY) is False


async def test_time_does_not_run_backwards(client: Client, queue: str):
    timeline = await start(client, queue)

    with pytest.raises(ValueError, match="only moves forward"):
        await timeline.to(await timeline.now() - DAY)


async def test_what_holds_a_matter_up_is_named(client: Client, queue: str):
    timeline = await start(client, queue, stuck=True)

    with pytest.raises(Stuck, match="never_ending"):
        await timeline.to(await timeline.now() + DAY, limit=3)

    await timeline.handle.terminate()
