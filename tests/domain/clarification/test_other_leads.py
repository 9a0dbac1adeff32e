"""Other leads about the same person (2.3(3), A05, A48): wait, then study again."""

import pytest

from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import CIRCULAR, FOURTH, application, plan, point, verification

BEFORE = ("SCREENING", "EVALUATING", "COLLECTIVE_STUDY", "PRINCIPAL_REVIEW", "AWAITING_APPROVAL")
PUBLIC = {"effect": {"range": "INDUSTRY"}, "plan": plan(CIRCULAR)}


def deferred() -> Life:
    life = a_life("EVALUATING")
    life.do("register_lead", "2026-03-18")
    return life


def test_2_3_screening_with_open_leads_defers_with_reasons() -> None:
    life = opened()

    assert life.refused("screen", "2026-03-12", other_leads=["L-1"]).rule == "2.8"
    life.do("screen", "2026-03-12", other_leads=["L-1"], reasons="另有线索")

    assert life.stage == "PENDING_OTHER_LEADS"
    assert "deferred" in life.steps[-1].event.fact.words().en


def test_2_3_leads_known_from_the_opening_defer_too_and_the_record_says_so() -> None:
    life = opened(other_leads=("L-1",))

    assert life.refused("screen", "2026-03-12").rule == "2.8"
    life.do("screen", "2026-03-12", reasons="另有线索")

    assert life.stage == "PENDING_OTHER_LEADS"
    assert "1 other lead(s) open, deferred" in life.steps[-1].event.fact.words().en


@pytest.mark.parametrize("stage", BEFORE)
def test_2_8_a_new_lead_before_implementation_sends_the_matter_to_wait(stage: str) -> None:
    life = a_life(stage)

    life.do("register_lead", "2026-03-25")

    assert life.stage == "PENDING_OTHER_LEADS"
    assert life.state.opinion is None
    assert life.state.plan is None


def test_2_8_a_new_lead_after_prior_notice_or_approval_still_sends_it_to_wait() -> None:
    for stage in ("PRIOR_NOTICE", "IMPLEMENTING"):
        life = a_life(stage, **PUBLIC)

        life.do("register_lead", "2026-03-26")

        assert life.stage == "PENDING_OTHER_LEADS"
        assert life.state.heard is None


def test_2_8_a_new_lead_stops_an_opinion_not_to_start_as_well() -> None:
    life = a_life("EVALUATING")
    life.do("give_opinion", "2026-03-20", start=False, plan=None)

    life.do("register_lead", "2026-03-21")

    assert life.stage == "PENDING_OTHER_LEADS"


def test_2_3_once_implementation_has_begun_a_new_lead_holds_up_the_other_methods() -> None:
    # Given one method done and one to come
    life = a_life("IMPLEMENTING", plan=plan({"method": "WRITTEN"}, {"method": "FACE_TO_FACE"}))
    life.do("carry_out", "2026-03-27")

    # When another lead is registered
    life.do("register_lead", "2026-03-28")

    # Then the approver knows, and the rest waits until the lead is closed (invariant 5)
    told = {(notice.to_role, notice.to_organ) for notice in life.notices}
    assert life.stage == "IMPLEMENTING"
    assert ("leader_in_charge", "SJW") in told
    assert life.duties == ["close-other-lead", "carry-out"]
    assert life.refused("carry_out", "2026-03-29").rule == "2.3(3)"
    life.do("close_other_lead", "2026-03-30")
    life.do("carry_out", "2026-03-30")
    assert life.stage == "POST_NOTICE"


def test_2_8_a_lead_while_verification_runs_is_kept_for_screening() -> None:
    life = opened(verification=verification(None), application=application("2026-03-09"))

    life.do("register_lead", "2026-03-10")
    assert life.stage == "AWAITING_VERIFICATION"

    life.do("record_verification", "2026-03-11")
    life.do("screen", "2026-03-12", reasons="另有线索")
    assert life.stage == "PENDING_OTHER_LEADS"


def test_a05_the_clock_stands_still_and_nobody_is_reminded_while_leads_are_open() -> None:
    life = deferred()
    before = len(life.steps)

    life.wait("2026-09-01")

    assert life.due() is None
    assert len(life.steps) == before
    assert "suspended" in life.decider.standing(life.state).tags


def test_a05_the_new_month_brings_a_ladder_of_its_own() -> None:
    life = deferred()
    life.do("close_other_lead", "2026-04-08")
    life.do("screen", "2026-04-09")
    before = len(life.steps)

    life.wait("2026-05-09")

    assert life.facts[before:] == ["reminded", "reminded", "reminded", "went_overdue"]


def test_2_8_a_lead_of_an_earlier_day_ends_no_term_before_it_began() -> None:
    life = a_life("COLLECTIVE_STUDY")

    life.do("register_lead", "2026-03-25", registered_on="2026-03-01")

    ended = [term for term in life.state.terms if term.ended_on is not None]
    assert {term.key for term in ended} >= {"approval"}
    assert all(term.ended_on >= term.term.anchor for term in ended if term.ended_on)


def test_a05_after_the_leads_the_matter_is_screened_again() -> None:
    life = deferred()

    life.do("close_other_lead", "2026-04-08")

    assert life.stage == "SCREENING"
    life.do("screen", "2026-04-09")
    assert life.stage == "EVALUATING"


@pytest.mark.parametrize("result", ["SUBSTANTIATED", "UNSUBSTANTIATED", "OTHER"])
def test_a48_however_the_other_lead_ends_the_matter_is_studied_again(result: str) -> None:
    life = deferred()

    life.do("close_other_lead", "2026-04-08", result=result)

    assert life.stage == "SCREENING"
    assert life.state.leads[0].result == result


def test_a48_a_substantiated_lead_leaves_only_the_untrue_points_to_clarify() -> None:
    points = (point(), point("P2"), point("P3", "TRUE"))
    life = opened(verification=verification("2026-03-02", *points), other_leads=("L-1",))
    life.situations = [FOURTH]
    life.do("screen", "2026-03-12", reasons="另有线索")
    life.do("close_other_lead", "2026-04-08", result="SUBSTANTIATED")
    life.do("screen", "2026-04-09")

    both = plan(points=("P1", "P3"))
    assert life.refused("give_opinion", "2026-04-10", plan=both).rule == "P1"
    life.do("give_opinion", "2026-04-10", plan=plan(points=("P1", "P2")))


def test_2_3_only_an_open_lead_of_this_matter_is_closed() -> None:
    life = deferred()

    assert life.refused("close_other_lead", "2026-04-08", lead="L-7").rule == "2.3(3)"
    early = life.refused("close_other_lead", "2026-04-08", closed_on="2026-03-17")
    assert early.rule == "2.3(3)"
    assert life.refused("close_other_lead", "2026-04-08", closed_on="2026-04-09").rule == "0.3"
    life.do("close_other_lead", "2026-04-08")
    assert life.refused("close_other_lead", "2026-04-09", lead="L-1").rule == "2.3(3)"


def test_2_3_a_closed_lead_is_not_named_as_open_again() -> None:
    life = deferred()
    life.do("close_other_lead", "2026-04-08")

    refusal = life.refused("screen", "2026-04-09", other_leads=["L-1"], reasons="另有线索")

    assert refusal.rule == "2.3(3)"


def test_2_3_the_same_lead_reported_twice_is_one_lead() -> None:
    life = deferred()

    life.do("register_lead", "2026-03-19")

    assert len(life.state.leads) == 1


def test_2_3_several_leads_must_all_be_closed() -> None:
    life = deferred()
    life.do("register_lead", "2026-03-19", lead="L-2")

    life.do("close_other_lead", "2026-04-08", lead="L-1")
    assert life.stage == "PENDING_OTHER_LEADS"
    life.do("close_other_lead", "2026-04-09", lead="L-2")

    assert life.stage == "SCREENING"
    assert str(life.due()) == "2026-05-09"


def test_0_3_a_lead_dated_ahead_can_still_be_closed_one_day() -> None:
    life = a_life("EVALUATING")
    life.do("register_lead", "2026-03-18", registered_on="2126-03-18")

    life.do("close_other_lead", "2026-04-08")

    assert life.stage == "SCREENING"


@pytest.mark.parametrize("kind", ["give_opinion", "approve", "carry_out", "review", "screen"])
def test_invariant_5_nothing_goes_on_while_other_leads_are_open(kind: str) -> None:
    assert deferred().refused(kind, "2026-03-20").rule == "2.8"
