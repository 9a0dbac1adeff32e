"""What appeals, reviews and corrections change in a follow-up; no rule is judged here."""

from typing import Any, TypeVar

from workflows.domain.follow_up import facts_of_correction as f
from workflows.domain.follow_up.correcting import (
    changes_anything,
    corrected,
    told_again,
    without_return,
)
from workflows.domain.follow_up.on_file import AppealOnFile, ArchiveLine, CorrectionOnFile
from workflows.domain.follow_up.particulars_of_correction import AppealLetter, Reopening
from workflows.domain.follow_up.stages import Ending
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks_of_return import may_return
from workflows.domain.lifecycle import Event, Fact, Value
from workflows.domain.procedure.folding import Change

V = TypeVar("V", bound=Value)


def as_value(value: type[V], fact: Fact) -> V:
    """Return the part of a fact that its command said."""
    return value(**{name: getattr(fact, name) for name in value.model_fields})


def _filed(matter: FollowUp, event: Event, fact: f.AppealFiled) -> FollowUp:
    if fact.known:
        return matter
    letter = as_value(AppealLetter, fact)
    appeal = AppealOnFile(
        number=fact.appeal,
        letter=letter,
        opened=matter.served is not None or matter.revoked,
        corrections_known=len(matter.corrections),
    )
    return matter.but(appeals=(*matter.appeals, appeal))


def _registered(matter: FollowUp, event: Event, fact: f.AppealRegistered) -> FollowUp:
    if fact.serial > 1:
        return _with_appeal(matter, fact.appeal, in_review=not fact.referred)
    return _with_appeal(matter, fact.appeal, in_time=fact.in_time, referred=fact.referred)


def _with_appeal(matter: FollowUp, number: str, **changes: Any) -> FollowUp:
    appeals = (one.but(**changes) if one.number == number else one for one in matter.appeals)
    return matter.but(appeals=tuple(appeals))


def _answered(matter: FollowUp, event: Event, fact: f.AppealAnswered) -> FollowUp:
    if told_again(matter, fact):
        return _with_appeal(matter, fact.appeal, in_review=False)
    said = {name: getattr(fact, name) for name in ("outcome", "measures", "concluded_on")}
    known = _with_appeal(
        matter, fact.appeal, **said, disputed=bool(fact.hindrance), in_review=False
    )
    if fact.hindrance or fact.outcome == "UPHELD" or not _corrects(matter, fact):
        return known
    applied = corrected(known, fact.outcome, fact.measures, fact.appeal, fact.concluded_on)
    return _with_appeal(applied, fact.appeal, corrections_known=len(applied.corrections))


def _corrects(matter: FollowUp, fact: f.AppealAnswered) -> bool:
    """Say whether a conclusion has something to correct: nothing is left once it is revoked."""
    if matter.revoked:
        return False
    return fact.outcome == "REVOKED" or changes_anything(matter, fact.measures)


def _corrected(matter: FollowUp, event: Event, fact: f.DecisionCorrected) -> FollowUp:
    return corrected(
        _reviewed(matter),
        fact.correction,
        fact.measures,
        fact.source.value,
        fact.decided_on,
        fact.document,
    )


def _reviewed(matter: FollowUp) -> FollowUp:
    """Return the matter with its review over, and every disputed conclusion settled by it."""
    settled = tuple(appeal.but(disputed=False) for appeal in matter.appeals)
    return matter.but(appeals=settled, review=None)


def _reversed(matter: FollowUp, event: Event, fact: f.Reversed) -> FollowUp:
    def done(correction: CorrectionOnFile) -> CorrectionOnFile:
        items = (
            item.but(
                done_on=fact.reversed_on, document=fact.evidence.number, evidence=fact.evidence
            )
            if item.key == fact.item and item.done_on is None
            else item
            for item in correction.items
        )
        return correction.but(items=tuple(items))

    return matter.but(
        corrections=tuple(map(done, matter.corrections)),
        lines=(*matter.lines, *_line(matter, event, fact)),
    )


def _line(matter: FollowUp, event: Event, fact: f.Reversed) -> tuple[ArchiveLine, ...]:
    """Return the line that a reversal writes in a file, if it is about one."""
    kind, _, code = fact.item.partition("/")
    if kind != "archive":
        return ()
    return (
        ArchiveLine(
            seq=event.seq,
            archive=code,
            what="WITHDRAWN" if matter.revoked else "CORRECTED",
            on=fact.reversed_on,
            by=event.actor.officer,
            document=fact.evidence.number,
        ),
    )


def _completed(matter: FollowUp, event: Event, fact: f.CorrectionCompleted) -> FollowUp:
    return matter.but(ending=Ending.REVOKED) if matter.revoked else matter


def _reopened(matter: FollowUp, event: Event, fact: f.Reopened) -> FollowUp:
    if fact.ground == "REVIEW":
        return matter.but(review=as_value(Reopening, fact))
    return without_return(matter).but(ending=None) if may_return(matter) else matter


def _review_ended(matter: FollowUp, event: Event, fact: f.ReviewEnded) -> FollowUp:
    return _reviewed(matter)


CORRECTING: dict[type[Fact], Change[FollowUp]] = {
    f.AppealFiled: _filed,
    f.AppealRegistered: _registered,
    f.AppealAnswered: _answered,
    f.DecisionCorrected: _corrected,
    f.Reversed: _reversed,
    f.CorrectionCompleted: _completed,
    f.Reopened: _reopened,
    f.ReviewEnded: _review_ended,
}
