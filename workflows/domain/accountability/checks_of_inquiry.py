"""What must hold while a case is investigated."""

from collections.abc import Callable
from datetime import date

from workflows.domain.accountability import commands_of_inquiry as c
from workflows.domain.accountability.checks import (
    check_codes,
    check_once,
    check_points,
    constituted_file,
    known_file,
    pursued_file,
)
from workflows.domain.accountability.particulars_of_inquiry import Charge
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability_rules.verdicts import Must, ToleranceResult
from workflows.domain.refusals import refuse
from workflows.domain.subjects import SubjectKind, SubjectRole
from workflows.domain.text import Text

Case = AccountabilityCase


def check_must(matter: Case, command: c.RecordMust, today: date) -> None:
    """Refuse a record without the minimum evidence of its must (G2)."""
    if not _MINIMUM[command.must](command):
        words = MINIMUM_WORDS[command.must]
        raise refuse("3.5 G2", f"{command.must}：{words.zh}。", f"{command.must}: {words.en}.")
    if command.subject is not None:
        pursued_file(matter, command.subject)


_MINIMUM: dict[Must, Callable[[c.RecordMust], bool]] = {
    Must.PERSON_STATEMENT: lambda m: bool(m.subject and m.fault and m.evidence),
    Must.UNIT_AND_MASS_OPINION: lambda m: bool(m.masses and len(m.evidence) >= 2),
    Must.POLICY_OPINION: lambda m: bool(m.evidence) or m.no_policy_question,
    Must.EFFECT_ASSESSMENT: lambda m: m.effects is not None,
}
MINIMUM_WORDS: dict[Must, Text] = {
    Must.PERSON_STATEMENT: Text(
        "应写明对象（subject）、故意或者过失（fault），并附说明材料或者拒绝说明的记录（evidence）",
        "name subject and fault, with the statement or a refusal note as evidence",
    ),
    Must.UNIT_AND_MASS_OPINION: Text(
        "应有单位党组织和群众（masses）两方面意见，附两份材料（evidence）",
        "needs two opinions: the unit's Party organisation and the masses, two documents",
    ),
    Must.POLICY_OPINION: Text(
        "应附上级业务部门的答复（evidence），或者写明没有政策适用问题（no_policy_question）",
        "needs a reply as evidence, or no_policy_question",
    ),
    Must.EFFECT_ASSESSMENT: Text("应评估三个效果（effects）", "needs the three effects (effects)"),
}


def check_tolerance(matter: Case, command: c.AssessTolerance, today: date) -> None:
    """Refuse tolerance against the negative list, or without a situation of the positive one."""
    known_file(matter, command.subject)
    lists = matter.rules.tolerance
    check_codes(command.positive, lists.positive, "positive", "tolerance.positive")
    check_codes(command.negative, lists.negative, "negative", "tolerance.negative")
    tolerated = command.result is not ToleranceResult.NOT_TOLERATED
    if tolerated and command.negative:
        raise refuse(
            "4.2",
            "negative：有负面清单情形的，不予容错（NOT_TOLERATED），备案不等于免责。",
            "negative: a situation of the negative list overrides everything: NOT_TOLERATED.",
        )
    if tolerated and not command.positive:
        raise refuse(
            "4.1",
            "positive：容错须写明符合正面清单的哪一种情形。",
            "positive: name the situation of the positive list that allows tolerance.",
        )
    if tolerated and command.filed_late and command.late_reasons is None:
        raise refuse(
            "A11",
            "late_reasons：备案迟于事项开始，不作为保护依据；仍予容错的，另写理由。",
            "late_reasons: a late filing protects nobody; tolerance then needs its own reasons.",
        )


def check_layer(matter: Case, command: c.ExamineDecisionLayer, today: date) -> None:
    """Refuse subjects that the case does not have."""
    for ref in command.subjects:
        known_file(matter, ref, "subjects")


def check_constitution(matter: Case, command: c.Constitute, today: date) -> None:
    """Refuse what is said to be proven without evidence (G3)."""
    known_file(matter, command.subject)
    check_points(matter, command.untrue_points, "untrue_points")
    if command.liable and not command.evidence:
        raise refuse(
            "3.5 G3",
            "evidence：认定构成责任须附证据材料。",
            "evidence: liability needs evidence on file.",
        )


def check_charges(matter: Case, command: c.ChargeSubject, today: date) -> None:
    """Refuse situations that the pack does not have, or has for other classes of subject."""
    role = pursued_file(matter, command.subject).subject.role
    known = {**matter.rules.charges, **matter.rules.triggers}
    check_codes([charge.code for charge in command.charges], known, "charges", "charges")
    check_once([charge.code for charge in command.charges], "charges")
    for charge in command.charges:
        if charge.code in matter.rules.charges:
            _check_charge(matter, charge, role)


def _check_charge(matter: Case, charge: Charge, role: SubjectRole) -> None:
    rule = matter.rules.charges[charge.code]
    if role not in rule.subjects:
        raise refuse(
            "3.7",
            f"charges：{charge.code} 适用于{'、'.join(rule.subjects)}，不适用于 {role}。",
            f"charges: {charge.code} is for {', '.join(rule.subjects)}, not for {role}.",
        )
    if bool(rule.imports) != (charge.of is not None):
        raise refuse(
            "3.7",
            f"charges：{charge.code} 引用第六条情形的写 of，其他情形不写。",
            f"charges: of names the situation that {charge.code} takes over, if it does.",
        )
    check_codes((charge.of,) if charge.of else (), rule.imports, "charges.of", charge.code)


def check_weighing(matter: Case, command: c.Weigh, today: date) -> None:
    """Refuse codes that do not fit together, and an objection without its record (A17)."""
    file, rules = constituted_file(matter, command.subject), matter.rules
    check_codes(command.liabilities, rules.liabilities, "liabilities", "liabilities")
    check_codes((command.cause,), rules.causes, "cause", "causes")
    check_codes((command.harm,), rules.harms, "harm", "harms")
    check_codes(command.factors, rules.factors, "factors", "factors")
    check_codes(command.variables, rules.variables, "variables", "variables")
    families = [rules.liabilities[code].family for code in command.liabilities]
    if any(families.count(one) > 1 for one in ("responsibility", "holder", "leadership")):
        raise refuse(
            "3.5 G8",
            "liabilities：责任类别、责任主体、领导责任各只能取一项（主要或者重要）。",
            "liabilities: one responsibility, one holder, one leadership liability.",
        )
    if file.subject.kind is SubjectKind.TEAM and "leadership" in families:
        raise refuse(
            "3.8",
            "liabilities：领导责任区分只适用于个人，领导班子承担集体责任。",
            "liabilities: leadership liability is a person's; a team is liable collectively.",
        )
    if any(rules.liabilities[x].needs_evidence for x in command.liabilities) and (
        command.objection is None
    ):
        raise refuse(
            "3.8",
            "objection：以明确反对为由不承担领导责任的，须附反对意见的记录。",
            "objection: an objection lifts the liability only with the record of it.",
        )


def check_facts_shown(matter: Case, command: c.ShowFacts, today: date) -> None:
    """Refuse a subject that is none any more."""
    pursued_file(matter, command.subject)


def check_reply(matter: Case, command: c.HearReply, today: date) -> None:
    """Refuse a reply to facts that were not shown."""
    shown = pursued_file(matter, command.subject).shown_on
    if shown is None or command.heard_on < shown:
        raise refuse(
            "3.14 T1",
            f"subject：先与 {command.subject} 事实材料见面（show-facts），再听取意见。",
            f"subject: show the facts to {command.subject} first (show-facts).",
        )


def check_no_liability(matter: Case, command: c.ProposeNoLiability, today: date) -> None:
    """Refuse untrue points or subjects that are not there."""
    for each in command.untrue:
        known_file(matter, each.subject, "untrue")
        check_points(matter, each.points, "untrue")
