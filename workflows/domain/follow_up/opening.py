"""What must hold before a follow-up may exist at all."""

from datetime import datetime

from workflows.domain.authority import Seat, check_seat, check_uninvolved
from workflows.domain.calendars import Calendar
from workflows.domain.consequences.effect import check_effect
from workflows.domain.follow_up.commands import Open
from workflows.domain.lifecycle import LINKED, today
from workflows.domain.refusals import not_later, refuse
from workflows.domain.roles import Role
from workflows.domain.rulepack import RulePack


def check_opening(request: Open, pack: RulePack, calendar: Calendar, now: datetime) -> None:
    """Refuse a pack without rules, the wrong officer, another subject, or unknown measures."""
    if pack.accountability is None:
        raise refuse(
            "0.1",
            f"规则包 {pack.label} 没有问责规则。",
            f"Rule pack {pack.label} has no rules for accountability.",
        )
    if request.actor != LINKED:
        _check_officer(request)
    not_later(request.decided_on, today(now), "decided_on")
    if request.decision.subject != request.subject.ref:
        raise refuse(
            "3.11",
            "decision.subject：与 subject.ref 不一致。",
            "decision.subject: must be the subject of this follow-up.",
        )
    _check_measures(request, pack)
    rules = pack.accountability
    check_effect(request.decision.measures, request.decided_on, rules, calendar)


def _check_officer(request: Open) -> None:
    check_uninvolved(request.actor, request.subject.officer, ())
    role, organ = Role.UNDERTAKING_DEPARTMENT, request.handling_organ
    check_seat(request.actor, Seat((role,), organ, request.undertaking_department))


def _check_measures(request: Open, pack: RulePack) -> None:
    known = pack.accountability.measures if pack.accountability else {}
    given = [measure.code for measure in request.decision.measures]
    given += [one.measure for one in request.earlier]
    for code in given:
        if code not in known:
            raise refuse(
                "3.8",
                f"measures：规则包没有措施 {code}。",
                f"measures: the rule pack has no measure {code}.",
            )
    kind = "team" if request.subject.kind.value == "TEAM" else "individual"
    for measure in request.decision.measures:
        if kind not in known[measure.code].of:
            raise refuse(
                "3.8",
                f"measures：{known[measure.code].zh}不适用于该对象。",
                f"measures: {known[measure.code].en} does not fit this kind of subject.",
            )
