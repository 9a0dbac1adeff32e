"""Our clarification recorded by local activities, to measure what that would save.

It is not how we record, and must not be: see `Shell._write`.
"""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.records import RecordActivities
    from workflows.clarification import ClarificationWorkflow
    from workflows.domain.clarification.decider import CLARIFICATION
    from workflows.domain.clarification.state import Clarification
    from workflows.kinds.clarification import OpenClarification
    from workflows.messages.records import MatterView, RecordBatch
    from workflows.shell import Shell


class LocalShell(Shell[Clarification]):
    """The durable shell with the step that history does not know of."""

    async def _write(self, batch: RecordBatch) -> None:
        await workflow.execute_local_activity_method(
            RecordActivities.record_events,
            batch,
            summary=f"Record 记录 {batch.events[0].seq}-{batch.events[-1].seq}",
            start_to_close_timeout=timedelta(seconds=5),
        )


@workflow.defn
class LocalClarification(ClarificationWorkflow):
    """A clarification that is recorded by local activities."""

    @workflow.init
    def __init__(self, opening: OpenClarification) -> None:
        self.shell = LocalShell(CLARIFICATION)
        self._opening = opening
        self.shell.begin(opening)

    @workflow.run
    async def run(self, opening: OpenClarification) -> MatterView:
        return await self.shell.live(self._carry_on)
