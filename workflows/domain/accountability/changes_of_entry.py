"""What the facts from the lead to the approved start change, and those of the early endings."""

from typing import Any

from workflows.domain.accountability import facts_of_entry as f
from workflows.domain.accountability.approving import anew, approved, is_through, proposed
from workflows.domain.accountability.changes_of_inquiry import released
from workflows.domain.accountability.particulars_of_entry import TriageOutcome
from workflows.domain.accountability.state import AccountabilityCase, ChildMatter
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import Change, added

Case = AccountabilityCase


def _triaged(matter: Case, event: Event, fact: f.Triaged) -> Case:
    return proposed(matter, "TRIAGE", event).but(
        triage=fact, traits=added(matter.traits, *fact.traits)
    )


def _assigned(matter: Case, event: Event, fact: f.Assigned) -> Case:
    early = matter.triage and matter.triage.outcome is TriageOutcome.TO_TOLERANCE_CHECK
    return matter.but(tolerance_since=event.effective_on if early else None)


def _verified(matter: Case, event: Event, fact: f.Verified) -> Case:
    return matter.but(verification=fact)


def _subject_added(matter: Case, event: Event, fact: f.SubjectAdded) -> Case:
    matter = anew(anew(matter, "INITIATION"), "NO_LIABILITY")
    return matter.but(files=(*matter.files, SubjectFile(entry=fact)))


def _start_proposed(matter: Case, event: Event, fact: f.StartProposed) -> Case:
    return proposed(matter, "INITIATION", event).but(start=fact, reached=fact.reached)


def _leadership(matter: Case, event: Event, fact: f.LeadershipCaseSettled) -> Case:
    return matter.but(leadership=(*matter.leadership, fact))


def _start_approved(matter: Case, event: Event, fact: f.StartApproved) -> Case:
    after = approved(matter, "INITIATION", event)
    if not is_through(after, "INITIATION"):
        return after
    return after.but(tolerance_since=matter.tolerance_since or event.effective_on)


def _not_started(matter: Case, event: Event, fact: f.NotStarted) -> Case:
    files = tuple(released(file, fact.reasons) for file in matter.files)
    return matter.but(instead=fact.instead, files=files)


def _talk_held(matter: Case, event: Event, fact: f.TalkHeld) -> Case:
    return matter.but(talks=(*matter.talks, fact))


def _probation_set(matter: Case, event: Event, fact: f.ProbationSet) -> Case:
    child = ChildMatter(number=fact.number, subjects=fact.subjects, months=fact.months)
    return matter.but(probations=(*matter.probations, child))


def _handed_on(matter: Case, event: Event, fact: f.HandedOn) -> Case:
    return matter.but(handed_on=True)


CHANGES: dict[type[Fact], Change[Any]] = {
    f.Triaged: _triaged,
    f.Assigned: _assigned,
    f.Verified: _verified,
    f.SubjectAdded: _subject_added,
    f.StartProposed: _start_proposed,
    f.LeadershipCaseSettled: _leadership,
    f.StartApproved: _start_approved,
    f.NotStarted: _not_started,
    f.TalkHeld: _talk_held,
    f.ProbationSet: _probation_set,
    f.HandedOn: _handed_on,
}
