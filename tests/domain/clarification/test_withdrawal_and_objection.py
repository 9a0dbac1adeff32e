"""Withdrawal of an application (2.8) and objection to a public method (A49)."""

from typing import Any

import pytest

from tests.domain.builders import a_life, opened
from tests.domain.parts import CIRCULAR, LETTER, MEETING, application, plan, verification

APPLIED: dict[str, Any] = {"application": application("2026-03-09")}
PUBLIC: dict[str, Any] = {"effect": {"range": "INDUSTRY"}, "plan": plan(LETTER, CIRCULAR)}
STAGES = (
    "SCREENING",
    "EVALUATING",
    "COLLECTIVE_STUDY",
    "PRINCIPAL_REVIEW",
    "AWAITING_APPROVAL",
    "PRIOR_NOTICE",
    "IMPLEMENTING",
)


@pytest.mark.parametrize("stage", STAGES)
def test_2_8_a_withdrawn_application_ends_a_matter_that_rests_on_it(stage: str) -> None:
    life = a_life(stage, **APPLIED, **PUBLIC)

    life.do("withdraw_application", "2026-03-26")

    assert life.stage == "WITHDRAWN"
    assert life.state.filed, "who withdraws waits for no reply"


def test_2_8_it_may_be_withdrawn_while_verification_or_other_leads_run() -> None:
    waiting = opened(verification=verification(None), **APPLIED)
    waiting.do("withdraw_application", "2026-03-11")
    assert waiting.stage == "WITHDRAWN"

    deferred = a_life("EVALUATING", **APPLIED)
    deferred.do("register_lead", "2026-03-18")
    deferred.do("withdraw_application", "2026-03-19")
    assert deferred.stage == "WITHDRAWN"


def test_2_8_with_a_ground_of_its_own_the_organ_goes_on() -> None:
    life = a_life("EVALUATING")
    life.do("apply", "2026-03-18")

    life.do("withdraw_application", "2026-03-19")

    assert life.stage == "EVALUATING"
    assert life.state.withdrawn


def test_2_8_a_withdrawn_applicant_gets_no_reply_from_the_organs_own_matter() -> None:
    life = a_life("EVALUATING")
    life.do("apply", "2026-03-18")
    life.do("withdraw_application", "2026-03-19")

    life.do("give_opinion", "2026-03-20", start=False, plan=None)
    life.do("countersign", "2026-03-23")

    assert (life.duties, life.state.filed) == ([], True)


def test_2_8_without_the_application_the_own_clock_counts_again() -> None:
    life = a_life("EVALUATING")
    life.do("apply", "2026-04-11")
    assert str(life.due()) == "2026-05-11"

    life.do("withdraw_application", "2026-04-12")

    assert str(life.due()) == "2026-04-02"


def test_2_8_nothing_is_withdrawn_that_was_not_handed_in_or_is_withdrawn_already() -> None:
    life = a_life("EVALUATING")
    assert life.refused("withdraw_application", "2026-03-18").rule == "2.8"

    life.do("apply", "2026-03-18")
    ahead = life.refused("withdraw_application", "2026-03-19", received_on="2026-03-20")
    assert ahead.rule == "0.3"
    life.do("withdraw_application", "2026-03-19")
    assert life.refused("withdraw_application", "2026-03-20").rule == "2.8"


def test_2_8_after_implementation_began_a_withdrawal_ends_nothing() -> None:
    life = a_life("IMPLEMENTING", **APPLIED, **PUBLIC, route="TOWNSHIP")
    life.do("carry_out", "2026-03-27")

    life.do("withdraw_application", "2026-03-28")

    assert life.stage == "IMPLEMENTING"


@pytest.mark.parametrize("kind", ["withdraw_application", "record_objection", "complete_materials"])
def test_2_8_after_the_end_there_is_nothing_to_withdraw_or_object_to(kind: str) -> None:
    life = a_life("COMPLETED", **APPLIED, **PUBLIC)

    assert life.refused(kind, "2026-04-01").rule == "2.8"


@pytest.mark.parametrize("stage", ["PRIOR_NOTICE", "IMPLEMENTING"])
def test_a49_an_objection_to_a_public_method_goes_back_to_the_approver(stage: str) -> None:
    life = a_life(stage, **PUBLIC)

    life.do("record_objection", "2026-03-26")

    assert life.stage == "AWAITING_APPROVAL"
    assert life.duties == ["approve"]


def test_a49_the_approver_decides_and_may_keep_the_public_method() -> None:
    life = a_life("IMPLEMENTING", **PUBLIC)
    life.do("record_objection", "2026-03-27")

    life.do("approve", "2026-03-28")

    assert life.stage == "IMPLEMENTING", "the opinion on this plan was heard already"
    assert not life.state.objected


def test_a49_the_approver_may_give_the_public_method_up() -> None:
    life = a_life("PRIOR_NOTICE", **PUBLIC)
    life.do("record_objection", "2026-03-26")

    life.do("approve", "2026-03-27", plan=plan(LETTER))

    assert life.stage == "IMPLEMENTING"


def test_a49_an_objection_before_prior_notice_does_not_skip_it() -> None:
    life = a_life("PRIOR_NOTICE", **PUBLIC)
    life.do("record_objection", "2026-03-26")

    life.do("approve", "2026-03-27")

    assert life.stage == "PRIOR_NOTICE"


def test_a49_an_objection_before_the_approval_is_on_record_and_moves_nothing() -> None:
    life = a_life("AWAITING_APPROVAL", **PUBLIC)

    life.do("record_objection", "2026-03-25")

    assert life.stage == "AWAITING_APPROVAL"
    life.do("approve", "2026-03-26")
    assert life.stage == "PRIOR_NOTICE"


@pytest.mark.parametrize("method", ["WRITTEN", "MEETING", "MEDIA"])
def test_a49_an_objection_is_about_a_public_method_of_the_plan(method: str) -> None:
    life = a_life("PRIOR_NOTICE", **{**PUBLIC, "plan": plan(LETTER, MEETING, CIRCULAR)})

    assert life.refused("record_objection", "2026-03-26", method=method).rule == "A49"


def test_a49_without_a_plan_there_is_nothing_to_object_to() -> None:
    assert a_life("EVALUATING").refused("record_objection", "2026-03-18").rule == "A49"


def test_a49_the_approver_decides_on_an_objection_to_a_method_still_to_come() -> None:
    # Given a letter that is served, and a circular that is not out yet
    life = a_life("IMPLEMENTING", effect=PUBLIC["effect"], plan=plan(LETTER, CIRCULAR))
    life.do("carry_out", "2026-03-27", method="WRITTEN")

    # When the person objects to the circular
    life.do("record_objection", "2026-03-28", method="CIRCULAR")

    # Then it waits for the approver, who cannot undo the letter, and may leave the circular out
    assert life.stage == "AWAITING_APPROVAL"
    assert life.refused("carry_out", "2026-03-28", method="CIRCULAR").rule == "2.8"
    assert life.refused("reject", "2026-03-28").rule == "2.8"
    assert life.refused("return_opinion", "2026-03-28").rule == "2.8"
    life.do("approve", "2026-03-28", plan=plan(LETTER))
    assert "implementation_completed" in life.facts


def test_a49_an_objection_to_what_is_done_comes_too_late() -> None:
    life = a_life("IMPLEMENTING", effect=PUBLIC["effect"], plan=plan(CIRCULAR, LETTER))
    life.do("carry_out", "2026-03-27", method="CIRCULAR")

    assert life.refused("record_objection", "2026-03-28", method="CIRCULAR").rule == "A49"
