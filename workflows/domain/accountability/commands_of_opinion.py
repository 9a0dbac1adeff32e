"""What may be asked from the opinion to the decision."""

from typing import ClassVar

from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.accountability import particulars_of_opinion as opinion
from workflows.domain.lifecycle import Command


class DraftOpinion(opinion.Opinion, Command):
    """Draft the opinion on every subject 拟定意见."""

    kind: ClassVar[str] = "draft_opinion"


class IncludeInvolved(opinion.InvolvedList, Command):
    """Name everybody involved who is handled together 列明涉案人员."""

    kind: ClassVar[str] = "include_involved"


class ApproveOpinion(entry.Remark, Command):
    """Approve the opinion, each link of the chain in turn 审批调查意见."""

    kind: ClassVar[str] = "approve_opinion"


class ReturnOpinion(entry.Reasons, Command):
    """Return the opinion for more investigation 退回补充."""

    kind: ClassVar[str] = "return_opinion"


class SubmitOpinion(entry.Remark, Command):
    """Submit the approved opinion to joint consultation 提交会商."""

    kind: ClassVar[str] = "submit_opinion"


class CheckAdjudication(opinion.AdjudicationCheck, Command):
    """Record the check by the adjudication office 审理把关."""

    kind: ClassVar[str] = "check_adjudication"


class ConcludeConsultation(opinion.Consultation, Command):
    """Conclude the joint consultation 会商结束."""

    kind: ClassVar[str] = "conclude_consultation"


class AcknowledgeFiling(opinion.FilingReply, Command):
    """Record the upper organ's reply to the filing 备案回复."""

    kind: ClassVar[str] = "acknowledge_filing"


class ReviewElevated(opinion.ElevatedVerdicts, Command):
    """Record the verdicts of the elevated review 提级审核."""

    kind: ClassVar[str] = "review_elevated"


class ProposeDecision(entry.Remark, Command):
    """Propose the decision to the deciding body 提请决定."""

    kind: ClassVar[str] = "propose_decision"


class Decide(opinion.Decision, Command):
    """Decide on every subject 作出决定."""

    kind: ClassVar[str] = "decide"
