"""The matters that follow from a case: follow-ups, probations and rectifications."""

from workflows.domain.accountability import facts_of_aftermath as after
from workflows.domain.accountability import facts_of_entry as entry
from workflows.domain.accountability import facts_of_opinion as opinion
from workflows.domain.accountability.grounds import grounds_of
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.follow_up.commands import Open as OpenFollowUp
from workflows.domain.lifecycle import LINKED, Command, Event, MatterToOpen
from workflows.domain.probation.commands import Open as OpenProbation
from workflows.domain.rectification.commands import Open as OpenRectification

Case = AccountabilityCase


def openings(matter: Case, event: Event) -> tuple[MatterToOpen, ...]:
    """Return the matters to be opened because of an event."""
    fact = event.fact
    if isinstance(fact, opinion.Decided):
        return tuple(_follow_up(matter, f, fact) for f in matter.files if f.followed_up)
    if isinstance(fact, entry.ProbationSet):
        return (_probation(matter, fact, event),)
    if isinstance(fact, after.RecommendationIssued):
        return (_rectification(matter, fact),)
    return ()


def _follow_up(matter: Case, file: SubjectFile, fact: opinion.Decided) -> MatterToOpen:
    number, request = f"{matter.number}-{file.ref}", matter.request
    asked = OpenFollowUp(
        actor=LINKED,
        number=number,
        case=matter.number,
        subject=file.subject,
        decision=next(each for each in fact.decisions if each.subject == file.ref),
        decided_on=fact.decided_on,
        document=fact.document,
        tolerated=file.tolerated,
        grounds=grounds_of(matter, file),
        handling_organ=request.handling_organ,
        undertaking_department=request.undertaking_department,
        deciding_organ=request.deciding_organ,
        upper_organ=request.upper_organ,
        unit_organ=request.unit_organ,
        handlers=matter.handlers,
        earlier=tuple(each for each in fact.earlier if each.subject == file.ref),
    )
    return _to_open("subject_follow_up", number, asked)


def _probation(matter: Case, fact: entry.ProbationSet, event: Event) -> MatterToOpen:
    setting = {
        name: getattr(fact, name) for name in OpenProbation.model_fields if hasattr(fact, name)
    }
    asked = OpenProbation(
        **{
            **setting,
            "case": matter.number,
            "set_by": event.actor.officer,
            "handling_organ": matter.request.handling_organ,
            "undertaking_department": matter.request.undertaking_department,
        }
    )
    return _to_open("probation", fact.number, asked)


def _rectification(matter: Case, fact: after.RecommendationIssued) -> MatterToOpen:
    asked = OpenRectification(
        number=fact.number,
        case=matter.number,
        unit=fact.unit,
        unit_organ=fact.unit_organ,
        recommendation=fact.letter,
        issued_on=fact.issued_on,
        items=fact.items,
        portrait=fact.portrait,
        handling_organ=matter.request.handling_organ,
        undertaking_department=matter.request.undertaking_department,
        excluded=matter.barred,
    )
    return _to_open("rectification", fact.number, asked)


def _to_open(kind: str, number: str, asked: Command) -> MatterToOpen:
    return MatterToOpen(kind=kind, number=number, request=asked.model_dump(mode="json"))
