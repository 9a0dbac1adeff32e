"""A worker process for one shape: `python -m bench.serving QUEUE ADDRESS DATA`."""

import asyncio
import logging
import sys
from pathlib import Path

import structlog
from temporalio.client import Client
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

from activities.delivery.outbox import FileOutbox
from activities.notices import NoticeActivities
from activities.records import RecordActivities
from activities.store import RecordStore, open_store
from bench.bare import BareLife
from bench.diary import Diary
from bench.recording import LocalClarification
from bench.shapes import OURS, OURS_LOCAL
from starter.connection import connect_to
from starter.ending import leave, told_to_stop
from starter.keys import KeyRing
from starter.runtime import process_runtime
from starter.settings import Settings
from worker import build_worker, file_outbox
from workflows.sandbox import workflow_runner


async def serve(queue: str, address: str, data: Path) -> None:
    """Serve one shape's task queue until told to stop."""
    stop = told_to_stop()
    if queue in (OURS, OURS_LOCAL):
        await _serve_ours(queue, address, data, stop)
    else:
        await _serve_bare(queue, address, data, stop)


async def _serve_ours(queue: str, address: str, data: Path, stop: asyncio.Event) -> None:
    settings = Settings.at(data).model_copy(update={"task_queue": queue})
    client = await connect_to(address, KeyRing.load(settings.keys), identity="bench")
    store = open_store(f"sqlite:///{data / queue}.db")
    await store.migrate()
    outbox = file_outbox(settings)
    build = _local_worker if queue == OURS_LOCAL else build_worker
    async with build(client, settings, store, outbox):
        await stop.wait()


def _local_worker(
    client: Client, settings: Settings, store: RecordStore, outbox: FileOutbox
) -> Worker:
    return Worker(
        client,
        task_queue=settings.task_queue,
        workflows=[LocalClarification],
        activities=[
            RecordActivities(store).record_events,
            NoticeActivities(store, outbox).deliver_notice,
        ],
        workflow_runner=workflow_runner(),
    )


async def _serve_bare(queue: str, address: str, data: Path, stop: asyncio.Event) -> None:
    client = await Client.connect(address, identity="bench", runtime=process_runtime())
    diary = Diary(data / f"{queue}.db")
    async with Worker(
        client,
        task_queue=queue,
        workflows=[BareLife],
        activities=[diary.write, diary.deliver],
        workflow_runner=UnsandboxedWorkflowRunner(),
    ):
        await stop.wait()


def main() -> None:
    """Run the worker that the command line names."""
    logging.basicConfig(level=logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    queue, address, data = sys.argv[1:]
    asyncio.run(serve(queue, address, Path(data)))
    leave(0)


if __name__ == "__main__":
    main()
