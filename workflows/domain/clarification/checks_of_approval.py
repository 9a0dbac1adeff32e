"""What must hold of commands between the opinion and the word of the approver (2.5-2.7)."""

from datetime import date

from workflows.domain.authority import check_seat
from workflows.domain.clarification import commands as c
from workflows.domain.clarification.checks_of_entry import check_partly_true
from workflows.domain.clarification.methods import Plan
from workflows.domain.clarification.planning import check_plan, is_public, seat_role
from workflows.domain.clarification.refusals import refuse
from workflows.domain.clarification.seats import seat_of
from workflows.domain.clarification.state import Clarification


def check_opinion(matter: Clarification, command: c.GiveOpinion, today: date) -> None:
    if not command.factors:
        raise refuse(
            "2.5", "factors：评估因素不能为空。", "factors: the evaluation needs its factors."
        )
    unknown = [x for x in command.situations_upheld if x not in matter.situations.codes]
    if unknown:
        raise refuse(
            "2.4",
            f"situations_upheld：{'、'.join(unknown)} 不在筛查认定的情形中。",
            f"situations_upheld: {', '.join(unknown)} was not found in screening.",
        )
    if not command.start:
        if command.plan is not None:
            raise refuse("2.5", "plan：不启动意见不得附方案。", "plan: only with start: true.")
        return
    if not command.situations_upheld or command.plan is None:
        raise refuse(
            "2.8",
            "启动意见须写明 situations_upheld（至少一种）和 plan。",
            "An opinion to start needs situations_upheld (at least one) and plan.",
        )
    check_partly_true(matter, command.situations_upheld)
    check_plan(matter, command.plan, command.effect, command.situations_upheld)


def check_study(matter: Clarification, command: c.RecordStudy, today: date) -> None:
    barred = set(matter.recused) | {matter.request.subject.officer}
    present = [officer for officer in command.participants if officer in barred]
    if present or len(set(command.participants)) < 2:
        raise refuse(
            "2.7",
            "participants：至少两人，且不得有澄清对象或已回避人员。",
            "participants: at least two, none of them the person concerned or recused.",
        )


def check_approve(matter: Clarification, command: c.Approve, today: date) -> None:
    plan, effect = approved_plan(matter, command), command.effect or matter.effect
    upheld = matter.opinion.situations_upheld if matter.opinion else ()
    check_plan(matter, plan, effect, upheld)
    link = matter.chain_step("AWAITING_APPROVAL")
    if link is not None and seat_role(matter.but(plan=plan, effect=effect), link) is not link.role:
        check_seat(command.actor, seat_of(matter.but(plan=plan, effect=effect), command.kind))


def approved_plan(matter: Clarification, command: c.Approve) -> Plan:
    """Return the plan an approval is about: its own, the approved one, or the proposed one."""
    plan = command.plan or matter.plan or (matter.opinion.plan if matter.opinion else None)
    if plan is None:
        raise refuse("2.8", "没有可批准的方案。", "There is no plan to approve.")
    return plan


def check_objection(matter: Clarification, command: c.RecordObjection, today: date) -> None:
    plan = matter.plan or (matter.opinion.plan if matter.opinion else None)
    planned = [x for x in plan.methods if x.method is command.method] if plan else []
    if plan is None or not planned or not is_public(matter, plan.but(methods=tuple(planned))):
        raise refuse(
            "A49",
            "method：异议针对方案中的公开方式提出。",
            "method: an objection is about a public method of the plan.",
        )
