"""Every fact of a follow-up in one union: what the journal may hold, told apart by `kind`.

The facts' sentences name no person: everybody may read them.
"""

from typing import Annotated

from pydantic import Field, TypeAdapter

from workflows.domain.clock_facts import (
    MessageLost,
    NoticeUndeliverable,
    PeriodEnded,
    Reminded,
    WentOverdue,
)
from workflows.domain.follow_up import facts_of_care as care
from workflows.domain.follow_up import facts_of_correction as correcting
from workflows.domain.follow_up import facts_of_execution as executing
from workflows.domain.follow_up import facts_of_return as returning
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.procedure.shared import DocumentDrafted, NoticeSettled, OfficerRecused

AnyFact = Annotated[
    executing.FollowUpOpened
    | executing.DecisionServed
    | executing.ExecutionBegun
    | executing.MeasureConfirmed
    | executing.MeasuresDone
    | executing.ArchiveEntered
    | executing.ArchiveCompleted
    | executing.ImpactSettled
    | executing.RightsRestored
    | executing.StatusRecorded
    | executing.CorrectionItemFinished
    | executing.FollowUpClosed
    | care.TalkRecorded
    | care.RevisitRecorded
    | care.HelpItemClosed
    | returning.Evaluated
    | returning.FedBack
    | returning.OpinionRecorded
    | returning.CollectivelyDecided
    | returning.Reinstated
    | returning.TrackingBegun
    | returning.ReinstatementDeclined
    | correcting.AppealFiled
    | correcting.AppealRegistered
    | correcting.AppealAnswered
    | correcting.DecisionCorrected
    | correcting.Reversed
    | correcting.CorrectionCompleted
    | correcting.Reopened
    | correcting.ReviewEnded
    | OfficerRecused
    | DocumentDrafted
    | DocumentMade
    | NoticeSettled
    | Reminded
    | WentOverdue
    | PeriodEnded
    | NoticeUndeliverable
    | MessageLost,
    Field(discriminator="kind"),
]
FACTS: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
