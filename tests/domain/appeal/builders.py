"""Appeals to test with: `opened()` files one, `a_life("CONCLUDED")` takes it there on usual days.

The decision was received on 2 March 2026, the appeal on 20 March.
"""

from typing import Any

from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.parts import HOME, UPPER
from tests.domain.procedure_life import ProcedureLife, actor, begun, document
from workflows.domain.appeal.commands import SIGNALS, UPDATES, Open
from workflows.domain.appeal.decider import APPEAL
from workflows.domain.lifecycle import LINKED, Actor
from workflows.domain.rulepack import RulePack

COMMITTEE = "SW"
SHEN = actor("shen", "adjudication_office")
BAI = actor("bai", "adjudication_office")
XU = actor("xu", "party_committee", COMMITTEE)
LU = actor("lu", "upper_organ", UPPER)
YAN = actor("yan", "upper_organ", UPPER)

SECOND_STAGE = "ADMINISTRATIVE_SANCTION"
ADMIN_MEASURES = [{"code": "ADMIN_DEMERIT"}]


def measures_of(route: str) -> list[dict[str, Any]]:
    """Return what a decision usually imposes that is appealed against by a route."""
    return {
        "PARTY_SANCTION": [{"code": "PARTY_SERIOUS_WARNING"}],
        "ORGANISATIONAL_MEASURE": [{"code": "REMOVAL"}],
        "ACCOUNTABILITY_DECISION": [{"code": "ADMONITION_TALK"}],
    }.get(route, ADMIN_MEASURES)


def subject(**changes: Any) -> dict[str, Any]:
    return {
        "ref": "S1",
        "kind": "PERSON",
        "role": "PARTY_PRINCIPAL",
        "reference": "C-1",
        "name": "张三",
        "unit": "某局",
        "officer": "zhang",
        **changes,
    }


def opening(route: str = "ACCOUNTABILITY_DECISION", **fields: Any) -> Open:
    """Return the request that opens an appeal, as the follow-up writes it."""
    content: dict[str, Any] = {
        "number": "ACC-2026-0001-S1-A1",
        "follow_up": "ACC-2026-0001-S1",
        "route": route,
        "subject": subject(),
        "party_organisation": "某局党组",
        "decision": document("decision", "某问决〔2026〕1号", "2026-03-01"),
        "measures": measures_of(route),
        "served_on": "2026-03-02",
        "receipt": document("delivery_receipt", "R-1"),
        "received_on": "2026-03-20",
        "grounds": "认定事实有误",
        "handling_organ": HOME,
        "deciding_organ": COMMITTEE,
        "upper_organ": UPPER,
        "handlers": ["li", "wu"],
    }
    return Open.model_validate({**content, **fields})


def _on(day: str, *named: str) -> dict[str, Any]:
    return dict.fromkeys(named, day)


def _upheld(day: str) -> dict[str, Any]:
    return {"outcome": "UPHELD", "reasons": "事实清楚"}


def _answer(day: str) -> dict[str, Any]:
    return {
        "document": document("appeal_decision", "某问复〔2026〕1号"),
        "receipt": document("receipt", "R-2"),
        **_on(day, "served_on", "organisation_told_on"),
    }


def _usual(first: Actor, other: Actor, decides: Actor) -> dict[str, tuple[Actor, Any]]:
    """Return who usually does what: `first` handles, with `other`; `decides` concludes."""
    examiners = {"examiners": [first.officer, other.officer]}
    return {
        "accept_appeal": (first, lambda day: {}),
        "refer_appeal": (
            first,
            lambda day: {"ground": "LATE", "referred_to": "案件监督管理室", "reasons": "逾期"},
        ),
        "begin_re_examination": (first, lambda day: examiners),
        "propose_conclusion": (
            first,
            lambda day: {**_upheld(day), "report": document("report", "F-1")},
        ),
        "extend_term": (decides, lambda day: {"reasons": "案情复杂"}),
        "conclude_appeal": (decides, _upheld),
        "serve_answer": (first, _answer),
        "withdraw_appeal": (first, lambda day: {"reference": "W-1", **_on(day, "received_on")}),
        "request_re_review": (
            LINKED,
            lambda day: {"grounds": "仍然不服", **_on(day, "received_on")},
        ),
        "recuse_officer": (decides, lambda day: {"officer": "bai", "reason": "近亲属"}),
        "settle_notice": (first, lambda day: {"notice": "1/0", "how": "当面告知"}),
        "draft_document": (first, lambda day: {"doc_kind": "appeal_decision"}),
    }


FIRST_INSTANCE = _usual(SHEN, BAI, XU)
OTHERS = _usual(
    actor("mei", "adjudication_office"), BAI, actor("gao", "party_committee", COMMITTEE)
)
"""The same at the first instance, by officers who had no part in any case."""
SECOND_INSTANCE = _usual(LU, actor("ke", "upper_organ", UPPER), YAN)

USUAL_WAY: dict[str, tuple[str, str]] = {
    "FILED": ("accept_appeal", "2026-03-23"),
    "ACCEPTED": ("begin_re_examination", "2026-03-25"),
    "RE_EXAMINING": ("propose_conclusion", "2026-04-07"),
    "CONCLUDED": ("serve_answer", "2026-04-15"),
    "REFERRED": ("serve_answer", "2026-04-15"),
}
"""What is usually done at each stage, and when."""


def opened(
    route: str = "ACCOUNTABILITY_DECISION",
    day: str | None = None,
    *,
    pack: RulePack = HUBEI,
    **fields: Any,
) -> ProcedureLife:
    """File an appeal on the day it was received, or `day`; the fields are those of `Open`."""
    request = opening(route, **fields)
    steps = begun(APPEAL, request, pack, CALENDAR, day or str(request.received_on))
    return ProcedureLife(APPEAL, (*UPDATES, *SIGNALS), FIRST_INSTANCE, steps)


def a_life(until: str, route: str = "ACCOUNTABILITY_DECISION", **fields: Any) -> ProcedureLife:
    """Return an appeal that has come to a stage on the usual way: upheld, unless refused."""
    life = opened(route, **fields)
    while life.stage != until:
        kind, day = USUAL_WAY[life.stage]
        life.do(kind, day)
        if kind == "propose_conclusion" and until != "RE_EXAMINING":
            life.do("conclude_appeal", "2026-04-10")
    return life


def in_second(
    until: str = "FILED", *, route: str = SECOND_STAGE, received_on: str = "2026-04-20"
) -> ProcedureLife:
    """Return an appeal whose second stage has come to a stage, at the next higher organ."""
    life = a_life("SERVED", route)
    life.do("request_re_review", received_on, received_on=received_on)
    life.usual = SECOND_INSTANCE
    later = {
        "FILED": ("accept_appeal", "2026-04-22"),
        "ACCEPTED": ("begin_re_examination", "2026-04-23"),
        "RE_EXAMINING": ("propose_conclusion", "2026-05-11"),
        "CONCLUDED": ("serve_answer", "2026-05-20"),
    }
    while life.stage != until:
        kind, day = later[life.stage]
        life.do(kind, day)
        if kind == "propose_conclusion":
            life.do("conclude_appeal", "2026-05-15")
    return life
