"""ProbationWorkflow: one probation 考验期 from its setting to its result.

What may follow what is decided in `workflows/domain/probation/table.py`; the durable shell does
the rest.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.probation import commands as c
    from workflows.domain.probation.decider import PROBATION
    from workflows.domain.probation.state import Probation
    from workflows.handlers import takes
    from workflows.kinds.probation import OpenProbation
    from workflows.messages.matters import Carried, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


@workflow.defn
@takes(c.UPDATES, c.SIGNALS)
class ProbationWorkflow:
    """The life of one probation; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenProbation) -> None:
        self.shell: Shell[Probation] = Shell(PROBATION)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenProbation) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[Probation]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query(description="现状 the matter as it stands")
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update(description="立项回执 receipt of the opening")
    async def opened(self) -> Receipt:
        return await self.shell.opened()
