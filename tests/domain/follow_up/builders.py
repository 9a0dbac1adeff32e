"""Follow-ups to test with: `opened("REMOVAL")` begins one, `a_life("TRACKING")` takes it there.

The decision is of 1 March 2024, served on 4 March; removal bars an equal post for a year (3.10 a).
"""

from datetime import date
from typing import Any

from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.parts import DEPARTMENT, HOME, UPPER
from tests.domain.procedure_life import ProcedureLife, actor, begun, document
from workflows.domain.follow_up.commands import SIGNALS, UPDATES, Open
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.domain.follow_up.tasks_of_return import evaluation_opens
from workflows.domain.lifecycle import LINKED, Actor
from workflows.domain.rulepack import RulePack

COMMITTEE = "SW"
NUMBER, CASE = "ACC-2024-0001-S1", "ACC-2024-0001"
LI = actor("li", "undertaking_department", HOME, DEPARTMENT)
HE = actor("he", "organisation_hr", COMMITTEE)
XU = actor("xu", "party_committee", COMMITTEE)
SUN = actor("sun", "commission_secretary")

SERVED, DONE, ENTERED = "2024-03-04", "2024-03-20", "2024-03-22"
AFTER_IMPACT = "2025-03-03"


def subject(**changes: Any) -> dict[str, Any]:
    return {
        "ref": "S1",
        "kind": "PERSON",
        "role": "PARTY_PRINCIPAL",
        "reference": "C-1",
        "name": "张三",
        "unit": "某局",
        "post": "局长",
        "officer": "zhang",
        **changes,
    }


TEAM = subject(kind="TEAM", role="PARTY_TEAM", name="某局党组", post=None, officer=None)


def opening(*measures: str | dict[str, Any], **fields: Any) -> Open:
    """Return the request that opens a follow-up, as the case writes it; a removal by default."""
    outcome = fields.pop("outcome", "MEASURES")
    given = [{"code": one} if isinstance(one, str) else one for one in measures or ("REMOVAL",)]
    content: dict[str, Any] = {
        "actor": LINKED,
        "number": NUMBER,
        "case": CASE,
        "subject": subject(),
        "decision": {
            "subject": "S1",
            "outcome": outcome,
            "measures": given if outcome == "MEASURES" else [],
            "reasons": "履行主体责任不力",
        },
        "decided_on": "2024-03-01",
        "document": document("decision", "某问决〔2024〕1号", "2024-03-01"),
        "handling_organ": HOME,
        "undertaking_department": DEPARTMENT,
        "deciding_organ": COMMITTEE,
        "upper_organ": UPPER,
        "handlers": ["li", "wu"],
    }
    return Open.model_validate({**content, **fields})


def _proof(number: str = "P-1") -> dict[str, Any]:
    return document("proof", number)


def _visit(day: str) -> dict[str, Any]:
    return {
        "held_on": day,
        "form": "DIRECT",
        "visitors": ["王某", "李某"],
        "outline": document("outline", "T-1", day),
        "record": document("talk_record", "T-2", day),
        "checks": [{"check": "EXECUTION", "finding": "已执行"}],
        "unit_opinion": "表现稳定",
        "grade": "GOOD",
    }


def _evaluation(day: str) -> dict[str, Any]:
    return {
        "evaluated_on": day,
        "attitude": "态度端正",
        "rectification": "整改到位",
        "masses_view": "群众认可",
        "good": True,
    }


def _appointment(day: str) -> dict[str, Any]:
    return {
        "appointed_on": day,
        "post": "某局二级调研员",
        "level": "LOWER",
        "requirements_met": True,
        "document": _proof("A-1"),
    }


def correction(kind: str, day: str, *measures: str) -> dict[str, Any]:
    """Return a correction found by case review, and what is left of the measures."""
    return {
        "correction": kind,
        "source": "CASE_REVIEW",
        "causes": ["ISSUE_SCAPEGOAT"],
        "decided_on": day,
        "measures": [{"code": one} for one in measures],
        "reasons": "责任认定不当",
        "document": _proof("C-1"),
    }


def concluded(outcome: str, day: str, *measures: str, appeal: int = 1) -> dict[str, Any]:
    """Return what an appeal's own matter reports at its end."""
    return {
        "appeal": f"{NUMBER}-A{appeal}",
        "concluded_on": day,
        "outcome": outcome,
        "measures": [{"code": one} for one in measures],
        "reasons": "复查结论",
    }


USUAL: dict[str, tuple[Actor, Any]] = {
    "serve": (
        LI,
        lambda day: {
            "served_on": day,
            "receipt": document("delivery_receipt", "R-1"),
            "explained": "已说明依据，没有疑问",
        },
    ),
    "confirm_measure": (
        HE,
        lambda day: {"measure": "REMOVAL", "done_on": day, "evidence": _proof()},
    ),
    "enter_archive": (
        LI,
        lambda day: {"archive": "INTEGRITY_FILE", "entered_on": day, "evidence": _proof()},
    ),
    "restore_rights": (
        LI,
        lambda day: {"measure": "PARTY_PROBATION_1Y", "restored_on": day, "evidence": _proof()},
    ),
    "record_status": (LI, lambda day: {"status": "RETIRED", "since": day}),
    "finish_correction_item": (
        LI,
        lambda day: {
            "done_on": day,
            "cause": "经验不足",
            "corrected": "已补办",
            "evidence": _proof(),
        },
    ),
    "record_talk": (
        LI,
        lambda day: {"touchpoint": "T2", "held_on": day, "by": ["王某"], "content": "谈心"},
    ),
    "record_revisit": (LI, _visit),
    "close_help_item": (LI, lambda day: {"item": "H1", "done_on": day, "how": "已解决"}),
    "evaluate": (LI, _evaluation),
    "feed_back": (LI, lambda day: {"sent_on": day, "letter": _proof("F-1")}),
    "record_opinion": (
        SUN,
        lambda day: {"giver": "DI_ORGAN", "given_on": day, "agrees": True, "document": _proof()},
    ),
    "decide_collectively": (
        XU,
        lambda day: {"decided_on": day, "agrees": True, "minutes": _proof("M-1")},
    ),
    "reinstate": (HE, _appointment),
    "decline_reinstatement": (
        XU,
        lambda day: {"decided_on": day, "why": "NO_VACANCY", "reasons": "暂无空缺"},
    ),
    "correct": (XU, lambda day: correction("REVOKED", day)),
    "reverse": (LI, lambda day: {"item": "notices", "reversed_on": day, "evidence": _proof("V-1")}),
    "end_review": (XU, lambda day: {"ended_on": day, "reasons": "决定恰当"}),
    "file_appeal": (
        LI,
        lambda day: {"received_on": day, "reference": "L-1", "grounds": "认定事实有误"},
    ),
    "appeal_taken": (
        LINKED,
        lambda day: {"appeal": f"{NUMBER}-A1", "taken_on": day, "in_time": True},
    ),
    "appeal_concluded": (LINKED, lambda day: concluded("UPHELD", day)),
    "reopen": (LI, lambda day: {"ground": "REVIEW", "asked_on": day, "reasons": "提请复查"}),
    "recuse_officer": (XU, lambda day: {"officer": "li", "reason": "近亲属"}),
    "settle_notice": (LI, lambda day: {"notice": "1/0", "how": "当面告知"}),
    "draft_document": (LI, lambda day: {"doc_kind": "delivery_receipt"}),
}
"""Who usually does what, and what they usually say."""


def opened(
    *measures: str | dict[str, Any],
    day: str | None = None,
    pack: RulePack = HUBEI,
    **fields: Any,
) -> ProcedureLife:
    """Begin a follow-up on the day of the decision, or on `day`; the fields are those of `Open`."""
    request = opening(*measures, **fields)
    steps = begun(FOLLOW_UP, request, pack, CALENDAR, day or str(request.decided_on))
    return ProcedureLife(FOLLOW_UP, (*UPDATES, *SIGNALS), USUAL, steps)


def seat_of(life: ProcedureLife, action: str) -> Actor:
    """Return an officer for whom the first duty of that name is."""
    items = life.decider.standing(life.state).work_items
    item = next(each for each in items if each.action == action)
    department = DEPARTMENT if item.role == "undertaking_department" else ""
    return actor("ma", item.role, item.organ, department)


def executed(life: ProcedureLife, day: str = DONE) -> ProcedureLife:
    """Confirm every measure that waits, by whoever carries it out."""
    while "confirm-measure" in life.duties:
        waiting = next(m for m in life.state.standing_measures if m.done_on is None)
        by = seat_of(life, "confirm-measure")
        life.do("confirm_measure", day, by=by, measure=waiting.measure.code)
    return life


def filed(life: ProcedureLife, day: str = ENTERED) -> ProcedureLife:
    """Make every entry that waits, by whoever keeps the file."""
    while "enter-archive" in life.duties:
        items = life.decider.standing(life.state).work_items
        key = next(item.term for item in items if item.action == "enter-archive")
        by = seat_of(life, "enter-archive")
        life.do("enter_archive", day, by=by, archive=key.partition("/")[2])
    return life


def reversed_all(life: ProcedureLife, day: str) -> ProcedureLife:
    """Reverse every item of the correction, by whoever it is for."""
    while "reverse" in life.duties:
        life.do("reverse", day, by=seat_of(life, "reverse"), item=life.state.undone[0])
    return life


def carried_out(*measures: str | dict[str, Any], **fields: Any) -> ProcedureLife:
    """Return a follow-up whose decision is served, carried out and on file."""
    life = opened(*measures, **fields).do("serve", SERVED)
    return filed(executed(life))


def impact_over(
    *measures: str | dict[str, Any], day: str = AFTER_IMPACT, **fields: Any
) -> ProcedureLife:
    """Return a follow-up after its impact period, with the talk and the revisits made."""
    life = carried_out(*measures, **fields).do("record_talk", "2024-03-08")
    life.do("record_revisit", "2024-04-01")
    first = evaluation_opens(life.state) or date.min
    return life.do("evaluate", max(first, date(2025, 2, 10))).do("record_revisit", day)


def agreed(life: ProcedureLife) -> ProcedureLife:
    """Take the steps towards normal use, all in favour, but the appointment."""
    life.do("feed_back", "2025-03-05").do("record_opinion", "2025-03-10")
    life.do("record_opinion", "2025-03-12", by=HE, giver="UPPER_HR")
    return life.do("decide_collectively", "2025-03-20")


def a_life(until: str) -> ProcedureLife:
    """Return a follow-up that has come to a stage on the usual way: removal, then normal use."""
    if until == "DECIDED":
        return opened()
    if until == "EXECUTING":
        return opened().do("serve", SERVED)
    if until == "ARCHIVED":
        return executed(a_life("EXECUTING"))
    if until == "IMPACT_PERIOD":
        return carried_out()
    if until == "IMPACT_ENDED":
        return impact_over()
    if until == "TRACKING":
        return agreed(impact_over()).do("reinstate", "2025-04-01")
    if until == "CORRECTED":
        return carried_out().do("correct", "2024-06-03")
    if until == "CLOSED":
        return a_life("TRACKING").wait("2026-04-03")
    raise ValueError(until)
