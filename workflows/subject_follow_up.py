"""SubjectFollowUpWorkflow: one subject 问责对象后续, from the decision to the end of tracking.

What may follow what is decided in `workflows/domain/follow_up/table.py`; the durable shell does
the rest. It runs for years: every wait is a term or a period of the matter.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.follow_up import commands as c
    from workflows.domain.follow_up.decider import FOLLOW_UP
    from workflows.domain.follow_up.state import FollowUp
    from workflows.handlers import takes
    from workflows.kinds.subject_follow_up import OpenFollowUp
    from workflows.messages.matters import Carried, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


@workflow.defn
@takes(c.UPDATES, c.SIGNALS)
class SubjectFollowUpWorkflow:
    """The life of one subject's follow-up; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenFollowUp) -> None:
        self.shell: Shell[FollowUp] = Shell(FOLLOW_UP)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenFollowUp) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[FollowUp]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query(description="现状 the matter as it stands")
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update(description="立项回执 receipt of the opening")
    async def opened(self) -> Receipt:
        return await self.shell.opened()
