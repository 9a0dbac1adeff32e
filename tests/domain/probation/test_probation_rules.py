"""How long a probation runs, what excludes it, and how it ends (rulebook 5.1, A29, invariant 8)."""

import pytest
from pydantic import ValidationError

from tests.domain.accountability_parts import hubei_data
from tests.domain.parts import noon
from tests.domain.probation.builders import CALENDAR, HUBEI, LI, QIAN, a_life, opened, opening
from tests.domain.procedure_life import actor
from workflows.domain.lifecycle import Rejected
from workflows.domain.probation.decider import PROBATION
from workflows.domain.rulepack import RulePack

EXCLUDED = [
    {"serious_consequence": True},
    {"fault": "INTENT"},
    {"central_work": False},
    {"months": 4},
    {"light_measures": ["REMOVAL"]},
    {"light_measures": ["NO_SUCH_MEASURE"]},
]


@pytest.mark.parametrize("fields", EXCLUDED, ids=lambda f: next(iter(f)))
def test_what_excludes_a_probation_refuses_its_opening(fields):
    """Given an exclusion of 5.1, when a probation is set, then it is refused, naming 5.1."""
    with pytest.raises(Rejected) as caught:
        PROBATION.open(opening(**fields), HUBEI, CALENDAR, noon("2026-03-02"))
    assert caught.value.rule == "5.1"
    assert next(iter(fields)) in caught.value.message.zh


@pytest.mark.parametrize("months", [0, -1, 1.5, 13])
def test_only_whole_months_can_be_said(months):
    """Given a length that is no count of months, then the form itself is refused (0.3)."""
    with pytest.raises(ValidationError):
        opening(months=months)


LENGTHS = [
    (1, "2026-01-31", "2026-02-28", "clamped to the end of the month"),
    (2, "2025-12-31", "2026-02-28", "clamped, over the year"),
    (3, "2026-02-28", "2026-05-28", "the same day, not the end of the month"),
    (1, "2026-09-03", "2026-10-03", "a period ends on a rest day too"),
    (2, "2026-03-05", "2026-05-05", "the usual one"),
]


@pytest.mark.parametrize(("months", "notified_on", "last_day", "why"), LENGTHS)
def test_a_probation_runs_whole_months_from_the_notice(months, notified_on, last_day, why):
    """Given a notice on a day, then the last day is worked out, and the next day ends it (0.3)."""
    life = opened(notified_on, months=months).do("approve_probation", notified_on)

    life.do("notify_probation", notified_on)
    assert str(life.due("probation")) == last_day, why
    assert life.wait(last_day).stage == "RUNNING"
    ended = life.wait("2026-12-01").steps
    over = next(s for s in ended if s.event.fact.kind == "period_ended")
    assert (over.after.stage, str(over.event.fact.due)) == ("EVALUATING", last_day)


def test_it_reminds_halfway_and_a_week_before_the_end():
    """Given two months from 5 March, then reminders come on 5 April and 28 April (5.1)."""
    life = a_life("RUNNING").wait("2026-05-05")

    days = [str(s.event.effective_on) for s in life.steps if s.event.fact.kind == "reminded"]
    assert days == ["2026-04-05", "2026-04-28"]


def test_it_starts_only_with_approval_and_only_once_told():
    """Given a probation without approval, when notice is recorded, then it is refused (A29)."""
    life = opened()

    assert life.refused("notify_probation", "2026-03-05").rule == "A29"
    assert life.duties == ["approve-probation"]
    assert life.do("approve_probation", "2026-03-05").duties == ["notify-probation"]


def test_whoever_set_it_does_not_approve_it():
    """Given a leader who set it himself, when he approves or declines, then it is refused (P2)."""
    life = opened(set_by="qian")

    assert life.refused("approve_probation", "2026-03-03").rule == "P2"
    assert life.refused("decline_probation", "2026-03-03").rule == "P2"


def test_where_the_pack_names_no_leader_nobody_approves():
    """Given a pack without approval, then notice starts it and the proposal is the result."""
    pack = RulePack.model_validate(hubei_data("probation", "approved_by", value=None))
    life = opened(pack=pack).do("notify_probation", "2026-03-05")
    life.do("rectification_report", "2026-04-07").wait("2026-05-06")

    assert life.do("evaluate", "2026-05-08").stage == "PASSED"


@pytest.mark.parametrize("months", [1, 2, 4])
def test_it_is_extended_only_to_more_months_within_the_cap(months):
    """Given two months, when one, two or four in all are asked for, then it is refused (5.1)."""
    assert a_life("RUNNING").refused("extend_probation", "2026-04-07", months=months).rule == "5.1"


def test_an_extension_moves_the_end_counted_from_the_notice():
    """Given two months from 5 March, when extended to three, then it ends on 5 June (5.1)."""
    life = a_life("RUNNING").do("extend_probation", "2026-04-07")

    assert str(life.due("probation")) == "2026-06-05"
    assert life.wait("2026-05-06").stage == "RUNNING"


def test_a_pack_may_know_no_extension():
    pack = RulePack.model_validate(hubei_data("probation", "extension_within_cap", value=False))
    life = a_life("RUNNING", pack=pack)

    assert life.refused("extend_probation", "2026-04-07").rule == "5.1"


@pytest.mark.parametrize("result", ["LIGHTER", "REDUCED", "EXEMPT", "FAILED"])
def test_each_result_is_told_to_the_case(result):
    """Given each of the four results, when it is settled, then the case is told, once (5.1)."""
    life = a_life("EVALUATING").do("evaluate", "2026-05-08", result=result)
    life.do("settle_result", "2026-05-11", result=result).do("tell_result", "2026-05-12")

    assert life.over
    (message,) = life.messages
    assert (message.to, message.name) == ("ACC-2026-0001", "probation_ended")
    assert message.payload["result"] == result
    assert message.payload["ended_on"] == "2026-05-11"


@pytest.mark.parametrize("missing", ["active", "effective"])
@pytest.mark.parametrize("result", ["LIGHTER", "REDUCED", "EXEMPT"])
def test_success_takes_active_rectification_and_clear_effect(missing, result):
    """Given one of the two missing, when success is proposed, then it is refused (5.1)."""
    life = a_life("EVALUATING")

    refused = life.refused("evaluate", "2026-05-08", result=result, **{missing: False})
    assert refused.rule == "5.1"


def test_a_leader_cannot_find_success_where_the_evaluation_found_none():
    """Given a failed evaluation, when the leader settles success, then it is refused (5.1)."""
    life = a_life("EVALUATING").do("evaluate", "2026-05-08", result="FAILED", active=False)

    assert life.refused("settle_result", "2026-05-11").rule == "5.1"


def test_success_needs_something_on_file():
    """Given neither report nor check, when success is proposed, then it is refused (5.1)."""
    life = opened().do("approve_probation", "2026-03-03").do("notify_probation", "2026-03-05")

    assert life.wait("2026-05-06").refused("evaluate", "2026-05-08").rule == "5.1"


def test_a_check_on_the_way_is_enough_for_success():
    """Given a node check and no report, when success is proposed, then it is taken (5.1)."""
    life = opened().do("approve_probation", "2026-03-03").do("notify_probation", "2026-03-05")
    life.do("check_node", "2026-04-07").wait("2026-05-06")

    assert life.do("evaluate", "2026-05-08").duties == ["settle-result"]


def test_nothing_is_settled_before_the_evaluation_or_by_the_evaluator():
    """Given no evaluation, or one of his own, when a leader settles, it is refused (5.1, P2)."""
    life = a_life("EVALUATING")
    assert life.refused("settle_result", "2026-05-08").rule == "5.1"

    both = LI.but(roles=(*LI.roles, *QIAN.roles))
    life.do("evaluate", "2026-05-08", by=both)
    assert life.refused("settle_result", "2026-05-11", by=both).rule == "P2"


@pytest.mark.parametrize("stage", ["SET", "RUNNING", "EVALUATING"])
def test_a_serious_consequence_ends_it_at_once_as_failed(stage):
    """Given any stage before the result, when a consequence is reported, it fails (5.1, 12.8)."""
    life = a_life(stage)
    day = {"SET": "2026-03-04", "RUNNING": "2026-03-10", "EVALUATING": "2026-05-07"}[stage]

    life.do("serious_consequence", day)

    assert life.stage == "FAILED"
    assert "probation" not in life.running
    assert life.messages[-1].payload["result"] == "FAILED"


def test_a_serious_consequence_after_the_result_is_a_lead_and_changes_no_result():
    """Given a passed and closed probation, when a consequence shows, then the case gets a lead."""
    life = a_life("CLOSED").do("serious_consequence", "2026-06-01")

    assert life.stage == "CLOSED"
    assert life.state.settled.settlement.result == "LIGHTER"
    assert [m.name for m in life.messages] == ["probation_ended", "lead_found"]
    assert life.messages[-1].payload["lead_kind"] == "NEW_FAULT"


def test_about_a_new_fault_a_human_decides_before_any_result():
    """Given a new fault, then the result waits until the leader has decided on it (5.1)."""
    life = a_life("EVALUATING").do("new_fault", "2026-05-06")

    assert "decide-new-fault" in life.duties
    assert life.refused("evaluate", "2026-05-08").rule == "5.1"
    life.do("decide_new_fault", "2026-05-08").do("evaluate", "2026-05-08")
    assert life.messages == []


def test_a_new_fault_may_be_pursued_by_the_case():
    """Given two new faults, when they are to be pursued, then each is a lead for the case."""
    life = (
        a_life("RUNNING").do("new_fault", "2026-03-10").do("new_fault", "2026-03-11", what="第三项")
    )

    life.do("decide_new_fault", "2026-03-12", answer="PURSUE")

    assert life.stage == "RUNNING"
    assert [m.payload["what"] for m in life.messages] == ["又一过失", "第三项"]


def test_there_must_be_a_fault_to_decide_about():
    assert a_life("RUNNING").refused("decide_new_fault", "2026-03-10").rule == "5.1"


def test_a_fault_found_after_the_result_goes_to_the_case_alone():
    """Given a settled result, when a fault is reported, then there is a lead and no duty."""
    life = a_life("PASSED").do("new_fault", "2026-05-13")

    assert life.messages[-1].payload["lead_kind"] == "NEW_FAULT"
    assert life.duties == ["tell-result"]


def test_the_person_on_probation_acts_on_nothing_here():
    """Given the person as an officer of the department, then every step is refused (P2)."""
    zhang = actor("zhang", "leader_in_charge")

    assert opened().refused("approve_probation", "2026-03-03", by=zhang).rule == "P2"
    assert opened().decider.standing(opened().state).excluded == ("zhang",)


def test_steps_are_refused_to_other_roles_and_departments():
    """Given others than the seat of a step, when they take it, then it is refused (0.5)."""
    elsewhere = actor("ma", "undertaking_department", LI.organ, "D9")

    assert opened().refused("approve_probation", "2026-03-03", by=LI).rule == "0.5"
    assert a_life("RUNNING").refused("check_node", "2026-04-07", by=elsewhere).rule == "P3"
    assert a_life("RUNNING").refused("extend_probation", "2026-04-07", by=LI).rule == "0.5"


def test_no_step_is_dated_ahead_or_before_the_stage():
    """Given a probation told on 5 March, when a check is dated otherwise, then refused (0.3)."""
    life = a_life("RUNNING")

    for day in ("2026-03-04", "2026-04-08"):
        assert life.refused("check_node", "2026-04-07", checked_on=day).rule == "0.3"


def test_a_pack_without_accountability_rules_opens_nothing():
    bare = HUBEI.model_copy(update={"accountability": None})

    with pytest.raises(Rejected, match=r"0\.1"):
        PROBATION.open(opening(), bare, CALENDAR, noon("2026-03-02"))


def test_it_does_not_begin_before_its_approval():
    """Given an approval of 20 March, when an earlier notice is recorded, it is refused (A29)."""
    life = opened().do("approve_probation", "2026-03-20")

    assert life.refused("notify_probation", "2026-03-21", notified_on="2026-03-19").rule == "A29"
    assert life.do("notify_probation", "2026-03-21", notified_on="2026-03-20").stage == "RUNNING"


def test_an_early_evaluation_takes_the_word_of_whoever_approves():
    """Given a running probation, when its handler alone cuts it short, it is refused (A29)."""
    life = a_life("RUNNING")

    assert life.refused("begin_evaluation", "2026-03-06", by=LI).rule == "0.5"
    assert life.do("begin_evaluation", "2026-03-06").stage == "EVALUATING"
