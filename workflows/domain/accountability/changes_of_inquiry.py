"""What the facts of the investigation change."""

from typing import Any

from workflows.domain.accountability import facts_of_inquiry as f
from workflows.domain.accountability.approving import approved, is_through, proposed
from workflows.domain.accountability.particulars_of_opinion import UntruePoints
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.verdicts import Must
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import Change
from workflows.domain.subjects import Outcome, SubjectDecision

Case = AccountabilityCase


def file_of(matter: Case, ref: str) -> SubjectFile:
    """Return the file of a subject that the checks have found; ValueError if it is not there."""
    file = matter.file(ref)
    if file is None:
        raise ValueError(f"{ref} is no subject of {matter.number}")
    return file


def _must_recorded(matter: Case, event: Event, fact: f.MustRecorded) -> Case:
    if fact.must is Must.PERSON_STATEMENT and fact.subject is not None:
        return matter.with_file(file_of(matter, fact.subject).but(statement=fact))
    return matter.but(musts=(*(m for m in matter.musts if m.must is not fact.must), fact))


def _expert_reported(matter: Case, event: Event, fact: f.ExpertReported) -> Case:
    return matter.but(expert=fact)


def _tolerance_assessed(matter: Case, event: Event, fact: f.ToleranceAssessed) -> Case:
    return matter.with_file(file_of(matter, fact.subject).but(tolerance=fact))


def _layer_examined(matter: Case, event: Event, fact: f.DecisionLayerExamined) -> Case:
    return matter.but(layer=fact)


def _constituted(matter: Case, event: Event, fact: f.Constituted) -> Case:
    file = file_of(matter, fact.subject)
    return matter.with_file(file.but(constitution=fact, untrue=fact.untrue_points))


def _charged(matter: Case, event: Event, fact: f.Charged) -> Case:
    return matter.with_file(file_of(matter, fact.subject).but(charging=fact))


def _weighed(matter: Case, event: Event, fact: f.Weighed) -> Case:
    return matter.with_file(file_of(matter, fact.subject).but(weighing=fact))


def _facts_shown(matter: Case, event: Event, fact: f.FactsWereShown) -> Case:
    file = file_of(matter, fact.subject)
    return matter.with_file(file.but(shown_on=fact.shown_on, replied_on=None))


def _reply_heard(matter: Case, event: Event, fact: f.ReplyHeard) -> Case:
    return matter.with_file(file_of(matter, fact.subject).but(replied_on=fact.heard_on))


def _no_liability_proposed(matter: Case, event: Event, fact: f.NoLiabilityProposed) -> Case:
    begun = proposed(matter, "NO_LIABILITY", event)
    return begun.but(no_liability=fact.reasons, found_untrue=fact.untrue)


def _no_liability_approved(matter: Case, event: Event, fact: f.NoLiabilityApproved) -> Case:
    after = approved(matter, "NO_LIABILITY", event)
    if not is_through(after, "NO_LIABILITY"):
        return after
    after = with_untrue(after, after.found_untrue)
    return after.but(files=tuple(released(file, after.no_liability) for file in after.files))


def released(file: SubjectFile, reasons: str) -> SubjectFile:
    """Return the file of a subject that is not held accountable, so that it must be told."""
    decision = SubjectDecision(subject=file.ref, outcome=Outcome.NO_LIABILITY, reasons=reasons)
    return file.but(decision=decision)


def _no_liability_returned(matter: Case, event: Event, fact: f.NoLiabilityReturned) -> Case:
    return without_no_liability(matter)


def without_no_liability(matter: Case) -> Case:
    """Return the case as if nobody had proposed that nobody is liable."""
    left = {name: value for name, value in matter.approvals.items() if name != "NO_LIABILITY"}
    return matter.but(no_liability="", found_untrue=(), approvals=left)


def with_untrue(matter: Case, untrue: tuple[UntruePoints, ...]) -> Case:
    """Return the case with the points of accusations that were found untrue, by subject."""
    for each in untrue:
        matter = matter.with_file(file_of(matter, each.subject).but(untrue=each.points))
    return matter


CHANGES: dict[type[Fact], Change[Any]] = {
    f.MustRecorded: _must_recorded,
    f.ExpertReported: _expert_reported,
    f.ToleranceAssessed: _tolerance_assessed,
    f.DecisionLayerExamined: _layer_examined,
    f.Constituted: _constituted,
    f.Charged: _charged,
    f.Weighed: _weighed,
    f.FactsWereShown: _facts_shown,
    f.ReplyHeard: _reply_heard,
    f.NoLiabilityProposed: _no_liability_proposed,
    f.NoLiabilityApproved: _no_liability_approved,
    f.NoLiabilityReturned: _no_liability_returned,
}
