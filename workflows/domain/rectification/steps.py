"""The commands of a rectification: the fact of each, who gives it, its date, and what must hold."""

from workflows.domain.procedure.common import common_steps
from workflows.domain.procedure.steps import StepRule, Steps
from workflows.domain.rectification import checks
from workflows.domain.rectification import commands as c
from workflows.domain.rectification import facts as f
from workflows.domain.rectification.seats import handling, leading, unit
from workflows.domain.rectification.stages import STAGES
from workflows.domain.rectification.state import Rectification
from workflows.domain.rectification.table import TABLE

RULES: tuple[StepRule[Rectification], ...] = (
    StepRule(c.SubmitPlan, f.PlanSubmitted, unit, checks=(checks.covers_everything,)),
    StepRule(
        c.ReportProgress,
        f.ProgressReported,
        unit,
        dated_by="reported_on",
        checks=(checks.node_is_left,),
    ),
    StepRule(c.ReportCompletion, f.CompletionReported, unit, dated_by="reported_on"),
    StepRule(
        c.VerifyOnSite,
        f.VerifiedOnSite,
        handling,
        dated_by="verified_on",
        checks=(checks.found_known,),
    ),
    StepRule(c.WriteOffItems, f.WrittenOff, leading, checks=(checks.by_another,)),
    StepRule(c.BeginLookBack, f.LookBackBegun, handling),
    StepRule(
        c.RecordLookBack,
        f.LookBackRecorded,
        handling,
        dated_by="looked_on",
        checks=(checks.relapsed_known,),
    ),
    StepRule(c.WaiveLookBack, f.LookBackWaived, leading),
    StepRule(c.NoteObstruction, f.ObstructionNoted, None, dated_by="found_on", after_end=True),
    *common_steps(handling, leading, {}, STAGES),
)

STEPS: Steps[Rectification] = Steps(rule="3.11", stages=STAGES, table=TABLE, rules=RULES)
