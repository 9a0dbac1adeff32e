"""What a plan of clarification may be, whether it is public, and whom it must be told to first.

Sources: rulebook 2.6 (methods, scope), 2.7 (notices), A14, A17, A44, A54; principle P1.
"""

from collections.abc import Collection

from workflows.domain.clarification.methods import (
    METHOD_LABELS,
    RANGE_LABELS,
    SCOPED,
    WITHIN,
    Effect,
    Method,
    Plan,
    PlannedMethod,
    Range,
)
from workflows.domain.clarification.state import Clarification
from workflows.domain.lifecycle import Rejected
from workflows.domain.roles import Role
from workflows.domain.rulepack import ChainStep, NoticeRule
from workflows.domain.text import Text


def check_plan(matter: Clarification, plan: Plan, effect: Effect, upheld: Collection[str]) -> None:
    """Refuse a plan whose points, methods or scope the rules and situations do not allow."""
    check_points(matter, plan.points)
    for planned in plan.methods:
        _check_condition(matter, planned, effect, upheld)
    _check_scope(plan, effect)
    for planned in plan.methods:
        rule = matter.rules.methods[planned.method.value]
        if rule.with_letter and Method.WRITTEN not in plan.names:
            label = METHOD_LABELS[planned.method]
            raise Rejected(
                "2.6",
                Text(
                    f"{label.zh}应当同时使用书面澄清：请在 plan.methods 中加上 WRITTEN。",
                    f"Clarification {label.en} needs a letter too: add WRITTEN to plan.methods.",
                ),
            )


def check_points(matter: Clarification, points: tuple[str, ...]) -> None:
    """Refuse points that were not established as untrue (principle P1)."""
    wrong = [point for point in points if point not in matter.verification.untrue]
    if wrong:
        raise Rejected(
            "P1",
            Text(
                f"只能澄清认定失实的问题：{'、'.join(wrong)} 未认定失实，请从 points 中去掉。",
                f"Only untrue points may be clarified: remove {', '.join(wrong)} from points.",
            ),
        )


def _check_condition(
    matter: Clarification, planned: PlannedMethod, effect: Effect, upheld: Collection[str]
) -> None:
    condition = matter.rules.methods[planned.method.value].condition
    first = "ELECTION_OR_SELECTION_AFFECTED" in upheld
    wide = effect.range in (Range.AREA, Range.INDUSTRY, Range.SOCIETY)
    holds = {
        "none": True,
        "adverse_effect_in_range": effect.range is not None,
        "situation_1_in_area": first and wide,
        "public_opinion": effect.public_opinion,
    }
    if not holds[condition]:
        label, why = METHOD_LABELS[planned.method], CONDITIONS[condition]
        raise Rejected(
            "2.6",
            Text(
                f"不具备{label.zh}的条件：{why.zh}。请核对 effect 或另选方式。",
                f"Clarification {label.en} needs {why.en}: check effect or choose another method.",
            ),
        )


CONDITIONS: dict[str, Text] = {
    "adverse_effect_in_range": Text(
        "须在所在单位等一定范围造成不良影响", "an adverse effect in the unit or a wider range"
    ),
    "situation_1_in_area": Text(
        "须涉及换届选举、选拔任用、评先评优，且在一定区域或行业造成不良影响",
        "situation 1 and an adverse effect in an area or industry",
    ),
    "public_opinion": Text(
        "须在网络媒体或当地舆论中产生较大影响", "a large effect in media or local public opinion"
    ),
}


def _check_scope(plan: Plan, effect: Effect) -> None:
    """Refuse scoped methods that reach further than the effect, or all less far."""
    scopes = [planned.scope for planned in plan.methods if planned.method in SCOPED]
    if not scopes:
        return
    if effect.range is None:
        raise Rejected(
            "2.6",
            Text(
                "effect.range：会议、通报、媒体澄清须写明影响范围，以便核对 scope。",
                "effect.range: a scoped method needs the range of the effect, to match its scope.",
            ),
        )
    reached = RANGE_LABELS[effect.range]
    if any(scope not in WITHIN[effect.range] for scope in scopes):
        raise Rejected(
            "2.6",
            Text(
                f"澄清范围宽于影响范围（{reached.zh}）：请缩小 scope。",
                f"The scope is wider than the effect ({reached.en}): narrow scope.",
            ),
        )
    if effect.range not in scopes:
        raise Rejected(
            "2.6",
            Text(
                f"澄清范围窄于影响范围（{reached.zh}）：至少一种方式的 scope 应与之相当。",
                f"The scope is narrower than the effect ({reached.en}): one method must match it.",
            ),
        )


def is_public(matter: Clarification, plan: Plan) -> bool:
    """Say whether a plan is a public clarification (公开澄清, rulebook 2.6 [D])."""
    public = {p.method: matter.rules.methods[p.method.value].public for p in plan.methods}
    return any(
        public[p.method] == "always"
        or (public[p.method] == "with_outsiders" and _open_to_others(p))
        for p in plan.methods
    )


def _open_to_others(planned: PlannedMethod) -> bool:
    """Say whether outsiders attend: said so, or bound to by a scope beyond the unit."""
    return planned.outsiders or planned.scope not in (None, Range.UNIT)


def traits(matter: Clarification, plan: Plan | None, effect: Effect) -> frozenset[str]:
    """Return what chains and notices of the pack ask about."""
    held = {
        "full_position": matter.request.subject.full_position,
        "public_method": plan is not None and is_public(matter, plan),
        "large_social_effect": effect.large_social_effect,
        "situation_7": any(
            matter.rules.situations[code].higher_approval for code in matter.situations.codes
        ),
    }
    return frozenset(trait for trait, holds in held.items() if holds)


def seat_role(matter: Clarification, link: ChainStep) -> Role:
    """Return who takes a step of the chain here: raised where the pack says so."""
    plan = matter.plan or (matter.opinion.plan if matter.opinion else None)
    if link.raised_to and traits(matter, plan, matter.effect) & set(link.raised_when):
        return link.raised_to
    return link.role


def prior_notice_needed(matter: Clarification) -> bool:
    """Say whether the approved plan must be told beforehand and has not been yet."""
    rule = matter.route.prior_notice
    if rule is None or matter.plan is None:
        return False
    if not _applies(matter, rule):
        return False
    return matter.heard is None or matter.heard.plan != matter.plan


def post_notice_needed(matter: Clarification) -> bool:
    """Say whether the route wants a notice after implementation."""
    rule = matter.route.post_notice
    return rule is not None and _applies(matter, rule)


def _applies(matter: Clarification, rule: NoticeRule) -> bool:
    held = traits(matter, matter.plan, matter.effect)
    return not rule.when or bool(held & set(rule.when))


def addressee(matter: Clarification, rule: NoticeRule) -> Role:
    """Return who is informed: one level up where the principal is the subject himself (A54)."""
    if matter.request.subject.party_group_principal:
        return Role.NEXT_HIGHER_PARTY_ORGANISATION
    return rule.to


def informed_by_name(matter: Clarification, rule: NoticeRule | None) -> bool:
    """Say whether the matter itself names whom a notice goes to: the Party group of the unit."""
    return rule is not None and addressee(matter, rule) is Role.PARTY_GROUP_PRINCIPAL


def may_implement(matter: Clarification) -> bool:
    """Say whether the guard `can_implement` of rulebook 2.8 holds."""
    if matter.plan is None or prior_notice_needed(matter):
        return False
    return matter.heard is None or matter.heard.view.value != "ADVERSE" or matter.heard.confirmed
