"""Every fact of an accountability case in one union: what the journal may hold, by `kind`."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from workflows.domain.accountability import facts_of_aftermath as after
from workflows.domain.accountability import facts_of_entry as entry
from workflows.domain.accountability import facts_of_inquiry as inquiry
from workflows.domain.accountability import facts_of_opinion as opinion
from workflows.domain.clock_facts import (
    MessageLost,
    NoticeUndeliverable,
    PeriodEnded,
    Reminded,
    WentOverdue,
)
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.procedure.shared import DocumentDrafted, NoticeSettled, OfficerRecused

AnyFact = Annotated[
    entry.CaseOpened
    | entry.Triaged
    | entry.Assigned
    | entry.TriageReturned
    | entry.Verified
    | entry.SubjectAdded
    | entry.StartProposed
    | entry.LeadershipCaseSettled
    | entry.StartApproved
    | entry.NotStarted
    | entry.TalkHeld
    | entry.ProbationSet
    | entry.HandedOn
    | inquiry.MustRecorded
    | inquiry.ExpertReported
    | inquiry.ToleranceAssessed
    | inquiry.DecisionLayerExamined
    | inquiry.Constituted
    | inquiry.Charged
    | inquiry.Weighed
    | inquiry.FactsWereShown
    | inquiry.ReplyHeard
    | inquiry.NoLiabilityProposed
    | inquiry.NoLiabilityApproved
    | inquiry.NoLiabilityReturned
    | opinion.OpinionDrafted
    | opinion.InvolvedIncluded
    | opinion.OpinionApproved
    | opinion.OpinionReturned
    | opinion.OpinionSubmitted
    | opinion.AdjudicationChecked
    | opinion.Consulted
    | opinion.FilingAcknowledged
    | opinion.FilingDeemed
    | opinion.ElevatedReviewed
    | opinion.DecisionProposed
    | opinion.Decided
    | after.SubjectNotified
    | after.ClarificationOffered
    | after.RecommendationIssued
    | after.RecommendationWaived
    | after.PublicationRequested
    | after.PublicationReviewed
    | after.Published
    | after.InvolvedHandled
    | after.AssessmentEntered
    | after.LeadNoted
    | after.LeadSettled
    | after.SupplementAdded
    | after.SubjectWasServed
    | after.SubjectWasClosed
    | after.SubjectWasReopened
    | after.ProbationWasEnded
    | after.RectificationWasEnded
    | after.LeadWasFound
    | after.CaseClosed
    | Reminded
    | WentOverdue
    | PeriodEnded
    | NoticeUndeliverable
    | MessageLost
    | NoticeSettled
    | OfficerRecused
    | DocumentDrafted
    | DocumentMade,
    Field(discriminator="kind"),
]
FACTS: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
