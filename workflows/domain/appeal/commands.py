"""What may be asked of an appeal: one class per update, and one signal.

`kind` is the name of the update; the command line shows it with dashes.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from workflows.domain.appeal import particulars as p
from workflows.domain.consequences.values import Running
from workflows.domain.lifecycle import LINKED, Actor, Command, Day
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.common import COMMON_UPDATES
from workflows.domain.procedure.shared import DocumentRef, Linked
from workflows.domain.subjects import Measure, Subject
from workflows.domain.writing import Code, Line, Prose


class Open(Linked):
    """Open an appeal that reached a subject's follow-up 申诉立项."""

    kind: ClassVar[str] = "open"
    number: MatterNumber
    """The follow-up's number with `-A` and the serial of the appeal."""
    follow_up: MatterNumber
    route: p.Route
    subject: Subject
    by_subject: bool = True
    """Whether the subject itself appeals; what others write is no appeal, and is referred."""
    party_organisation: Line | None = None
    """The Party organisation of the subject, which gets the answer too; its unit if not given."""
    decision: DocumentRef
    """The decision that is appealed against."""
    decided_on: Day | None = None
    """The day in Shanghai from which its measures count; the date of the document if not given."""
    measures: tuple[Measure, ...] = ()
    """What it imposed on this subject."""
    earlier: Annotated[tuple[Running, ...], Field(max_length=10)] = ()
    """Sanctions whose impact period still ran on that day."""
    served_on: Day | None = None
    """The day the subject received the decision, in Shanghai: the window counts from it.

    Without proof of that day an appeal is never late.
    """
    receipt: DocumentRef | None = None
    """The proof of that day."""
    received_on: Day
    """The day the appeal was received, in Shanghai: it decides whether it is in time."""
    grounds: Prose
    handling_organ: Code
    """The organ whose adjudication office re-examines."""
    deciding_organ: Code
    """The organ whose body decided, and concludes on the appeal."""
    upper_organ: Code | None = None
    """The next higher organ, for routes and stages that go there; the deciding one if not given."""
    handlers: Annotated[tuple[Code, ...], Field(max_length=200)] = ()
    """Officers who handled the case: they take no part in the appeal."""


class AcceptAppeal(p.Acceptance, Command):
    """Accept the appeal for re-examination 受理."""

    kind: ClassVar[str] = "accept_appeal"


class ReferAppeal(p.Referral, Command):
    """Record that it is late or no appeal, and refer it 登记转办."""

    kind: ClassVar[str] = "refer_appeal"


class BeginReExamination(p.ReExaminationStart, Command):
    """Begin the re-examination, by officers who did not handle the case 启动复查."""

    kind: ClassVar[str] = "begin_re_examination"


class ProposeConclusion(p.Proposal, Command):
    """Report what the re-examination found and propose a conclusion 提出复查意见."""

    kind: ClassVar[str] = "propose_conclusion"


class ExtendTerm(p.TermExtension, Command):
    """Give a complicated appeal more time, as the pack allows 延长办理期限."""

    kind: ClassVar[str] = "extend_term"


class ConcludeAppeal(p.Conclusion, Command):
    """Uphold, change or revoke the decision 作出申诉处理决定."""

    kind: ClassVar[str] = "conclude_appeal"


class ServeAnswer(p.Answer, Command):
    """Record that appellant and Party organisation have the written answer 送达答复."""

    kind: ClassVar[str] = "serve_answer"


class WithdrawAppeal(p.Withdrawal, Command):
    """Record that the appellant withdrew the appeal 撤回申诉."""

    kind: ClassVar[str] = "withdraw_appeal"


class RequestReReview(p.FurtherAppeal, Command):
    """Ask the next higher organ to review the conclusion (signal) 申请复核."""

    kind: ClassVar[str] = "request_re_review"
    actor: Actor = LINKED
    origin: str = ""
    """The event that caused it, if another matter hands it in."""


UPDATES: tuple[type[Command], ...] = (
    AcceptAppeal,
    ReferAppeal,
    BeginReExamination,
    ProposeConclusion,
    ExtendTerm,
    ConcludeAppeal,
    ServeAnswer,
    WithdrawAppeal,
    *COMMON_UPDATES,
)
SIGNALS: tuple[type[Command], ...] = (RequestReReview,)
