"""What each fact changes in a follow-up; no rule is judged here."""

from typing import Any

from workflows.domain.clock_facts import PeriodEnded
from workflows.domain.follow_up import facts_of_care as care
from workflows.domain.follow_up import facts_of_execution as executing
from workflows.domain.follow_up import facts_of_return as returning
from workflows.domain.follow_up import particulars as p
from workflows.domain.follow_up import particulars_of_return as said
from workflows.domain.follow_up.changes_of_correction import CORRECTING, as_value
from workflows.domain.follow_up.impact import reckoned
from workflows.domain.follow_up.on_file import ArchiveLine, HelpItem, MeasureOnFile, RevisitOnFile
from workflows.domain.follow_up.state import FollowUp, Talked
from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import SHARED, Change, added


def _served(matter: FollowUp, event: Event, fact: executing.DecisionServed) -> FollowUp:
    appeals = tuple(appeal.but(opened=True) for appeal in matter.appeals)
    return matter.but(served=as_value(p.Service, fact), appeals=appeals)


def _confirmed(matter: FollowUp, event: Event, fact: executing.MeasureConfirmed) -> FollowUp:
    return _with_measure(matter, fact.measure, done_on=fact.done_on)


def _restored(matter: FollowUp, event: Event, fact: executing.RightsRestored) -> FollowUp:
    return reckoned(_with_measure(matter, fact.measure, restored_on=fact.restored_on))


def _with_measure(matter: FollowUp, code: str, **changes: Any) -> FollowUp:
    def changed(each: MeasureOnFile) -> MeasureOnFile:
        hit = each.measure.code == code and each.ended_by is None
        return each.but(**changes) if hit else each

    return matter.but(measures=tuple(map(changed, matter.measures)))


def _entered(matter: FollowUp, event: Event, fact: executing.ArchiveEntered) -> FollowUp:
    line = ArchiveLine(
        seq=event.seq,
        archive=fact.archive,
        what="ENTERED",
        on=fact.entered_on,
        by=event.actor.officer,
        document=fact.evidence.number,
    )
    return matter.but(lines=(*matter.lines, line))


def _status(matter: FollowUp, event: Event, fact: executing.StatusRecorded) -> FollowUp:
    return matter.but(statuses=(*matter.statuses, as_value(p.StatusChange, fact)))


def _item_done(matter: FollowUp, event: Event, fact: executing.CorrectionItemFinished) -> FollowUp:
    return matter.but(item_done_on=fact.done_on)


def _closed(matter: FollowUp, event: Event, fact: executing.FollowUpClosed) -> FollowUp:
    return matter.but(ending=fact.how)


def _talked(matter: FollowUp, event: Event, fact: care.TalkRecorded) -> FollowUp:
    talk = Talked(touchpoint=fact.touchpoint, held_on=fact.held_on)
    return matter.but(talks=(*matter.talks, talk))


def _visited(matter: FollowUp, event: Event, fact: care.RevisitRecorded) -> FollowUp:
    visit = RevisitOnFile(held_on=fact.held_on, form=fact.form, grade=fact.grade)
    items = tuple(
        HelpItem(key=f"H{n}", what=each.what, owner=each.owner, opened_on=fact.held_on)
        for n, each in enumerate(fact.difficulties, len(matter.help) + 1)
    )
    return matter.but(revisits=(*matter.revisits, visit), help=(*matter.help, *items))


def _helped(matter: FollowUp, event: Event, fact: care.HelpItemClosed) -> FollowUp:
    items = (
        item.but(done_on=fact.done_on) if item.key == fact.item else item for item in matter.help
    )
    return matter.but(help=tuple(items))


def _evaluated(matter: FollowUp, event: Event, fact: returning.Evaluated) -> FollowUp:
    return matter.but(evaluation=as_value(said.Evaluation, fact))


def _fed_back(matter: FollowUp, event: Event, fact: returning.FedBack) -> FollowUp:
    return matter.but(feedback=as_value(said.Feedback, fact))


def _opinion(matter: FollowUp, event: Event, fact: returning.OpinionRecorded) -> FollowUp:
    others = tuple(one for one in matter.opinions if one.giver is not fact.giver)
    return matter.but(opinions=(*others, as_value(said.Opinion, fact)))


def _collective(matter: FollowUp, event: Event, fact: returning.CollectivelyDecided) -> FollowUp:
    return matter.but(collective=as_value(said.CollectiveDecision, fact))


def _reinstated(matter: FollowUp, event: Event, fact: returning.Reinstated) -> FollowUp:
    return matter.but(reinstated_on=fact.appointed_on)


def _declined(matter: FollowUp, event: Event, fact: returning.ReinstatementDeclined) -> FollowUp:
    return matter.but(declined=as_value(said.NoReinstatement, fact))


def _period_ended(matter: FollowUp, event: Event, fact: PeriodEnded) -> FollowUp:
    fired: FollowUp = SHARED[PeriodEnded](matter, event, fact)
    return fired.but(periods_over=added(matter.periods_over, fact.term))


CHANGES: dict[type[Fact], Change[FollowUp]] = {
    executing.DecisionServed: _served,
    executing.MeasureConfirmed: _confirmed,
    executing.RightsRestored: _restored,
    executing.ArchiveEntered: _entered,
    executing.StatusRecorded: _status,
    executing.CorrectionItemFinished: _item_done,
    executing.FollowUpClosed: _closed,
    care.TalkRecorded: _talked,
    care.RevisitRecorded: _visited,
    care.HelpItemClosed: _helped,
    returning.Evaluated: _evaluated,
    returning.FedBack: _fed_back,
    returning.OpinionRecorded: _opinion,
    returning.CollectivelyDecided: _collective,
    returning.Reinstated: _reinstated,
    returning.ReinstatementDeclined: _declined,
    PeriodEnded: _period_ended,
    **CORRECTING,
}
