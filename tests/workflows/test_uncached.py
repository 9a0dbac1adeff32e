"""A worker that forgets: with no cache every step replays the whole life and must agree with it."""

from temporalio.client import Client
from temporalio.worker import Worker

from activities.notices import NoticeActivities
from activities.records import RecordActivities
from activities.store import RecordStore
from starter.settings import Settings
from tests.workflows.lives import Office
from tests.workflows.premises import new_task_queue
from worker import file_outbox
from workflows.registry import WORKFLOWS
from workflows.sandbox import workflow_runner


async def test_a_life_is_told_the_same_at_every_step(
    client: Client, installation: Settings, served_store: RecordStore
):
    queue = new_task_queue()
    records = RecordActivities(served_store)
    notices = NoticeActivities(served_store, file_outbox(installation))
    worker = Worker(
        client,
        task_queue=queue,
        workflows=WORKFLOWS,
        activities=[records.record_events, notices.deliver_notice],
        workflow_runner=workflow_runner(),
        max_cached_workflows=0,
    )
    async with worker:
        matter = await (await Office(client, queue, served_store).opens()).reach("EVALUATING")
        await matter.tell("register_lead", lead="L-1")
        await matter.do("close_other_lead", lead="L-1")
        await matter.wait(40)
        await matter.reach("end")

        assert (await matter.result()).closed
        seqs = [event.seq for event in await matter.events()]
        assert seqs == list(range(1, len(seqs) + 1))
