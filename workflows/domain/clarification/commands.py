"""What may be asked of a clarification: one class per update, and three signals.

`kind` is the name of the update; the command line shows it with dashes.
"""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from workflows.domain.clarification import particulars as p
from workflows.domain.clarification.drafting import DocumentDraft
from workflows.domain.clarification.values import Application, Entry, Route, Subject, Verification
from workflows.domain.lifecycle import Command, Day
from workflows.domain.numbers import MatterNumber
from workflows.domain.writing import Code


class Open(Command):
    """Open a clarification from a finding or an application 立项."""

    kind: ClassVar[str] = "open"
    number: MatterNumber
    entry: Entry
    route: Route
    handled_as: Route | None = None
    """For UNIT_OR_COLLECTIVE: the route of the organ that handles it."""
    subject: Subject
    handling_organ: Code
    approving_organ: Code | None = None
    """The organ with the last word, where that is another one."""
    undertaking_department: Code
    """The department that handled the accusation: who verifies, clarifies (P3)."""
    verification: Verification
    application: Application | None = None
    other_leads: tuple[Code, ...] = ()
    earlier_evaluation_closed_on: Day | None = None
    """The day an earlier evaluation of the same finding was closed, if there was one."""
    related: Annotated[tuple[MatterNumber, ...], Field(max_length=20)] = ()
    """Numbers of matters that belong together with this one, such as an earlier clarification."""

    @model_validator(mode="after")
    def _entry_and_application(self) -> "Open":
        if (self.entry is Entry.APPLICATION) != (self.application is not None):
            raise ValueError("application: required for entry APPLICATION, and only for it")
        if (self.route is Route.UNIT_OR_COLLECTIVE) != (self.handled_as is not None):
            raise ValueError("handled_as: required for UNIT_OR_COLLECTIVE, and only for it")
        if self.handled_as is Route.UNIT_OR_COLLECTIVE:
            raise ValueError("handled_as: name the route of the handling organ")
        if self.number in self.related:
            raise ValueError("related: other matters, not this one")
        return self


class CompleteMaterials(p.MaterialsCompletion, Command):
    """Record that the application's materials are complete 补齐材料."""

    kind: ClassVar[str] = "complete_materials"


class RecordVerification(p.VerificationEnd, Command):
    """Record that verification has ended and what it established 核查结束."""

    kind: ClassVar[str] = "record_verification"


class Screen(p.Screening, Command):
    """Screen the finding: situations that hold, other leads still open 筛查."""

    kind: ClassVar[str] = "screen"


class CloseOtherLead(p.LeadClosing, Command):
    """Record that another lead about the person is closed 其他线索查结."""

    kind: ClassVar[str] = "close_other_lead"


class GiveOpinion(p.Opinion, Command):
    """Propose whether to start clarification, how and how far 提出意见."""

    kind: ClassVar[str] = "give_opinion"


class Countersign(p.Countersignature, Command):
    """Agree or disagree with an opinion not to start 签批不启动意见."""

    kind: ClassVar[str] = "countersign"


class RecordStudy(p.Study, Command):
    """Record that collective study has passed, with its minutes 集体研判通过."""

    kind: ClassVar[str] = "record_study"


class Review(p.Remark, Command):
    """Pass the principal's review 负责人审核通过."""

    kind: ClassVar[str] = "review"


class Approve(p.Approval, Command):
    """Approve methods and scope, or confirm them after an adverse opinion 批准."""

    kind: ClassVar[str] = "approve"


class ReturnOpinion(p.Reasons, Command):
    """Return the opinion for renewed evaluation 退回."""

    kind: ClassVar[str] = "return_opinion"


class Reject(p.Reasons, Command):
    """Reject the clarification, with reasons 不予批准."""

    kind: ClassVar[str] = "reject"


class HearOpinion(p.Hearing, Command):
    """Record prior notice and the opinion that was heard 事前通报听取意见."""

    kind: ClassVar[str] = "hear_opinion"


class CarryOut(p.Execution, Command):
    """Record one method as carried out and confirmed 实施一种方式."""

    kind: ClassVar[str] = "carry_out"


class DraftDocument(DocumentDraft, Command):
    """Draft a document, which is then numbered and made 拟制文书."""

    kind: ClassVar[str] = "draft_document"


class GivePostNotice(p.PostNotice, Command):
    """Record the notice after implementation 事后通报."""

    kind: ClassVar[str] = "give_post_notice"


class ServeReply(p.Reply, Command):
    """Record that the reasoned reply was served on the applicant 书面答复申请人."""

    kind: ClassVar[str] = "serve_reply"


class FollowUpEffect(p.EffectCheck, Command):
    """Record what the follow-up of the effect found 效果回访."""

    kind: ClassVar[str] = "follow_up_effect"


class WithdrawApplication(p.Withdrawal, Command):
    """Record that the applicant withdrew the application 撤回申请."""

    kind: ClassVar[str] = "withdraw_application"


class RecordObjection(p.Objection, Command):
    """Record the person's objection to a public method 对公开方式的异议."""

    kind: ClassVar[str] = "record_objection"


class RecuseOfficer(p.Recusal, Command):
    """Record that an officer is recused from this matter 回避."""

    kind: ClassVar[str] = "recuse_officer"


class SettleNotice(p.NoticeSettlement, Command):
    """Record how somebody was told whom a notice could not reach 通知另行送达."""

    kind: ClassVar[str] = "settle_notice"


class Apply(p.JoiningApplication, Command):
    """Hand in an application for a matter that runs already (signal) 申请并入."""

    kind: ClassVar[str] = "apply"


class RegisterLead(p.LeadRegistration, Command):
    """Report another lead about the person (signal) 登记其他线索."""

    kind: ClassVar[str] = "register_lead"


class NoteFalseAccusation(p.SuspectedFalseAccusation, Command):
    """Report a suspected false accusation (signal) 诬告陷害线索."""

    kind: ClassVar[str] = "note_false_accusation"


UPDATES: tuple[type[Command], ...] = (
    CompleteMaterials,
    RecordVerification,
    Screen,
    CloseOtherLead,
    GiveOpinion,
    Countersign,
    RecordStudy,
    Review,
    Approve,
    ReturnOpinion,
    Reject,
    HearOpinion,
    DraftDocument,
    CarryOut,
    GivePostNotice,
    ServeReply,
    FollowUpEffect,
    WithdrawApplication,
    RecordObjection,
    RecuseOfficer,
    SettleNotice,
)
SIGNALS: tuple[type[Command], ...] = (Apply, RegisterLead, NoteFalseAccusation)
