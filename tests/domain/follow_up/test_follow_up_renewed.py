"""After a change or a new request: windows, steps and duties begin anew (Art. 20, 3.11, 3.15)."""

from datetime import date
from typing import Any

import pytest

from tests.domain.follow_up.builders import (
    TEAM,
    a_life,
    agreed,
    carried_out,
    concluded,
    correction,
    executed,
    impact_over,
    reversed_all,
)
from tests.domain.procedure_life import ProcedureLife

CHANGED = "2024-09-02"
WINDOW = "appeal_window/ACCOUNTABILITY_DECISION"
ASKED = "2026-03-10"


def changed() -> ProcedureLife:
    return carried_out().do("correct", CHANGED, **correction("CHANGED", CHANGED, "ADMONITION_TALK"))


def asked_for(life: ProcedureLife, day: str = ASKED) -> ProcedureLife:
    return life.do("reopen", day, ground="REINSTATEMENT")


def request_of_newest_appeal(life: ProcedureLife) -> dict[str, Any]:
    effects = [life.decider.effects(s.before, s.after, s.event) for s in life.steps]
    return [opening.request for each in effects for opening in each.openings][-1]


def test_the_window_against_a_changed_decision_counts_from_its_notice() -> None:
    """Given a change, when the subject is told, then appeals count from that day (Art. 20)."""
    life = reversed_all(changed(), "2024-09-05").do("file_appeal", "2024-09-20")
    request = request_of_newest_appeal(life)

    assert request["served_on"] == "2024-09-05"
    assert request["receipt"]["number"] == "V-1"
    assert request["decision"]["number"] == "C-1"
    assert life.deadline(WINDOW).term.anchor == date(2024, 9, 5)


def test_until_the_subject_is_told_no_appeal_against_the_change_is_late() -> None:
    life = changed().do("file_appeal", "2024-09-20")

    assert request_of_newest_appeal(life)["served_on"] is None
    assert WINDOW not in life.running


def test_a_window_that_was_over_opens_again() -> None:
    life = carried_out("ADMONITION_TALK", "CRITICISM_EDUCATION").wait(CHANGED)
    assert WINDOW not in life.running
    life.do("correct", CHANGED, **correction("CHANGED", CHANGED, "ADMONITION_TALK"))

    assert WINDOW in reversed_all(life, "2024-09-05").running


def test_a_decline_under_a_bar_for_ever_ends_with_the_bar() -> None:
    """Given a permanent bar and a decline, when an appeal lifts it, 3.15 is open again."""
    life = carried_out("ADMIN_DISMISSAL").do("file_appeal", "2024-03-25")
    life.do("decline_reinstatement", "2024-06-03", why="CONDITIONS_NOT_MET")
    life.do("appeal_concluded", "2024-06-20", **concluded("CHANGED", "2024-06-20", "ADMIN_WARNING"))
    executed(reversed_all(life, "2024-06-21"), "2024-06-22")

    assert life.state.declined is None
    assert "evaluate" in life.duties


def test_a_change_takes_back_the_steps_towards_normal_use() -> None:
    life = agreed(impact_over("REMOVAL", "PARTY_WARNING"))
    life.do("correct", "2025-03-21", **correction("CHANGED", "2025-03-21", "REMOVAL"))
    reversed_all(life, "2025-03-22")

    assert (life.state.evaluation, life.state.collective) == (None, None)
    assert life.refused("reinstate", "2025-04-01").rule == "3.15"


def test_a_feedback_stays_owed_after_a_decline() -> None:
    """Given a good evaluation, when it is not reinstated, the feedback is still asked for."""
    life = impact_over().do("decline_reinstatement", "2025-03-10")
    assert life.duties == ["feed-back"]

    assert life.do("feed_back", "2025-03-11").over


def test_help_for_somebody_gone_is_still_seen_to() -> None:
    """Given an open item, when the subject dies, it is asked for until it is closed (Art. 17)."""
    life = carried_out()
    life.do("record_revisit", "2024-04-01", difficulties=[{"what": "住房", "owner": "某局"}])
    life.do("record_status", "2024-05-01", status="DECEASED").wait("2025-03-05")
    life.do("decline_reinstatement", "2025-03-06", why="LEFT")
    assert life.duties == ["close-help-item"]

    assert life.do("close_help_item", "2025-03-07").over


def test_a_request_between_decline_and_close_takes_the_decline_back() -> None:
    life = carried_out().do("record_revisit", "2024-04-01").wait("2025-03-03")
    life.do("decline_reinstatement", "2025-03-10")

    asked_for(life, "2025-03-12").do("record_revisit", "2025-03-14")

    assert life.stage == "IMPACT_ENDED"
    assert "evaluate" in life.duties


def test_a_request_after_a_refusal_begins_with_a_new_evaluation() -> None:
    life = impact_over().do("feed_back", "2025-03-05")
    life.do("record_opinion", "2025-03-06", agrees=False)
    life.do("decline_reinstatement", "2025-03-10", why="CONDITIONS_NOT_MET")
    assert life.over

    assert asked_for(life).duties == ["evaluate"]


def dismissed() -> ProcedureLife:
    life = carried_out("ADMIN_DISMISSAL").do("record_revisit", "2024-04-01")
    return life.do("decline_reinstatement", "2024-06-03", why="CONDITIONS_NOT_MET")


def tracked() -> ProcedureLife:
    return a_life("CLOSED")


def of_a_team() -> ProcedureLife:
    life = carried_out("CIRCULATED_CRITICISM", subject=TEAM).do("record_talk", "2024-03-25")
    life.do("record_revisit", "2024-04-01")
    return life.do("decline_reinstatement", "2024-06-03", why="TEAM")


@pytest.mark.parametrize("closed", [dismissed, tracked, of_a_team])
def test_a_request_that_leads_nowhere_moves_nothing_and_is_answered(closed: Any) -> None:
    """Given a permanent bar, normal use, or a team: the department is told, the matter rests."""
    life = asked_for(closed(), "2027-03-10")

    assert (life.stage, life.duties) == ("CLOSED", [])
    assert "未予启动" in life.notices[-1].body.zh


def test_a_request_that_is_taken_up_is_not_answered_as_refused() -> None:
    life = impact_over().do("feed_back", "2025-03-05").do("decline_reinstatement", "2025-03-10")

    assert asked_for(life).stage == "IMPACT_ENDED"
    assert not [n for n in life.notices if "未予启动" in n.body.zh]
