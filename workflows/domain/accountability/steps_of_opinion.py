"""The steps from the opinion to the decision."""

from datetime import date
from typing import Any

from workflows.domain.accountability import checks_of_opinion as check
from workflows.domain.accountability import commands_of_opinion as c
from workflows.domain.accountability import facts_of_opinion as f
from workflows.domain.accountability import seats
from workflows.domain.accountability.checks import approves, check_no_demand, independent
from workflows.domain.accountability.checks_of_decision import check_decision, check_verdicts
from workflows.domain.accountability.gates import passes
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.suggesting import suggested
from workflows.domain.procedure.steps import StepRule


def _suggestions(matter: AccountabilityCase, command: c.DraftOpinion) -> dict[str, Any]:
    return {"suggestions": suggested(matter)}


def _filed_on(matter: AccountabilityCase) -> date | None:
    """Return the day of the filing, also where silence has let the case go on since."""
    return matter.lapsed.filed_on if matter.lapsed else matter.since


STEPS: tuple[StepRule[Any], ...] = (
    StepRule(
        c.DraftOpinion,
        f.OpinionDrafted,
        seats.handler,
        checks=(check_no_demand, passes("opinion_drafted"), check.check_opinion),
        adds=_suggestions,
    ),
    StepRule(c.IncludeInvolved, f.InvolvedIncluded, seats.handler, checks=(check.check_involved,)),
    StepRule(
        c.ApproveOpinion,
        f.OpinionApproved,
        seats.approver("INVESTIGATION"),
        checks=(approves("INVESTIGATION"), check.check_opinion_approval),
    ),
    StepRule(
        c.ReturnOpinion,
        f.OpinionReturned,
        seats.returner,
        checks=(independent("INVESTIGATION"),),
    ),
    StepRule(
        c.SubmitOpinion, f.OpinionSubmitted, seats.handler, checks=(passes("opinion_submitted"),)
    ),
    StepRule(
        c.CheckAdjudication,
        f.AdjudicationChecked,
        seats.adjudicator,
        checks=(independent("INVESTIGATION"),),
    ),
    StepRule(
        c.ConcludeConsultation,
        f.Consulted,
        seats.handler,
        checks=(passes("consulted"), check.check_consultation),
    ),
    StepRule(
        c.AcknowledgeFiling,
        f.FilingAcknowledged,
        seats.upper,
        dated_by="received_on",
        since=_filed_on,
        checks=(check.check_filing_reply,),
    ),
    StepRule(
        c.ReviewElevated,
        f.ElevatedReviewed,
        seats.upper,
        dated_by="reviewed_on",
        checks=(check.check_review,),
    ),
    StepRule(
        c.ProposeDecision,
        f.DecisionProposed,
        seats.approver("DECISION"),
        checks=(check.check_decision_proposal, independent("DECISION")),
    ),
    StepRule(
        c.Decide,
        f.Decided,
        seats.decider,
        dated_by="decided_on",
        checks=(
            check_no_demand,
            passes("decided"),
            independent("DECISION"),
            check_decision,
            check_verdicts,
        ),
    ),
)
