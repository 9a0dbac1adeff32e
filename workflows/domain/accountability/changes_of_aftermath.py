"""What the facts after the decision change, and what linked matters report."""

from datetime import date
from typing import Any

from workflows.domain.accountability import facts_of_aftermath as f
from workflows.domain.accountability.approving import proposed
from workflows.domain.accountability.state import AccountabilityCase, ChildMatter
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import Change, added

Case = AccountabilityCase


def _notified(matter: Case, event: Event, fact: f.SubjectNotified) -> Case:
    return _filed(matter, fact.subject, notified_on=fact.notified_on)


def _filed(matter: Case, ref: str, **changes: Any) -> Case:
    """Return the case with a file changed; a message about a subject it has not changes nothing."""
    file = matter.file(ref)
    return matter if file is None else matter.with_file(file.but(**changes))


def _offered(matter: Case, event: Event, fact: f.ClarificationOffered) -> Case:
    return matter.but(offered=added(matter.offered, fact.whom))


def _recommended(matter: Case, event: Event, fact: f.RecommendationIssued) -> Case:
    child = ChildMatter(number=fact.number)
    return matter.but(rectifications=(*matter.rectifications, child))


def _waived(matter: Case, event: Event, fact: f.RecommendationWaived) -> Case:
    return matter.but(nothing_to_rectify=True)


def _publication_requested(matter: Case, event: Event, fact: f.PublicationRequested) -> Case:
    return proposed(matter, "PUBLICATION", event).but(publication_asked=fact, publication=None)


def _publication_reviewed(matter: Case, event: Event, fact: f.PublicationReviewed) -> Case:
    return matter.but(publication=fact.verdict)


def _published(matter: Case, event: Event, fact: f.Published) -> Case:
    return matter.but(published=True)


def _involved_handled(matter: Case, event: Event, fact: f.InvolvedHandled) -> Case:
    return matter.but(involved_handled=added(matter.involved_handled, fact.who))


def _assessed(matter: Case, event: Event, fact: f.AssessmentEntered) -> Case:
    return matter.but(assessed=True)


def _lead_noted(matter: Case, event: Event, fact: f.LeadNoted | f.LeadWasFound) -> Case:
    return matter.but(leads=(*matter.leads, fact))


def _lead_settled(matter: Case, event: Event, fact: f.LeadSettled) -> Case:
    return matter.but(settled_leads=(*matter.settled_leads, fact))


def _served(matter: Case, event: Event, fact: f.SubjectWasServed) -> Case:
    return _filed(matter, fact.subject, served_on=fact.served_on)


def _closed(matter: Case, event: Event, fact: f.SubjectWasClosed) -> Case:
    return _filed(matter, fact.subject, closed_on=fact.closed_on, ending=fact.how)


def _reopened(matter: Case, event: Event, fact: f.SubjectWasReopened) -> Case:
    return _filed(matter, fact.subject, closed_on=None, ending="")


def _probation_ended(matter: Case, event: Event, fact: f.ProbationWasEnded) -> Case:
    children = (
        _ended(child, fact.probation, fact.ended_on, fact.result) for child in matter.probations
    )
    return matter.but(probations=tuple(children))


def _rectification_ended(matter: Case, event: Event, fact: f.RectificationWasEnded) -> Case:
    children = (
        _ended(child, fact.rectification, fact.closed_on) for child in matter.rectifications
    )
    return matter.but(rectifications=tuple(children))


def _ended(child: ChildMatter, number: str, on: date, result: str = "") -> ChildMatter:
    return child.but(closed_on=on, result=result) if child.number == number else child


CHANGES: dict[type[Fact], Change[Any]] = {
    f.SubjectNotified: _notified,
    f.ClarificationOffered: _offered,
    f.RecommendationIssued: _recommended,
    f.RecommendationWaived: _waived,
    f.PublicationRequested: _publication_requested,
    f.PublicationReviewed: _publication_reviewed,
    f.Published: _published,
    f.InvolvedHandled: _involved_handled,
    f.AssessmentEntered: _assessed,
    f.LeadNoted: _lead_noted,
    f.LeadSettled: _lead_settled,
    f.SubjectWasServed: _served,
    f.SubjectWasClosed: _closed,
    f.SubjectWasReopened: _reopened,
    f.ProbationWasEnded: _probation_ended,
    f.RectificationWasEnded: _rectification_ended,
    f.LeadWasFound: _lead_noted,
}
