"""What may be asked while a case is investigated."""

from typing import ClassVar

from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.accountability import particulars_of_inquiry as inquiry
from workflows.domain.accountability import particulars_of_opinion as opinion
from workflows.domain.lifecycle import Command


class RecordMust(inquiry.MustRecord, Command):
    """Record one of the four musts 凡问四必."""

    kind: ClassVar[str] = "record_must"


class RecordExpertReport(inquiry.ExpertReport, Command):
    """Record the professional assessment of a medical matter 专业评估."""

    kind: ClassVar[str] = "record_expert_report"


class AssessTolerance(inquiry.ToleranceAssessment, Command):
    """Record the tolerance assessment of a subject 容错评估."""

    kind: ClassVar[str] = "assess_tolerance"


class ExamineDecisionLayer(inquiry.LayerExamination, Command):
    """Record the examination of those who decided 决策层审查."""

    kind: ClassVar[str] = "examine_decision_layer"


class Constitute(inquiry.Constitution, Command):
    """Record whether a subject can be liable 责任构成."""

    kind: ClassVar[str] = "constitute"


class ChargeSubject(inquiry.Charging, Command):
    """Charge a subject with coded situations 认定追责情形."""

    kind: ClassVar[str] = "charge"


class Weigh(inquiry.Weighing, Command):
    """Record what weighs for and against a subject 责任和情节."""

    kind: ClassVar[str] = "weigh"


class ShowFacts(inquiry.FactsShown, Command):
    """Record that the facts were shown to a subject and explained 事实材料见面."""

    kind: ClassVar[str] = "show_facts"


class HearReply(inquiry.SubjectReply, Command):
    """Record what a subject said to the facts 听取意见."""

    kind: ClassVar[str] = "hear_reply"


class ProposeNoLiability(opinion.NoLiability, Command):
    """Propose that nobody is held accountable 提请不予问责."""

    kind: ClassVar[str] = "propose_no_liability"


class ApproveNoLiability(entry.Remark, Command):
    """Approve that nobody is held accountable 批准不予问责."""

    kind: ClassVar[str] = "approve_no_liability"


class ReturnNoLiability(entry.Reasons, Command):
    """Return the proposal: the investigation goes on 退回继续调查."""

    kind: ClassVar[str] = "return_no_liability"
