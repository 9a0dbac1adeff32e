"""Every fact of a probation: what the journal may hold, told apart by `kind`.

The facts' sentences name no person and no reason: everybody may read them.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from workflows.domain.accountability_rules.verdicts import PROBATION_RESULT_LABELS, ProbationResult
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
from workflows.domain.probation import particulars as p
from workflows.domain.probation.commands import Open
from workflows.domain.procedure.shared import DocumentDrafted, NoticeSettled, OfficerRecused
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class ProbationOpened(Fact):
    """A probation is set, under the rule pack and calendar of the case."""

    kind: Literal["probation_opened"] = "probation_opened"
    request: Open
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        months = self.request.months
        return Text(f"设置考验期 {months} 个月。", f"A probation of {months} month(s) is set.")


class ProbationApproved(p.Approval, Fact):
    """The leader approves the probation."""

    kind: Literal["probation_approved"] = "probation_approved"

    def words(self) -> Text:
        return Text("批准考验期。", "The probation is approved.")


class ProbationDeclined(p.Reasons, Fact):
    """The leader declines; the case goes its ordinary way."""

    kind: Literal["probation_declined"] = "probation_declined"

    def words(self) -> Text:
        return Text(
            "不批准考验期，按一般程序办理。", "The probation is declined; the case goes on."
        )


class ProbationNotified(p.Notification, Fact):
    """The person was told; the probation runs."""

    kind: Literal["probation_notified"] = "probation_notified"

    def words(self) -> Text:
        return Text(
            f"{self.notified_on} 告知，考验期自该日起算。",
            f"Told on {self.notified_on}, from which day it runs.",
        )


class NodeChecked(p.NodeCheck, Fact):
    """Somebody checked on the way."""

    kind: Literal["node_checked"] = "node_checked"

    def words(self) -> Text:
        how = Text("进展正常", "on track") if self.on_track else Text("进展滞后", "behind")
        return Text(
            f"{self.checked_on} 节点检查：{how.zh}。", f"Checked on {self.checked_on}: {how.en}."
        )


class ProbationExtended(p.Extension, Fact):
    """The probation is longer, within the cap."""

    kind: Literal["probation_extended"] = "probation_extended"

    def words(self) -> Text:
        return Text(
            f"考验期延长为共 {self.months} 个月。", f"Extended to {self.months} months in all."
        )


class EvaluationBegun(p.Reasons, Fact):
    """The evaluation begins before the period is over."""

    kind: Literal["evaluation_begun"] = "evaluation_begun"

    def words(self) -> Text:
        return Text("提前评估。", "The evaluation begins early.")


class Evaluated(p.Evaluation, Fact):
    """The department evaluated the probation and proposes its result."""

    kind: Literal["evaluated"] = "evaluated"

    def words(self) -> Text:
        result = PROBATION_RESULT_LABELS[ProbationResult(self.result)]
        return Text(f"评估建议：{result.zh}。", f"Evaluated; proposed: {result.en}.")


class ResultSettled(p.Settlement, Fact):
    """The result is decided."""

    kind: Literal["result_settled"] = "result_settled"

    def words(self) -> Text:
        result = PROBATION_RESULT_LABELS[ProbationResult(self.result)]
        return Text(f"考验结果：{result.zh}。", f"Result: {result.en}.")


class ResultTold(p.ResultNotice, Fact):
    """The person was told of the result; the probation is closed."""

    kind: Literal["result_told"] = "result_told"

    def words(self) -> Text:
        return Text(
            f"{self.told_on} 告知考验结果，办结。", f"Told of the result on {self.told_on}; closed."
        )


class ReportReceived(p.Report, Fact):
    """A report on rectification came in."""

    kind: Literal["report_received"] = "report_received"

    def words(self) -> Text:
        return Text(
            f"收到整改报告（{self.report.number}）。", f"Report {self.report.number} came in."
        )


class SeriousConsequenceFound(p.SeriousConsequence, Fact):
    """The fault had a serious consequence: the ground of the probation is gone."""

    kind: Literal["serious_consequence_found"] = "serious_consequence_found"

    def words(self) -> Text:
        return Text(
            f"{self.found_on} 发现造成严重后果。", f"A serious consequence, found {self.found_on}."
        )


class NewFaultFound(p.NewFault, Fact):
    """Another fault came to light."""

    kind: Literal["new_fault_found"] = "new_fault_found"

    def words(self) -> Text:
        return Text(
            f"{self.found_on} 发现新过失，由人研判。", f"A new fault, found {self.found_on}."
        )


ANSWER_LABELS: dict[p.FaultAnswer, Text] = {
    p.FaultAnswer.CONTINUE: Text("继续考验", "the probation goes on"),
    p.FaultAnswer.PURSUE: Text("继续考验，另作线索处理", "it goes on, the fault is a new lead"),
    p.FaultAnswer.END: Text("终止考验", "the probation ends"),
}


class NewFaultDecided(p.FaultDecision, Fact):
    """A human decided what the new fault means."""

    kind: Literal["new_fault_decided"] = "new_fault_decided"

    def words(self) -> Text:
        answer = ANSWER_LABELS[self.answer]
        return Text(f"研判新过失：{answer.zh}。", f"On the new fault: {answer.en}.")


AnyFact = Annotated[
    ProbationOpened
    | ProbationApproved
    | ProbationDeclined
    | ProbationNotified
    | NodeChecked
    | ProbationExtended
    | EvaluationBegun
    | Evaluated
    | ResultSettled
    | ResultTold
    | ReportReceived
    | SeriousConsequenceFound
    | NewFaultFound
    | NewFaultDecided
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
