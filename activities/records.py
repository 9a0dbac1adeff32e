"""Activities that keep the record store in step with the workflows.

Temporal may run each of them more than once and, after a pause, out of order. All are safe to
repeat: the store compares what comes again and never goes backwards.

None of them declares an error final. A matter must outlive a full disk and a store that is away
for a day: whatever goes wrong is left to the retry policy and heals when the store does.
"""

import structlog
from sqlalchemy.exc import DBAPIError
from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.store import RecordStore
from workflows.messages.records import RecordBatch, Recorded

log = structlog.get_logger(__name__)


class RecordActivities:
    """Writes to the record store. The worker builds one instance and shares it."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    @activity.defn
    async def record_events(self, batch: RecordBatch) -> Recorded:
        """Record events 记录事件: journal, projections and notice outbox, all or nothing."""
        try:
            recorded = await self._store.record(batch)
        except DBAPIError as error:
            raise ApplicationError(_without_content(error), type="StoreAway") from None
        log.info(
            "events_recorded",
            matter=batch.matter,
            seq=recorded.seq,
            events=len(batch.events),
            attempt=activity.info().attempt,
        )
        return recorded


def _without_content(error: DBAPIError) -> str:
    """Say what the database said, without its details: those may quote a row."""
    diagnosis = getattr(error.orig, "diag", None)
    said = diagnosis.message_primary if diagnosis is not None else str(error.orig)
    return f"record store: {type(error.orig).__name__}: {said}"
