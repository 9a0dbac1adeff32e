"""Every fact of an appeal: what the journal may hold, told apart by `kind`.

The facts' sentences name no person and no ground: everybody may read them.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from workflows.domain.accountability_rules.verdicts import APPEAL_OUTCOME_LABELS, AppealOutcome
from workflows.domain.appeal import particulars as p
from workflows.domain.appeal.commands import Open
from workflows.domain.calendars import Calendar
from workflows.domain.clock_facts import (
    MessageLost,
    NoticeUndeliverable,
    PeriodEnded,
    Reminded,
    WentOverdue,
)
from workflows.domain.lifecycle import Fact
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.procedure.shared import DocumentDrafted, NoticeSettled, OfficerRecused
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text

GROUND_LABELS: dict[p.ReferralGround, Text] = {
    p.ReferralGround.LATE: Text("逾期", "late"),
    p.ReferralGround.NO_APPEAL: Text("不属于申诉", "no appeal"),
}


class AppealOpened(Fact):
    """An appeal was received, under the rule pack and calendar of the decision."""

    kind: Literal["appeal_opened"] = "appeal_opened"
    request: Open
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        day = self.request.received_on
        return Text(f"{day} 收到书面申诉。", f"A written appeal was received on {day}.")


class AppealAccepted(p.Acceptance, Fact):
    """The appeal is taken up; it does not stop what is being carried out."""

    kind: Literal["appeal_accepted"] = "appeal_accepted"
    in_time: bool

    def words(self) -> Text:
        if self.in_time:
            return Text("受理申诉，执行不停止。", "Accepted; execution goes on.")
        return Text(
            "逾期有正当理由，受理申诉，执行不停止。",
            "Late for good reason; accepted, execution goes on.",
        )


class AppealReferred(p.Referral, Fact):
    """What came in is recorded and handed on."""

    kind: Literal["appeal_referred"] = "appeal_referred"

    def words(self) -> Text:
        ground = GROUND_LABELS[self.ground]
        return Text(f"{ground.zh}，登记并转办。", f"Recorded and referred: {ground.en}.")


class ReExaminationBegun(p.ReExaminationStart, Fact):
    """Other officers than those of the case re-examine."""

    kind: Literal["re_examination_begun"] = "re_examination_begun"

    def words(self) -> Text:
        return Text("启动复查，原承办人员不参与。", "Re-examination begins, by other officers.")


class ConclusionProposed(p.Proposal, Fact):
    """The re-examination has its report and proposes a conclusion."""

    kind: Literal["conclusion_proposed"] = "conclusion_proposed"

    def words(self) -> Text:
        return Text(
            f"提出复查意见（{self.report.number}）。",
            f"A conclusion is proposed ({self.report.number}).",
        )


class TermExtended(p.TermExtension, Fact):
    """A complicated appeal has more time."""

    kind: Literal["term_extended"] = "term_extended"

    def words(self) -> Text:
        return Text("案情复杂，延长办理期限。", "Complicated: the term is extended.")


class AppealConcluded(p.Conclusion, Fact):
    """The decision is upheld, changed or revoked."""

    kind: Literal["appeal_concluded"] = "appeal_concluded"

    def words(self) -> Text:
        outcome = APPEAL_OUTCOME_LABELS[AppealOutcome(self.outcome)]
        return Text(f"申诉处理决定：{outcome.zh}。", f"Concluded: {outcome.en}.")


class AnswerServed(p.Answer, Fact):
    """Appellant and Party organisation have the written answer."""

    kind: Literal["answer_served"] = "answer_served"

    def words(self) -> Text:
        return Text(
            f"书面答复（{self.document.number}）已送达申诉人及其所在党组织。",
            f"Answer {self.document.number} served on the appellant and his Party organisation.",
        )


class AppealWithdrawn(p.Withdrawal, Fact):
    """The appellant withdrew the appeal; what was decided before stands."""

    kind: Literal["appeal_withdrawn"] = "appeal_withdrawn"

    def words(self) -> Text:
        return Text("申诉人书面撤回申诉。", "The appellant withdrew in writing.")


class ReReviewRequested(p.FurtherAppeal, Fact):
    """The appellant asks the next higher organ for a review."""

    kind: Literal["re_review_requested"] = "re_review_requested"

    def words(self) -> Text:
        day = self.received_on
        return Text(
            f"{day} 收到向上一级的复核申请。", f"A request for review above came in on {day}."
        )


class AppealClosed(Fact):
    """Nothing further can come in time; the matter is closed."""

    kind: Literal["appeal_closed"] = "appeal_closed"

    def words(self) -> Text:
        return Text("申诉办结。", "The appeal is closed.")


AnyFact = Annotated[
    AppealOpened
    | AppealAccepted
    | AppealReferred
    | ReExaminationBegun
    | ConclusionProposed
    | TermExtended
    | AppealConcluded
    | AnswerServed
    | AppealWithdrawn
    | ReReviewRequested
    | AppealClosed
    | OfficerRecused
    | DocumentDrafted
    | DocumentMade
    | NoticeSettled
    | NoticeUndeliverable
    | MessageLost
    | Reminded
    | WentOverdue
    | PeriodEnded,
    Field(discriminator="kind"),
]

FACTS: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
"""What a journal row is parsed with."""
