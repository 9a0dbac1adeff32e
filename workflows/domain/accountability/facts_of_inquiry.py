"""Facts of the investigation. Their sentences name no person and repeat nothing that was said."""

import re
from typing import Literal

from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.accountability import particulars_of_inquiry as inquiry
from workflows.domain.accountability import particulars_of_opinion as opinion
from workflows.domain.accountability_rules.verdicts import MUST_LABELS, TOLERANCE_LABELS
from workflows.domain.lifecycle import Fact
from workflows.domain.text import Text

ARTICLE = re.compile(r"A(\d+)_(\d+)_")
"""How the codes of situations begin: article and item of the measures."""


class MustRecorded(inquiry.MustRecord, Fact):
    """One of the four musts was recorded."""

    kind: Literal["must_recorded"] = "must_recorded"

    def words(self) -> Text:
        name, whose = MUST_LABELS[self.must], f"{self.subject} " if self.subject else ""
        return Text(f"凡问四必：{whose}{name.zh}。", f"Four musts: {whose}{name.en}.")


class ExpertReported(inquiry.ExpertReport, Fact):
    """The professional assessment is on file."""

    kind: Literal["expert_reported"] = "expert_reported"

    def words(self) -> Text:
        return Text("专业评估已出具。", "The professional assessment is on file.")


class ToleranceAssessed(inquiry.ToleranceAssessment, Fact):
    """The tolerance assessment of a subject is closed."""

    kind: Literal["tolerance_assessed"] = "tolerance_assessed"

    def words(self) -> Text:
        name = TOLERANCE_LABELS[self.result]
        filed = FILED if self.pre_filing else Text("", "")
        filed = LATE if self.filed_late else filed
        return Text(
            f"容错评估：{self.subject} {name.zh}{filed.zh}。",
            f"Tolerance assessment: {self.subject} {name.en}{filed.en}.",
        )


FILED = Text("（已备案，备案不等于免责）", " (filed, not exempted)")
LATE = Text("（备案迟于事项开始，不作为保护依据）", " (filed late: no protection)")


class DecisionLayerExamined(inquiry.LayerExamination, Fact):
    """Those who decided were examined."""

    kind: Literal["decision_layer_examined"] = "decision_layer_examined"

    def words(self) -> Text:
        return Text("已审查决策层责任。", "The decision layer was examined.")


class Constituted(inquiry.Constitution, Fact):
    """It was settled whether a subject can be liable."""

    kind: Literal["constituted"] = "constituted"

    def words(self) -> Text:
        if self.liable:
            return Text(f"{self.subject} 构成责任。", f"{self.subject} can be held liable.")
        return Text(
            f"{self.subject} 不构成责任，不再作为问责对象。",
            f"{self.subject} is not liable and no subject any more.",
        )


class Charged(inquiry.Charging, Fact):
    """A subject was charged with coded situations."""

    kind: Literal["charged"] = "charged"

    def words(self) -> Text:
        named = [_article(charge.code) for charge in self.charges]
        return Text(
            f"{self.subject} 认定追责情形：{'、'.join(each.zh for each in named)}。",
            f"{self.subject} is charged with {', '.join(each.en for each in named)}.",
        )


def _article(code: str) -> Text:
    """Return the article that a situation's code begins with: `A7_2_…` is 第7条第2项."""
    found = ARTICLE.match(code)
    if found is None:
        return Text(code, code)
    return Text(f"第{found[1]}条第{found[2]}项", f"Art. {found[1]}({found[2]})")


class Weighed(inquiry.Weighing, Fact):
    """What weighs for and against a subject was recorded."""

    kind: Literal["weighed"] = "weighed"

    def words(self) -> Text:
        return Text(
            f"{self.subject} 的责任和情节已认定。",
            f"Liability and factors of {self.subject} recorded.",
        )


class FactsWereShown(inquiry.FactsShown, Fact):
    """The facts were shown to a subject and explained."""

    kind: Literal["facts_shown"] = "facts_shown"

    def words(self) -> Text:
        return Text(
            f"已与 {self.subject} 事实材料见面。", f"The facts were shown to {self.subject}."
        )


class ReplyHeard(inquiry.SubjectReply, Fact):
    """A subject's reply was heard."""

    kind: Literal["reply_heard"] = "reply_heard"

    def words(self) -> Text:
        return Text(f"已听取 {self.subject} 的意见。", f"The reply of {self.subject} was heard.")


class NoLiabilityProposed(opinion.NoLiability, Fact):
    """It was proposed to hold nobody accountable."""

    kind: Literal["no_liability_proposed"] = "no_liability_proposed"

    def words(self) -> Text:
        return Text("提请不予问责。", "It was proposed to hold nobody accountable.")


class NoLiabilityApproved(entry.Remark, Fact):
    """A link of the chain approved it; the last one ends the case."""

    kind: Literal["no_liability_approved"] = "no_liability_approved"

    def words(self) -> Text:
        return Text("不予问责审批通过一环。", "A link of the chain approved: nobody is liable.")


class NoLiabilityReturned(entry.Reasons, Fact):
    """The proposal was returned; the investigation goes on."""

    kind: Literal["no_liability_returned"] = "no_liability_returned"

    def words(self) -> Text:
        return Text("不予问责的建议被退回，继续调查。", "The proposal was returned.")
