"""What a follow-up keeps of terms that are over, and what its people can take back (3.14, 3.15)."""

from datetime import date
from typing import Any

import pytest

from tests.domain.follow_up.builders import TEAM, carried_out, correction, opened
from tests.domain.procedure_life import ProcedureLife


def past(life: ProcedureLife, key: str) -> list[tuple[str, bool, str]]:
    """Return the ended terms of a key: under which key, overdue or not, ended on."""
    ended = [t for t in life.state.terms if t.ended_on and t.key.split("@")[0] == key]
    return [(t.key, t.overdue, str(t.ended_on)) for t in ended]


def test_a_talk_held_late_leaves_its_overdue_term_on_record() -> None:
    """Given quarterly talks held late, then each overdue term is kept, told apart (3.14)."""
    life = carried_out().do("record_talk", "2024-07-02", touchpoint="T3")
    life.do("record_talk", "2024-10-08", touchpoint="T3")

    assert sorted(past(life, "touchpoint_quarterly")) == [
        ("touchpoint_quarterly@1", True, "2024-07-02"),
        ("touchpoint_quarterly@2", True, "2024-10-08"),
    ]
    assert life.due("touchpoint_quarterly") == date(2025, 1, 8)
    keys = [term.key for term in life.state.terms]
    assert len(keys) == len(set(keys))


def test_a_second_correction_does_not_put_off_the_first() -> None:
    """Given an overdue reversal, when the decision is corrected again, then it stays overdue."""
    life = carried_out()
    life.do("correct", "2024-06-03", **correction("CHANGED", "2024-06-03", "ADMONITION_TALK"))
    life.wait("2024-07-20")
    due = life.due("correction")
    again = correction("CHANGED", "2024-07-20", "CIRCULATED_CRITICISM")

    life.do("correct", "2024-07-20", **again)

    assert life.due("correction") == due
    assert life.deadline("correction").overdue


def test_no_term_ends_in_the_future() -> None:
    """Given a correction long before the evaluation opens, then its term leaves no trace (0.3)."""
    life = carried_out()
    assert "impact_evaluation" in life.running

    life.do("correct", "2024-06-03", **correction("REVOKED", "2024-06-03"))

    assert past(life, "impact_evaluation") == []
    ended = [term.ended_on for term in life.state.terms if term.ended_on]
    assert max(ended) <= date(2024, 6, 3)


def test_an_evaluation_opens_only_shortly_before_the_end_of_the_period() -> None:
    """Given a period through 28 February 2025, then a month before it is early enough (3.15)."""
    life = carried_out()
    first = life.deadline("impact_evaluation").term.anchor

    assert life.refused("evaluate", "2024-04-01").rule == "3.15"
    refusal = life.refused("evaluate", first, evaluated_on=str(first.replace(day=first.day - 1)))
    assert str(first) in refusal.message.zh
    items = life.decider.standing(life.state).work_items
    assert str(first) in next(item.text.zh for item in items if item.action == "evaluate")
    assert life.do("evaluate", first).state.evaluation is not None


@pytest.mark.parametrize(
    ("subject", "status", "fits"),
    [(None, "DISSOLVED", False), (None, "DECEASED", True), (TEAM, "DISSOLVED", True)]
    + [(TEAM, status, False) for status in ("RETIRED", "LEFT", "DECEASED")],
)
def test_only_a_team_is_dissolved_and_nothing_else_becomes_of_one(
    subject: Any, status: str, fits: bool
) -> None:
    life = opened("CIRCULATED_CRITICISM", **({"subject": subject} if subject else {}))
    life.do("serve", "2024-03-04")
    if fits:
        assert not life.do("record_status", "2024-05-06", status=status).state.within_reach
    else:
        assert life.refused("record_status", "2024-05-06", status=status).rule == "Art. 17"


def test_a_status_recorded_by_mistake_is_taken_back_by_a_newer_one() -> None:
    """Given a wrong death, when a newer change is recorded, then care goes on (3.14)."""
    life = carried_out().do("record_status", "2024-05-06", status="DECEASED")
    assert "record-talk" not in life.duties

    life.do("record_status", "2024-05-07", status="IN_POST")

    assert "record-talk" in life.duties
    assert "touchpoint_quarterly" in life.running


def test_the_talk_after_the_decision_is_asked_for_no_longer_than_the_impact_period() -> None:
    """Given a T2 that nobody held, when the period is over, then its term ends overdue (3.14)."""
    life = carried_out().wait("2025-02-28")
    assert "touchpoint_after_delivery" in life.running

    life.wait("2025-03-01")

    assert past(life, "touchpoint_after_delivery")[0][1]
    assert "touchpoint_after_delivery" not in life.running
