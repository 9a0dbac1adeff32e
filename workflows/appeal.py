"""AppealWorkflow: one appeal 申诉 from its filing to the answer, with its second stage.

What may follow what is decided in `workflows/domain/appeal/table.py`; the durable shell does
the rest.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.appeal import commands as c
    from workflows.domain.appeal.decider import APPEAL
    from workflows.domain.appeal.state import Appeal
    from workflows.handlers import takes
    from workflows.kinds.appeal import OpenAppeal
    from workflows.messages.matters import Carried, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


@workflow.defn
@takes(c.UPDATES, c.SIGNALS)
class AppealWorkflow:
    """The life of one appeal; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenAppeal) -> None:
        self.shell: Shell[Appeal] = Shell(APPEAL)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenAppeal) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[Appeal]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query(description="现状 the matter as it stands")
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update(description="立项回执 receipt of the opening")
    async def opened(self) -> Receipt:
        return await self.shell.opened()
