"""Our clarification with every recording as a regular activity, to measure what the choice costs.

Production records by a local activity and falls back to a regular one; see `Shell._write`.
"""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.records import RecordActivities
    from workflows.clarification import ClarificationWorkflow
    from workflows.domain.clarification.decider import CLARIFICATION
    from workflows.domain.clarification.state import Clarification
    from workflows.messages.matters import OpenClarification
    from workflows.messages.records import MatterView, RecordBatch
    from workflows.patience import RECORDING
    from workflows.shell import Shell


class RegularShell(Shell[Clarification]):
    """The durable shell without the local activity."""

    async def _write(self, batch: RecordBatch) -> None:
        record = RecordActivities.record_events
        await workflow.execute_activity_method(record, batch, **RECORDING)


@workflow.defn
class RegularClarification(ClarificationWorkflow):
    """A clarification that is recorded by regular activities alone."""

    @workflow.init
    def __init__(self, opening: OpenClarification) -> None:
        self.shell = RegularShell(CLARIFICATION)
        self._opening = opening
        if opening.request is not None:
            self.shell.open(opening.request, opening.pack, opening.calendar)

    @workflow.run
    async def run(self, opening: OpenClarification) -> MatterView:
        return await self.shell.live(self._carry_on)
