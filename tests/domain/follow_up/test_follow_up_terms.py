"""Terms and duties: when each is due, who is awaited, and when it ends (3.13-3.15)."""

from datetime import date

import pytest

from tests.domain.follow_up.builders import (
    COMMITTEE,
    HE,
    LI,
    NUMBER,
    SERVED,
    TEAM,
    a_life,
    agreed,
    carried_out,
    executed,
    filed,
    impact_over,
    opened,
)
from workflows.domain.roles import Role

DUE = [
    ("DECIDED", "delivery", "2024-03-08"),
    ("EXECUTING", "execution/REMOVAL", "2024-04-04"),
    ("EXECUTING", "archive/INTEGRITY_FILE", "2024-03-18"),
    ("EXECUTING", "touchpoint_after_delivery", "2024-03-11"),
    ("EXECUTING", "touchpoint_quarterly", "2024-06-04"),
    ("EXECUTING", "revisit_first", "2024-04-03"),
    ("EXECUTING", "appeal_window/ORGANISATIONAL_MEASURE", "2024-04-03"),
    ("IMPACT_PERIOD", "impact_evaluation", "2025-02-28"),
    ("IMPACT_PERIOD", "impact", "2025-02-28"),
    ("IMPACT_PERIOD", "award", "2024-12-31"),
    ("TRACKING", "tracking", "2026-04-01"),
    ("CORRECTED", "correction", "2024-07-03"),
]


@pytest.mark.parametrize(("stage", "key", "due"), DUE)
def test_each_term_is_due_on_its_day(stage: str, key: str, due: str) -> None:
    life = a_life(stage)

    assert life.due(key) == date.fromisoformat(due)
    assert life.deadline(key).label.zh
    assert life.deadline(key).label.en


def test_periods_run_out_and_duties_go_overdue() -> None:
    periods = {"impact", "award", "appeal_window/ORGANISATIONAL_MEASURE"}
    life = a_life("EXECUTING")

    assert {key for key in life.running if life.deadline(key).period} == periods


def test_a_formality_is_the_organisation_departments_and_a_sanction_is_not() -> None:
    """Art. 18: organisational handling goes to HR, sanctions to the DI procedure."""
    life = opened("REMOVAL", "PARTY_WARNING").do("serve", SERVED)
    removal, warning = life.deadline("execution/REMOVAL"), life.deadline("execution/PARTY_WARNING")

    assert (removal.awaited, removal.organ) == (Role.ORGANISATION_HR, COMMITTEE)
    assert warning.awaited is Role.UNDERTAKING_DEPARTMENT
    assert life.refused("confirm_measure", "2024-03-20", by=LI).rule == "0.5"
    done = {"by": HE, "measure": "PARTY_WARNING"}
    assert life.refused("confirm_measure", "2024-03-20", **done).rule == "0.5"


def test_every_measure_is_confirmed_once_before_execution_is_over() -> None:
    life = opened("REMOVAL", "PARTY_WARNING").do("serve", SERVED)
    life.do("confirm_measure", "2024-03-20")

    assert life.stage == "EXECUTING"
    assert life.refused("confirm_measure", "2024-03-21").rule == "3.11"
    assert executed(life).stage == "ARCHIVED"


def test_filing_waits_for_every_file_and_takes_each_once() -> None:
    """3.13: integrity file, personnel file and unit assessment."""
    life = executed(a_life("EXECUTING")).do("enter_archive", "2024-03-22")

    assert life.stage == "ARCHIVED"
    assert life.refused("enter_archive", "2024-03-22").rule == "3.13"
    assert life.refused("enter_archive", "2024-03-22", archive="DRAWER").rule == "3.13"
    assert filed(life).stage == "IMPACT_PERIOD"


def test_a_file_may_be_filled_before_the_measures_are_done() -> None:
    life = filed(a_life("EXECUTING"), "2024-03-06")
    assert life.stage == "EXECUTING"

    assert executed(life).stage == "IMPACT_PERIOD"


def test_a_team_has_no_personal_files() -> None:
    life = executed(opened("CIRCULATED_CRITICISM", subject=TEAM).do("serve", SERVED))

    assert [key for key in life.running if key.startswith("archive/")] == [
        "archive/UNIT_ASSESSMENT"
    ]


def test_talks_come_each_quarter_until_the_period_is_over() -> None:
    """3.14: T2 within seven days, T3 each quarter until the impact period ends."""
    life = carried_out().do("record_talk", "2024-03-25")
    dues = []
    for day in ("2024-06-04", "2024-09-04", "2024-12-04"):
        dues.append(str(life.due("touchpoint_quarterly")))
        life.do("record_talk", day, touchpoint="T3")

    assert dues == ["2024-06-04", "2024-09-04", "2024-12-04"]
    assert "touchpoint_after_delivery" not in life.running
    assert "touchpoint_quarterly" not in life.running


def test_revisits_come_after_a_month_then_half_yearly_then_after_the_end() -> None:
    """A07: thirty days after delivery, each half year, and one at the end of the period."""
    life = carried_out().do("record_revisit", "2024-04-02")
    assert life.due("revisit_repeat") == date(2024, 10, 2)
    life.do("record_revisit", "2024-10-08")
    assert "record-revisit" not in life.duties

    life.wait("2025-03-01")
    assert life.due("revisit_final") == date(2025, 3, 30)
    assert "record-revisit" not in life.do("record_revisit", "2025-03-03").duties


def test_a_revisit_on_the_last_restricted_day_is_not_the_final_one() -> None:
    life = carried_out().do("record_revisit", "2025-02-28").wait("2025-03-01")

    assert "revisit_final" in life.running
    assert "revisit_final" not in life.do("record_revisit", "2025-03-01").running


def test_a_visit_by_one_officer_counts_and_is_pointed_out() -> None:
    """Legal 5: two visitors and at most two visits a year are good practice, not conditions."""
    life = carried_out().do("record_revisit", "2024-04-02", visitors=["王某", "王某"])
    life.do("record_revisit", "2024-05-06").do("record_revisit", "2024-06-03")
    visits = [s.event.fact for s in life.steps if s.event.fact.kind == "revisit_recorded"]

    assert [len(visit.pointed_out) for visit in visits] == [1, 0, 1]
    assert "提示" in visits[0].words().zh
    assert len(life.state.revisits) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"form": "VISIT"},
        {"grade": "AVERAGE_ISH"},
        {"checks": [{"check": "MOOD", "finding": "好"}]},
        {"outline": {"kind": "outline", "number": "T-1", "dated": None}},
        {"outline": {"kind": "outline", "number": "T-1", "dated": "2024-04-03"}},
    ],
)
def test_a_revisit_in_unknown_codes_or_without_outline_before_is_refused(
    fields: dict[str, object],
) -> None:
    assert carried_out().refused("record_revisit", "2024-04-02", **fields).rule == "3.14"


def test_a_difficulty_becomes_an_item_with_owner_and_term() -> None:
    life = carried_out().do(
        "record_revisit",
        "2024-04-02",
        difficulties=[{"what": "培训", "owner": "某局"}, {"what": "住房", "owner": "某处"}],
    )

    assert life.due("help_item/H1") == date(2024, 5, 2)
    assert [item.owner for item in life.state.open_help] == ["某局", "某处"]
    assert life.refused("close_help_item", "2024-04-20", item="H3").rule == "3.14"
    assert life.refused("close_help_item", "2024-04-20", done_on="2024-04-01").rule == "0.3"
    life.do("close_help_item", "2024-04-20")
    assert life.refused("close_help_item", "2024-04-21").rule == "3.14"
    assert [item.key for item in life.state.open_help] == ["H2"]


def test_whoever_is_gone_is_neither_talked_to_nor_revisited() -> None:
    life = carried_out().do("record_status", "2024-05-06", status="DECEASED")

    assert not {"record-talk", "record-revisit", "evaluate"} & set(life.duties)
    assert {"impact", "award"} <= set(life.running)


@pytest.mark.parametrize("kind", ["record_talk", "record_revisit", "enter_archive"])
def test_nothing_of_this_comes_before_service(kind: str) -> None:
    assert opened().refused(kind, "2024-03-04").rule == "3.11"


def test_a_talk_is_not_dated_before_service() -> None:
    assert carried_out().refused("record_talk", "2024-04-02", held_on="2024-03-03").rule == "0.3"


def test_service_by_leaving_needs_witnesses_and_no_other_way_has_them() -> None:
    assert opened().refused("serve", SERVED, way="LEFT").rule == "3.11"
    assert opened().refused("serve", SERVED, witnesses=["邻居"]).rule == "3.11"
    assert opened().do("serve", SERVED, way="LEFT", witnesses=["邻居"]).stage == "EXECUTING"


def test_service_is_not_dated_before_the_decision_nor_ahead() -> None:
    assert opened().refused("serve", SERVED, served_on="2024-02-29").rule == "0.3"
    assert opened().refused("serve", SERVED, served_on="2024-03-05").rule == "0.3"


def test_nobody_acts_on_his_own_follow_up() -> None:
    own = LI.but(officer="zhang")

    assert opened().refused("serve", SERVED, by=own).rule == "P2"
    life = opened().do("recuse_officer", "2024-03-02")
    assert life.refused("serve", SERVED).rule == "P2"
    assert life.decider.standing(life.state).excluded == ("zhang", "li")


def test_a_move_names_its_new_unit() -> None:
    life = carried_out()

    assert life.refused("record_status", "2024-05-06", status="MOVED").rule == "Art. 17"
    assert life.refused("record_status", "2024-05-06", unit="某县").rule == "Art. 17"
    assert life.do("record_status", "2024-05-06", status="MOVED", unit="某县").notices[-1].to_role


def test_every_duty_is_a_command_that_its_officer_may_give_now() -> None:
    for stage in ("DECIDED", "EXECUTING", "ARCHIVED", "IMPACT_PERIOD", "IMPACT_ENDED", "CORRECTED"):
        life = a_life(stage)
        for item in life.decider.standing(life.state).work_items:
            assert item.action.replace("-", "_") in life.commands
            assert not item.term or life.deadline(item.term)


def test_notices_name_the_matter_and_never_the_person() -> None:
    life = agreed(impact_over()).do("reinstate", "2025-04-01")

    for notice in life.notices:
        assert NUMBER in notice.subject.zh
        assert "张三" not in notice.subject.zh + notice.body.zh + notice.body.en
