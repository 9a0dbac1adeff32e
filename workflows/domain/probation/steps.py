"""The commands of a probation: the fact of each, who gives it, its date, and what must hold."""

from workflows.domain.probation import checks
from workflows.domain.probation import commands as c
from workflows.domain.probation import facts as f
from workflows.domain.probation.seats import approving, handling
from workflows.domain.probation.stages import STAGES
from workflows.domain.probation.state import Probation
from workflows.domain.probation.table import TABLE
from workflows.domain.procedure.common import common_steps
from workflows.domain.procedure.steps import StepRule, Steps

RULES: tuple[StepRule[Probation], ...] = (
    StepRule(c.ApproveProbation, f.ProbationApproved, approving, checks=(checks.by_another,)),
    StepRule(c.DeclineProbation, f.ProbationDeclined, approving, checks=(checks.by_another,)),
    StepRule(
        c.NotifyProbation,
        f.ProbationNotified,
        handling,
        dated_by="notified_on",
        checks=(checks.is_approved,),
    ),
    StepRule(c.CheckNode, f.NodeChecked, handling, dated_by="checked_on"),
    StepRule(c.ExtendProbation, f.ProbationExtended, approving, checks=(checks.is_longer,)),
    StepRule(c.BeginEvaluation, f.EvaluationBegun, approving),
    StepRule(
        c.Evaluate, f.Evaluated, handling, checks=(checks.no_fault_pending, checks.is_borne_out)
    ),
    StepRule(
        c.SettleResult,
        f.ResultSettled,
        approving,
        checks=(checks.is_evaluated, checks.no_fault_pending, checks.is_borne_out),
    ),
    StepRule(c.TellResult, f.ResultTold, handling, dated_by="told_on"),
    StepRule(c.DecideNewFault, f.NewFaultDecided, approving, checks=(checks.fault_is_pending,)),
    StepRule(c.RectificationReport, f.ReportReceived, None, dated_by="reported_on", after_end=True),
    StepRule(
        c.ReportSeriousConsequence,
        f.SeriousConsequenceFound,
        None,
        dated_by="found_on",
        after_end=True,
    ),
    StepRule(c.ReportNewFault, f.NewFaultFound, None, dated_by="found_on", after_end=True),
    *common_steps(handling, approving, {}, STAGES),
)

STEPS: Steps[Probation] = Steps(rule="5.1", stages=STAGES, table=TABLE, rules=RULES)
