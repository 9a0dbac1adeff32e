"""What must hold before a clarification may exist at all (rulebook 2.2, 2.3, 2.7)."""

from datetime import date, datetime

from workflows.domain.authority import Seat, check_seat, check_uninvolved
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.state import handled_route
from workflows.domain.clarification.values import Entry, Route, SubjectKind
from workflows.domain.lifecycle import today
from workflows.domain.refusals import not_later, refuse
from workflows.domain.roles import Role
from workflows.domain.rulepack import RulePack


def check_opening(request: Open, pack: RulePack, now: datetime) -> None:
    """Refuse an opening without finding, with dates to come, or on a route that is not whole."""
    check_uninvolved(request.actor, request.subject.officer, ())
    seat = Seat(
        (Role.UNDERTAKING_DEPARTMENT,), request.handling_organ, request.undertaking_department
    )
    check_seat(request.actor, seat)
    _check_dates(request, today(now))
    _check_finding(request)
    _check_route(request, pack)


def _check_dates(request: Open, day: date) -> None:
    application = request.application
    dated = {
        "verification.ended_on": request.verification.ended_on,
        "application.received_on": application.received_on if application else None,
        "application.materials_complete_on": (
            application.materials_complete_on if application else None
        ),
        "earlier_evaluation_closed_on": request.earlier_evaluation_closed_on,
    }
    for field, value in dated.items():
        if value is not None:
            not_later(value, day, field)


def _check_finding(request: Open) -> None:
    if request.entry is Entry.APPLICATION:
        return
    if request.verification.ended_on is None:
        raise refuse(
            "2.2",
            "verification.ended_on：主动澄清须在核查结束之后立项。",
            "verification.ended_on: own initiative begins after verification has ended.",
        )
    if not request.verification.untrue:
        raise refuse(
            "2.3(1)",
            "verification.points：没有认定失实的问题，不能立项澄清（未查实但不能排除的不算失实）。",
            "verification.points: nothing was established as untrue, so there is nothing to clear.",
        )


def _check_route(request: Open, pack: RulePack) -> None:
    if pack.clarification is None:
        raise refuse(
            "0.1",
            f"规则包 {pack.label} 没有澄清规则。",
            f"Rule pack {pack.label} has no rules for clarification.",
        )
    collective = request.route is Route.UNIT_OR_COLLECTIVE
    if collective != (request.subject.kind is SubjectKind.UNIT):
        raise refuse(
            "2.7",
            "route：对单位或者集体的澄清用 UNIT_OR_COLLECTIVE，对个人的不用。",
            "route: UNIT_OR_COLLECTIVE is for units and collectives, and only for them.",
        )
    rule = pack.clarification.routes[handled_route(request)]
    if rule.approving_organ == (request.approving_organ is None):
        raise refuse(
            "2.7",
            "approving_organ：派驻、乡镇、国有企事业单位须写明批准机关，机关自办不写。",
            "approving_organ: needed on every route but ORGAN, and not on ORGAN.",
        )
    if request.approving_organ == request.handling_organ:
        raise refuse(
            "2.7",
            "approving_organ：批准机关不能是承办机关自己。",
            "approving_organ: must be another organ than the handling one.",
        )
