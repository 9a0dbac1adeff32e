"""Activities that keep the record store in step with the workflows.

Temporal may run each of them more than once and, after a pause, out of order. All are safe to
repeat: the store compares what comes again and never goes backwards.

None of them declares an error final. A matter must outlive a full disk and a store that is away
for a day: whatever goes wrong is left to the retry policy and heals when the store does.
"""

import structlog
from temporalio import activity

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
        recorded = await self._store.record(batch)
        log.info(
            "events_recorded",
            matter=batch.matter,
            seq=recorded.seq,
            events=len(batch.events),
            attempt=activity.info().attempt,
        )
        return recorded
