"""The steps from the lead to the approved start, and of the early endings."""

from typing import Any

from workflows.domain.accountability import checks_of_entry as check
from workflows.domain.accountability import commands_of_entry as c
from workflows.domain.accountability import facts_of_entry as f
from workflows.domain.accountability import seats
from workflows.domain.accountability.checks import approves, check_no_demand, independent
from workflows.domain.accountability.gates import passes
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.thresholds import reached
from workflows.domain.numbers import child_number
from workflows.domain.procedure.steps import StepRule

Case = AccountabilityCase


def _reached(matter: Case, command: c.ProposeStart) -> dict[str, Any]:
    return {"reached": reached(matter.rules, command.incidents)}


def _probation_number(matter: Case, command: c.SetProbation) -> dict[str, Any]:
    return {"number": child_number(matter.number, "P", len(matter.probations) + 1)}


STEPS: tuple[StepRule[Any], ...] = (
    StepRule(c.Triage, f.Triaged, seats.handler, checks=(check.check_triage,)),
    StepRule(c.Assign, f.Assigned, seats.principal, checks=(independent("TRIAGE"),)),
    StepRule(
        c.ReturnTriage,
        f.TriageReturned,
        seats.principal,
        checks=(independent("TRIAGE"), check.check_no_probation),
    ),
    StepRule(
        c.RecordVerification,
        f.Verified,
        seats.handler,
        dated_by="ended_on",
        checks=(check.check_verification,),
    ),
    StepRule(c.AddSubject, f.SubjectAdded, seats.handler, checks=(check.check_subject,)),
    StepRule(
        c.ProposeStart,
        f.StartProposed,
        seats.handler,
        checks=(check_no_demand, check.check_start, passes("start_proposed")),
        adds=_reached,
    ),
    StepRule(
        c.OpenLeadershipCase,
        f.LeadershipCaseSettled,
        seats.handler,
        checks=(check.check_leadership,),
    ),
    StepRule(
        c.ApproveStart,
        f.StartApproved,
        seats.approver("INITIATION"),
        checks=(check.check_start_waits, approves("INITIATION"), passes("start_approved")),
    ),
    StepRule(
        c.NotStart,
        f.NotStarted,
        seats.approver("INITIATION"),
        checks=(independent("INITIATION"),),
    ),
    StepRule(c.HoldTalk, f.TalkHeld, seats.handler, dated_by="held_on", checks=(check.check_talk,)),
    StepRule(
        c.SetProbation,
        f.ProbationSet,
        seats.handler,
        checks=(check.check_probation,),
        adds=_probation_number,
    ),
    StepRule(c.HandOn, f.HandedOn, seats.handler, dated_by="handed_over_on"),
)
