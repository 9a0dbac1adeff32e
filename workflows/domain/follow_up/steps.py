"""The commands of a follow-up: the fact of each, who gives it, its date, and what must hold."""

from workflows.domain.follow_up import (
    checks,
    checks_of_care,
    checks_of_correction,
    checks_of_return,
    seats,
)
from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up import facts_of_care as care
from workflows.domain.follow_up import facts_of_correction as correcting
from workflows.domain.follow_up import facts_of_execution as executing
from workflows.domain.follow_up import facts_of_return as returning
from workflows.domain.follow_up.adding import (
    archive_named,
    conclusion_judged,
    item_named,
    letter_numbered,
    measure_named,
    visit_named,
)
from workflows.domain.follow_up.contents import document_is_ready
from workflows.domain.follow_up.occasions import OCCASIONS
from workflows.domain.follow_up.stages import STAGES
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.table import TABLE
from workflows.domain.linked import AppealConcluded, AppealTaken
from workflows.domain.procedure.common import common_steps
from workflows.domain.procedure.steps import StepRule, Steps

EXECUTION: tuple[StepRule[FollowUp], ...] = (
    StepRule(
        c.Serve,
        executing.DecisionServed,
        seats.department,
        dated_by="served_on",
        checks=(checks.service_fits,),
    ),
    StepRule(
        c.ConfirmMeasure,
        executing.MeasureConfirmed,
        seats.department,
        dated_by="done_on",
        checks=(checks.measure_is_open,),
        adds=measure_named,
        seat_for=seats.for_measure,
    ),
    StepRule(
        c.EnterArchive,
        executing.ArchiveEntered,
        seats.department,
        dated_by="entered_on",
        checks=(checks.is_served, checks.entry_is_due),
        adds=archive_named,
        seat_for=seats.for_archive,
    ),
    StepRule(
        c.RestoreRights,
        executing.RightsRestored,
        seats.department,
        dated_by="restored_on",
        checks=(checks.is_served, checks.rights_may_return),
    ),
    StepRule(
        c.RecordStatus,
        executing.StatusRecorded,
        seats.department,
        dated_by="since",
        checks=(checks.status_is_whole,),
    ),
    StepRule(
        c.FinishCorrectionItem,
        executing.CorrectionItemFinished,
        seats.department,
        dated_by="done_on",
        checks=(checks.item_is_open,),
    ),
)
CARE: tuple[StepRule[FollowUp], ...] = (
    StepRule(
        c.RecordTalk,
        care.TalkRecorded,
        seats.department,
        dated_by="held_on",
        checks=(checks_of_care.talk_fits,),
    ),
    StepRule(
        c.RecordRevisit,
        care.RevisitRecorded,
        seats.department,
        dated_by="held_on",
        checks=(checks_of_care.visit_fits,),
        adds=visit_named,
    ),
    StepRule(
        c.CloseHelpItem,
        care.HelpItemClosed,
        seats.department,
        dated_by="done_on",
        checks=(checks_of_care.help_is_open,),
    ),
)
RETURN: tuple[StepRule[FollowUp], ...] = (
    StepRule(
        c.Evaluate,
        returning.Evaluated,
        seats.at_step("EVALUATION"),
        dated_by="evaluated_on",
        checks=(checks_of_return.may_be_evaluated,),
    ),
    StepRule(
        c.FeedBack,
        returning.FedBack,
        seats.at_step("HR_FEEDBACK"),
        dated_by="sent_on",
        checks=(checks_of_return.may_be_fed_back,),
    ),
    StepRule(
        c.RecordOpinion,
        returning.OpinionRecorded,
        seats.at_step("DI_OPINION"),
        dated_by="given_on",
        checks=(checks_of_return.may_be_given,),
        seat_for=seats.for_opinion,
    ),
    StepRule(
        c.DecideCollectively,
        returning.CollectivelyDecided,
        seats.at_step("COLLECTIVE_DECISION"),
        dated_by="decided_on",
        checks=(checks_of_return.may_be_decided,),
    ),
    StepRule(
        c.Reinstate,
        returning.Reinstated,
        seats.at_step("APPOINTMENT"),
        dated_by="appointed_on",
        checks=(checks_of_return.may_be_reinstated,),
    ),
    StepRule(
        c.DeclineReinstatement,
        returning.ReinstatementDeclined,
        seats.at_step("COLLECTIVE_DECISION"),
        dated_by="decided_on",
        checks=(checks_of_return.may_be_declined,),
    ),
)
CORRECTION: tuple[StepRule[FollowUp], ...] = (
    StepRule(
        c.Correct,
        correcting.DecisionCorrected,
        seats.committee,
        dated_by="decided_on",
        checks=(checks_of_correction.correction_fits,),
    ),
    StepRule(
        c.Reverse,
        correcting.Reversed,
        seats.department,
        dated_by="reversed_on",
        checks=(checks_of_correction.item_is_undone,),
        adds=item_named,
        seat_for=seats.for_reversal,
    ),
    StepRule(
        c.EndReview,
        correcting.ReviewEnded,
        seats.committee,
        dated_by="ended_on",
        checks=(checks_of_correction.review_runs,),
    ),
)
MESSAGES: tuple[StepRule[FollowUp], ...] = (
    StepRule(
        c.FileAppeal,
        correcting.AppealFiled,
        None,
        dated_by="received_on",
        adds=letter_numbered,
        after_end=True,
    ),
    StepRule(AppealTaken, correcting.AppealRegistered, None, dated_by="taken_on", after_end=True),
    StepRule(
        AppealConcluded,
        correcting.AppealAnswered,
        None,
        dated_by="concluded_on",
        adds=conclusion_judged,
        after_end=True,
    ),
    StepRule(c.Reopen, correcting.Reopened, None, dated_by="asked_on", after_end=True),
)


COMMON = common_steps(seats.department, seats.committee, OCCASIONS, STAGES, document_is_ready)
STEPS: Steps[FollowUp] = Steps(
    rule="3.11",
    stages=STAGES,
    table=TABLE,
    rules=(*EXECUTION, *CARE, *RETURN, *CORRECTION, *MESSAGES, *COMMON),
)
