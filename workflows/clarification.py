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
    from workflows.messages.matters import Carried, OpenClarification, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell


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

    @complete_materials.validator
    def _check_complete_materials(self, command: c.CompleteMaterials) -> None:
        self.shell.check(command)

    @workflow.update(description="核查结束 record verification")
    async def record_verification(self, command: c.RecordVerification) -> Receipt:
        return await self.shell.obey(command)

    @record_verification.validator
    def _check_record_verification(self, command: c.RecordVerification) -> None:
        self.shell.check(command)

    @workflow.update(description="筛查 screen")
    async def screen(self, command: c.Screen) -> Receipt:
        return await self.shell.obey(command)

    @screen.validator
    def _check_screen(self, command: c.Screen) -> None:
        self.shell.check(command)

    @workflow.update(description="其他线索查结 close other lead")
    async def close_other_lead(self, command: c.CloseOtherLead) -> Receipt:
        return await self.shell.obey(command)

    @close_other_lead.validator
    def _check_close_other_lead(self, command: c.CloseOtherLead) -> None:
        self.shell.check(command)

    @workflow.update(description="提出意见 give opinion")
    async def give_opinion(self, command: c.GiveOpinion) -> Receipt:
        return await self.shell.obey(command)

    @give_opinion.validator
    def _check_give_opinion(self, command: c.GiveOpinion) -> None:
        self.shell.check(command)

    @workflow.update(description="签批不启动意见 countersign")
    async def countersign(self, command: c.Countersign) -> Receipt:
        return await self.shell.obey(command)

    @countersign.validator
    def _check_countersign(self, command: c.Countersign) -> None:
        self.shell.check(command)

    @workflow.update(description="集体研判通过 record study")
    async def record_study(self, command: c.RecordStudy) -> Receipt:
        return await self.shell.obey(command)

    @record_study.validator
    def _check_record_study(self, command: c.RecordStudy) -> None:
        self.shell.check(command)

    @workflow.update(description="负责人审核通过 review")
    async def review(self, command: c.Review) -> Receipt:
        return await self.shell.obey(command)

    @review.validator
    def _check_review(self, command: c.Review) -> None:
        self.shell.check(command)

    @workflow.update(description="批准 approve")
    async def approve(self, command: c.Approve) -> Receipt:
        return await self.shell.obey(command)

    @approve.validator
    def _check_approve(self, command: c.Approve) -> None:
        self.shell.check(command)

    @workflow.update(description="退回 return opinion")
    async def return_opinion(self, command: c.ReturnOpinion) -> Receipt:
        return await self.shell.obey(command)

    @return_opinion.validator
    def _check_return_opinion(self, command: c.ReturnOpinion) -> None:
        self.shell.check(command)

    @workflow.update(description="不予批准 reject")
    async def reject(self, command: c.Reject) -> Receipt:
        return await self.shell.obey(command)

    @reject.validator
    def _check_reject(self, command: c.Reject) -> None:
        self.shell.check(command)

    @workflow.update(description="事前通报听取意见 hear opinion")
    async def hear_opinion(self, command: c.HearOpinion) -> Receipt:
        return await self.shell.obey(command)

    @hear_opinion.validator
    def _check_hear_opinion(self, command: c.HearOpinion) -> None:
        self.shell.check(command)

    @workflow.update(description="拟制文书 draft document")
    async def draft_document(self, command: c.DraftDocument) -> Receipt:
        return await self.shell.obey(command)

    @draft_document.validator
    def _check_draft_document(self, command: c.DraftDocument) -> None:
        self.shell.check(command)

    @workflow.update(description="实施一种方式 carry out")
    async def carry_out(self, command: c.CarryOut) -> Receipt:
        return await self.shell.obey(command)

    @carry_out.validator
    def _check_carry_out(self, command: c.CarryOut) -> None:
        self.shell.check(command)

    @workflow.update(description="事后通报 give post notice")
    async def give_post_notice(self, command: c.GivePostNotice) -> Receipt:
        return await self.shell.obey(command)

    @give_post_notice.validator
    def _check_give_post_notice(self, command: c.GivePostNotice) -> None:
        self.shell.check(command)

    @workflow.update(description="书面答复申请人 serve reply")
    async def serve_reply(self, command: c.ServeReply) -> Receipt:
        return await self.shell.obey(command)

    @serve_reply.validator
    def _check_serve_reply(self, command: c.ServeReply) -> None:
        self.shell.check(command)

    @workflow.update(description="效果回访 follow up effect")
    async def follow_up_effect(self, command: c.FollowUpEffect) -> Receipt:
        return await self.shell.obey(command)

    @follow_up_effect.validator
    def _check_follow_up_effect(self, command: c.FollowUpEffect) -> None:
        self.shell.check(command)

    @workflow.update(description="撤回申请 withdraw application")
    async def withdraw_application(self, command: c.WithdrawApplication) -> Receipt:
        return await self.shell.obey(command)

    @withdraw_application.validator
    def _check_withdraw_application(self, command: c.WithdrawApplication) -> None:
        self.shell.check(command)

    @workflow.update(description="对公开方式的异议 record objection")
    async def record_objection(self, command: c.RecordObjection) -> Receipt:
        return await self.shell.obey(command)

    @record_objection.validator
    def _check_record_objection(self, command: c.RecordObjection) -> None:
        self.shell.check(command)

    @workflow.update(description="回避 recuse officer")
    async def recuse_officer(self, command: c.RecuseOfficer) -> Receipt:
        return await self.shell.obey(command)

    @recuse_officer.validator
    def _check_recuse_officer(self, command: c.RecuseOfficer) -> None:
        self.shell.check(command)

    @workflow.update(description="通知另行送达 settle notice")
    async def settle_notice(self, command: c.SettleNotice) -> Receipt:
        return await self.shell.obey(command)

    @settle_notice.validator
    def _check_settle_notice(self, command: c.SettleNotice) -> None:
        self.shell.check(command)

    @workflow.signal(description="申请并入 apply")
    def apply(self, command: c.Apply) -> None:
        self.shell.hear(command)

    @workflow.signal(description="登记其他线索 register lead")
    def register_lead(self, command: c.RegisterLead) -> None:
        self.shell.hear(command)

    @workflow.signal(description="诬告陷害线索 note false accusation")
    def note_false_accusation(self, command: c.NoteFalseAccusation) -> None:
        self.shell.hear(command)
