"""The organisational routes of 2.7: every approval, in order, by the right officer (A01)."""

from typing import Any

import pytest

from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import (
    CIRCULAR,
    FIRST,
    OFFICERS,
    SEVENTH,
    changed_pack,
    plan,
    subject,
)

STUDYING = ["DISPATCHED", "TOWNSHIP", "SOE_INSTITUTION"]
PUBLIC: dict[str, Any] = {"effect": {"range": "INDUSTRY"}, "plan": plan(CIRCULAR)}
RAISED: list[dict[str, Any]] = [
    {"subject": subject(full_position=True)},
    {"situations": [SEVENTH]},
    {"situations": [FIRST, SEVENTH]},
    PUBLIC,
]


def awaited(life: Life) -> tuple[str, str]:
    item = life.decider.standing(life.state).work_items[0]
    return item.role.value, item.organ


@pytest.mark.parametrize("route", STUDYING)
def test_2_7_collective_study_then_the_principal_then_the_upper_leader(route: str) -> None:
    life = a_life("COLLECTIVE_STUDY", route)
    assert awaited(life) == ("undertaking_department", "DW")

    life.do("record_study", "2026-03-23")
    assert (life.stage, awaited(life)) == ("PRINCIPAL_REVIEW", ("principal", "DW"))

    life.do("review", "2026-03-24")
    assert (life.stage, awaited(life)) == ("AWAITING_APPROVAL", ("leader_in_charge", "SJW"))

    life.do("approve", "2026-03-25")
    assert life.stage == "IMPLEMENTING"


def test_a01_the_organ_itself_goes_from_the_department_principal_to_its_own_leader() -> None:
    life = a_life("PRINCIPAL_REVIEW", "ORGAN")
    assert awaited(life) == ("department_principal", "DW")

    life.do("review", "2026-03-24")
    assert awaited(life) == ("leader_in_charge", "DW")
    assert "study_recorded" not in life.facts


@pytest.mark.parametrize("reason", RAISED)
def test_a01_the_organ_raises_approval_to_the_commission_secretary(reason: dict[str, Any]) -> None:
    life = a_life("AWAITING_APPROVAL", "ORGAN", **reason)
    assert awaited(life) == ("commission_secretary", "DW")

    assert life.refused("approve", "2026-03-25", by="qian").rule == "0.5"
    assert life.refused("reject", "2026-03-25", by="qian").rule == "0.5"
    life.do("approve", "2026-03-25", by="sun")

    assert life.stage in ("IMPLEMENTING", "PRIOR_NOTICE")


def test_a01_the_approver_cannot_make_the_plan_public_and_stay_below_the_secretary() -> None:
    life = a_life("AWAITING_APPROVAL", "ORGAN")

    assert life.refused("approve", "2026-03-25", by="qian", **PUBLIC).rule == "P2"


@pytest.mark.parametrize(
    "wider",
    [
        PUBLIC,
        {"effect": {"large_social_effect": True}},
        {"effect": {"public_opinion": True}},
    ],
)
def test_p2_no_approver_approves_more_than_was_proposed(wider: dict[str, Any]) -> None:
    life = a_life("AWAITING_APPROVAL")

    refusal = life.refused("approve", "2026-03-25", **wider)

    assert refusal.rule == "P2"
    assert "return-opinion" in refusal.message.zh


def test_a01_the_secretary_may_approve_less_than_what_was_proposed() -> None:
    life = a_life("AWAITING_APPROVAL", "ORGAN", **PUBLIC)

    life.do("approve", "2026-03-25", by="sun", plan=plan())

    assert life.stage == "IMPLEMENTING"


@pytest.mark.parametrize("route", STUDYING)
@pytest.mark.parametrize("reason", RAISED)
def test_2_7_the_other_routes_leave_the_last_word_with_the_upper_leader(
    route: str, reason: dict[str, Any]
) -> None:
    assert awaited(a_life("AWAITING_APPROVAL", route, **reason)) == ("leader_in_charge", "SJW")


@pytest.mark.parametrize(
    ("stage", "kind", "wrong"),
    [
        ("COLLECTIVE_STUDY", "record_study", "wang"),
        ("PRINCIPAL_REVIEW", "review", "li"),
        ("PRINCIPAL_REVIEW", "review", "zhao"),
        ("AWAITING_APPROVAL", "approve", "wang"),
        ("AWAITING_APPROVAL", "approve", "qian"),
        ("AWAITING_APPROVAL", "reject", "wang"),
        ("AWAITING_APPROVAL", "return_opinion", "wang"),
        ("EVALUATING", "give_opinion", "wang"),
        ("IMPLEMENTING", "carry_out", "zhao"),
        ("PRIOR_NOTICE", "hear_opinion", "zhao"),
    ],
)
def test_2_7_nobody_takes_a_step_that_is_somebody_elses(stage: str, kind: str, wrong: str) -> None:
    life = a_life(stage, **PUBLIC)

    refusal = life.refused(kind, "2026-03-27", by=wrong, **_say(kind))

    assert refusal.rule in ("0.5", "2.7")


def _say(kind: str) -> dict[str, str]:
    return {"informed": "party_group_principal"} if kind == "hear_opinion" else {}


def test_2_7_the_last_word_belongs_to_the_organ_named_at_the_opening() -> None:
    life = a_life("AWAITING_APPROVAL", approving_organ="XJW")

    assert life.refused("approve", "2026-03-25", by="zhao").rule == "2.7"
    life.do("approve", "2026-03-25", by=OFFICERS["zhao"].but(organ="XJW"))


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        ("EVALUATING", "approve"),
        ("COLLECTIVE_STUDY", "review"),
        ("COLLECTIVE_STUDY", "approve"),
        ("PRINCIPAL_REVIEW", "approve"),
        ("PRINCIPAL_REVIEW", "carry_out"),
        ("AWAITING_APPROVAL", "carry_out"),
        ("AWAITING_APPROVAL", "hear_opinion"),
        ("IMPLEMENTING", "approve"),
        ("IMPLEMENTING", "give_post_notice"),
    ],
)
def test_2_8_no_step_is_skipped(stage: str, kind: str) -> None:
    life = a_life(stage)

    refusal = life.refused(kind, "2026-03-27", **_say(kind))

    assert refusal.rule == "2.8"
    assert "Possible: " in refusal.message.en


@pytest.mark.parametrize("stage", ["COLLECTIVE_STUDY", "PRINCIPAL_REVIEW", "AWAITING_APPROVAL"])
def test_2_8_a_return_reopens_the_evaluation_and_voids_what_was_built_on_the_opinion(
    stage: str,
) -> None:
    life = a_life(stage)

    life.do("return_opinion", "2026-03-26", by="wu" if stage == "COLLECTIVE_STUDY" else "")

    state = life.state
    assert life.stage == "EVALUATING"
    assert (state.opinion, state.proposer, state.taken, state.plan) == (None, None, (), None)
    assert state.situations.codes, "the screening stands"


def test_2_8_after_a_return_the_whole_chain_is_walked_again() -> None:
    life = a_life("AWAITING_APPROVAL")
    life.do("return_opinion", "2026-03-26")

    life.do("give_opinion", "2026-03-27", by="wu")
    life.do("record_study", "2026-03-28")
    life.do("review", "2026-03-29")
    life.do("approve", "2026-03-30")

    assert life.stage == "IMPLEMENTING"
    assert life.state.proposer == "wu"


def test_2_8_a_rejection_closes_with_reasons_and_a_reply_to_the_applicant() -> None:
    life = a_life("AWAITING_APPROVAL")
    life.do("apply", "2026-03-24")

    life.do("reject", "2026-03-26")

    assert life.stage == "CLOSED_REJECTED"
    assert life.duties == ["serve-reply"]


def test_2_7_a_pack_decides_the_chain_not_the_code() -> None:
    chain = [
        {
            "step": "AWAITING_APPROVAL",
            "role": "leader_in_charge",
            "organ": "approving",
            "mark": "D",
            "source": "test pack",
        }
    ]
    pack = changed_pack("clarification", "routes", "TOWNSHIP", "chain", value=chain)
    life = a_life("EVALUATING", "TOWNSHIP", pack=pack)

    life.do("give_opinion", "2026-03-20")

    assert life.stage == "PRINCIPAL_REVIEW"
