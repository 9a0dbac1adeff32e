"""Notices of 2.7: prior notice and its opinion, confirmation, post notice, one level up (A54)."""

from datetime import date
from typing import Any

import pytest

from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import CIRCULAR, LETTER, MEDIA, MEETING, TALK, changed_pack, plan, subject

FULL = {"subject": subject(full_position=True)}
SOCIAL: dict[str, Any] = {"effect": {"large_social_effect": True}}
PUBLIC: dict[str, Any] = {"effect": {"range": "INDUSTRY"}, "plan": plan(CIRCULAR)}
ON_AIR: dict[str, Any] = {
    "effect": {"range": "SOCIETY", "public_opinion": True},
    "plan": plan(MEDIA),
}
WITH_GUESTS: dict[str, Any] = {
    "effect": {"range": "UNIT"},
    "plan": plan({**MEETING, "outsiders": True}),
}
WIDE_MEETING: dict[str, Any] = {
    "effect": {"range": "AREA"},
    "plan": plan({**MEETING, "scope": "AREA"}),
}
INSIDE: dict[str, Any] = {"effect": {"range": "UNIT"}, "plan": plan(MEETING)}
QUIET: dict[str, Any] = {"plan": plan(LETTER, TALK)}


def approved(route: str, **fields: Any) -> Life:
    life = a_life("AWAITING_APPROVAL", route, **fields)
    life.do("approve", "2026-03-25")
    return life


@pytest.mark.parametrize("route", ["ORGAN", "DISPATCHED", "SOE_INSTITUTION"])
@pytest.mark.parametrize("fields", [FULL, SOCIAL, PUBLIC, ON_AIR, WITH_GUESTS, WIDE_MEETING])
def test_2_7_a14_either_condition_calls_for_prior_notice(
    route: str, fields: dict[str, Any]
) -> None:
    assert approved(route, **fields).stage == "PRIOR_NOTICE"


@pytest.mark.parametrize("route", ["ORGAN", "DISPATCHED", "TOWNSHIP", "SOE_INSTITUTION"])
@pytest.mark.parametrize("fields", [QUIET, INSIDE])
def test_2_7_a_quiet_clarification_needs_no_prior_notice(
    route: str, fields: dict[str, Any]
) -> None:
    assert approved(route, **fields).stage == "IMPLEMENTING"


@pytest.mark.parametrize("fields", [SOCIAL, PUBLIC, WITH_GUESTS])
def test_2_7_the_township_informs_the_township_party_committee(fields: dict[str, Any]) -> None:
    life = approved("TOWNSHIP", **fields)

    wrong = life.refused("hear_opinion", "2026-03-26", informed="party_group_principal")
    assert wrong.rule == "2.7"
    life.do("hear_opinion", "2026-03-26", informed="township_party_principal")

    assert life.stage == "IMPLEMENTING"


def test_2_7_a_full_position_alone_needs_no_prior_notice_in_a_township() -> None:
    assert approved("TOWNSHIP", **FULL).stage == "IMPLEMENTING"


@pytest.mark.parametrize("view", ["AGREES", "NO_COMMENT"])
def test_2_7_an_opinion_that_is_not_adverse_lets_implementation_begin(view: str) -> None:
    life = a_life("PRIOR_NOTICE", **FULL)

    life.do("hear_opinion", "2026-03-26", view=view)

    assert life.stage == "IMPLEMENTING"


def test_2_7_an_adverse_opinion_is_recorded_and_confirmed_but_does_not_block() -> None:
    life = a_life("PRIOR_NOTICE", **PUBLIC)
    assert life.refused("hear_opinion", "2026-03-26", view="ADVERSE").rule == "2.7"

    life.do("hear_opinion", "2026-03-26", view="ADVERSE", opinion="不宜公开")
    assert life.stage == "AWAITING_APPROVAL"
    assert life.refused("carry_out", "2026-03-27").rule == "2.8"

    life.do("approve", "2026-03-27")
    assert life.stage == "IMPLEMENTING"


def test_2_7_after_an_adverse_opinion_the_approver_may_choose_a_quiet_method() -> None:
    life = a_life("PRIOR_NOTICE", **PUBLIC)
    life.do("hear_opinion", "2026-03-26", view="ADVERSE", opinion="不宜公开")

    life.do("approve", "2026-03-27", plan=plan(LETTER))

    assert life.stage == "IMPLEMENTING"


def test_2_7_another_public_plan_is_told_and_heard_again() -> None:
    life = a_life("PRIOR_NOTICE", effect=PUBLIC["effect"], plan=plan(LETTER, CIRCULAR))
    life.do("hear_opinion", "2026-03-26", view="ADVERSE", opinion="不宜公开")

    life.do("approve", "2026-03-27", plan=plan(CIRCULAR))

    assert life.stage == "PRIOR_NOTICE"


def test_2_7_after_an_adverse_opinion_the_approver_may_also_return_or_reject() -> None:
    for kind, stage in (("return_opinion", "EVALUATING"), ("reject", "CLOSED_REJECTED")):
        life = a_life("PRIOR_NOTICE", **PUBLIC)
        life.do("hear_opinion", "2026-03-26", view="ADVERSE", opinion="不宜公开")

        life.do(kind, "2026-03-27")

        assert life.stage == stage


def test_invariant_7_nothing_is_carried_out_before_the_prior_notice() -> None:
    life = a_life("PRIOR_NOTICE", **PUBLIC)
    assert life.refused("carry_out", "2026-03-26").rule == "2.8"

    life.do("hear_opinion", "2026-03-28")

    assert life.refused("carry_out", "2026-03-30", clarified_on="2026-03-27").rule == "2.7"
    life.do("carry_out", "2026-03-30", clarified_on="2026-03-28")


def test_invariant_5_nothing_is_dated_before_its_approval() -> None:
    life = a_life("IMPLEMENTING")
    assert life.refused("carry_out", "2026-03-27", clarified_on="2026-03-24").rule == "0.3"

    other = a_life("PRIOR_NOTICE", **FULL)
    assert other.refused("hear_opinion", "2026-03-26", informed_on="2026-03-24").rule == "0.3"


@pytest.mark.parametrize("route", ["ORGAN", "DISPATCHED", "SOE_INSTITUTION"])
def test_invariant_7_the_matter_ends_only_after_the_party_group_was_told(route: str) -> None:
    life = a_life("POST_NOTICE", route)
    assert life.due("post_notice") == date(2026, 4, 1), "three working days after 27 March"

    wrong = life.refused("give_post_notice", "2026-03-30", informed="township_party_principal")
    assert wrong.rule == "2.7"
    life.do("give_post_notice", "2026-03-30")

    assert life.stage == "COMPLETED"


def test_2_7_a_township_gives_no_post_notice() -> None:
    life = a_life("COMPLETED", "TOWNSHIP")

    assert "post_notice_given" not in life.facts


def test_2_7_post_notice_comes_after_the_last_method() -> None:
    life = a_life("IMPLEMENTING", **QUIET)
    life.do("carry_out", "2026-03-30", clarified_on="2026-03-29")
    life.do("carry_out", "2026-03-30", clarified_on="2026-03-27")

    refusal = life.refused("give_post_notice", "2026-03-31", informed_on="2026-03-28")

    assert refusal.rule == "2.7"


@pytest.mark.parametrize("route", ["ORGAN", "DISPATCHED", "TOWNSHIP", "SOE_INSTITUTION"])
def test_a54_prior_notice_goes_one_level_up_when_the_principal_is_the_person(route: str) -> None:
    him = subject(party_group_principal=True, full_position=True)
    life = approved(route, subject=him, **PUBLIC)
    usual = "township_party_principal" if route == "TOWNSHIP" else "party_group_principal"

    assert life.refused("hear_opinion", "2026-03-26", informed=usual).rule == "A54"
    life.do("hear_opinion", "2026-03-26", informed="next_higher_party_organisation")

    assert life.stage == "IMPLEMENTING"


def test_a54_post_notice_goes_one_level_up_too() -> None:
    life = a_life("POST_NOTICE", subject=subject(party_group_principal=True))

    refusal = life.refused("give_post_notice", "2026-03-30", informed="party_group_principal")
    assert refusal.rule == "A54"
    life.do("give_post_notice", "2026-03-30", informed="next_higher_party_organisation")

    assert life.stage == "COMPLETED"


@pytest.mark.parametrize(
    ("stage", "kind"), [("PRIOR_NOTICE", "hear_opinion"), ("POST_NOTICE", "give_post_notice")]
)
def test_0_3_no_notice_is_given_in_the_future(stage: str, kind: str) -> None:
    life = a_life(stage, **FULL)

    assert life.refused(kind, "2026-03-30", informed_on="2026-03-31").rule == "0.3"


def test_a_pack_notice_without_conditions_is_always_given() -> None:
    pack = changed_pack("clarification", "routes", "DISPATCHED", "prior_notice", "when", value=[])

    assert a_life("PRIOR_NOTICE", pack=pack, **QUIET).stage == "PRIOR_NOTICE"


def test_a_pack_notice_after_the_end_follows_its_conditions() -> None:
    place = ("clarification", "routes", "DISPATCHED", "post_notice", "when")
    pack = changed_pack(*place, value=["public_method"])

    assert "post_notice_given" not in a_life("COMPLETED", pack=pack, **QUIET).facts
    assert "post_notice_given" in a_life("COMPLETED", pack=pack, **PUBLIC).facts
