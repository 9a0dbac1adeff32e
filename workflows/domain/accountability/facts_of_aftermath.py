"""Facts after a case was decided or ended. Their sentences name no person."""

from typing import Literal

from workflows.domain.accountability import particulars_of_aftermath as after
from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.accountability_rules.verdicts import PUBLICATION_VERDICT_LABELS
from workflows.domain.lifecycle import Day, Fact
from workflows.domain.numbers import MatterNumber
from workflows.domain.subjects import SubjectRef
from workflows.domain.text import Text
from workflows.domain.writing import Line, Prose


class SubjectNotified(after.Notification, Fact):
    """A subject was told that it is not held accountable."""

    kind: Literal["subject_notified"] = "subject_notified"

    def words(self) -> Text:
        return Text(
            f"已告知 {self.subject} 不予问责。", f"{self.subject} was told that it is not liable."
        )


class ClarificationOffered(after.ClarificationOffer, Fact):
    """An offer to clarify was taken up, or was declined."""

    kind: Literal["clarification_offered"] = "clarification_offered"

    def words(self) -> Text:
        if self.clarification:
            return Text(
                f"{self.whom} 的澄清已立项：{self.clarification}。",
                f"A clarification was opened for {self.whom}: {self.clarification}.",
            )
        return Text(f"{self.whom} 不作澄清。", f"There is no clarification for {self.whom}.")


class RecommendationIssued(after.Recommendation, Fact):
    """A recommendation letter went out; its rectification is a matter of its own."""

    kind: Literal["recommendation_issued"] = "recommendation_issued"
    number: MatterNumber

    def words(self) -> Text:
        return Text(
            f"发出建议书，整改 {self.number}。", f"A recommendation was issued: {self.number}."
        )


class RecommendationWaived(entry.Reasons, Fact):
    """No unit has anything to put right."""

    kind: Literal["recommendation_waived"] = "recommendation_waived"

    def words(self) -> Text:
        return Text("不发建议书。", "No recommendation is issued.")


class PublicationRequested(after.PublicationRequest, Fact):
    """A publication review was asked for."""

    kind: Literal["publication_requested"] = "publication_requested"

    def words(self) -> Text:
        return Text("提请公开审核。", "A publication review was asked for.")


class PublicationReviewed(after.PublicationReview, Fact):
    """The publication review has its verdict."""

    kind: Literal["publication_reviewed"] = "publication_reviewed"

    def words(self) -> Text:
        name = PUBLICATION_VERDICT_LABELS[self.verdict]
        return Text(f"公开审核：{name.zh}。", f"Publication review: {name.en}.")


class Published(after.Publication, Fact):
    """The case was published."""

    kind: Literal["published"] = "published"

    def words(self) -> Text:
        return Text(f"已于 {self.published_on} 公开。", f"Published on {self.published_on}.")


class InvolvedHandled(after.InvolvedHandling, Fact):
    """Somebody involved was handled."""

    kind: Literal["involved_handled"] = "involved_handled"

    def words(self) -> Text:
        return Text(f"涉案人员 {self.who} 已处理。", f"{self.who}, who was involved, was handled.")


class AssessmentEntered(after.AssessmentEntry, Fact):
    """The case is part of a unit's assessment."""

    kind: Literal["assessment_entered"] = "assessment_entered"

    def words(self) -> Text:
        return Text("已纳入单位考核。", "Entered in the assessment of the unit.")


class LeadNoted(after.LeadNote, Fact):
    """Something new to be pursued was noted."""

    kind: Literal["lead_noted"] = "lead_noted"

    def words(self) -> Text:
        return Text("登记新线索。", "A new lead was noted.")


class LeadSettled(after.LeadAnswer, Fact):
    """A new lead became a case of its own, or is not pursued."""

    kind: Literal["lead_settled"] = "lead_settled"

    def words(self) -> Text:
        if self.case:
            return Text(
                f"新线索 {self.lead} 已另行立案：{self.case}。",
                f"The new lead {self.lead} is pursued in {self.case}.",
            )
        return Text(f"新线索 {self.lead} 不另立案。", f"The new lead {self.lead} is not pursued.")


class SupplementAdded(after.Supplement, Fact):
    """Material was added."""

    kind: Literal["supplement_added"] = "supplement_added"

    def words(self) -> Text:
        return Text("补充材料已入卷。", "Material was added to the file.")


class SubjectWasServed(Fact):
    """The decision was served on a subject."""

    kind: Literal["subject_served"] = "subject_served"
    subject: SubjectRef
    served_on: Day

    def words(self) -> Text:
        return Text(
            f"决定已于 {self.served_on} 送达 {self.subject}。",
            f"The decision was served on {self.subject} on {self.served_on}.",
        )


class SubjectWasClosed(Fact):
    """A subject's follow-up is closed."""

    kind: Literal["subject_closed"] = "subject_closed"
    subject: SubjectRef
    closed_on: Day
    how: Line

    def words(self) -> Text:
        return Text(f"{self.subject} 后续办结。", f"The follow-up of {self.subject} is closed.")


class SubjectWasReopened(Fact):
    """A subject's follow-up runs again."""

    kind: Literal["subject_reopened"] = "subject_reopened"
    subject: SubjectRef
    reopened_on: Day

    def words(self) -> Text:
        return Text(f"{self.subject} 后续重启。", f"The follow-up of {self.subject} runs again.")


class ProbationWasEnded(Fact):
    """A probation has ended."""

    kind: Literal["probation_ended"] = "probation_ended"
    probation: MatterNumber
    ended_on: Day
    result: Literal["LIGHTER", "REDUCED", "EXEMPT", "FAILED"]
    reasons: Prose

    def words(self) -> Text:
        name = PROBATION_WORDS[self.result]
        return Text(
            f"考验期 {self.probation} 结束：{name.zh}。",
            f"The probation {self.probation} has ended: {name.en}.",
        )


PROBATION_WORDS = {
    "LIGHTER": Text("合格，从轻", "passed, lighter"),
    "REDUCED": Text("合格，减轻", "passed, reduced"),
    "EXEMPT": Text("合格，免予问责", "passed, exempt"),
    "FAILED": Text("不合格", "failed"),
}


class RectificationWasEnded(Fact):
    """A rectification is closed."""

    kind: Literal["rectification_ended"] = "rectification_ended"
    rectification: MatterNumber
    closed_on: Day

    def words(self) -> Text:
        return Text(
            f"整改 {self.rectification} 销号。", f"Rectification {self.rectification} is closed."
        )


class LeadWasFound(after.LeadNote, Fact):
    """A linked matter reports something new to be pursued."""

    kind: Literal["lead_found"] = "lead_found"

    def words(self) -> Text:
        return Text("关联事项报来新线索。", "A linked matter reports a new lead.")


class CaseClosed(Fact):
    """Everything that followed from the decision is closed."""

    kind: Literal["case_closed"] = "case_closed"

    def words(self) -> Text:
        return Text("应办事项全部办结，本案办结。", "Nothing is left to do; the case is closed.")
