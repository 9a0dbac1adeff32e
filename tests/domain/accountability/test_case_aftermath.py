"""After the decision: publication, recommendations, new leads, offers (rulebook 3.12, 3.13)."""

from typing import Any

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, finish, opening
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, TEAM, point, proposal
from tests.domain.accountability.ways import SANCTION, untrue_of_somebody, way
from workflows.domain.accountability.wronged import offer
from workflows.domain.clarification.commands import Open as OpenClarification
from workflows.domain.roles import Role

# ── publication (3.12, invariant 13) ─────────────────────────────────────────────────────────────


def under_review(**said: Any) -> CaseLife:
    return a_case("RECTIFYING", **said).later().act("request_publication")


def test_the_first_form_is_by_default_published_under_another_name():
    life = under_review()
    assert life.denied("review_publication", verdict="PUBLISH").rule == "3.12"
    life.act("review_publication", verdict="OTHER_NAME")


def test_a_sanction_is_by_default_published_in_the_own_name():
    life = under_review(choices=SANCTION)
    assert life.denied("review_publication", verdict="OTHER_NAME").rule == "3.12"
    life.act("review_publication", verdict="PUBLISH")


def test_what_others_handled_first_is_by_default_not_in_the_own_name():
    life = a_case("RECTIFYING", choices=SANCTION).later()
    life.act("request_publication", handled_elsewhere_first=True)
    assert life.denied("review_publication", verdict="PUBLISH").rule == "3.12"


@pytest.mark.parametrize("verdict", ["PUBLISH", "CANCEL", "DEFER"])
def test_another_verdict_than_the_usual_needs_a_reason(verdict: str):
    life = under_review()
    assert life.denied("review_publication", verdict=verdict).rule == "3.12"
    life.act("review_publication", verdict=verdict, reasons="警示需要")
    assert life.stage == "RECTIFYING"


@pytest.mark.parametrize("left_out", ["CONTENT", "TIMING", "MANNER"])
def test_all_three_holds_are_checked(left_out: str):
    holds = {hold: "适当" for hold in ("CONTENT", "TIMING", "MANNER") if hold != left_out}
    assert under_review().denied("review_publication", holds=holds).rule == "3.12"


@pytest.mark.parametrize("verdict", ["CANCEL", "DEFER"])
def test_what_is_cancelled_or_deferred_is_not_published(verdict: str):
    life = under_review().act("review_publication", verdict=verdict, reasons="不宜")
    assert life.denied("publish").rule == "3.5 G10"
    life.act("request_publication").act("review_publication").act("publish")


def test_the_name_is_that_of_the_verdict():
    life = under_review().act("review_publication")
    assert life.denied("publish", own_name=True).rule == "3.12"
    life.act("publish", own_name=False)


def test_3_5_g10_what_was_revoked_before_service_has_no_consequences():
    """3.16, 3.12: a decision that nobody is under any more is neither published nor assessed."""
    life = a_case("DECIDED", (PRINCIPAL, MEMBER)).later()
    life.act("request_publication").act("review_publication")
    life.act("subject_closed", subject="S1", how="REVOKED")
    assert "enter-assessment" in life.duties

    life.act("note_lead").act("subject_closed", subject="S2", how="REVOKED")

    assert life.duties == ["settle-lead"]
    assert "已全部撤销" in life.denied("publish").message.zh
    assert life.denied("enter_assessment").rule == "3.16"
    assert life.act("settle_lead").stage == "CLOSED"


# ── recommendations and rectification (3.13) ─────────────────────────────────────────────────────


def test_each_recommendation_opens_a_rectification_of_its_own():
    life = a_case("RECTIFYING").later().act("issue_recommendation").act("issue_recommendation")
    asked = [one for one in life.opened if one.kind == "rectification"]
    assert [one.number for one in asked] == ["ACC-2026-0001-R1", "ACC-2026-0001-R2"]
    assert asked[0].request["excluded"] == ["zhang"]


def test_what_was_issued_cannot_be_waived():
    life = a_case("RECTIFYING").later().act("issue_recommendation")
    assert life.denied("waive_recommendation").rule == "3.13"


def test_an_item_is_named_once():
    item = {"id": "I1", "about": "SYSTEM", "what": "完善制度"}
    life = a_case("RECTIFYING").later()
    assert life.denied("issue_recommendation", items=[item, item]).rule == "3.11"


# ── new leads ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["note_lead", "lead_found"])
def test_a_new_lead_is_told_to_the_case_management_department(kind: str):
    life = a_case("RECTIFYING").later().act(kind, lead_kind="RE_ACCOUNTABILITY")
    told = {notice.to_role for notice in life.notices if notice.purpose == "information"}
    assert {Role.CASE_MANAGEMENT_DEPARTMENT, Role.INTERNAL_SUPERVISION} <= told
    assert len(life.case.leads) == 1


def test_a_lead_reaches_a_closed_case_too():
    life = a_case("CLOSED").later(200).act("lead_found")
    assert (life.stage, len(life.case.leads)) == ("CLOSED", 1)
    assert "lead_found" in life.decider.wakes


@pytest.mark.parametrize("kind", ["note_lead", "lead_found"])
def test_a_new_lead_keeps_the_case_open_until_it_is_pursued_or_declined(kind: str):
    """Given a lead from here or a linked matter, then answering it is a duty (3.11)."""
    life = a_case("RECTIFYING").later().act(kind).act(kind, lead_kind="DELAY")
    finish(life)
    assert (life.stage, life.duties) == ("RECTIFYING", ["settle-lead"] * 2)

    life.act("settle_lead", lead="L2", case=None, declined="已由派出部门另案处理")
    assert (life.stage, life.duties) == ("RECTIFYING", ["settle-lead"])
    assert life.act("settle_lead").over
    assert "ACC-2026-0002" in life.decider.standing(life.state).related


def test_a_lead_that_reaches_a_closed_case_is_answered_there():
    life = a_case("CLOSED").later(200).act("lead_found")
    assert (life.stage, life.over, life.duties) == ("CLOSED", False, ["settle-lead"])
    assert life.act("settle_lead").over
    again = life.later().act("lead_found")
    assert not again.over
    assert again.act("settle_lead", lead="L2", case=None, declined="与前一线索重复").over


@pytest.mark.parametrize(
    "fields", [{"lead": "L2"}, {"case": None}, {"declined": "重复"}, {"case": "ACC-2026-0001"}]
)
def test_an_answer_to_no_lead_and_no_answer_are_refused(fields: dict[str, Any]):
    life = a_case("RECTIFYING").later().act("note_lead")
    assert life.denied("settle_lead", **fields).rule == "3.11"


def test_a_lead_is_answered_once():
    life = a_case("RECTIFYING").later().act("note_lead").act("settle_lead")
    assert life.denied("settle_lead", case="ACC-2026-0003").rule == "3.11"


# ── untrue accusations (3.11, part 2; issue part 9) ──────────────────────────────────────────────


def clarified(life: CaseLife, whom: str) -> OpenClarification:
    """Return the clarification that the offer opens, once a clerk adds number and approver."""
    fields = offer(life.case, whom)
    return OpenClarification.model_validate(
        {"actor": opening().actor, "number": "CLAR-2026-0001", **fields}
    )


def test_somebody_wrongly_reported_is_offered_a_clarification():
    life = untrue_of_somebody()
    asked = clarified(life, "U1")
    assert [p.id for p in asked.verification.points] == ["P2"]
    assert asked.subject.name == "王五"
    assert asked.verification.ended_on == life.case.verification.ended_on
    assert asked.related == ("ACC-2026-0001",)


def test_a_subject_found_not_liable_is_offered_a_clarification_of_its_untrue_points():
    said = {
        "record_verification": {"points": [point("P1"), point("P2")]},
        "draft_opinion": {
            "proposals": [proposal("S1", "ADMONITION_TALK"), proposal("S3", band="NONE")]
        },
    }
    life = a_case("DECIDING", (PRINCIPAL, TEAM), choices=said).later().act("propose_decision")
    life.act("decide", untrue=[{"subject": "S3", "points": ["P2"]}])
    asked = clarified(life, "S3")
    assert [(p.id, p.finding) for p in asked.verification.points] == [("P2", "UNTRUE")]
    assert (asked.route, asked.handled_as, asked.subject.kind) == (
        "UNIT_OR_COLLECTIVE",
        "ORGAN",
        "UNIT",
    )
    assert asked.verification.ended_on == life.case.decision.decided_on
    assert "offer-clarification" in life.duties


def test_an_offer_is_settled_once_by_a_number_or_a_reason():
    life = untrue_of_somebody().later()
    both = {"clarification": "CLAR-2026-0001", "declined": "不需要"}
    for fields in (both, {"clarification": None}, {"whom": "U2"}, {"whom": "S1"}):
        assert life.denied("offer_clarification", **fields).rule == "2.2"
    life.act("offer_clarification")
    assert life.over


def test_nobody_else_has_an_offer():
    life = a_case("DECIDED", (PRINCIPAL, MEMBER))
    with pytest.raises(LookupError):
        offer(life.case, "S1")


@pytest.mark.parametrize("kind", ["propose_no_liability", "constitute"])
def test_points_that_verification_does_not_know_are_refused(kind: str):
    fields: dict[str, Any] = {"untrue_points": ["P9"]}
    if kind == "propose_no_liability":
        fields = {"untrue": [{"subject": "S1", "points": ["P9"]}]}
    assert a_case("INVESTIGATING").later().denied(kind, **fields).rule == "2.3"


def test_points_untrue_of_a_subject_are_offered_only_once_it_is_decided():
    life = a_case("INVESTIGATING", (PRINCIPAL, MEMBER)).later()
    life.act("constitute", subject="S2", proven=False, untrue_points=["P1"])
    with pytest.raises(LookupError):
        offer(life.case, "S2")
    assert clarified(way("released"), "S1").verification.untrue == {"P1"}


# ── papers ───────────────────────────────────────────────────────────────────────────────────────


def test_documents_have_their_place_in_the_procedure():
    """3.5 G7, 3.13: form of the start, opinion, recommendation letter; nowhere else."""
    for kind in ("initiation_approval", "investigation_opinion", "recommendation_letter"):
        assert a_case("RECEIVED").denied("draft_document", doc_kind=kind, text=None)
    life = a_case("INITIATION_REVIEW").later().act("add_subject").act("propose_start")
    life.act("draft_document", text=None)
    assert life.papers[-1].doc_kind == "initiation_approval"
    later = a_case("OPINION_DRAFTED").later()
    later.act("draft_document", doc_kind="investigation_opinion", text=None)
    assert later.papers[-1].content["facts"]
