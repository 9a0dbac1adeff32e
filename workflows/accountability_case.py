"""AccountabilityCaseWorkflow: one case 问责案件 from the first lead to the last follow-up.

What may follow what is decided in `workflows/domain/accountability/table.py`; the durable shell
does the rest.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.accountability import commands as c
    from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
    from workflows.domain.accountability.state import AccountabilityCase
    from workflows.handlers import takes
    from workflows.kinds.accountability_case import OpenCase
    from workflows.messages.matters import Carried, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


@workflow.defn
@takes(c.UPDATES, c.SIGNALS)
class AccountabilityCaseWorkflow:
    """The life of one case; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenCase) -> None:
        self.shell: Shell[AccountabilityCase] = Shell(ACCOUNTABILITY_CASE)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenCase) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[AccountabilityCase]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query(description="现状 the matter as it stands")
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update(description="立项回执 receipt of the opening")
    async def opened(self) -> Receipt:
        return await self.shell.opened()
