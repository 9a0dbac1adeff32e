"""What must hold of commands between the opinion and the word of the approver (2.5-2.7)."""

from datetime import date

from workflows.domain.authority import check_seat
from workflows.domain.clarification import commands as c
from workflows.domain.clarification.checks_of_entry import check_partly_true
from workflows.domain.clarification.methods import WITHIN, Effect, Plan, PlannedMethod
from workflows.domain.clarification.planning import check_plan, is_public, seat_role
from workflows.domain.clarification.seats import seat_of
from workflows.domain.clarification.state import Clarification
from workflows.domain.lifecycle import Command
from workflows.domain.refusals import refuse


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
    check_not_wider(matter, plan, effect)
    link = matter.chain_step("AWAITING_APPROVAL")
    if link is not None and seat_role(matter.but(plan=plan, effect=effect), link) is not link.role:
        check_seat(command.actor, seat_of(matter.but(plan=plan, effect=effect), command.kind))


def check_not_wider(matter: Clarification, plan: Plan, effect: Effect) -> None:
    """Refuse an approval beyond what was proposed: nobody approves what he proposes (P2).

    A quiet method may take the place of a public one. What is carried out stays in the plan.
    """
    given = matter.plan or (matter.opinion.plan if matter.opinion else None)
    proposed = given or plan
    known = {planned.method: planned for planned in proposed.methods}
    same = set(plan.points) <= set(proposed.points) and _smaller(effect, matter.effect)
    if not same or not all(_within(planned, known.get(planned.method)) for planned in plan.methods):
        raise refuse(
            "P2",
            "plan：批准时只能缩小方案；需要扩大的，用 return-opinion 退回重新提出意见。",
            "plan: an approval may narrow the plan; to widen it, return the opinion.",
        )
    if not {execution.method for execution in matter.done} <= plan.names:
        raise refuse(
            "2.8",
            "plan.methods：已经实施的方式不能从方案中去掉。",
            "plan.methods: a method that is carried out stays in the plan.",
        )


def _within(planned: PlannedMethod, proposed: PlannedMethod | None) -> bool:
    if planned.scope is None:
        return True
    if proposed is None or proposed.scope is None or (planned.outsiders and not proposed.outsiders):
        return False
    return planned.scope in WITHIN[proposed.scope]


def _smaller(effect: Effect, proposed: Effect) -> bool:
    reach = WITHIN[proposed.range] if proposed.range else frozenset()
    return (
        (effect.range is None or effect.range in reach)
        and effect.public_opinion <= proposed.public_opinion
        and effect.large_social_effect <= proposed.large_social_effect
    )


def check_not_begun(matter: Clarification, command: Command, today: date) -> None:
    if matter.begun:
        raise refuse(
            "2.8",
            "已有方式实施完毕，不能退回或不予批准：可批准去掉尚未实施方式的方案。",
            "A method is carried out: approve a plan without those that are not.",
        )


def approved_plan(matter: Clarification, command: c.Approve) -> Plan:
    """Return the plan an approval is about: its own, the approved one, or the proposed one."""
    plan = command.plan or matter.plan or (matter.opinion.plan if matter.opinion else None)
    if plan is None:
        raise refuse("2.8", "没有可批准的方案。", "There is no plan to approve.")
    return plan


def check_objection(matter: Clarification, command: c.RecordObjection, today: date) -> None:
    plan = matter.plan or (matter.opinion.plan if matter.opinion else None)
    done = {execution.method for execution in matter.done}
    planned = [x for x in plan.methods if x.method is command.method] if plan else []
    planned = [x for x in planned if x.method not in done]
    if plan is None or not planned or not is_public(matter, plan.but(methods=tuple(planned))):
        raise refuse(
            "A49",
            "method：异议针对方案中尚未实施的公开方式提出。",
            "method: an objection is about a public method that is not carried out yet.",
        )
