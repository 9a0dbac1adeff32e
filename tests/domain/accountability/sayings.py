"""What the people of a case usually say, by command, given the case and the day (ISO)."""

from collections.abc import Callable
from typing import Any

from tests.domain.accountability.parts import (
    CHARGED,
    EIGHT_LOOKS,
    LIABLE,
    decided,
    doc,
    point,
    proposal,
)

Saying = Callable[[Any, str], dict[str, Any]]
USUAL_MEASURE = {"PERSON": "ADMONITION_TALK", "TEAM": "CIRCULATED_CRITICISM"}


def _measures(life: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Return the usual measure of each subject; none for those who are not liable."""
    return [
        (file.ref, (USUAL_MEASURE[file.subject.kind],) if file.pursued else ())
        for file in life.case.files
    ] or [("S1", ())]


def _must(life: Any, day: str) -> dict[str, Any]:
    """Return everything that any of the musts needs; each takes what is its own."""
    return {
        "must": "POLICY_OPINION",
        "heard_from": "有关方面",
        "heard_on": day,
        "text": "已听取",
        "evidence": [doc("statement", "E-1"), doc("opinion", "E-2")],
        "fault": "NEGLIGENCE",
        "masses": "群众评价较好",
        "effects": {"political": "好", "discipline": "好", "social": "好"},
    }


def _tolerance(life: Any, day: str) -> dict[str, Any]:
    """Return a refusal of tolerance, which has read the filing if there was one."""
    number = life.case.request.lead.pre_filing
    filing = {"number": number, "filed_on": "2025-01-02", "matter_began_on": "2025-02-01"}
    return {
        "subject": "S1",
        "result": "NOT_TOLERATED",
        "assessed_on": day,
        "pre_filing": filing if number else None,
        "reasons": "不符合容错情形",
    }


def _proposals(life: Any, day: str) -> dict[str, Any]:
    proposals = [proposal(ref, *codes) for ref, codes in _measures(life)]
    return {"summary": "经调查，履责不力属实", "proposals": proposals}


def _as_proposed(life: Any, day: str) -> dict[str, Any]:
    """Return the decision that follows the opinion, and the verdict that nobody is liable."""
    decisions = []
    for file in life.case.files if life.case.opinion else ():
        not_liable = file.verdict is not None and file.verdict.verdict == "NOT_LIABLE"
        codes = () if not_liable else tuple(m.code for m in file.proposal.measures)
        outcome = "" if codes or not_liable else file.proposal.outcome.value
        decisions.append(decided(file.ref, *codes, outcome=outcome))
    decisions = decisions or [decided("S1")]
    return {"decided_on": day, "decisions": decisions, "document": doc("decision", "D-1")}


USUAL: dict[str, Saying] = {
    "triage": lambda life, day: {
        "outcome": "TO_VERIFICATION",
        "opinion": "拟予核实",
        "untrue_lead": False,
    },
    "return_triage": lambda life, day: {"reasons": "请再研究"},
    "record_verification": lambda life, day: {
        "reference": "V-1",
        "ended_on": day,
        "points": [point("P1")],
        "summary": "问题属实",
        "unnamed": "失实部分未反映具体人员",
        "proposal": "INITIATION",
    },
    "add_subject": lambda life, day: {
        "subject": life.subjects[0],
        "duty": "主要负责人",
        "duty_basis": doc("division_of_labour", "F-1"),
    },
    "propose_start": lambda life, day: {"grounds": "属实，应当启动"},
    "open_leadership_case": lambda life, day: {
        "trigger": "A10_4_TEAM_MEMBERS_YEAR",
        "organisation": "JY",
        "case": "ACC-2026-0002",
    },
    "not_start": lambda life, day: {"reasons": "情节轻微", "instead": "NO_GROUND"},
    "hold_talk": lambda life, day: {
        "subjects": [life.subjects[0]],
        "measure": "REMINDER_TALK",
        "held_on": day,
        "what": "提醒",
        "record": doc(),
    },
    "set_probation": lambda life, day: {
        "subjects": [life.subjects[0]],
        "months": 3,
        "light_measures": ["REMINDER_TALK"],
        "measure_record": doc(),
        "central_work": True,
        "work": "重点项目",
        "fault": "NEGLIGENCE",
        "serious_consequence": False,
        "to_rectify": "按期完成",
        "reasons": "过失",
    },
    "probation_ended": lambda life, day: {
        "probation": f"{life.case.number}-P1",
        "ended_on": day,
        "result": "FAILED",
        "reasons": "未完成",
    },
    "hand_on": lambda life, day: {"to": "有关部门", "handed_over_on": day, "document": doc()},
    "record_must": _must,
    "record_expert_report": lambda life, day: {
        "experts": "专家组",
        "reported_on": day,
        "conclusion": "处置不当",
        "report": doc(),
    },
    "assess_tolerance": _tolerance,
    "examine_decision_layer": lambda life, day: {"examined_on": day, "findings": "决策无误"},
    "constitute": lambda life, day: {
        "subject": "S1",
        "duty_in_scope": True,
        "caused": True,
        "proven": True,
        "reasons": "职责、因果、证据齐备",
        "evidence": [doc("evidence", "E-3")],
    },
    "propose_no_liability": lambda life, day: {"reasons": "不构成责任"},
    "return_no_liability": lambda life, day: {"reasons": "继续调查"},
    "show_facts": lambda life, day: {
        "subject": "S1",
        "shown_on": day,
        "explained": "说明性质和依据",
        "record": doc(),
    },
    "hear_reply": lambda life, day: {"subject": "S1", "heard_on": day, "reply": "没有异议"},
    "draft_opinion": _proposals,
    "return_opinion": lambda life, day: {"reasons": "证据不足"},
    "check_adjudication": lambda life, day: {
        "agrees": True,
        "opinion": "同意",
        "document": doc(),
    },
    "conclude_consultation": lambda life, day: {
        "minutes": doc("minutes", "M-1"),
        "participants": ["li", "shen"],
        "summary": "一致同意",
    },
    "acknowledge_filing": lambda life, day: {"received_on": day},
    "review_elevated": lambda life, day: {
        "reviewed_on": day,
        "looks": EIGHT_LOOKS,
        "verdicts": [
            {"subject": ref, "verdict": "CONFIRM", "opinion": "同意"} for ref, _ in _measures(life)
        ],
    },
    "decide": _as_proposed,
    "notify_subject": lambda life, day: {"subject": "S1", "notified_on": day, "document": doc()},
    "offer_clarification": lambda life, day: {
        "whom": "U1",
        "clarification": "CLAR-2026-0001",
    },
    "issue_recommendation": lambda life, day: {
        "unit": "某局",
        "unit_organ": "JY",
        "issued_on": day,
        "letter": doc("recommendation_letter", "J-1"),
        "items": [{"id": "I1", "about": "SYSTEM", "what": "完善制度"}],
    },
    "waive_recommendation": lambda life, day: {"reasons": "已整改"},
    "request_publication": lambda life, day: {
        "requested_on": day,
        "content": "通报内容",
        "timing": "与警示教育会同时",
        "manner": "内部通报",
    },
    "review_publication": lambda life, day: {
        "reviewed_on": day,
        "verdict": "OTHER_NAME",
        "holds": {"CONTENT": "适当", "TIMING": "适当", "MANNER": "适当"},
    },
    "publish": lambda life, day: {
        "published_on": day,
        "name": "某市某局党组",
        "own_name": False,
        "where": "内部通报",
        "document": doc("circular", "T-1"),
    },
    "handle_involved": lambda life, day: {
        "who": "I1",
        "handled_on": day,
        "how": "批评教育",
        "document": doc(),
    },
    "enter_assessment": lambda life, day: {"unit": "某局", "entered_on": day, "document": doc()},
    "note_lead": lambda life, day: {
        "found_on": day,
        "lead_kind": "NEW_FAULT",
        "what": "发现新问题",
    },
    "settle_lead": lambda life, day: {"lead": "L1", "case": "ACC-2026-0002"},
    "lead_found": lambda life, day: {
        "found_on": day,
        "lead_kind": "FRAUD",
        "what": "整改造假",
    },
    "add_supplement": lambda life, day: {"what": "补充材料", "documents": [doc()]},
    "subject_served": lambda life, day: {"subject": "S1", "served_on": day},
    "subject_closed": lambda life, day: {"subject": "S1", "closed_on": day, "how": "CLOSED"},
    "subject_reopened": lambda life, day: {"subject": "S1", "reopened_on": day},
    "rectification_ended": lambda life, day: {
        "rectification": f"{life.case.number}-R1",
        "closed_on": day,
    },
    "recuse_officer": lambda life, day: {"officer": "wu", "reason": "近亲属"},
    "draft_document": lambda life, day: {"doc_kind": "initiation_approval", "text": "启动理由"},
    "settle_notice": lambda life, day: {"notice": "1/0", "how": "当面告知"},
}
OF_SUBJECT: dict[str, Callable[[str], dict[str, Any]]] = {
    "charge": lambda role: {
        "subject": "S1",
        "charges": [{"code": CHARGED[role], "result_established": True, "result": "后果属实"}],
        "conduct": "未按要求部署",
    },
    "weigh": lambda role: {
        "subject": "S1",
        "liabilities": LIABLE[role],
        "cause": "NOT_WELL",
        "harm": "ADVERSE",
        "reasons": "综合认定",
    },
}
"""What is usually said of a subject, by its class."""
