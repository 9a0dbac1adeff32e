"""What a case is made of, in few words: officers, leads, subjects, measures, packs."""

from collections.abc import Sequence
from typing import Any

from tests.domain.accountability_parts import hubei_data
from tests.domain.parts import DEPARTMENT, HOME, UPPER
from tests.domain.procedure_life import actor, document
from workflows.domain.accountability_rules.verdicts import Look
from workflows.domain.lifecycle import Actor
from workflows.domain.roles import Role
from workflows.domain.rulepack import RulePack

NUMBER, COMMITTEE, UNIT = "ACC-2026-0001", "SW", "JY"
FIRST_DAY = "2026-03-02"

LI = actor("li", "undertaking_department", HOME, DEPARTMENT)
WU = actor("wu", "undertaking_department", HOME, DEPARTMENT)
CHEN = actor("chen", "department_principal", HOME, DEPARTMENT)
QIAN = actor("qian", "leader_in_charge")
SUN = actor("sun", "commission_secretary")
SHEN = actor("shen", "adjudication_office")
ZHAO = actor("zhao", "upper_organ", UPPER)
XU = actor("xu", "party_committee", COMMITTEE)
OFFICERS: dict[Role, Actor] = {who.roles[0]: who for who in (LI, CHEN, QIAN, SUN, SHEN, ZHAO, XU)}

EIGHT_LOOKS = {look.value: "已看" for look in Look}

PRINCIPAL: dict[str, Any] = {
    "ref": "S1",
    "kind": "PERSON",
    "role": "PARTY_PRINCIPAL",
    "reference": "C-1",
    "name": "张三",
    "unit": "某局",
    "post": "局长",
    "officer": "zhang",
}
MEMBER: dict[str, Any] = {
    **PRINCIPAL,
    "ref": "S2",
    "role": "PARTY_MEMBER",
    "reference": "C-2",
    "name": "李四",
    "post": "副局长",
    "officer": "lisi",
}
TEAM: dict[str, Any] = {
    "ref": "S3",
    "kind": "TEAM",
    "role": "PARTY_TEAM",
    "reference": "T-1",
    "name": "某局党组",
    "unit": "某局",
}
CHARGED = {
    "PARTY_PRINCIPAL": "A7_2_DEPLOYMENT",
    "PARTY_MEMBER": "A8_2_JOINT_DEPLOYMENT",
    "PARTY_TEAM": "A6_4_SOURCE_PREVENTION",
    "DI_TEAM": "A9_2_UPHOLD_DISCIPLINE",
    "DI_CADRE": "A9_2_UPHOLD_DISCIPLINE",
}
"""What each class of subject is usually charged with; each needs a consequence (G11)."""
LIABLE = {
    "PARTY_PRINCIPAL": ["MAIN_RESPONSIBILITY", "INDIVIDUAL", "MAIN_LEADING"],
    "PARTY_MEMBER": ["MAIN_RESPONSIBILITY", "INDIVIDUAL", "IMPORTANT_LEADING"],
    "PARTY_TEAM": ["MAIN_RESPONSIBILITY", "COLLECTIVE"],
    "DI_TEAM": ["SUPERVISORY_RESPONSIBILITY", "COLLECTIVE"],
    "DI_CADRE": ["SUPERVISORY_RESPONSIBILITY", "INDIVIDUAL", "MAIN_LEADING"],
}


def lead(**fields: Any) -> dict[str, Any]:
    content = {
        "reference": "L-2026-7",
        "source": "SUPERVISION_CHECK",
        "kind": "DUTY_FAILURE",
        "registered_on": FIRST_DAY,
        "what": "监督检查发现履责不力",
    }
    return {**content, **fields}


def point(key: str = "P1", finding: str = "TRUE") -> dict[str, Any]:
    return {"id": key, "matter": f"反映的问题 {key}", "finding": finding, "main": key == "P1"}


def wronged(ref: str = "U1", *points: str) -> dict[str, Any]:
    """Return somebody about whom points were found untrue."""
    return {
        "ref": ref,
        "reference": f"C-{ref}",
        "name": "王五",
        "unit": "某局",
        "officer": f"officer-{ref}",
        "points": points or ("P2",),
    }


def decided(subject: str, *measures: str, outcome: str = "", **fields: Any) -> dict[str, Any]:
    """Return the decision on a subject: its measures, or else that it is not liable."""
    return {
        "subject": subject,
        "outcome": outcome or ("MEASURES" if measures else "NO_LIABILITY"),
        "measures": [{"code": code} for code in measures],
        "reasons": "事实清楚，证据确凿",
        **fields,
    }


def level_of(measures: Sequence[str]) -> str:
    """Return the level of the gravest measure; without a measure any level will do."""
    rules = hubei_data("id", value="hubei-2016")["accountability"]["measures"]
    gravest = max(measures, key=lambda code: rules.get(code, {}).get("severity", 0), default="")
    return str(rules.get(gravest, {}).get("level", "HEAVIER"))


def proposal(subject: str, *measures: str, outcome: str = "", **fields: Any) -> dict[str, Any]:
    """Return the opinion on a subject, with a reason for differing and for heavy measures."""
    content = {
        **decided(subject, *measures, outcome=outcome),
        "band": level_of(measures),
        "manner": "NORMAL",
        "deviation": "结合一贯表现",
    }
    return {**content, **fields}


def pack_with(*path: str | int, value: Any) -> RulePack:
    """Return the pack with one value of its accountability part set otherwise."""
    return RulePack.model_validate(hubei_data(*path, value=value))


def doc(kind: str = "record", number: str = "N-1") -> dict[str, Any]:
    return document(kind, number)
