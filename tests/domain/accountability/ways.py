"""The ways through a case: lives that, together, take every row of its table."""

from collections.abc import Callable
from functools import cache
from typing import Any

from tests.domain.accountability.builders import CaseLife, a_case, finish, opened
from tests.domain.accountability.parts import (
    MEMBER,
    PRINCIPAL,
    TEAM,
    pack_with,
    point,
    proposal,
    wronged,
)

SANCTION = {"draft_opinion": {"proposals": [proposal("S1", "PARTY_WARNING")]}}
UNTRUE = {"points": [point("P1", "UNTRUE")], "proposal": "NO_GROUND"}
BOTH = {"traits": ["HIGH_ATTENTION", "COMPLEX"]}


def triaged(outcome: str) -> CaseLife:
    return opened(choices={"triage": {"outcome": outcome}}).to("TRIAGED").later().act("assign")


def returned_triage() -> CaseLife:
    return a_case("TRIAGED").act("return_triage").to("VERIFYING")


def returned_from_probation() -> CaseLife:
    life = triaged("TO_PROBATION").later().act("return_triage")
    return life.act("triage", outcome="TO_VERIFICATION").to("VERIFYING")


def verified(proposed: str) -> CaseLife:
    fields = UNTRUE if proposed == "NO_GROUND" else {"proposal": proposed}
    return a_case("VERIFYING").later().act("record_verification", **fields)


def untrue_of_somebody() -> CaseLife:
    points = [point("P1", "UNTRUE"), point("P2", "UNTRUE")]
    life = a_case("VERIFYING").later()
    return life.act(
        "record_verification", points=points, proposal="NO_GROUND", untrue_of=[wronged()]
    )


def probation(*results: str) -> CaseLife:
    life = triaged("TO_PROBATION").later()
    for serial in range(len(results)):
        life.act("set_probation", subjects=[{**PRINCIPAL, "reference": f"C-P{serial}"}])
    for serial, result in enumerate(results, 1):
        life.later().act(
            "probation_ended", probation=f"{life.case.number}-P{serial}", result=result
        )
    return life


def after_probation(proposed: str) -> CaseLife:
    life = probation("FAILED").later()
    fields = UNTRUE if proposed == "NO_GROUND" else {"proposal": proposed}
    return life.act("record_verification", **fields)


def not_started(instead: str) -> CaseLife:
    return a_case("INITIATION_REVIEW").later().act("not_start", instead=instead)


def named_and_not_started(until: str, instead: str) -> CaseLife:
    life = a_case("INITIATION_REVIEW").later().act("add_subject").act("propose_start")
    return life.act("not_start", instead=instead).to(until)


def nobody_liable(stage: str) -> CaseLife:
    life = a_case(stage).later().act("propose_no_liability").act("return_no_liability")
    return life.act("propose_no_liability").act("approve_no_liability").act("approve_no_liability")


def busy_initiation() -> CaseLife:
    life = a_case("INITIATION_REVIEW").later().act("add_subject", subject=PRINCIPAL)
    life.act("record_must").act("record_expert_report").act("assess_tolerance")
    return life


def busy_investigation() -> CaseLife:
    life = a_case("INVESTIGATING").later().act("add_subject", subject=MEMBER)
    life.act("record_expert_report").act("examine_decision_layer").act("include_involved")
    return life.act("approve_start")


def busy_meeting() -> CaseLife:
    life = a_case("FACTS_MEETING").later().act("add_subject", subject=TEAM).act("approve_start")
    life.act("record_must").act("record_expert_report").act("examine_decision_layer")
    life.act("include_involved").act("constitute").act("charge").act("weigh")
    return life.act("assess_tolerance")


def returned_from(stage: str) -> CaseLife:
    life = a_case(stage).later()
    if stage == "DECIDING":
        life.act("propose_decision")
    return life.act("return_opinion").to("DECIDED")


def redrafted() -> CaseLife:
    return a_case("OPINION_DRAFTED").later().act("draft_opinion").to("CLOSED")


def objected() -> CaseLife:
    life = a_case("ELEVATED_FILING", choices=SANCTION).later()
    return life.act("acknowledge_filing", objection="请再会商").to("DECIDED")


def silent(**fields: list[str]) -> CaseLife:
    return a_case("ELEVATED_FILING", **fields).later(14)


def answered_in_time(objection: str | None = None, **said: Any) -> CaseLife:
    """Record a reply that came in time after silence had answered already."""
    life = silent(**said)
    assert life.case.lapsed is not None
    sent = str(life.case.lapsed.filed_on)
    return life.act("acknowledge_filing", received_on=sent, objection=objection)


def reviewed_back() -> CaseLife:
    life = a_case("ELEVATED_REVIEW", traits=["HIGH_ATTENTION"]).later()
    verdicts = [{"subject": "S1", "verdict": "RETURN_FOR_SUPPLEMENT", "opinion": "补充调查"}]
    return life.act("review_elevated", verdicts=verdicts).to("DECIDED")


def all_released() -> CaseLife:
    choices = {"draft_opinion": {"proposals": [proposal("S1", band="NONE")]}}
    life = a_case("DECIDING", choices=choices).to("CLOSED_NO_GROUND").later()
    return life.act("notify_subject")


def busy_aftermath(stage: str) -> CaseLife:
    """Do everything that may be done at a stage after the decision, with somebody released."""
    involved = {"ref": "I1", "reference": "C-9", "name": "赵六", "unit": "某局", "proposal": "批评"}
    said = {
        "include_involved": {"persons": [involved]},
        "record_verification": {
            "points": [point("P1"), point("P2", "UNTRUE")],
            "untrue_of": [wronged()],
        },
        "draft_opinion": {
            "proposals": [proposal("S1", "ADMONITION_TALK"), proposal("S2", band="NONE")]
        },
    }
    life = a_case("DECIDED", (PRINCIPAL, MEMBER), choices=said)
    if stage == "PUBLICATION":
        life.act("request_publication")
    life.to(stage).later()
    life.act("enter_assessment").act("notify_subject", subject="S2")
    life.act("handle_involved").act("offer_clarification")
    return life.act("waive_recommendation").act("issue_recommendation")


def published(before_service: bool) -> CaseLife:
    life = a_case("DECIDED" if before_service else "RECTIFYING").later()
    life.act("request_publication").later().act("review_publication")
    return life.to("RECTIFYING").act("publish")


def reviewed_while_served() -> CaseLife:
    life = a_case("DECIDED").later().act("request_publication")
    return life.act("subject_served").act("review_publication")


def reopened() -> CaseLife:
    return a_case("CLOSED").later(30).act("subject_reopened")


def closed_with_offer() -> CaseLife:
    said = {
        "record_verification": {
            "points": [point("P1"), point("P2", "UNTRUE")],
            "untrue_of": [wronged()],
            "proposal": "LIGHT_TOUCH",
        }
    }
    return a_case("CLOSED", choices=said).later().act("offer_clarification")


def released_offers(until: str) -> CaseLife:
    """Let those who are not liable be told where the case has ended without measures."""
    involved = {"ref": "I1", "reference": "C-9", "name": "赵六", "unit": "某局", "proposal": "批评"}
    life = a_case(until).later().act("include_involved", persons=[involved])
    life.act("constitute", proven=False, untrue_points=["P1"]).act("propose_no_liability")
    life.act("approve_no_liability").act("approve_no_liability").later()
    return life.act("notify_subject").act("handle_involved").act("offer_clarification", whom="S1")


NO_SILENCE = pack_with("options", "filing_by_silence", "value", value=False)

WAYS: dict[str, Callable[[], CaseLife]] = {
    "smooth": lambda: a_case("CLOSED", (PRINCIPAL, MEMBER, TEAM)),
    **{
        f"triaged {outcome}": lambda outcome=outcome: triaged(outcome)  # type: ignore[misc]
        for outcome in (
            "TO_LIGHT_TOUCH", "TO_PROBATION", "TO_TALK", "TO_LEAD_FAST", "TO_TOLERANCE_CHECK",
            "TO_RE_ACCOUNTABILITY", "CLOSED_NO_GROUND",
        )
    },
    "handed on": lambda: triaged("TO_TALK").later().act("hand_on"),
    "triage returned": returned_triage,
    "triage returned from probation": returned_from_probation,
    "verified slight": lambda: verified("LIGHT_TOUCH").to("CLOSED"),
    "verified nothing": lambda: verified("NO_GROUND"),
    "untrue of somebody": untrue_of_somebody,
    "probation exempt": lambda: probation("EXEMPT"),
    "probations": lambda: probation("EXEMPT", "FAILED"),
    "after probation": lambda: after_probation("INITIATION").to("DECIDED"),
    "after probation slight": lambda: after_probation("LIGHT_TOUCH"),
    "after probation nothing": lambda: after_probation("NO_GROUND"),
    "not started": lambda: not_started("NO_GROUND"),
    "not started slight": lambda: not_started("LIGHT_TOUCH"),
    "named, then not started": lambda: (
        named_and_not_started("CLOSED", "LIGHT_TOUCH").later().act("notify_subject")
    ),
    "busy initiation": busy_initiation,
    "busy investigation": busy_investigation,
    "busy meeting": busy_meeting,
    "nobody liable": lambda: nobody_liable("INVESTIGATING"),
    "nobody liable after the meeting": lambda: nobody_liable("FACTS_MEETING"),
    "released": lambda: released_offers("INVESTIGATING"),
    "opinion redrafted": redrafted,
    "opinion returned": lambda: returned_from("OPINION_DRAFTED"),
    "returned by adjudication": lambda: returned_from("JOINT_CONSULT"),
    "returned by the deciders": lambda: returned_from("DECIDING"),
    "filed": lambda: a_case("DECIDED", choices=SANCTION),
    "filed and reviewed": lambda: a_case("DECIDED", **BOTH),
    "filing objected": objected,
    "filing silent": lambda: silent(choices=SANCTION),
    "filing silent, then reviewed": lambda: silent(**BOTH),
    "answered in time": lambda: answered_in_time(choices=SANCTION),
    "objected in time": lambda: answered_in_time("请再会商", choices=SANCTION),
    "answered in time, reviewed": lambda: answered_in_time(**BOTH),
    "objected in time, reviewed": lambda: answered_in_time("请再会商", **BOTH),
    "filing withdrawn": lambda: a_case("ELEVATED_FILING", **BOTH).later().act("return_opinion"),
    "review withdrawn": lambda: a_case("ELEVATED_REVIEW", **BOTH).later().act("return_opinion"),
    "reviewed": lambda: a_case("DECIDED", traits=["HIGH_ATTENTION"]),
    "review returned": reviewed_back,
    "all released": all_released,
    "busy while served": lambda: busy_aftermath("DECIDED"),
    "busy afterwards": lambda: busy_aftermath("RECTIFYING"),
    "busy under review": lambda: busy_aftermath("PUBLICATION"),
    "published": lambda: published(False),
    "published, reviewed before service": lambda: published(True),
    "served under review": reviewed_while_served,
    "reopened": reopened,
    "withdrawn before service": lambda: a_case("DECIDED").later().act("subject_closed"),
    "closed with an offer": closed_with_offer,
}  # fmt: skip


@cache
def way(name: str) -> CaseLife:
    """Return a life by its name; it is shared, so nobody may go on with it."""
    return WAYS[name]()


__all__ = ["NO_SILENCE", "WAYS", "finish", "way"]
