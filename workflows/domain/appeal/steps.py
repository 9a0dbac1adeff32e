"""The commands of an appeal: the fact of each, who gives it, its date, and what must hold."""

from workflows.domain.appeal import checks
from workflows.domain.appeal import commands as c
from workflows.domain.appeal import facts as f
from workflows.domain.appeal.seats import concluding, referring, reviewing
from workflows.domain.appeal.stages import STAGES, Stage
from workflows.domain.appeal.state import Appeal
from workflows.domain.appeal.table import TABLE
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.common import common_steps
from workflows.domain.procedure.papers import Occasion
from workflows.domain.procedure.steps import StepRule, Steps

OCCASIONS = {PaperKind.APPEAL_DECISION: Occasion((Stage.CONCLUDED,), "Art. 20")}

RULES: tuple[StepRule[Appeal], ...] = (
    StepRule(
        c.AcceptAppeal,
        f.AppealAccepted,
        reviewing,
        checks=(checks.uninvolved, checks.may_be_accepted),
        adds=lambda matter, command: {"in_time": matter.in_time},
    ),
    StepRule(
        c.ReferAppeal,
        f.AppealReferred,
        reviewing,
        checks=(checks.uninvolved, checks.is_late),
        seat_for=referring,
    ),
    StepRule(
        c.BeginReExamination,
        f.ReExaminationBegun,
        reviewing,
        checks=(checks.uninvolved, checks.examiners_fit),
    ),
    StepRule(
        c.ProposeConclusion,
        f.ConclusionProposed,
        reviewing,
        checks=(checks.uninvolved, checks.by_an_examiner, checks.no_aggravation),
    ),
    StepRule(
        c.ExtendTerm,
        f.TermExtended,
        concluding,
        checks=(checks.uninvolved, checks.may_be_extended),
    ),
    StepRule(
        c.ConcludeAppeal,
        f.AppealConcluded,
        concluding,
        checks=(checks.uninvolved, checks.was_proposed, checks.no_aggravation),
    ),
    StepRule(
        c.ServeAnswer, f.AnswerServed, reviewing, dated_by="served_on", checks=(checks.answer_fits,)
    ),
    StepRule(c.WithdrawAppeal, f.AppealWithdrawn, reviewing, dated_by="received_on"),
    StepRule(c.RequestReReview, f.ReReviewRequested, None, dated_by="received_on", after_end=True),
    *common_steps(reviewing, concluding, OCCASIONS, STAGES),
)

STEPS: Steps[Appeal] = Steps(rule="3.11", stages=STAGES, table=TABLE, rules=RULES)
