"""Every fact of a clarification in one union: what the journal may hold, told apart by `kind`.

The facts' sentences name no person and nothing of the factor sheet: everybody may read them.
"""

from typing import Annotated

from pydantic import Field, TypeAdapter

from workflows.domain.clarification.facts_of_approval import (
    Approved,
    Countersigned,
    NotStartSettled,
    ObjectionRecorded,
    OpinionGiven,
    OpinionReturned,
    ProcedureOpened,
    Refused,
    Reviewed,
    StudyRecorded,
)
from workflows.domain.clarification.facts_of_clarifying import (
    EffectFollowedUp,
    FileClosed,
    ImplementationCompleted,
    MethodDone,
    NoticeSettled,
    OpinionHeard,
    PostNoticeGiven,
    ReplyServed,
)
from workflows.domain.clarification.facts_of_entry import (
    ApplicationJoined,
    ApplicationWithdrawn,
    FalseAccusationNoted,
    LeadRegistered,
    MaterialsCompleted,
    OfficerRecused,
    Opened,
    OtherLeadClosed,
    Screened,
    VerificationRecorded,
)
from workflows.domain.clarification.facts_of_papers import DocumentDrafted
from workflows.domain.clock_facts import NoticeUndeliverable, Reminded, WentOverdue
from workflows.domain.paper_facts import DocumentMade

__all__ = [
    "FACTS",
    "AnyFact",
    "ApplicationJoined",
    "ApplicationWithdrawn",
    "Approved",
    "Countersigned",
    "DocumentDrafted",
    "DocumentMade",
    "EffectFollowedUp",
    "FalseAccusationNoted",
    "FileClosed",
    "ImplementationCompleted",
    "LeadRegistered",
    "MaterialsCompleted",
    "MethodDone",
    "NotStartSettled",
    "NoticeSettled",
    "NoticeUndeliverable",
    "ObjectionRecorded",
    "OfficerRecused",
    "Opened",
    "OpinionGiven",
    "OpinionHeard",
    "OpinionReturned",
    "OtherLeadClosed",
    "PostNoticeGiven",
    "ProcedureOpened",
    "Refused",
    "Reminded",
    "ReplyServed",
    "Reviewed",
    "Screened",
    "StudyRecorded",
    "VerificationRecorded",
    "WentOverdue",
]

AnyFact = Annotated[
    Opened
    | ApplicationJoined
    | MaterialsCompleted
    | VerificationRecorded
    | Screened
    | LeadRegistered
    | OtherLeadClosed
    | OpinionGiven
    | ProcedureOpened
    | NotStartSettled
    | Countersigned
    | StudyRecorded
    | Reviewed
    | Approved
    | OpinionReturned
    | Refused
    | OpinionHeard
    | DocumentDrafted
    | DocumentMade
    | MethodDone
    | ImplementationCompleted
    | PostNoticeGiven
    | ReplyServed
    | EffectFollowedUp
    | ApplicationWithdrawn
    | ObjectionRecorded
    | OfficerRecused
    | FalseAccusationNoted
    | NoticeSettled
    | FileClosed
    | Reminded
    | WentOverdue
    | NoticeUndeliverable,
    Field(discriminator="kind"),
]
FACTS: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
