"""The steps of the investigation."""

from datetime import date
from typing import Any

from workflows.domain.accountability import checks_of_inquiry as check
from workflows.domain.accountability import commands_of_inquiry as c
from workflows.domain.accountability import facts_of_inquiry as f
from workflows.domain.accountability import seats
from workflows.domain.accountability.checks import approves
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.procedure.steps import StepRule


def _verified_on(matter: AccountabilityCase) -> date | None:
    """Return the end of verification: whoever was heard since was heard for this case."""
    return matter.verification.ended_on if matter.verification else matter.since


STEPS: tuple[StepRule[Any], ...] = (
    StepRule(
        c.RecordMust,
        f.MustRecorded,
        seats.handler,
        dated_by="heard_on",
        since=_verified_on,
        checks=(check.check_must,),
    ),
    StepRule(c.RecordExpertReport, f.ExpertReported, seats.handler, dated_by="reported_on"),
    StepRule(
        c.AssessTolerance,
        f.ToleranceAssessed,
        seats.handler,
        dated_by="assessed_on",
        checks=(check.check_tolerance,),
    ),
    StepRule(
        c.ExamineDecisionLayer,
        f.DecisionLayerExamined,
        seats.handler,
        dated_by="examined_on",
        checks=(check.check_layer,),
    ),
    StepRule(c.Constitute, f.Constituted, seats.handler, checks=(check.check_constitution,)),
    StepRule(c.ChargeSubject, f.Charged, seats.handler, checks=(check.check_charges,)),
    StepRule(c.Weigh, f.Weighed, seats.handler, checks=(check.check_weighing,)),
    StepRule(
        c.ShowFacts,
        f.FactsWereShown,
        seats.handler,
        dated_by="shown_on",
        checks=(check.check_facts_shown,),
    ),
    StepRule(
        c.HearReply,
        f.ReplyHeard,
        seats.handler,
        dated_by="heard_on",
        checks=(check.check_reply,),
    ),
    StepRule(
        c.ProposeNoLiability,
        f.NoLiabilityProposed,
        seats.handler,
        checks=(check.check_no_liability,),
    ),
    StepRule(
        c.ApproveNoLiability,
        f.NoLiabilityApproved,
        seats.approver("NO_LIABILITY"),
        checks=(approves("NO_LIABILITY"),),
    ),
    StepRule(
        c.ReturnNoLiability,
        f.NoLiabilityReturned,
        seats.approver("NO_LIABILITY"),
        checks=(approves("NO_LIABILITY"),),
    ),
)
