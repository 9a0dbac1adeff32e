"""What may be asked of an accountability case: its opening, its updates and its signals.

`kind` is the name of the update; the command line shows it with dashes.
"""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from workflows.domain.accountability.commands_of_aftermath import (
    AddSupplement,
    EnterAssessment,
    HandleInvolved,
    IssueRecommendation,
    NoteLead,
    NotifySubject,
    OfferClarification,
    Publish,
    RequestPublication,
    ReviewPublication,
    SettleLead,
    WaiveRecommendation,
)
from workflows.domain.accountability.commands_of_entry import (
    AddSubject,
    ApproveStart,
    Assign,
    HandOn,
    HoldTalk,
    NotStart,
    OpenLeadershipCase,
    ProposeStart,
    RecordVerification,
    ReturnTriage,
    SetProbation,
    Triage,
)
from workflows.domain.accountability.commands_of_inquiry import (
    ApproveNoLiability,
    AssessTolerance,
    ChargeSubject,
    Constitute,
    ExamineDecisionLayer,
    HearReply,
    ProposeNoLiability,
    RecordExpertReport,
    RecordMust,
    ReturnNoLiability,
    ShowFacts,
    Weigh,
)
from workflows.domain.accountability.commands_of_opinion import (
    AcknowledgeFiling,
    ApproveOpinion,
    CheckAdjudication,
    ConcludeConsultation,
    Decide,
    DraftOpinion,
    IncludeInvolved,
    ProposeDecision,
    ReturnOpinion,
    ReviewElevated,
    SubmitOpinion,
)
from workflows.domain.accountability.particulars_of_entry import Lead, Traits
from workflows.domain.lifecycle import Command
from workflows.domain.linked import (
    LeadFound,
    ProbationEnded,
    RectificationEnded,
    SubjectClosed,
    SubjectReopened,
    SubjectServed,
)
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.common import COMMON_UPDATES
from workflows.domain.writing import Code


class Open(Command):
    """Open a case from a lead; it has no subjects yet 立项."""

    kind: ClassVar[str] = "open"
    number: MatterNumber
    lead: Lead
    handling_organ: Code
    undertaking_department: Code
    """The one department that handles the case (rulebook 3.3)."""
    deciding_organ: Code
    """Whose Party committee decides (Art. 18)."""
    upper_organ: Code
    """To whom filings and reviews go."""
    unit_organ: Code | None = None
    """The responsible unit, where it has a code in the directory of officers."""
    traits: Traits = ()
    related: Annotated[tuple[MatterNumber, ...], Field(max_length=20)] = ()
    """Numbers of matters that belong together with this one."""

    @model_validator(mode="after")
    def _not_itself(self) -> "Open":
        if self.number in self.related:
            raise ValueError("related: other matters, not this one")
        return self


UPDATES: tuple[type[Command], ...] = (
    Triage,
    Assign,
    ReturnTriage,
    RecordVerification,
    AddSubject,
    ProposeStart,
    OpenLeadershipCase,
    ApproveStart,
    NotStart,
    RecordMust,
    RecordExpertReport,
    AssessTolerance,
    ExamineDecisionLayer,
    Constitute,
    ChargeSubject,
    Weigh,
    ShowFacts,
    HearReply,
    DraftOpinion,
    IncludeInvolved,
    ApproveOpinion,
    ReturnOpinion,
    SubmitOpinion,
    CheckAdjudication,
    ConcludeConsultation,
    AcknowledgeFiling,
    ReviewElevated,
    ProposeDecision,
    Decide,
    ProposeNoLiability,
    ApproveNoLiability,
    ReturnNoLiability,
    HoldTalk,
    SetProbation,
    HandOn,
    NotifySubject,
    OfferClarification,
    IssueRecommendation,
    WaiveRecommendation,
    RequestPublication,
    ReviewPublication,
    Publish,
    HandleInvolved,
    EnterAssessment,
    NoteLead,
    SettleLead,
    AddSupplement,
    *COMMON_UPDATES,
)
SIGNALS: tuple[type[Command], ...] = (
    SubjectServed,
    SubjectClosed,
    SubjectReopened,
    ProbationEnded,
    RectificationEnded,
    LeadFound,
)
