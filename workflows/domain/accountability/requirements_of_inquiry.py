"""What must be there before the start and before the opinion (rulebook 3.5): G1 to G5, T1, S037.

Each function is pure and returns what is still missing.
"""

from collections.abc import Iterator

from workflows.domain.accountability.missing import Missing, lacks
from workflows.domain.accountability.stages import Stage
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability_rules.verdicts import MUST_LABELS, Must
from workflows.domain.clarification.values import Finding

Case = AccountabilityCase


def verified_facts(matter: Case) -> tuple[Missing, ...]:
    """G1: nobody asks for accountability on facts that are not verified."""
    source = "规则手册 3.5 G1"
    if matter.verification is None:
        return (lacks(source, "核实结果（record-verification）", "the result of verification"),)
    if any(point.finding is Finding.TRUE for point in matter.verification.points):
        return ()
    return (lacks(source, "核实属实的问题", "a point that verification found true"),)


def duty_basis(matter: Case) -> tuple[Missing, ...]:
    """S037: a subject, with the document of its duty."""
    if matter.files:
        return ()
    zh, en = "问责对象及其职责依据（add-subject）", "a subject with the basis of its duty"
    return (lacks("规则手册 S037", zh, en),)


def four_musts(matter: Case) -> tuple[Missing, ...]:
    """G2: a statement of each subject, and the three musts of the case."""
    return tuple(_musts(matter))


def _musts(matter: Case) -> Iterator[Missing]:
    source = matter.rules.four_musts.source
    statement = MUST_LABELS[Must.PERSON_STATEMENT]
    for file in matter.pursued:
        if file.statement is None:
            yield lacks(source, f"{file.ref} {statement.zh}", f"{file.ref}: {statement.en}")
    recorded = {record.must for record in matter.musts}
    for must, label in MUST_LABELS.items():
        if must is not Must.PERSON_STATEMENT and must not in recorded:
            yield lacks(source, label.zh, label.en)


def four_musts_at_start(matter: Case) -> tuple[Missing, ...]:
    """G2, read literally: before the start, where the pack says so (A04)."""
    literal = matter.rules.four_musts.position == "INITIATION"
    return four_musts(matter) if literal else ()


def constitution(matter: Case) -> tuple[Missing, ...]:
    """G3: every subject's liability is constituted; somebody is left who may be liable."""
    source = "规则手册 3.5 G3"
    missing = [
        lacks(source, f"{file.ref} 责任构成认定", f"{file.ref}: duty, cause and proof")
        for file in matter.files
        if file.constitution is None
    ]
    if not missing and not matter.pursued:
        zh = "构成责任的对象（全部不构成的，用 propose-no-liability）"
        missing = [lacks(source, zh, "a liable subject (if there is none: propose-no-liability)")]
    return tuple(missing)


def tolerance(matter: Case) -> tuple[Missing, ...]:
    """G4: a closed tolerance assessment of each subject, which has read the filing if any."""
    source = "规则手册 3.5 G4"
    missing = [
        lacks(source, f"{file.ref} 容错评估", f"{file.ref}: the tolerance assessment")
        for file in matter.pursued
        if file.tolerance is None
    ]
    filed = matter.request.lead.pre_filing
    assessed = [file.tolerance for file in matter.files if file.tolerance]
    read = {each.pre_filing.number for each in assessed if each.pre_filing}
    if filed and filed not in read:
        zh = f"容错评估对事前备案 {filed} 的审查（已备案，备案不等于免责）"
        en = f"the filing {filed} read in the tolerance assessment (filed, not exempted)"
        missing.append(lacks(source, zh, en))
    return tuple(missing)


def expert_report(matter: Case) -> tuple[Missing, ...]:
    """G5: medical matters need a professional assessment."""
    if "MEDICAL" not in matter.traits or matter.expert is not None:
        return ()
    zh, en = "专业评估（record-expert-report）", "the professional assessment"
    if matter.stage is Stage.DECIDING:
        zh = "专业评估（先退回意见 return-opinion，再 record-expert-report）"
        en = "the professional assessment: return the opinion first (return-opinion)"
    return (lacks(matter.rules.traits["MEDICAL"].source, zh, en),)


def facts_meeting(matter: Case) -> tuple[Missing, ...]:
    """T1: the facts were shown to each subject, and its reply was heard."""
    source = "规则手册 3.14 T1"
    return tuple(
        lacks(source, f"{file.ref} {zh}", f"{file.ref}: {en}")
        for file in matter.pursued
        for there, zh, en in (
            (file.shown_on, "事实材料见面", "the facts shown"),
            (file.replied_on, "听取意见", "its reply heard"),
        )
        if there is None
    )
