"""Gates G1 to G11 (rulebook 3.5): closed, a command is refused with what is missing.

Each closed gate is a case in which everything else is there, and the steps that open it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, investigate, meet
from tests.domain.accountability.parts import (
    LIABLE,
    MEMBER,
    PRINCIPAL,
    doc,
    lead,
    pack_with,
    point,
    proposal,
)
from workflows.domain.accountability.gates import GATES, gates
from workflows.domain.accountability.missing import Missing

LITERAL = pack_with("four_musts", "position", value="INITIATION")
HEAVY = {"draft_opinion": {"proposals": [proposal("S1", "REMOVAL")]}}


def before_opinion(left_out: str = "", **said: Any) -> CaseLife:
    """Return a case ready for its opinion but for one thing: a command, or one of the musts."""
    life = a_case("INVESTIGATING", **said).later()
    skip = left_out
    for file in life.case.files:
        _unless(life, skip, "record_must", must="PERSON_STATEMENT", subject=file.ref)
        for kind in ("constitute", "charge", "weigh", "assess_tolerance"):
            _unless(life, skip, kind, subject=file.ref)
    for must in ("UNIT_AND_MASS_OPINION", "POLICY_OPINION", "EFFECT_ASSESSMENT"):
        _unless(life, skip, "record_must", must=must)
    life.act("show_facts")
    _unless(life, skip, "hear_reply")
    return life


def _unless(life: CaseLife, skip: str, kind: str, **fields: Any) -> None:
    if skip not in (kind, fields.get("must")):
        life.act(kind, **fields)


def unverified() -> CaseLife:
    """Return a case that comes from a failed probation: nothing was verified yet."""
    said = {"triage": {"outcome": "TO_PROBATION"}}
    return a_case("INITIATION_REVIEW", choices=said).later()


def no_subject() -> CaseLife:
    return a_case("INITIATION_REVIEW").later().act("propose_start")


def nobody_left() -> CaseLife:
    return before_opinion().act("constitute", proven=False)


def executing_only() -> CaseLife:
    life = before_opinion()
    return life.act("weigh", liabilities=[*LIABLE["PARTY_PRINCIPAL"], "EXECUTION_LAYER"])


def no_leadership() -> CaseLife:
    return before_opinion().act("weigh", liabilities=["MAIN_RESPONSIBILITY", "INDIVIDUAL"])


def no_consequence() -> CaseLife:
    return before_opinion().act("charge", charges=[{"code": "A7_2_DEPLOYMENT"}])


def unread_filing() -> CaseLife:
    said = {"assess_tolerance": {"pre_filing": None}}
    return before_opinion(lead=lead(pre_filing="BA-2025-3"), choices=said)


def deferred() -> CaseLife:
    life = a_case("RECTIFYING").act("request_publication")
    return life.act("review_publication", verdict="DEFER", reasons="时机不宜")


PRE_FILING = {"number": "BA-2025-3", "filed_on": "2025-01-02", "matter_began_on": "2025-02-01"}
RESULT = [{"code": "A7_2_DEPLOYMENT", "result_established": True, "result": "停工三个月"}]


@dataclass(frozen=True)
class Closed:
    """A closed gate: the case, the command that it stops, what is missing, and what opens it."""

    rule: str
    life: Callable[[], CaseLife]
    command: str
    says: str
    opens: tuple[tuple[str, dict[str, Any]], ...]


def _musts() -> list[Closed]:
    command = "draft_opinion"
    said = {
        "PERSON_STATEMENT": "S1 听取本人说明",
        "UNIT_AND_MASS_OPINION": "听取所在单位党组织和群众意见",
        "POLICY_OPINION": "听取上级业务部门意见",
        "EFFECT_ASSESSMENT": "评估问责效果",
    }
    return [
        Closed(
            "3.5 G2",
            lambda must=must: before_opinion(must),  # type: ignore[misc]
            command,
            words,
            (("record_must", {"must": must, "subject": "S1"}),),
        )
        for must, words in said.items()
    ]


CLOSED: list[Closed] = [
    Closed(
        "3.5 G1", unverified, "propose_start", "核实结果",
        (("record_verification", {}), ("add_subject", {})),
    ),
    Closed("S037", no_subject, "approve_start", "问责对象及其职责依据", (("add_subject", {}),)),
    *_musts(),
    Closed(
        "3.5 G3", lambda: before_opinion("constitute"), "draft_opinion", "S1 责任构成认定",
        (("constitute", {}),),
    ),
    Closed("3.5 G3", nobody_left, "draft_opinion", "propose-no-liability", (("constitute", {}),)),
    Closed(
        "3.5 G4", lambda: before_opinion("assess_tolerance"), "draft_opinion", "S1 容错评估",
        (("assess_tolerance", {}),),
    ),
    Closed(
        "3.5 G4", unread_filing, "draft_opinion", "备案不等于免责",
        (("assess_tolerance", {"pre_filing": PRE_FILING}),),
    ),
    Closed(
        "3.5 G5", lambda: before_opinion(traits=["MEDICAL"]), "draft_opinion", "专业评估",
        (("record_expert_report", {}),),
    ),
    Closed(
        "3.14 T1", lambda: before_opinion("hear_reply"), "draft_opinion", "S1 听取意见",
        (("hear_reply", {}),),
    ),
    Closed("3.5 G8", no_leadership, "draft_opinion", "重要领导责任", (("weigh", {}),)),
    Closed(
        "3.5 G8", lambda: before_opinion("weigh"), "draft_opinion", "S1 责任和情节",
        (("weigh", {}),),
    ),
    Closed(
        "3.5 G9", executing_only, "draft_opinion", "对决策层的审查",
        (("examine_decision_layer", {}),),
    ),
    Closed(
        "3.5 G11", lambda: before_opinion("charge"), "draft_opinion", "S1 追责情形",
        (("charge", {}),),
    ),
    Closed(
        "3.5 G11", no_consequence, "draft_opinion", "造成不良后果",
        (("charge", {"charges": RESULT}),),
    ),
    Closed(
        "3.5 G6",
        lambda: a_case("OPINION_DRAFTED", choices=HEAVY).act("include_involved"),
        "submit_opinion",
        "S1 采取免职的书面理由",
        (
            ("draft_opinion", {"proposals": [proposal("S1", "REMOVAL", heavy="确有必要")]}),
            ("approve_opinion", {}),
            ("approve_opinion", {}),
        ),
    ),
    Closed(
        "3.5 G7",
        lambda: a_case("OPINION_DRAFTED").act("include_involved").act("approve_opinion"),
        "submit_opinion",
        "分管领导审批",
        (("approve_opinion", {}),),
    ),
    Closed(
        "S104",
        lambda: a_case("OPINION_DRAFTED").act("approve_opinion").act("approve_opinion"),
        "submit_opinion",
        "涉案人员名单",
        (("include_involved", {}),),
    ),
    Closed(
        "3.4", lambda: a_case("JOINT_CONSULT"), "conclude_consultation", "审理室同意",
        (("check_adjudication", {}),),
    ),
    Closed(
        "3.4",
        lambda: a_case("JOINT_CONSULT").act("check_adjudication", agrees=False),
        "conclude_consultation",
        "return-opinion",
        (("check_adjudication", {}),),
    ),
    Closed(
        "3.5 G7", lambda: a_case("DECIDING"), "decide", "纪委书记审批", (("propose_decision", {}),)
    ),
    Closed(
        "3.5 G10",
        deferred,
        "publish",
        "同意公开的审核结论",
        (("request_publication", {}), ("review_publication", {})),
    ),
]  # fmt: skip


@pytest.mark.parametrize("closed", CLOSED, ids=lambda c: f"{c.rule} {c.says}")
def test_a_closed_gate_stops_the_command_and_says_what_is_missing(closed: Closed):
    life = closed.life()
    refused = life.denied(closed.command)
    assert refused.rule == closed.rule
    assert closed.says in refused.message.zh


@pytest.mark.parametrize("closed", CLOSED, ids=lambda c: f"{c.rule} {c.says}")
def test_the_missing_thing_opens_the_gate(closed: Closed):
    life = closed.life()
    for kind, fields in closed.opens:
        life.act(kind, **fields)
    life.act(closed.command)


def test_every_gate_that_guards_a_step_is_tested_closed():
    tested = {closed.rule for closed in CLOSED} | {"A04"}
    assert {gate.rule for gate in GATES if gate.guards} == tested


def test_medical_found_in_consultation_needs_the_report_before_the_decision():
    """G5: the case goes back for the professional assessment, whenever the matter turns medical."""
    life = a_case("JOINT_CONSULT").act("check_adjudication")
    life.act("conclude_consultation", traits=["MEDICAL"]).act("propose_decision")
    assert life.denied("decide").rule == "3.5 G5"
    life.act("return_opinion", by=None).later()
    investigate(life)
    meet(life)
    life.act("draft_opinion").to("DECIDED")


# ── where the four musts stand (A04) ─────────────────────────────────────────────────────────────


def test_by_default_the_start_does_not_wait_for_the_four_musts():
    life = a_case("INITIATION_REVIEW").later().act("add_subject").act("propose_start")
    life.act("approve_start")


def test_read_literally_the_four_musts_come_before_the_start():
    life = a_case("INITIATION_REVIEW", pack=LITERAL).later().act("add_subject")
    life.act("propose_start")
    refused = life.denied("approve_start")
    assert refused.rule == "A04"
    for must in (
        "PERSON_STATEMENT", "UNIT_AND_MASS_OPINION", "POLICY_OPINION", "EFFECT_ASSESSMENT",
    ):  # fmt: skip
        assert life.denied("approve_start")
        life.act("record_must", must=must, subject="S1")
    life.act("approve_start")


MINIMUM: list[tuple[str, dict[str, Any]]] = [
    ("PERSON_STATEMENT", {"subject": None}),
    ("PERSON_STATEMENT", {"subject": "S1", "fault": None}),
    ("PERSON_STATEMENT", {"subject": "S1", "evidence": []}),
    ("UNIT_AND_MASS_OPINION", {"masses": None}),
    ("UNIT_AND_MASS_OPINION", {"evidence": [doc()]}),
    ("POLICY_OPINION", {"evidence": []}),
    ("EFFECT_ASSESSMENT", {"effects": None}),
]


@pytest.mark.parametrize(("must", "fields"), MINIMUM)
def test_a_must_without_its_minimum_evidence_is_refused(must: str, fields: dict[str, Any]):
    life = a_case("INVESTIGATING").later()
    assert life.denied("record_must", must=must, **fields).rule == "3.5 G2"


def test_a_note_that_no_policy_question_exists_is_enough():
    life = a_case("INVESTIGATING").later()
    life.act("record_must", must="POLICY_OPINION", evidence=[], no_policy_question=True)


# ── must-nots (G1) ───────────────────────────────────────────────────────────────────────────────


def test_a_result_fixed_by_somebody_else_is_no_ground():
    """Must-not no. 2: neither start nor opinion nor decision may rest on a hatted demand."""
    start = a_case("INITIATION_REVIEW").later().act("add_subject")
    opinion = before_opinion()
    decision = a_case("DECIDING").later().act("propose_decision")
    for life, kind in ((start, "propose_start"), (opinion, "draft_opinion"), (decision, "decide")):
        assert life.denied(kind, rests_on_demand=True).rule == "3.5 G1"
        life.act(kind)


def test_pursuing_what_was_not_found_true_is_refused():
    """Must-not no. 1: no proposal on unverified facts."""
    life = a_case("VERIFYING").later()
    for proposed in ("INITIATION", "LIGHT_TOUCH"):
        fields = {"points": [point("P1", "NOT_ESTABLISHED")], "proposal": proposed}
        assert life.denied("record_verification", **fields).rule == "3.5 G1"


# ── what show prints ─────────────────────────────────────────────────────────────────────────────


def test_every_gate_shows_what_is_missing_at_every_stage():
    for stage in ("RECEIVED", "INITIATION_REVIEW", "INVESTIGATING", "DECIDING", "CLOSED"):
        for gate, missing in gates(a_case(stage, (PRINCIPAL, MEMBER)).case):
            assert gate.label.zh
            assert all(isinstance(each, Missing) and each.source for each in missing)


def test_before_the_start_the_gates_are_closed_and_at_the_decision_they_are_open():
    def closed(stage: str) -> set[str]:
        found = gates(a_case(stage).case)
        return {gate.rule for gate, missing in found if missing}

    assert {"3.5 G1", "S037", "3.5 G2", "S104"} <= closed("RECEIVED")
    assert closed("DECIDED") == {"3.5 G10"}
