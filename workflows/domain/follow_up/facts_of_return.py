"""What becomes true on the way to normal use (3.15)."""

from typing import Literal

from workflows.domain.follow_up import particulars_of_return as returning
from workflows.domain.lifecycle import Fact
from workflows.domain.text import Text

GIVER_LABELS: dict[returning.Giver, Text] = {
    returning.Giver.DI_ORGAN: Text("纪检监察机关", "DI organ"),
    returning.Giver.UPPER_HR: Text("上级组织人事部门", "upper organisation department"),
}
WHY_NOT_LABELS: dict[returning.WhyNot, Text] = {
    returning.WhyNot.TEAM: Text("对象是班子", "the subject is a team"),
    returning.WhyNot.RETIRED: Text("已退休", "retired"),
    returning.WhyNot.LEFT: Text("已离职", "left"),
    returning.WhyNot.CONDITIONS_NOT_MET: Text("不符合条件", "conditions not met"),
    returning.WhyNot.NO_VACANCY: Text("没有职位空缺", "no vacancy"),
    returning.WhyNot.NOT_REMOVED: Text("未曾离任", "it never lost its post"),
}


class Evaluated(returning.Evaluation, Fact):
    """The subject was evaluated."""

    kind: Literal["evaluated"] = "evaluated"

    def words(self) -> Text:
        if self.good:
            return Text(
                f"于 {self.evaluated_on} 评估：表现好。",
                f"Evaluated on {self.evaluated_on}: performs well.",
            )
        return Text(
            f"于 {self.evaluated_on} 评估：表现一般或者较差。",
            f"Evaluated on {self.evaluated_on}: does not perform well.",
        )


class FedBack(returning.Feedback, Fact):
    """The organisation department was told."""

    kind: Literal["fed_back"] = "fed_back"

    def words(self) -> Text:
        return Text(
            f"于 {self.sent_on} 向组织人事部门反馈。",
            f"The organisation department was told on {self.sent_on}.",
        )


class OpinionRecorded(returning.Opinion, Fact):
    """An opinion on normal use was given."""

    kind: Literal["opinion_recorded"] = "opinion_recorded"

    def words(self) -> Text:
        giver = GIVER_LABELS[self.giver]
        view = Text("同意", "agrees") if self.agrees else Text("不同意", "does not agree")
        return Text(f"{giver.zh}：{view.zh}使用。", f"The {giver.en} {view.en} to normal use.")


class CollectivelyDecided(returning.CollectiveDecision, Fact):
    """Normal use was decided on collectively."""

    kind: Literal["collectively_decided"] = "collectively_decided"

    def words(self) -> Text:
        view = Text("同意", "for") if self.agrees else Text("不同意", "against")
        return Text(
            f"于 {self.decided_on} 集体研究：{view.zh}使用。",
            f"Decided collectively on {self.decided_on}: {view.en} normal use.",
        )


class Reinstated(returning.Reinstatement, Fact):
    """The subject was appointed to a post."""

    kind: Literal["reinstated"] = "reinstated"

    def words(self) -> Text:
        return Text(
            f"于 {self.appointed_on} 恢复使用，不是自动提拔。",
            f"Back to normal use on {self.appointed_on}; it is no promotion.",
        )


class TrackingBegun(Fact):
    """Tracking in the new post begins."""

    kind: Literal["tracking_begun"] = "tracking_begun"

    def words(self) -> Text:
        return Text("开始后续跟踪管理。", "Tracking in the new post begins.")


class ReinstatementDeclined(returning.NoReinstatement, Fact):
    """The subject is not reinstated."""

    kind: Literal["reinstatement_declined"] = "reinstatement_declined"

    def words(self) -> Text:
        why = WHY_NOT_LABELS[self.why]
        return Text(f"不恢复使用：{why.zh}。", f"Not reinstated: {why.en}.")
