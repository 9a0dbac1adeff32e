"""ClarificationWorkflow: one clarification 澄清正名 from its opening to its last follow-up.

What may follow what is decided in `workflows/domain/clarification/table.py`; the durable shell does
the rest. Its messages are the commands of the kind, each an update or a signal of its own.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.clarification import commands as c
    from workflows.domain.clarification.decider import CLARIFICATION
    from workflows.domain.clarification.state import Clarification
    from workflows.handlers import takes
    from workflows.kinds.clarification import OpenClarification
    from workflows.messages.matters import Carried, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


@workflow.defn
@takes(c.UPDATES, c.SIGNALS)
class ClarificationWorkflow:
    """The life of one clarification; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenClarification) -> None:
        self.shell: Shell[Clarification] = Shell(CLARIFICATION)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenClarification) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[Clarification]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query(description="现状 the matter as it stands")
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update(description="立项回执 receipt of the opening")
    async def opened(self) -> Receipt:
        return await self.shell.opened()
