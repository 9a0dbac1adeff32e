"""Every way a case can end (rulebook 3.3, 3.11), with what each end still asks for and tells."""

import pytest

from tests.domain.accountability.builders import CaseLife, a_case
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, TEAM, point, proposal, wronged
from tests.domain.accountability.ways import (
    named_and_not_started,
    nobody_liable,
    probation,
    triaged,
    verified,
    way,
)
from workflows.domain.roles import Role

MANAGER = Role.CASE_MANAGEMENT_DEPARTMENT


def told(life: CaseLife, role: Role = MANAGER) -> list[str]:
    return [n.body.zh for n in life.notices if n.to_role is role and n.purpose == "information"]


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("triaged CLOSED_NO_GROUND", "CLOSED_NO_GROUND"),
        ("verified nothing", "CLOSED_NO_GROUND"),
        ("not started", "CLOSED_NO_GROUND"),
        ("verified slight", "CLOSED"),
        ("probation exempt", "CLOSED"),
        ("smooth", "CLOSED"),
        ("handed on", "TRANSFERRED"),
        ("all released", "CLOSED_NO_GROUND"),
    ],
)
def test_an_end_leaves_nothing_to_do_and_supervision_is_told(name: str, stage: str):
    life = way(name)
    assert (life.stage, life.over, life.duties) == (stage, True, [])
    assert len(told(life)) >= 1
    assert not any(life.state.terms[i].ended_on is None for i in range(len(life.state.terms)))


@pytest.mark.parametrize("name", ["verified slight", "probation exempt", "not started"])
def test_an_end_without_accountability_has_no_decision_and_no_follow_up(name: str):
    """3.11: a light measure is recorded, there is no consequence of Art. 19."""
    life = way(name)
    assert life.case.decision is None
    assert not [one for one in life.opened if one.kind == "subject_follow_up"]


@pytest.mark.parametrize("outcome", ["TO_TALK", "TO_LEAD_FAST", "TO_RE_ACCOUNTABILITY"])
def test_a_transferred_lead_stays_open_until_it_is_handed_on(outcome: str):
    life = triaged(outcome)
    assert (life.stage, life.over, life.duties) == ("TRANSFERRED", False, ["hand-on"])
    life.later().act("hand_on")
    assert life.over
    assert life.denied("hand_on").rule == "3.11"


def test_a_talk_is_no_accountability_measure():
    """3.3: only light measures may end a matter by a talk."""
    life = triaged("TO_LIGHT_TOUCH").later()
    assert life.denied("hold_talk", measure="CIRCULATED_CRITICISM").rule == "3.3"
    assert life.act("hold_talk").stage == "CLOSED"


@pytest.mark.parametrize(
    ("stage", "instead"), [("CLOSED_NO_GROUND", "NO_GROUND"), ("CLOSED", "LIGHT_TOUCH")]
)
def test_a_subject_of_a_case_that_is_not_started_is_told(stage: str, instead: str):
    """3.11: whoever was named waits for a word; until then the case is not over."""
    life = named_and_not_started(stage, instead)
    assert (life.over, life.duties) == (False, ["notify-subject"])
    assert life.later().act("notify_subject").over


# ── probation (5.1) ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("results", "stage"),
    [
        (("EXEMPT",), "CLOSED"),
        (("LIGHTER",), "INITIATION_REVIEW"),
        (("REDUCED",), "INITIATION_REVIEW"),
        (("FAILED",), "INITIATION_REVIEW"),
        (("EXEMPT", "EXEMPT"), "CLOSED"),
        (("EXEMPT", "FAILED"), "INITIATION_REVIEW"),
    ],
)
def test_the_results_of_probations_decide_how_the_case_goes_on(
    results: tuple[str, ...], stage: str
):
    assert probation(*results).stage == stage


def test_the_case_waits_for_every_probation():
    life = triaged("TO_PROBATION").later().act("set_probation")
    life.act("set_probation", subjects=[{**PRINCIPAL, "reference": "C-8"}])
    life.later().act("probation_ended", probation="ACC-2026-0001-P1", result="EXEMPT")
    assert life.stage == "ON_PROBATION"
    assert [one.number for one in life.opened] == ["ACC-2026-0001-P1", "ACC-2026-0001-P2"]


def test_a_message_about_an_unknown_probation_ends_nothing():
    life = triaged("TO_PROBATION").later()
    life.act("probation_ended", probation="ACC-2026-0099-P1", result="EXEMPT")
    assert life.stage == "ON_PROBATION"


@pytest.mark.parametrize(
    "fields",
    [
        {"months": 4},
        {"serious_consequence": True},
        {"fault": "INTENT"},
        {"central_work": False},
        {"light_measures": ["REMOVAL"]},
    ],
)
def test_a_probation_outside_its_scope_is_refused(fields: dict):
    """5.1, invariant 8: 1 to 3 months, negligence, central work, no serious consequence."""
    life = triaged("TO_PROBATION").later()
    assert life.denied("set_probation", **fields).rule == "5.1"


def test_a_lead_that_is_no_probation_after_all_is_triaged_anew():
    """5.1: what turns out to be intent goes the ordinary way, as the refusal says."""
    life = triaged("TO_PROBATION").later()
    assert "return-triage" in life.denied("set_probation", fault="INTENT").message.zh
    assert way("triage returned from probation").stage == "VERIFYING"

    life.act("set_probation")
    assert life.denied("return_triage").rule == "5.1"


def test_a_team_is_neither_talked_to_nor_set_a_probation_with_a_personal_measure():
    """3.8: a talk is for a person, also where it is no accountability."""
    assert triaged("TO_LIGHT_TOUCH").later().denied("hold_talk", subjects=[TEAM]).rule == "3.8"
    life = triaged("TO_PROBATION").later()
    assert life.denied("set_probation", subjects=[PRINCIPAL, TEAM]).rule == "3.8"


def test_a_subject_has_one_probation_at_a_time_and_three_months_in_all():
    """5.1: the cap is of the person; a second setting does not lengthen it."""
    life = triaged("TO_PROBATION").later().act("set_probation", months=2)
    assert life.denied("set_probation", months=1).rule == "5.1"
    life.act("set_probation", months=3, subjects=[{**PRINCIPAL, "reference": "C-8"}])

    life.later().act("probation_ended", probation=f"{life.case.number}-P1", result="FAILED")
    assert life.denied("set_probation", months=2).rule == "5.1"
    life.act("set_probation", months=1)


@pytest.mark.parametrize("months", [1, 2, 3])
def test_a_probation_of_one_to_three_months_is_opened_as_a_matter_of_its_own(months: int):
    life = triaged("TO_PROBATION").later().act("set_probation", months=months)
    [asked] = life.opened
    assert (asked.kind, asked.request["months"], asked.request["set_by"]) == (
        "probation",
        months,
        "li",
    )


# ── nobody is liable (3.11) ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stage", ["INVESTIGATING", "FACTS_MEETING"])
def test_nobody_liable_tells_every_subject(stage: str):
    life = nobody_liable(stage)
    assert (life.stage, life.over, life.duties) == ("CLOSED_NO_GROUND", False, ["notify-subject"])
    life.later().act("notify_subject")
    assert life.over


def test_nobody_liable_needs_every_link_of_the_chain():
    life = a_case("INVESTIGATING").later()
    assert life.denied("approve_no_liability").rule == "3.5 G7"
    life.act("propose_no_liability").act("approve_no_liability")
    assert life.stage == "INVESTIGATING"
    assert life.act("approve_no_liability").stage == "CLOSED_NO_GROUND"


def test_a_subject_without_liability_is_told_and_has_no_follow_up():
    said = {"draft_opinion": {"proposals": [proposal("S1", "ADMONITION_TALK"), _free("S2")]}}
    life = a_case("DECIDED", (PRINCIPAL, MEMBER), choices=said)
    assert [one.number for one in life.opened] == ["ACC-2026-0001-S1"]
    assert "notify-subject" in life.duties
    assert life.denied("notify_subject", subject="S1").rule == "3.11"
    life.act("notify_subject", subject="S2")
    assert life.denied("notify_subject", subject="S2").rule == "3.11"


def _free(ref: str) -> dict:
    return proposal(ref, band="NONE")


# ── closing (invariant 9) ────────────────────────────────────────────────────────────────────────


def test_the_case_closes_by_itself_once_nothing_is_open():
    life = a_case("RECTIFYING", (PRINCIPAL, MEMBER)).later()
    life.act("issue_recommendation").act("enter_assessment")
    life.act("subject_closed", subject="S1").act("subject_closed", subject="S2")
    assert life.stage == "RECTIFYING"
    life.later().act("rectification_ended")
    assert (life.stage, life.over) == ("CLOSED", True)


@pytest.mark.parametrize("left_out", ["waive_recommendation", "enter_assessment", "S1", "I1"])
def test_the_case_stays_open_while_anything_is_left(left_out: str):
    """Invariant 9: not before follow-ups, rectification, involved persons and the entry."""
    involved = {"ref": "I1", "reference": "C-9", "name": "赵六", "unit": "某局", "proposal": "批评"}
    life = a_case("RECTIFYING", choices={"include_involved": {"persons": [involved]}}).later()
    ways = {
        "waive_recommendation": lambda: life.act("waive_recommendation"),
        "enter_assessment": lambda: life.act("enter_assessment"),
        "S1": lambda: life.act("subject_closed"),
        "I1": lambda: life.act("handle_involved"),
    }
    for name, way_out in ways.items():
        if name != left_out:
            way_out()
    assert life.stage == "RECTIFYING"
    ways[left_out]()
    assert life.stage == "CLOSED"


def test_an_unpublished_verdict_keeps_the_case_open():
    life = a_case("RECTIFYING").later().act("request_publication").act("review_publication")
    life.act("waive_recommendation").act("enter_assessment").act("subject_closed")
    assert (life.stage, life.duties) == ("RECTIFYING", ["publish"])
    assert life.act("publish").stage == "CLOSED"


def test_a_reopened_subject_takes_up_the_closed_case():
    life = a_case("CLOSED").later(400).act("subject_reopened")
    assert (life.stage, life.over) == ("RECTIFYING", False)
    assert life.later(30).act("subject_closed").stage == "CLOSED"


def test_an_offer_of_clarification_keeps_an_ended_case_open():
    points = [point("P1", "UNTRUE"), point("P2", "UNTRUE")]
    life = a_case("VERIFYING").later()
    life.act(
        "record_verification", points=points, proposal="NO_GROUND", untrue_of=[wronged("U1", "P1")]
    )
    assert (life.over, life.duties) == (False, ["offer-clarification"])
    life.act("offer_clarification", clarification=None, declined="本人不要求")
    assert life.over


def test_a_slight_matter_that_was_verified_ends_by_a_talk():
    life = verified("LIGHT_TOUCH")
    assert (life.stage, life.duties) == ("LIGHT_TOUCH", ["hold-talk"])


def test_a_case_of_teams_and_persons_ends_together():
    life = a_case("CLOSED", (PRINCIPAL, MEMBER, TEAM))
    assert all(file.closed_on for file in life.case.files)
