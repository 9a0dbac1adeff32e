"""The steps after a case was decided or ended, and what linked matters report."""

from datetime import date
from typing import Any

from workflows.domain import linked
from workflows.domain.accountability import checks_of_aftermath as check
from workflows.domain.accountability import commands_of_aftermath as c
from workflows.domain.accountability import facts_of_aftermath as f
from workflows.domain.accountability import seats
from workflows.domain.accountability.checks import independent
from workflows.domain.accountability.gates import passes
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.numbers import child_number
from workflows.domain.procedure.steps import StepRule


def _rectification_number(
    matter: AccountabilityCase, command: c.IssueRecommendation
) -> dict[str, Any]:
    return {"number": child_number(matter.number, "R", len(matter.rectifications) + 1)}


def _decided_on(matter: AccountabilityCase) -> date | None:
    """Return the day of the decision; telling somebody depends on nothing that came later."""
    return matter.decision.decided_on if matter.decision else matter.since


STEPS: tuple[StepRule[Any], ...] = (
    StepRule(
        c.NotifySubject,
        f.SubjectNotified,
        seats.handler,
        dated_by="notified_on",
        since=_decided_on,
        checks=(check.check_notification,),
    ),
    StepRule(
        c.OfferClarification, f.ClarificationOffered, seats.handler, checks=(check.check_offer,)
    ),
    StepRule(
        c.IssueRecommendation,
        f.RecommendationIssued,
        seats.handler,
        dated_by="issued_on",
        checks=(check.check_recommendation,),
        adds=_rectification_number,
    ),
    StepRule(
        c.WaiveRecommendation,
        f.RecommendationWaived,
        seats.handler,
        checks=(check.check_waiver,),
    ),
    StepRule(c.RequestPublication, f.PublicationRequested, seats.handler, dated_by="requested_on"),
    StepRule(
        c.ReviewPublication,
        f.PublicationReviewed,
        seats.leader,
        dated_by="reviewed_on",
        checks=(independent("PUBLICATION"), check.check_publication_review),
    ),
    StepRule(
        c.Publish,
        f.Published,
        seats.handler,
        dated_by="published_on",
        checks=(passes("published"), check.check_published),
    ),
    StepRule(
        c.HandleInvolved,
        f.InvolvedHandled,
        seats.handler,
        dated_by="handled_on",
        checks=(check.check_involved_handled,),
    ),
    StepRule(
        c.EnterAssessment,
        f.AssessmentEntered,
        seats.handler,
        dated_by="entered_on",
        checks=(check.check_assessment,),
    ),
    StepRule(c.NoteLead, f.LeadNoted, seats.handler, dated_by="found_on"),
    StepRule(c.SettleLead, f.LeadSettled, seats.handler, checks=(check.check_lead,)),
    StepRule(c.AddSupplement, f.SupplementAdded, seats.handler),
    StepRule(linked.SubjectServed, f.SubjectWasServed, None, "served_on", after_end=True),
    StepRule(linked.SubjectClosed, f.SubjectWasClosed, None, "closed_on", after_end=True),
    StepRule(linked.SubjectReopened, f.SubjectWasReopened, None, "reopened_on", after_end=True),
    StepRule(linked.ProbationEnded, f.ProbationWasEnded, None, "ended_on", after_end=True),
    StepRule(linked.RectificationEnded, f.RectificationWasEnded, None, "closed_on", after_end=True),
    StepRule(linked.LeadFound, f.LeadWasFound, None, "found_on", after_end=True),
)
