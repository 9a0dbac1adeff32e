"""Rectifications to test with: `opened()` issues a letter, `a_life("REPORTED")` takes it there.

The letter is of 2 March 2026: nodes on 2 April and 2 May, the end on 2 June.
"""

from typing import Any

from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.parts import DEPARTMENT, HOME
from tests.domain.procedure_life import ProcedureLife, actor, begun, document
from workflows.domain.lifecycle import Actor
from workflows.domain.rectification.commands import SIGNALS, UPDATES, Open
from workflows.domain.rectification.decider import RECTIFICATION
from workflows.domain.rulepack import RulePack

UNIT = "ZJ"
DONG = actor("dong", "responsible_unit", UNIT)
LI = actor("li", "undertaking_department", HOME, DEPARTMENT)
CHEN = actor("chen", "department_principal")
ITEMS = [
    {"id": "I1", "about": "MATTER", "what": "补办手续"},
    {"id": "I2", "about": "SYSTEM", "what": "修订制度"},
]


def opening(**fields: Any) -> Open:
    """Return the request that opens a rectification, as the case writes it."""
    content: dict[str, Any] = {
        "number": "ACC-2026-0001-R1",
        "case": "ACC-2026-0001",
        "unit": "某局",
        "unit_organ": UNIT,
        "recommendation": document("recommendation_letter", "某建〔2026〕1号"),
        "issued_on": "2026-03-02",
        "items": ITEMS,
        "handling_organ": HOME,
        "undertaking_department": DEPARTMENT,
        "excluded": ["zhang"],
    }
    return Open.model_validate({**content, **fields})


def undertakings(*items: str) -> list[dict[str, Any]]:
    return [{"item": item, "action": "整改", "responsible": "分管副局长"} for item in items]


USUAL: dict[str, tuple[Actor, Any]] = {
    "submit_plan": (
        DONG,
        lambda day: {"document": document("plan", "P-1"), "undertakings": undertakings("I1", "I2")},
    ),
    "report_progress": (DONG, lambda day: {"reported_on": day, "summary": "进展正常"}),
    "report_completion": (
        DONG,
        lambda day: {"reported_on": day, "report": document("report", "B-1"), "summary": "完成"},
    ),
    "verify_on_site": (
        LI,
        lambda day: {
            "verified_on": day,
            "visitors": ["li", "wu"],
            "record": document("record", "V-1"),
            "findings": "已整改到位",
        },
    ),
    "write_off": (CHEN, lambda day: {}),
    "begin_look_back": (LI, lambda day: {}),
    "record_look_back": (
        LI,
        lambda day: {
            "looked_on": day,
            "record": document("record", "L-1"),
            "findings": "没有反弹",
        },
    ),
    "waive_look_back": (CHEN, lambda day: {"reasons": "事项单一"}),
    "note_obstruction": (
        LI,
        lambda day: {"obstruction": "DELAY", "found_on": day, "what": "拖延不办"},
    ),
    "recuse_officer": (CHEN, lambda day: {"officer": "wu", "reason": "近亲属"}),
    "settle_notice": (LI, lambda day: {"notice": "1/0", "how": "当面告知"}),
    "draft_document": (LI, lambda day: {"doc_kind": "reply"}),
}

USUAL_WAY: dict[str, tuple[str, str]] = {
    "ISSUED": ("submit_plan", "2026-03-11"),
    "PLANNED": ("report_completion", "2026-05-28"),
    "REPORTED": ("verify_on_site", "2026-06-04"),
    "ON_SITE_VERIFIED": ("write_off", "2026-06-08"),
    "WRITTEN_OFF": ("begin_look_back", "2026-09-07"),
    "LOOK_BACK": ("record_look_back", "2026-09-09"),
}
"""What is usually done at each stage, and when."""


def opened(day: str = "2026-03-02", *, pack: RulePack = HUBEI, **fields: Any) -> ProcedureLife:
    """Issue a letter on a day, which is its own; the fields are those of `Open`."""
    request = opening(**{"issued_on": day, **fields})
    steps = begun(RECTIFICATION, request, pack, CALENDAR, day)
    return ProcedureLife(RECTIFICATION, (*UPDATES, *SIGNALS), USUAL, steps)


def a_life(until: str, **fields: Any) -> ProcedureLife:
    """Return a rectification that has come to a stage on the usual way."""
    life = opened(**fields)
    while life.stage != until:
        kind, day = USUAL_WAY[life.stage]
        life.do(kind, day)
    return life


def returned(**fields: Any) -> ProcedureLife:
    """Return a rectification that went back to its plan on 4 June, with I2 unfinished."""
    return a_life("REPORTED", **fields).do("verify_on_site", "2026-06-04", unfinished=["I2"])
