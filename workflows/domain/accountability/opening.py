"""What must hold before a case may exist at all (rulebook 3.2, 12 (2))."""

from datetime import datetime

from workflows.domain.accountability.checks import check_codes
from workflows.domain.accountability.commands import Open
from workflows.domain.authority import Seat, check_seat
from workflows.domain.lifecycle import today
from workflows.domain.refusals import not_later, refuse
from workflows.domain.roles import Role
from workflows.domain.rulepack import RulePack


def check_opening(request: Open, pack: RulePack, now: datetime) -> None:
    """Refuse a lead of an unknown channel or of a day to come, and a pack without these rules."""
    seat = Seat(
        (Role.UNDERTAKING_DEPARTMENT,), request.handling_organ, request.undertaking_department
    )
    check_seat(request.actor, seat)
    not_later(request.lead.registered_on, today(now), "lead.registered_on")
    if pack.accountability is None:
        raise refuse(
            "0.1",
            f"规则包 {pack.label} 没有问责规则。",
            f"Rule pack {pack.label} has no rules for accountability.",
        )
    rules = pack.accountability
    check_codes((request.lead.source,), rules.channels, "lead.source", "channels")
    check_codes(request.traits, rules.traits, "traits", "traits")
