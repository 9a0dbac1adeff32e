"""What may be asked after a case is decided or ended."""

from typing import ClassVar

from workflows.domain.accountability import particulars_of_aftermath as after
from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.lifecycle import Command


class NotifySubject(after.Notification, Command):
    """Record that a subject was told that it is not held accountable 告知不予问责."""

    kind: ClassVar[str] = "notify_subject"


class OfferClarification(after.ClarificationOffer, Command):
    """Record the clarification that was opened for somebody, or why none was 提请澄清正名."""

    kind: ClassVar[str] = "offer_clarification"


class IssueRecommendation(after.Recommendation, Command):
    """Issue a recommendation letter, which opens a rectification 发出建议书."""

    kind: ClassVar[str] = "issue_recommendation"


class WaiveRecommendation(entry.Reasons, Command):
    """Record why no unit has anything to put right 不发建议书."""

    kind: ClassVar[str] = "waive_recommendation"


class RequestPublication(after.PublicationRequest, Command):
    """Ask for a publication review 提请公开."""

    kind: ClassVar[str] = "request_publication"


class ReviewPublication(after.PublicationReview, Command):
    """Record the verdict of the publication review 公开审核."""

    kind: ClassVar[str] = "review_publication"


class Publish(after.Publication, Command):
    """Record what was published 公开."""

    kind: ClassVar[str] = "publish"


class HandleInvolved(after.InvolvedHandling, Command):
    """Record how somebody involved was handled 涉案人员处理."""

    kind: ClassVar[str] = "handle_involved"


class EnterAssessment(after.AssessmentEntry, Command):
    """Record the entry in the assessment of a unit 纳入单位考核."""

    kind: ClassVar[str] = "enter_assessment"


class NoteLead(after.LeadNote, Command):
    """Note something new to be pursued 登记新线索."""

    kind: ClassVar[str] = "note_lead"


class SettleLead(after.LeadAnswer, Command):
    """Record the case that pursues a new lead, or why none does 新线索立项."""

    kind: ClassVar[str] = "settle_lead"


class AddSupplement(after.Supplement, Command):
    """Add material that came later 补充材料."""

    kind: ClassVar[str] = "add_supplement"
