"""Probations to test with: `opened()` sets one, `a_life("EVALUATING")` takes it there.

Set on 2 March 2026, told on 5 March: two months, of which the last day is 5 May.
"""

from typing import Any

from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.parts import DEPARTMENT, HOME
from tests.domain.procedure_life import ProcedureLife, actor, begun, document
from workflows.domain.lifecycle import LINKED, Actor
from workflows.domain.probation.commands import SIGNALS, UPDATES, Open
from workflows.domain.probation.decider import PROBATION
from workflows.domain.rulepack import RulePack

LI = actor("li", "undertaking_department", HOME, DEPARTMENT)
WU = actor("wu", "undertaking_department", HOME, DEPARTMENT)
QIAN = actor("qian", "leader_in_charge")


def subject(**changes: Any) -> dict[str, Any]:
    return {
        "ref": "S1",
        "kind": "PERSON",
        "role": "PARTY_MEMBER",
        "reference": "C-1",
        "name": "张三",
        "unit": "某局",
        "officer": "zhang",
        **changes,
    }


def setting(**fields: Any) -> dict[str, Any]:
    """Return what a case sets together with a light measure."""
    return {
        "months": 2,
        "light_measures": ["CRITICISM_EDUCATION"],
        "measure_record": document("talk_record", "T-1"),
        "central_work": True,
        "work": "重点项目推进",
        "fault": "NEGLIGENCE",
        "serious_consequence": False,
        "to_rectify": "补齐进度",
        "reasons": "情节较轻",
        **fields,
    }


def opening(**fields: Any) -> Open:
    """Return the request that opens a probation, as the case writes it."""
    content: dict[str, Any] = {
        "number": "ACC-2026-0001-P1",
        "case": "ACC-2026-0001",
        "subjects": [subject()],
        "set_by": "li",
        "handling_organ": HOME,
        "undertaking_department": DEPARTMENT,
        **setting(),
    }
    return Open.model_validate({**content, **fields})


EFFECT = {"active": True, "effective": True}
USUAL: dict[str, tuple[Actor, Any]] = {
    "approve_probation": (QIAN, lambda day: {}),
    "decline_probation": (QIAN, lambda day: {"reasons": "不宜设置"}),
    "notify_probation": (
        LI,
        lambda day: {"notified_on": day, "record": document("notice", "N-1")},
    ),
    "check_node": (
        LI,
        lambda day: {"checked_on": day, "on_track": True, "findings": "进展正常"},
    ),
    "extend_probation": (QIAN, lambda day: {"months": 3, "reasons": "客观原因"}),
    "begin_evaluation": (QIAN, lambda day: {"reasons": "已整改到位"}),
    "evaluate": (LI, lambda day: {**EFFECT, "result": "LIGHTER", "reasons": "成效明显"}),
    "settle_result": (QIAN, lambda day: {"result": "LIGHTER", "reasons": "同意"}),
    "tell_result": (LI, lambda day: {"told_on": day, "record": document("notice", "N-2")}),
    "decide_new_fault": (QIAN, lambda day: {"answer": "CONTINUE", "reasons": "情节轻微"}),
    "rectification_report": (
        LINKED,
        lambda day: {
            "reported_on": day,
            "report": document("report", "B-1"),
            "summary": "已整改",
        },
    ),
    "serious_consequence": (LINKED, lambda day: {"found_on": day, "what": "造成损失"}),
    "new_fault": (LINKED, lambda day: {"found_on": day, "what": "又一过失"}),
    "recuse_officer": (QIAN, lambda day: {"officer": "wu", "reason": "近亲属"}),
    "settle_notice": (LI, lambda day: {"notice": "1/0", "how": "当面告知"}),
    "draft_document": (LI, lambda day: {"doc_kind": "reply"}),
}

USUAL_WAY: dict[str, tuple[tuple[str, str], ...]] = {
    "SET": (("approve_probation", "2026-03-03"), ("notify_probation", "2026-03-05")),
    "RUNNING": (("rectification_report", "2026-04-07"),),
    "EVALUATING": (("evaluate", "2026-05-08"), ("settle_result", "2026-05-12")),
    "PASSED": (("tell_result", "2026-05-13"),),
}
"""What is usually done at each stage, and when; the period ends by itself."""


def opened(day: str = "2026-03-02", *, pack: RulePack = HUBEI, **fields: Any) -> ProcedureLife:
    """Set a probation on a day; the fields are those of `Open`."""
    steps = begun(PROBATION, opening(**fields), pack, CALENDAR, day)
    return ProcedureLife(PROBATION, (*UPDATES, *SIGNALS), USUAL, steps)


def a_life(until: str, **fields: Any) -> ProcedureLife:
    """Return a probation that has come to a stage on the usual way: passed as lighter."""
    life = opened(**fields)
    while life.stage != until:
        for kind, day in USUAL_WAY[life.stage]:
            life.do(kind, day)
        if life.stage == "RUNNING" and until != "RUNNING" and life.state.reports:
            life.wait("2026-05-06")
    return life
