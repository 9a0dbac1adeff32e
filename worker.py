"""The worker process: builds every object once, then serves its task queue until told to stop."""

import asyncio
from functools import partial

import structlog
from temporalio.client import Client
from temporalio.worker import Worker

from activities.delivery.outbox import FileOutbox
from activities.documents import DocumentActivities
from activities.matters import MatterActivities
from activities.notices import NoticeActivities
from activities.records import RecordActivities
from activities.store import RecordStore, open_store
from starter import paths
from starter.channels_file import CurrentMeans
from starter.clocks import clocks
from starter.connection import Unreachable, connect
from starter.ending import leave, told_to_stop
from starter.keys import KeyRing, KeyRingError
from starter.logs import configure_logging
from starter.officers import directory_of
from starter.sealing import KeyRingSeal
from starter.settings import Settings
from workflows.registry import WORKFLOWS
from workflows.sandbox import workflow_runner

log = structlog.get_logger(__name__)


def build_worker(
    client: Client, settings: Settings, store: RecordStore, outbox: FileOutbox
) -> Worker:
    """Return the worker for everything this project does; the caller runs it."""
    records = RecordActivities(store)
    notices = NoticeActivities(store, outbox, CurrentMeans(settings.data))
    matters = MatterActivities(client, store, settings.task_queue, clocks(client, settings, store))
    return Worker(
        client,
        task_queue=settings.task_queue,
        workflows=WORKFLOWS,
        activities=[
            records.record_events,
            notices.deliver_notice,
            document_activities(settings, store).make_document,
            matters.open_matters,
            matters.tell_matter,
            matters.recall_matter,
        ],
        workflow_runner=workflow_runner(),
        graceful_shutdown_timeout=settings.shutdown_grace,
    )


def file_outbox(settings: Settings) -> FileOutbox:
    """Return the outbox of the data directory."""
    return FileOutbox(settings.data / paths.OUTBOX)


def document_activities(settings: Settings, store: RecordStore) -> DocumentActivities:
    """Return what makes the documents of this office; raises KeyRingError without a key ring."""
    return DocumentActivities(
        store,
        directory=partial(directory_of, settings.data),
        templates=settings.data / paths.PAPER_TEMPLATES,
        seal=KeyRingSeal(KeyRing.load(settings.keys)),
    )


async def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM, then let running activities finish."""
    stop = told_to_stop()
    store = open_store(settings.database_url)
    try:
        await store.migrate()
        client = await connect(settings, identity="zhengming-worker", metrics=settings.metrics)
        async with build_worker(client, settings, store, file_outbox(settings)):
            log.info("worker_started", task_queue=settings.task_queue)
            await stop.wait()
        log.info("worker_stopped", task_queue=settings.task_queue)
    finally:
        await store.close()


def main() -> None:
    """Run the worker as a process of its own."""
    settings = Settings.at()
    configure_logging(settings)
    try:
        asyncio.run(serve(settings))
    except (Unreachable, KeyRingError) as failure:
        log.error("worker_cannot_start", reason=str(failure))
        leave(5)
    except Exception:
        log.exception("worker_failed")
        leave(1)
    leave(0)


if __name__ == "__main__":
    main()
