"""What becomes true between the opinion and the word of the approver."""

from typing import Literal

from workflows.domain.clarification import particulars as p
from workflows.domain.clarification.methods import METHOD_LABELS, RANGE_LABELS, Plan
from workflows.domain.lifecycle import Fact
from workflows.domain.text import Text, listed


def said_plan(plan: Plan) -> Text:
    """Say which methods with which scope a plan uses."""
    return listed(
        [
            Text(f"{label.zh}（{scope.zh}）", f"{label.en} ({scope.en})") if scope else label
            for planned in plan.methods
            for label in [METHOD_LABELS[planned.method]]
            for scope in [RANGE_LABELS[planned.scope] if planned.scope else None]
        ]
    )


class OpinionGiven(p.Opinion, Fact):
    """The undertaking department proposed whether to start."""

    kind: Literal["opinion_given"] = "opinion_given"

    def words(self) -> Text:
        if not self.start or self.plan is None:
            return Text("评估意见：不启动澄清程序。", "Opinion: do not start.")
        plan = said_plan(self.plan)
        return Text(f"评估意见：启动，{plan.zh}。", f"Opinion: start, {plan.en}.")


class ProcedureOpened(Fact):
    """The approval chain of the route has begun."""

    kind: Literal["procedure_opened"] = "procedure_opened"

    def words(self) -> Text:
        return Text("进入审批程序。", "The approval chain begins.")


class NotStartSettled(Fact):
    """An opinion not to start stands without a countersignature: no situation holds any more."""

    kind: Literal["not_start_settled"] = "not_start_settled"

    def words(self) -> Text:
        return Text("不启动意见生效。", "The opinion not to start stands.")


class Countersigned(p.Countersignature, Fact):
    """The approver has spoken on an opinion not to start."""

    kind: Literal["countersigned"] = "countersigned"

    def words(self) -> Text:
        if self.agrees:
            return Text("签批同意不启动。", "Not starting was countersigned.")
        return Text("签批不同意，退回评估。", "Not starting was refused; evaluate again.")


class StudyRecorded(p.Study, Fact):
    """Collective study has passed."""

    kind: Literal["study_recorded"] = "study_recorded"

    def words(self) -> Text:
        return Text(
            f"集体研判通过（纪要 {self.minutes.number}）。",
            f"Collective study passed (minutes {self.minutes.number}).",
        )


class Reviewed(p.Remark, Fact):
    """The principal's review has passed."""

    kind: Literal["reviewed"] = "reviewed"

    def words(self) -> Text:
        return Text("负责人审核通过。", "The principal's review passed.")


class Approved(p.Approval, Fact):
    """Methods and scope are approved."""

    kind: Literal["approved"] = "approved"
    plan: Plan

    def words(self) -> Text:
        plan = said_plan(self.plan)
        return Text(f"批准：{plan.zh}。", f"Approved: {plan.en}.")


class OpinionReturned(p.Reasons, Fact):
    """The opinion was returned; the evaluation goes on with its old clock."""

    kind: Literal["opinion_returned"] = "opinion_returned"

    def words(self) -> Text:
        return Text("退回重新评估。", "Returned for renewed evaluation.")


class Refused(p.Reasons, Fact):
    """The approver rejected the clarification."""

    kind: Literal["rejected"] = "rejected"

    def words(self) -> Text:
        return Text("不予批准。", "Rejected.")


class ObjectionRecorded(p.Objection, Fact):
    """The person objected to a public method."""

    kind: Literal["objection_recorded"] = "objection_recorded"

    def words(self) -> Text:
        how = METHOD_LABELS[self.method]
        return Text(f"本人对{how.zh}提出异议。", f"The person objects to clarification {how.en}.")
