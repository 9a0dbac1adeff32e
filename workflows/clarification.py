"""ClarificationWorkflow: one clarification 澄清正名 from its opening to its last follow-up.

What may follow what is decided in `workflows/domain/clarification/table.py`; the durable shell does
the rest. This module only names the messages, so that the Temporal UI can show them.
"""

from typing import NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.clarification import commands as c
    from workflows.domain.clarification.decider import CLARIFICATION
    from workflows.domain.clarification.state import Clarification
    from workflows.domain.lifecycle import Command
    from workflows.messages.matters import Carried, OpenClarification, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


def _check(self: "ClarificationWorkflow", command: Command) -> None:
    """Try the command and throw the result away: the validator of every update."""
    self.shell.check(command)


@workflow.defn
class ClarificationWorkflow:
    """The life of one clarification; its id is the matter's number."""

    @workflow.init
    def __init__(self, opening: OpenClarification) -> None:
        self.shell: Shell[Clarification] = Shell(CLARIFICATION)
        if opening.carried is not None:
            self.shell.resume(opening.carried)
        elif opening.request is not None:
            self.shell.open(opening.request, opening.pack, opening.calendar)
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

    @workflow.update(description="补齐材料 complete materials")
    async def complete_materials(self, command: c.CompleteMaterials) -> Receipt:
        return await self.shell.obey(command)

    complete_materials.validator(_check)

    @workflow.update(description="核查结束 record verification")
    async def record_verification(self, command: c.RecordVerification) -> Receipt:
        return await self.shell.obey(command)

    record_verification.validator(_check)

    @workflow.update(description="筛查 screen")
    async def screen(self, command: c.Screen) -> Receipt:
        return await self.shell.obey(command)

    screen.validator(_check)

    @workflow.update(description="其他线索查结 close other lead")
    async def close_other_lead(self, command: c.CloseOtherLead) -> Receipt:
        return await self.shell.obey(command)

    close_other_lead.validator(_check)

    @workflow.update(description="提出意见 give opinion")
    async def give_opinion(self, command: c.GiveOpinion) -> Receipt:
        return await self.shell.obey(command)

    give_opinion.validator(_check)

    @workflow.update(description="签批不启动意见 countersign")
    async def countersign(self, command: c.Countersign) -> Receipt:
        return await self.shell.obey(command)

    countersign.validator(_check)

    @workflow.update(description="集体研判通过 record study")
    async def record_study(self, command: c.RecordStudy) -> Receipt:
        return await self.shell.obey(command)

    record_study.validator(_check)

    @workflow.update(description="负责人审核通过 review")
    async def review(self, command: c.Review) -> Receipt:
        return await self.shell.obey(command)

    review.validator(_check)

    @workflow.update(description="批准 approve")
    async def approve(self, command: c.Approve) -> Receipt:
        return await self.shell.obey(command)

    approve.validator(_check)

    @workflow.update(description="退回 return opinion")
    async def return_opinion(self, command: c.ReturnOpinion) -> Receipt:
        return await self.shell.obey(command)

    return_opinion.validator(_check)

    @workflow.update(description="不予批准 reject")
    async def reject(self, command: c.Reject) -> Receipt:
        return await self.shell.obey(command)

    reject.validator(_check)

    @workflow.update(description="事前通报听取意见 hear opinion")
    async def hear_opinion(self, command: c.HearOpinion) -> Receipt:
        return await self.shell.obey(command)

    hear_opinion.validator(_check)

    @workflow.update(description="实施一种方式 carry out")
    async def carry_out(self, command: c.CarryOut) -> Receipt:
        return await self.shell.obey(command)

    carry_out.validator(_check)

    @workflow.update(description="事后通报 give post notice")
    async def give_post_notice(self, command: c.GivePostNotice) -> Receipt:
        return await self.shell.obey(command)

    give_post_notice.validator(_check)

    @workflow.update(description="书面答复申请人 serve reply")
    async def serve_reply(self, command: c.ServeReply) -> Receipt:
        return await self.shell.obey(command)

    serve_reply.validator(_check)

    @workflow.update(description="效果回访 follow up effect")
    async def follow_up_effect(self, command: c.FollowUpEffect) -> Receipt:
        return await self.shell.obey(command)

    follow_up_effect.validator(_check)

    @workflow.update(description="撤回申请 withdraw application")
    async def withdraw_application(self, command: c.WithdrawApplication) -> Receipt:
        return await self.shell.obey(command)

    withdraw_application.validator(_check)

    @workflow.update(description="对公开方式的异议 record objection")
    async def record_objection(self, command: c.RecordObjection) -> Receipt:
        return await self.shell.obey(command)

    record_objection.validator(_check)

    @workflow.update(description="回避 recuse officer")
    async def recuse_officer(self, command: c.RecuseOfficer) -> Receipt:
        return await self.shell.obey(command)

    recuse_officer.validator(_check)

    @workflow.update(description="通知另行送达 settle notice")
    async def settle_notice(self, command: c.SettleNotice) -> Receipt:
        return await self.shell.obey(command)

    settle_notice.validator(_check)

    @workflow.signal(description="申请并入 apply")
    def apply(self, command: c.Apply) -> None:
        self.shell.hear(command)

    @workflow.signal(description="登记其他线索 register lead")
    def register_lead(self, command: c.RegisterLead) -> None:
        self.shell.hear(command)

    @workflow.signal(description="诬告陷害线索 note false accusation")
    def note_false_accusation(self, command: c.NoteFalseAccusation) -> None:
        self.shell.hear(command)
