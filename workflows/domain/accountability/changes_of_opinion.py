"""What the facts from the opinion to the decision change."""

from typing import Any

from workflows.domain.accountability import facts_of_opinion as f
from workflows.domain.accountability.approving import anew, approved, proposed
from workflows.domain.accountability.changes_of_inquiry import (
    file_of,
    with_untrue,
    without_no_liability,
)
from workflows.domain.accountability.state import AccountabilityCase, LapsedFiling
from workflows.domain.accountability_rules.verdicts import ReviewVerdict
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import Change, added

Case = AccountabilityCase


def _opinion_drafted(matter: Case, event: Event, fact: f.OpinionDrafted) -> Case:
    suggested = {each.subject: each for each in fact.suggestions}
    for proposal in fact.proposals:
        file = file_of(matter, proposal.subject)
        hint = suggested.get(proposal.subject)
        matter = matter.with_file(file.but(proposal=proposal, suggested=hint))
    return proposed(matter, "INVESTIGATION", event).but(opinion=fact)


def _involved_included(matter: Case, event: Event, fact: f.InvolvedIncluded) -> Case:
    seen = matter if not fact.persons else anew(matter, "INVESTIGATION")
    return seen.but(involved=fact.persons)


def _opinion_approved(matter: Case, event: Event, fact: f.OpinionApproved) -> Case:
    return approved(matter, "INVESTIGATION", event)


def _opinion_returned(matter: Case, event: Event, fact: f.OpinionReturned) -> Case:
    return _investigated_again(matter)


def _investigated_again(matter: Case) -> Case:
    """Return the case as it goes back: the opinion and all that rested on it is made anew."""
    matter, rested = without_no_liability(matter), ("INVESTIGATION", "DECISION")
    files = (
        file.but(shown_on=None, replied_on=None, proposal=None, suggested=None, verdict=None)
        for file in matter.files
    )
    return matter.but(
        supplementing=True,
        files=tuple(files),
        approvals={k: v for k, v in matter.approvals.items() if k not in rested},
        opinion=None,
        adjudication=None,
        objected=False,
        filed_on=None,
        lapsed=None,
        reviewed_on=None,
    )


def _adjudication_checked(matter: Case, event: Event, fact: f.AdjudicationChecked) -> Case:
    return matter.but(adjudication=fact)


def _consulted(matter: Case, event: Event, fact: f.Consulted) -> Case:
    return matter.but(traits=added(matter.traits, *fact.traits), objected=False)


def _filing_acknowledged(matter: Case, event: Event, fact: f.FilingAcknowledged) -> Case:
    answered = matter.but(lapsed=None)
    if not fact.objection:
        return answered.but(filed_on=fact.received_on)
    unproposed = {k: v for k, v in matter.approvals.items() if k != "DECISION"}
    return answered.but(objected=True, adjudication=None, filed_on=None, approvals=unproposed)


def _filing_deemed(matter: Case, event: Event, fact: f.FilingDeemed) -> Case:
    return matter.but(filed_on=event.effective_on, lapsed=_lapsed(matter))


def _lapsed(matter: Case) -> LapsedFiling | None:
    term = matter.running("elevated_filing")
    due = term.term.due(matter.calendar) if term else None
    return LapsedFiling(filed_on=term.term.anchor, last_day=due) if term and due else None


def _elevated_reviewed(matter: Case, event: Event, fact: f.ElevatedReviewed) -> Case:
    for verdict in fact.verdicts:
        matter = matter.with_file(file_of(matter, verdict.subject).but(verdict=verdict))
    if any(v.verdict is ReviewVerdict.RETURN_FOR_SUPPLEMENT for v in fact.verdicts):
        return _investigated_again(matter).but(returned=True)
    return matter.but(reviewed_on=fact.reviewed_on, returned=False)


def _decision_proposed(matter: Case, event: Event, fact: f.DecisionProposed) -> Case:
    before = matter.approved("DECISION")
    begun = matter if before.proposed_by else proposed(matter, "DECISION", event)
    return approved(begun, "DECISION", event)


def _decided(matter: Case, event: Event, fact: f.Decided) -> Case:
    for decision in fact.decisions:
        file = file_of(matter, decision.subject)
        matter = matter.with_file(file.but(decision=decision))
    return with_untrue(approved(matter, "DECISION", event), fact.untrue).but(decision=fact)


CHANGES: dict[type[Fact], Change[Any]] = {
    f.OpinionDrafted: _opinion_drafted,
    f.InvolvedIncluded: _involved_included,
    f.OpinionApproved: _opinion_approved,
    f.OpinionReturned: _opinion_returned,
    f.AdjudicationChecked: _adjudication_checked,
    f.Consulted: _consulted,
    f.FilingAcknowledged: _filing_acknowledged,
    f.FilingDeemed: _filing_deemed,
    f.ElevatedReviewed: _elevated_reviewed,
    f.DecisionProposed: _decision_proposed,
    f.Decided: _decided,
}
