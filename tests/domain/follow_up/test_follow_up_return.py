"""The way to normal use (3.15): steps in order, guards in words, no automatic promotion."""

from datetime import date
from typing import Any

import pytest

from tests.domain.follow_up.builders import (
    HE,
    TEAM,
    XU,
    a_life,
    agreed,
    carried_out,
    executed,
    filed,
    impact_over,
    opened,
)
from tests.domain.procedure_life import ProcedureLife

APPOINTED = "2025-04-01"


def test_every_step_is_taken_in_order_and_leads_to_tracking() -> None:
    life = impact_over()
    waited = [life.duties[0]]
    for kind, day, fields in (
        ("feed_back", "2025-03-05", {}),
        ("record_opinion", "2025-03-10", {}),
        ("record_opinion", "2025-03-12", {"by": HE, "giver": "UPPER_HR"}),
        ("decide_collectively", "2025-03-20", {}),
        ("reinstate", APPOINTED, {}),
    ):
        waited.append(life.do(kind, day, **fields).duties[:1])

    assert life.stage == "TRACKING"
    assert [w if isinstance(w, str) else w[0] for w in waited[:-1]] == [
        "feed-back",
        "record-opinion",
        "record-opinion",
        "decide-collectively",
        "reinstate",
    ]
    assert life.due("tracking") == date(2026, 4, 1)


@pytest.mark.parametrize("kind", ["record_opinion", "decide_collectively", "reinstate"])
def test_no_step_is_skipped(kind: str) -> None:
    assert impact_over().refused(kind, "2025-03-06").rule == "3.15"


def test_a_feedback_needs_the_evaluation() -> None:
    life = carried_out().wait("2025-03-03")

    assert life.refused("feed_back", "2025-03-05").rule == "3.15"
    life.do("evaluate", "2025-03-05")
    assert life.refused("feed_back", "2025-03-06", sent_on="2025-03-04").rule == "0.3"


def test_on_the_last_restricted_day_nobody_returns_and_on_the_next_one_may() -> None:
    """Guard of 3.15: today is not before the first eligible day."""
    last = agreed(impact_over()).refused("reinstate", APPOINTED, appointed_on="2025-02-28")

    assert last.rule == "0.3"
    assert (
        "2025-03-01"
        in agreed(impact_over("REMOVAL"))
        .refused("reinstate", APPOINTED, appointed_on="2025-02-28")
        .message.zh
    )


def _agreed_on(day: str) -> ProcedureLife:
    """Everything is agreed on the first eligible day."""
    life = carried_out().do("record_revisit", "2024-04-01").do("evaluate", "2025-02-28")
    life.do("feed_back", day).do("record_opinion", day)
    life.do("record_opinion", day, by=HE, giver="UPPER_HR")
    return life.do("decide_collectively", day)


def test_the_first_eligible_day_is_early_enough() -> None:
    life = _agreed_on("2025-03-01").do("reinstate", "2025-03-01")

    assert life.stage == "TRACKING"


def test_the_refusal_lists_everything_that_is_missing() -> None:
    refusal = impact_over().refused("reinstate", "2025-03-10", requirements_met=False)

    for words in ("反馈", "纪检监察机关", "上级组织人事部门", "集体研究", "任职资格"):
        assert words in refusal.message.zh
    assert "评估" not in refusal.message.zh


def test_normal_use_is_no_promotion() -> None:
    refusal = agreed(impact_over()).refused("reinstate", APPOINTED, level="HIGHER")

    assert refusal.rule == "3.15"
    assert "不是奖励" in refusal.message.zh


def test_an_appointment_is_not_dated_before_the_collective_decision() -> None:
    life = agreed(impact_over())

    assert life.refused("reinstate", APPOINTED, appointed_on="2025-03-19").rule == "0.3"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("evaluate", {"good": False}),
        ("record_opinion", {"agrees": False}),
        ("record_opinion", {"agrees": False, "by": HE, "giver": "UPPER_HR"}),
        ("decide_collectively", {"agrees": False}),
    ],
)
def test_one_voice_against_leaves_nothing_but_to_say_so(kind: str, fields: dict[str, Any]) -> None:
    life = agreed(impact_over()).do(kind, "2025-03-25", **fields)

    assert "reinstate" not in life.duties
    assert "decline-reinstatement" in life.duties
    assert life.refused("reinstate", APPOINTED).rule == "3.15"
    assert life.do("decline_reinstatement", "2025-03-26", why="CONDITIONS_NOT_MET").over


def test_an_open_appeal_neither_blocks_nor_harms() -> None:
    """3.15: an open appeal does not block and must not harm the person."""
    life = agreed(impact_over().do("file_appeal", "2025-03-04")).do("reinstate", APPOINTED)

    assert life.stage == "TRACKING"
    assert "appeal" in life.decider.standing(life.state).tags


def test_a_team_is_not_reinstated() -> None:
    life = filed(executed(opened("CIRCULATED_CRITICISM", subject=TEAM).do("serve", "2024-03-04")))
    life.do("record_talk", "2024-03-08").do("record_revisit", "2024-04-01")

    assert life.duties == ["decline-reinstatement"]
    assert life.refused("decline_reinstatement", "2024-04-02").rule == "3.15"
    life.do("decline_reinstatement", "2024-04-02", why="TEAM")
    assert life.over


def test_the_flag_of_the_year_and_open_windows_outlast_the_closing() -> None:
    """Given a follow-up closed in April, awards stay barred until the year is over (Art. 19)."""
    life = filed(executed(opened("CIRCULATED_CRITICISM", subject=TEAM).do("serve", "2024-03-04")))
    life.do("record_talk", "2024-03-08").do("record_revisit", "2024-04-01")
    life.do("decline_reinstatement", "2024-04-02", why="TEAM")

    assert {"award", "appeal_window/ACCOUNTABILITY_DECISION"} == set(life.running)
    assert "award-barred" in life.decider.standing(life.state).tags
    assert life.over
    life.wait("2025-01-02")
    assert not life.running


def test_a_person_is_no_team() -> None:
    assert impact_over().refused("decline_reinstatement", "2025-03-06", why="TEAM").rule == "3.15"


@pytest.mark.parametrize(("why", "status"), [("RETIRED", "RETIRED"), ("LEFT", "LEFT")])
def test_a_reason_that_the_record_contradicts_is_refused(why: str, status: str) -> None:
    life = impact_over().do("feed_back", "2025-03-05")

    assert life.refused("decline_reinstatement", "2025-03-06", why=why).rule == "Art. 17"
    life.do("record_status", "2025-03-06", status=status)
    assert life.do("decline_reinstatement", "2025-03-06", why=why).over


def test_during_the_period_nothing_is_decided_about_the_return() -> None:
    life = carried_out().do("record_revisit", "2024-04-01")

    assert life.refused("decline_reinstatement", "2024-05-06").rule == "3.11"


def test_each_step_is_for_its_own_seat() -> None:
    life = agreed(impact_over())

    assert life.refused("reinstate", APPOINTED, by=XU).rule == "0.5"
    assert impact_over().refused("feed_back", "2025-03-05", by=XU).rule == "0.5"
    before = impact_over().do("feed_back", "2025-03-05")
    assert before.refused("record_opinion", "2025-03-10", by=HE).rule == "0.5"
    assert before.refused("record_opinion", "2025-03-10", giver="UPPER_HR").rule == "0.5"


def test_a_second_opinion_of_the_same_giver_replaces_the_first() -> None:
    life = impact_over().do("feed_back", "2025-03-05")
    life.do("record_opinion", "2025-03-10", agrees=False).do("record_opinion", "2025-03-14")

    assert [(o.giver.value, o.agrees) for o in life.state.opinions] == [("DI_ORGAN", True)]


@pytest.mark.parametrize("stage", ["TRACKING"])
def test_tracking_ends_by_itself_after_twelve_months(stage: str) -> None:
    life = a_life(stage)

    assert not life.wait("2026-04-01").over
    assert life.wait("2026-04-02").over
    assert life.state.ending == "TRACKED"
