"""Reminders and escalation (2.5, 0.3): each rung once, in order; overdue flags only."""

from datetime import date

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import changed_pack, noon, verification
from workflows.domain.deadlines import Ladder, Rung
from workflows.domain.lapses import lapses, next_moment

FIRED = ("reminded", "went_overdue")


def rungs(life: Life) -> list[tuple[str, str]]:
    return [
        (step.event.fact.kind, str(step.event.effective_on))
        for step in life.steps
        if step.event.fact.kind in FIRED
    ]


def test_2_5_half_seven_days_one_day_then_overdue_then_weekly() -> None:
    life = a_life("EVALUATING")

    life.wait("2026-04-20")

    assert rungs(life) == [
        ("reminded", "2026-03-18"),
        ("reminded", "2026-03-26"),
        ("reminded", "2026-04-01"),
        ("went_overdue", "2026-04-03"),
        ("reminded", "2026-04-09"),
        ("reminded", "2026-04-16"),
    ]
    assert life.stage == "EVALUATING"


def test_0_3_the_due_day_itself_is_still_in_time() -> None:
    life = a_life("EVALUATING")

    life.wait("2026-04-02")
    assert not life.deadline("evaluation").overdue

    life.do("give_opinion", "2026-04-02")
    life.wait("2026-04-03")
    assert "went_overdue" not in life.facts


def test_0_3_overdue_is_flagged_with_the_first_second_of_the_next_day() -> None:
    life = a_life("EVALUATING")
    life.wait("2026-04-02")

    coming = next_moment(life.decider.deadlines(life.state), life.state.calendar)

    assert coming is not None
    assert coming[2].isoformat() == "2026-04-03T00:00:00+08:00"


def test_2_5_whoever_must_know_is_told_at_each_rung() -> None:
    life = a_life("EVALUATING")

    life.wait("2026-04-10")

    told = {
        purpose: {(n.to_role.value, n.to_organ) for n in life.notices if n.purpose == purpose}
        for purpose in ("reminder", "overdue", "escalation")
    }
    department, supervisor = ("undertaking_department", "DW"), ("case_management_department", "DW")
    assert told == {
        "reminder": {department},
        "overdue": {department, supervisor},
        "escalation": {department, supervisor, ("leader_in_charge", "SJW")},
    }


def test_0_3_overdue_never_decides_however_long_it_lasts() -> None:
    life = a_life("EVALUATING")

    life.wait("2027-03-01")

    assert life.stage == "EVALUATING"
    assert "overdue" in life.decider.standing(life.state).tags
    life.do("give_opinion", "2027-03-01")
    assert life.stage == "COLLECTIVE_STUDY"
    assert "overdue" not in life.decider.standing(life.state).tags


def test_2_5_workers_that_were_away_catch_up_rung_by_rung_and_fire_none_twice() -> None:
    daily, absent = a_life("EVALUATING"), a_life("EVALUATING")
    for day in range(13, 32):
        daily.wait(f"2026-03-{day}")
    for day in range(1, 30):
        daily.wait(f"2026-04-{day:02}")

    absent.wait("2026-04-29")

    assert rungs(absent) == rungs(daily)
    before = len(absent.steps)
    absent.wait("2026-04-29")
    assert len(absent.steps) == before


def test_2_5_rungs_before_the_matter_was_known_are_moot_but_overdue_is_not() -> None:
    life = opened(day="2026-05-20", verification=verification("2026-03-02"))

    life.wait("2026-05-20")

    assert rungs(life) == [("went_overdue", "2026-04-03")]


@pytest.mark.parametrize(
    ("stage", "key", "due"),
    [
        ("COLLECTIVE_STUDY", "approval", date(2026, 4, 3)),
        ("IMPLEMENTING", "implementation", date(2026, 4, 1)),
        ("POST_NOTICE", "post_notice", date(2026, 4, 1)),
    ],
)
def test_t_cl2_t_cl4_working_day_terms_watch_the_later_stages(
    stage: str, key: str, due: date
) -> None:
    life = a_life(stage)
    assert life.due(key) == due

    life.wait("2026-04-30")

    assert life.stage == stage
    assert life.deadline(key).overdue


def test_2_7_a_late_approver_is_reminded_himself() -> None:
    life = a_life("AWAITING_APPROVAL")

    life.wait("2026-04-04")

    overdue = {n.to_role.value for n in life.notices if n.purpose == "overdue"}
    assert overdue == {"leader_in_charge", "case_management_department"}


def test_0_3_a_day_past_the_last_published_calendar_is_marked_provisional() -> None:
    life = opened(day="2026-12-25", verification=verification("2026-12-20"))
    assert "provisional" not in life.decider.standing(life.state).tags, "a month needs no calendar"

    life.do("screen", "2026-12-25")
    life.do("give_opinion", "2026-12-28")

    assert "provisional" in life.decider.standing(life.state).tags


def test_a_step_that_is_done_silences_its_ladder() -> None:
    life = a_life("end")
    before = len(life.steps)

    life.wait("2027-12-31")

    assert len(life.steps) == before
    assert next_moment(life.decider.deadlines(life.state), life.state.calendar) is None


def test_the_ladder_speaks_in_order_of_time_across_all_deadlines() -> None:
    life = a_life("COMPLETED")
    life.do("apply", "2026-04-20")

    drafts = lapses(life.decider.deadlines(life.state), life.state.calendar, noon("2026-07-01"))

    days = [draft.effective_on for draft in drafts]
    assert days == sorted(days)
    assert len({draft.fact.model_dump()["term"] for draft in drafts}) == 2


def test_another_pack_has_another_ladder() -> None:
    one = {"rungs": [{"at_due": True}], "source": "test pack"}
    life = a_life(
        "EVALUATING", pack=changed_pack("clarification", "ladders", "evaluation", value=one)
    )

    life.wait("2026-06-01")

    assert rungs(life) == [("went_overdue", "2026-04-03")]


def test_a_rung_is_one_moment() -> None:
    for wrong in ({}, {"share": 50, "days_before": 7}, {"at_due": False}):
        with pytest.raises(ValidationError, match="exactly one of"):
            Rung.model_validate(wrong)


def test_a_ladder_notices_the_due_day_and_is_endless_only_at_its_end() -> None:
    with pytest.raises(ValidationError, match="at_due"):
        Ladder.model_validate({"rungs": [{"share": 50}], "source": "test pack"})
    with pytest.raises(ValidationError, match="only the last rung"):
        Ladder.model_validate(
            {"rungs": [{"every_days": 7}, {"at_due": True}], "source": "test pack"}
        )
