"""Plan, nodes, site visit, writing off, look-back, and what becomes a lead (3.11, 3.13)."""

import pytest
from pydantic import ValidationError

from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.parts import HOME, noon
from tests.domain.procedure_life import actor
from tests.domain.rectification.builders import (
    CHEN,
    DONG,
    LI,
    a_life,
    opened,
    opening,
    returned,
    undertakings,
)
from workflows.domain.lifecycle import Rejected
from workflows.domain.rectification.decider import RECTIFICATION


def test_the_whole_life_without_detours_tells_the_case_once_that_it_is_over():
    """Given the usual way, then it closes after the look-back, and the case knows (3.11)."""
    life = a_life("CLOSED")

    assert life.over
    (message,) = life.messages
    assert (message.to, message.name) == ("ACC-2026-0001", "rectification_ended")
    assert message.payload == {"rectification": "ACC-2026-0001-R1", "closed_on": "2026-09-09"}


def test_it_closes_without_a_look_back_only_with_reasons():
    """Given items written off, when no look-back is wanted, then reasons close it (3.11)."""
    life = a_life("WRITTEN_OFF")

    with pytest.raises(ValidationError):
        life.command("waive_look_back", "2026-06-10", reasons=" ")
    assert life.do("waive_look_back", "2026-06-10").over


def test_the_letter_sets_the_nodes_and_the_end():
    """Given a letter of 2 March, then thirds of three months, and ten working days to plan."""
    life = opened()

    assert [str(life.due(k)) for k in ("rectification_plan", "rectification")] == [
        "2026-03-16",
        "2026-06-02",
    ]
    life.do("submit_plan", "2026-03-11")
    assert [str(life.due(k)) for k in ("node_1", "node_2", "rectification")] == [
        "2026-04-02",
        "2026-05-02",
        "2026-06-02",
    ]


NODES = [
    ("2025-11-30", ["2025-12-30", "2026-01-30", "2026-02-28"]),
    ("2026-01-31", ["2026-02-28", "2026-03-31", "2026-04-30"]),
    ("2026-08-31", ["2026-09-30", "2026-10-31", "2026-11-30"]),
]


@pytest.mark.parametrize(("issued_on", "days"), NODES)
def test_nodes_are_clamped_to_the_ends_of_months_and_do_not_roll(issued_on, days):
    """Given a letter at a month's end, then the nodes are clamped, each from the letter (0.3)."""
    life = opened(issued_on).do("submit_plan", issued_on)

    assert [str(life.due(k)) for k in ("node_1", "node_2", "rectification")] == days


def test_a_report_ends_the_term_of_its_node_and_the_next_is_awaited():
    """Given two nodes, when each is reported on, then its term ends; a third is refused (3.13)."""
    life = a_life("PLANNED").do("report_progress", "2026-04-01")
    assert life.running == ["node_2", "rectification"]

    life.do("report_progress", "2026-04-30")

    assert life.running == ["rectification"]
    assert life.duties == ["report-completion"]
    assert life.refused("report_progress", "2026-05-06").rule == "3.13"


def test_a_node_that_passes_is_reminded_of_and_overdue_and_changes_nothing():
    """Given no report, when a node's day passes, then it is flagged, and the stage stays (0.3)."""
    life = a_life("PLANNED").wait("2026-04-03")

    fired = [s.event.fact for s in life.steps if getattr(s.event.fact, "term", "") == "node_1"]
    assert [fact.kind for fact in fired] == ["reminded", "reminded", "reminded", "went_overdue"]
    assert life.stage == "PLANNED"
    assert "overdue" in life.decider.standing(life.state).tags


def test_the_plan_says_how_each_item_is_put_right():
    """Given two items, when the plan leaves one out or adds one, then it is refused (3.13)."""
    for items in (("I1",), ("I1", "I2", "I3")):
        refused = opened().refused("submit_plan", "2026-03-11", undertakings=undertakings(*items))
        assert refused.rule == "3.13"


def test_a_failed_site_visit_returns_it_to_its_plan_with_a_new_term():
    """Given an unfinished item, then it is planned again, with a month from that day (3.11)."""
    life = returned()

    assert (life.stage, life.running) == ("PLANNED", ["rectification_redo"])
    assert str(life.due("rectification_redo")) == "2026-07-04"
    assert life.duties == ["report-completion"]
    life.do("submit_plan", "2026-06-08", undertakings=undertakings("I2"))
    life.do("report_completion", "2026-06-30").do("verify_on_site", "2026-07-02")
    assert life.stage == "ON_SITE_VERIFIED"


def test_it_may_fail_again_and_each_time_has_its_term():
    life = returned().do("report_completion", "2026-06-10")

    life.do("verify_on_site", "2026-06-12", unfinished=["I2"])

    assert str(life.due("rectification_redo")) == "2026-07-12"


def test_a_relapse_in_the_look_back_returns_it_and_tells_nobody_it_ended():
    """Given a relapse, when the look-back is recorded, then it is planned again (3.13)."""
    life = a_life("LOOK_BACK").do("record_look_back", "2026-09-09", relapsed=["I1"])

    assert life.stage == "PLANNED"
    assert life.messages == []


@pytest.mark.parametrize(
    ("obstruction", "lead"),
    [("DELAY", "DELAY"), ("BUCK_PASSING", "DELAY"), ("REFUSAL", "DELAY"), ("FRAUD", "FRAUD")],
)
@pytest.mark.parametrize("stage", ["ISSUED", "PLANNED", "REPORTED", "WRITTEN_OFF"])
def test_obstruction_is_a_new_lead_at_any_time_and_moves_nothing(obstruction, lead, stage):
    """Given any stage, when obstruction is noted, then the case gets a lead (3.11)."""
    life = a_life(stage)
    day = str(life.state.since)

    life.do("note_obstruction", day, obstruction=obstruction)

    assert life.stage == stage
    assert life.messages[-1].name == "lead_found"
    assert life.messages[-1].payload == {"found_on": day, "lead_kind": lead, "what": "拖延不办"}


def test_fraud_that_shows_after_the_closing_wakes_it_and_is_a_lead_for_the_case():
    """Given a closed rectification, when fraud is reported, then the case gets a lead (3.11)."""
    life = a_life("CLOSED").do("note_obstruction", "2026-12-01", obstruction="FRAUD")

    assert "note_obstruction" in life.decider.wakes
    assert life.over
    assert [m.name for m in life.messages] == ["rectification_ended", "lead_found"]
    assert life.messages[-1].payload["lead_kind"] == "FRAUD"


def test_unknown_items_are_refused_wherever_they_are_named():
    """Given an item that is not in the letter, when it is found unfinished, refused (3.13)."""
    visit = a_life("REPORTED").refused("verify_on_site", "2026-06-04", unfinished=["I9"])
    back = a_life("LOOK_BACK").refused("record_look_back", "2026-09-09", relapsed=["I9"])

    assert (visit.rule, back.rule) == ("3.13", "3.13")


def test_two_different_officers_are_on_site_and_neither_is_barred():
    """Given one visitor, or a subject of the case among them, then it is refused (3.13, P2)."""
    life = a_life("REPORTED")

    for visitors in (["li"], ["li", "li"]):
        with pytest.raises(ValidationError):
            life.command("verify_on_site", "2026-06-04", visitors=visitors)
    assert life.refused("verify_on_site", "2026-06-04", visitors=["li", "zhang"]).rule == "P2"


def test_whoever_verified_does_not_write_off():
    """Given a leader who was on site, when he writes off, then it is refused (P2)."""
    life = a_life("REPORTED").do("verify_on_site", "2026-06-04", visitors=["li", "chen"])

    assert life.refused("write_off", "2026-06-08").rule == "P2"
    assert life.do("write_off", "2026-06-08", by=actor("qian", "leader_in_charge")).stage == (
        "WRITTEN_OFF"
    )


def test_steps_are_refused_to_others_than_their_seats():
    """Given the wrong role, organ or department, then the step is refused (0.5, 2.7, P3)."""
    other_unit = actor("ding", "responsible_unit", "XX")
    other_department = actor("ma", "undertaking_department", HOME, "D9")

    assert opened().refused("submit_plan", "2026-03-11", by=LI).rule == "0.5"
    assert opened().refused("submit_plan", "2026-03-11", by=other_unit).rule == "2.7"
    verified = a_life("REPORTED").refused("verify_on_site", "2026-06-04", by=other_department)
    assert verified.rule == "P3"
    assert a_life("ON_SITE_VERIFIED").refused("write_off", "2026-06-08", by=DONG).rule == "0.5"


def test_a_subject_of_the_case_acts_on_nothing_here():
    """Given a subject who is the unit's officer, when he plans or reports, refused (P2)."""
    zhang = actor("zhang", "responsible_unit", "ZJ")

    assert opened().refused("submit_plan", "2026-03-11", by=zhang).rule == "P2"


def test_no_step_is_dated_ahead_or_before_the_stage():
    """Given a plan of 11 March, when a report is dated before it or ahead, refused (0.3)."""
    life = a_life("PLANNED")

    for day in ("2026-03-10", "2026-04-03"):
        assert life.refused("report_progress", "2026-04-01", reported_on=day).rule == "0.3"


def test_a_letter_of_tomorrow_opens_nothing():
    """Given a letter dated ahead, when the rectification is opened, then it is refused (0.3)."""
    with pytest.raises(Rejected, match=r"0\.3"):
        RECTIFICATION.open(opening(issued_on="2026-03-03"), HUBEI, CALENDAR, noon("2026-03-02"))


def test_items_have_numbers_of_their_own():
    with pytest.raises(ValidationError):
        opening(items=[{"id": "I1", "about": "PERSON", "what": "一"}] * 2)


def test_a_lost_notice_keeps_it_open_until_it_is_settled():
    """Given a closed rectification with a lost notice, then it is over once that is settled."""
    life = a_life("CLOSED")
    life.bounces("2026-09-10")

    assert not life.over
    assert life.duties == ["settle-notice"]
    assert life.do("settle_notice", "2026-09-11").over


def test_leaders_recuse_officers_who_then_do_nothing_more():
    """Given a recused officer, when he verifies, then it is refused (P2)."""
    life = a_life("REPORTED").do("recuse_officer", "2026-06-03", officer="li", by=CHEN)

    assert life.refused("verify_on_site", "2026-06-04").rule == "P2"


def test_what_is_put_right_anew_has_no_nodes_and_the_refusal_says_so():
    """Given a visit that found an item undone, then no node is left, and none was reported."""
    refusal = returned().refused("report_progress", "2026-06-10")

    assert refusal.rule == "3.13"
    assert "重新整改" in refusal.message.zh
