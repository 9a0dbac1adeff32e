"""Who is told of what, which matters are opened, and what the case learns."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from workflows.domain.clock_facts import PeriodEnded
from workflows.domain.follow_up import facts_of_correction as correcting
from workflows.domain.follow_up import facts_of_execution as executing
from workflows.domain.follow_up import seats
from workflows.domain.follow_up.observation import awaits_rights
from workflows.domain.follow_up.on_file import AppealOnFile
from workflows.domain.follow_up.periods import routes
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks_of_return import may_return
from workflows.domain.follow_up.telling_subject import received
from workflows.domain.lifecycle import Event, Fact, MatterMessage, MatterToOpen, Notice
from workflows.domain.procedure.telling import told
from workflows.domain.roles import Role
from workflows.domain.text import Text

CORRECTED = Text(
    "问责决定有纠正，请按纠正后的决定执行。",
    "the decision was corrected: follow the corrected one.",
)
CANNOT_RETURN = Text(
    "提请恢复使用，但本件没有登记过不恢复使用，或者限制没有届满之日：未予启动，请答复提请人。",
    "normal use was asked for, but it was not declined here, or the restrictions never end: "
    "nothing was taken up; answer whoever asked.",
)
MOOT = Text(
    "决定在送达前已撤销，等待送达的申诉 {0} 不再办理，请告知申诉人。",
    "the decision was revoked before service: {0}, which waited for it, is not taken up; "
    "tell the appellant.",
)
IMPACT_OVER = Text("影响期已满。", "the impact period is over.")


def notices(before: FollowUp | None, after: FollowUp, event: Event) -> Iterator[Notice]:
    """Yield whom to inform beside duties and the clock."""
    fact, personnel = event.fact, seats.personnel(after)
    if isinstance(fact, correcting.AppealFiled) and not fact.known:
        seat = seats.department(after)
        yield told(after, seat.roles[0], seat.organ, fact.words())
    yield from _to_department(before, after, fact)
    if isinstance(fact, executing.StatusRecorded):
        yield told(after, personnel.roles[0], personnel.organ, fact.words())
    if isinstance(fact, PeriodEnded) and fact.term == "impact" and not awaits_rights(after):
        yield told(after, personnel.roles[0], personnel.organ, IMPACT_OVER)
    if before is not None and len(after.corrections) > len(before.corrections):
        yield told(after, personnel.roles[0], personnel.organ, CORRECTED)
        if after.request.unit_organ:
            yield told(after, Role.RESPONSIBLE_UNIT, after.request.unit_organ, CORRECTED)


def _to_department(before: FollowUp | None, after: FollowUp, fact: Fact) -> Iterator[Notice]:
    if before is None:
        return
    seat = seats.department(after)
    reinstating = isinstance(fact, correcting.Reopened) and fact.ground == "REINSTATEMENT"
    if reinstating and not may_return(before):
        yield told(after, seat.roles[0], seat.organ, CANNOT_RETURN)
    settled = {one.number for one in before.appeals if one.moot}
    for appeal in after.appeals:
        if appeal.moot and appeal.number not in settled:
            words = Text(MOOT.zh.format(appeal.number), MOOT.en.format(appeal.number))
            yield told(after, seat.roles[0], seat.organ, words)


def openings(before: FollowUp | None, after: FollowUp, event: Event) -> Iterator[MatterToOpen]:
    """Yield the appeals that begin now: at once, or when the decision is served."""
    known = {one.number for one in before.appeals if one.opened} if before else set()
    for appeal in after.appeals:
        if appeal.opened and appeal.number not in known:
            yield MatterToOpen(kind="appeal", number=appeal.number, request=_appeal(after, appeal))


def _appeal(matter: FollowUp, appeal: AppealOnFile) -> dict[str, Any]:
    request, letter, known = matter.request, appeal.letter, received(matter)
    return {
        "follow_up": matter.number,
        "route": letter.route.value if letter.route else next(iter(routes(matter)), DEFAULT_ROUTE),
        "subject": request.subject.model_dump(mode="json"),
        "by_subject": letter.by_subject,
        "party_organisation": request.subject.unit,
        "decision": known.decision.model_dump(mode="json"),
        "decided_on": _day(matter.decided_on),
        "measures": [each.measure.model_dump(mode="json") for each in matter.standing_measures],
        "earlier": [one.model_dump(mode="json") for one in request.earlier],
        "served_on": _day(known.on) if known.on else None,
        "receipt": known.receipt.model_dump(mode="json") if known.receipt else None,
        "received_on": letter.received_on.isoformat(),
        "grounds": letter.grounds,
        "handling_organ": request.handling_organ,
        "deciding_organ": request.deciding_organ,
        "upper_organ": request.upper_organ or request.deciding_organ,
        "handlers": list(request.handlers),
    }


DEFAULT_ROUTE = "ACCOUNTABILITY_DECISION"
"""For a decision that imposed nothing."""


def messages(before: FollowUp | None, after: FollowUp, event: Event) -> Iterator[MatterMessage]:
    """Yield what the case learns: served, closed, taken up again, somebody else to pursue."""
    fact, was = event.fact, before is not None and before.settled
    on = event.effective_on
    if isinstance(fact, executing.DecisionServed):
        yield from _tell(after, "subject_served", served_on=_day(fact.served_on))
    if after.settled and not was and after.ending is not None:
        yield from _tell(after, "subject_closed", closed_on=_day(on), how=after.ending.value)
    if was and not after.settled:
        yield from _tell(after, "subject_reopened", reopened_on=_day(on))
    if isinstance(fact, correcting.DecisionCorrected) and fact.pursue_responsible:
        yield from _lead(after, fact)


def _tell(matter: FollowUp, name: str, **payload: Any) -> Iterator[MatterMessage]:
    if matter.request.case is not None:
        content = {"subject": matter.request.subject.ref, **payload}
        yield MatterMessage(to=matter.request.case, name=name, payload=content)


def _lead(matter: FollowUp, fact: correcting.DecisionCorrected) -> Iterator[MatterMessage]:
    if matter.request.case is not None:
        payload = {
            "found_on": _day(fact.decided_on),
            "lead_kind": "RE_ACCOUNTABILITY",
            "what": fact.reasons,
        }
        yield MatterMessage(to=matter.request.case, name="lead_found", payload=payload)


def _day(day: date) -> str:
    return day.isoformat()
