"""RectificationWorkflow: one rectification 整改 from the letter to its closing.

What may follow what is decided in `workflows/domain/rectification/table.py`; the durable shell does
the rest.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.rectification import commands as c
    from workflows.domain.rectification.decider import RECTIFICATION
    from workflows.domain.rectification.state import Rectification
    from workflows.handlers import takes
    from workflows.kinds.rectification import OpenRectification
    from workflows.messages.matters import Carried, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


@workflow.defn
@takes(c.UPDATES, c.SIGNALS)
class RectificationWorkflow:
    """The life of one rectification; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenRectification) -> None:
        self.shell: Shell[Rectification] = Shell(RECTIFICATION)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenRectification) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[Rectification]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query(description="现状 the matter as it stands")
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update(description="立项回执 receipt of the opening")
    async def opened(self) -> Receipt:
        return await self.shell.opened()
