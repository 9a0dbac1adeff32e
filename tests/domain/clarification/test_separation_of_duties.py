"""Separation of duties (2.1 P2): no approval of one's own proposal, no act in one's own matter."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import OFFICERS, UPPER, changed_pack, officer, subject

NOT_START: dict[str, Any] = {"start": False, "plan": None}
EVERYTHING = (
    "undertaking_department",
    "department_principal",
    "principal",
    "leader_in_charge",
    "commission_secretary",
)
STEPS = [
    ("PRINCIPAL_REVIEW", "review"),
    ("PRINCIPAL_REVIEW", "return_opinion"),
    ("AWAITING_APPROVAL", "approve"),
    ("AWAITING_APPROVAL", "reject"),
    ("AWAITING_APPROVAL", "return_opinion"),
]


def at(stage: str, proposer: str = "li") -> Life:
    life = a_life("EVALUATING", "ORGAN")
    life.do("give_opinion", "2026-03-20", by=officer(proposer, *EVERYTHING, department="D3"))
    if stage == "AWAITING_APPROVAL":
        life.do("review", "2026-03-24")
    return life


@pytest.mark.parametrize(("stage", "kind"), STEPS)
def test_p2_the_proposer_neither_reviews_nor_approves_nor_rejects_nor_returns(
    stage: str, kind: str
) -> None:
    life = at(stage)

    refusal = life.refused(kind, "2026-03-25", by=officer("li", *EVERYTHING, department="D3"))

    assert refusal.rule == "P2"
    assert "proposed" in refusal.message.en


def test_p2_the_proposer_does_not_countersign_his_own_opinion_not_to_start() -> None:
    life = a_life("EVALUATING", "ORGAN")
    hat = officer("li", *EVERYTHING, department="D3")
    life.do("give_opinion", "2026-03-20", by=hat, **NOT_START)

    assert life.refused("countersign", "2026-03-21", by=hat).rule == "P2"
    life.do("countersign", "2026-03-21", by="qian")


def test_p2_a_new_proposer_after_a_return_takes_the_bar_over() -> None:
    life = at("AWAITING_APPROVAL")
    life.do("return_opinion", "2026-03-25")
    life.do("give_opinion", "2026-03-26", by=officer("qian", *EVERYTHING, department="D3"))
    life.do("review", "2026-03-27")

    assert life.refused("approve", "2026-03-28", by="qian").rule == "P2"


def test_p2_one_officer_takes_one_step_of_the_chain() -> None:
    life = at("PRINCIPAL_REVIEW")
    both = officer("chen", "department_principal", "leader_in_charge")
    life.do("review", "2026-03-24", by=both)

    assert life.refused("approve", "2026-03-25", by=both).rule == "P2"


def test_p2_a_pack_may_let_one_officer_take_two_steps_but_never_the_proposer() -> None:
    option = ("clarification", "options", "one_officer_one_step", "value")
    pack = changed_pack(*option, value=False)
    both = officer("chen", *EVERYTHING, department="D3")
    life = a_life("PRINCIPAL_REVIEW", "ORGAN", pack=pack)
    life.do("review", "2026-03-24", by=both)
    life.do("approve", "2026-03-25", by=both)

    other = a_life("EVALUATING", "ORGAN", pack=pack)
    other.do("give_opinion", "2026-03-20", by=both)
    assert other.refused("review", "2026-03-21", by=both).rule == "P2"


def test_2_7_the_same_approver_may_confirm_what_he_approved() -> None:
    life = a_life("PRIOR_NOTICE", subject=subject(full_position=True))
    life.do("hear_opinion", "2026-03-26", view="ADVERSE", opinion="不宜")

    life.do("approve", "2026-03-27", by="zhao")

    assert life.stage == "IMPLEMENTING"


@pytest.mark.parametrize(
    ("stage", "kind", "roles", "organ"),
    [
        ("SCREENING", "screen", ("undertaking_department",), "DW"),
        ("EVALUATING", "give_opinion", ("undertaking_department",), "DW"),
        ("COLLECTIVE_STUDY", "record_study", ("undertaking_department",), "DW"),
        ("PRINCIPAL_REVIEW", "review", ("principal",), "DW"),
        ("AWAITING_APPROVAL", "approve", ("leader_in_charge",), UPPER),
        ("IMPLEMENTING", "carry_out", ("undertaking_department",), "DW"),
        ("POST_NOTICE", "give_post_notice", ("undertaking_department",), "DW"),
        ("COMPLETED", "follow_up_effect", ("undertaking_department",), "DW"),
        ("EVALUATING", "recuse_officer", ("principal",), "DW"),
    ],
)
def test_p2_the_person_concerned_acts_on_nothing(
    stage: str, kind: str, roles: tuple[str, ...], organ: str
) -> None:
    life = a_life(stage)

    refusal = life.refused(kind, "2026-04-20", by=officer("zhang", *roles, organ=organ))

    assert refusal.rule == "P2"
    assert "person concerned" in refusal.message.en


def test_p2_a_recused_officer_acts_on_nothing_from_then_on() -> None:
    life = a_life("EVALUATING")
    life.do("recuse_officer", "2026-03-13", by="wang")

    assert life.refused("give_opinion", "2026-03-20", by="wu").rule == "P2"
    life.do("give_opinion", "2026-03-20", by="li")
    assert life.state.recused == ("wu",)


def test_p2_a_recused_approver_is_replaced_by_another_of_his_office() -> None:
    life = a_life("AWAITING_APPROVAL")
    life.do("recuse_officer", "2026-03-25", by="zhao", officer="zhao")

    assert life.refused("approve", "2026-03-26", by="zhao").rule == "P2"
    life.do("approve", "2026-03-26", by="zhou")


def test_p2_recusal_is_for_officers_of_the_two_organs() -> None:
    life = a_life("EVALUATING")

    stranger = officer("yu", "principal", organ="OTHER")
    clerk = officer("he", "case_management_department")
    assert life.refused("recuse_officer", "2026-03-13", by=stranger).rule == "2.7"
    assert life.refused("recuse_officer", "2026-03-13", by=clerk).rule == "0.5"


def test_2_7_collective_study_is_by_two_officers_who_may_act() -> None:
    life = a_life("COLLECTIVE_STUDY")
    life.do("recuse_officer", "2026-03-21", by="wang")

    for present in (["li", "li"], ["li", "wu"], ["li", "zhang"]):
        assert life.refused("record_study", "2026-03-23", participants=present).rule == "2.7"
    with pytest.raises(ValidationError):
        life.command("record_study", "2026-03-23", participants=["li"])
    life.do("record_study", "2026-03-23", participants=["li", "ma"])


@pytest.mark.parametrize("kind", ["screen", "give_opinion", "carry_out"])
def test_p3_another_department_of_the_organ_does_not_clarify(kind: str) -> None:
    stage = {"screen": "SCREENING", "give_opinion": "EVALUATING"}.get(kind, "IMPLEMENTING")
    life = a_life(stage)

    refusal = life.refused(kind, "2026-04-01", by=OFFICERS["li"].but(department="D4"))

    assert refusal.rule == "P3"
