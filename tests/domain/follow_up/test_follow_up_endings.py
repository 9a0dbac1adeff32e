"""Every ending of a follow-up (3.11), and what keeps it open until then (invariant 9)."""

import pytest

from tests.domain.follow_up.builders import (
    CASE,
    LI,
    SERVED,
    a_life,
    agreed,
    carried_out,
    correction,
    impact_over,
    opened,
    reversed_all,
)
from tests.domain.procedure_life import ProcedureLife


def _exempt() -> ProcedureLife:
    return opened(outcome="EXEMPT").do("serve", SERVED).do("finish_correction_item", "2024-03-15")


def _declined() -> ProcedureLife:
    life = impact_over().do("feed_back", "2025-03-05")
    return life.do("decline_reinstatement", "2025-03-06")


ENDINGS = {
    "TRACKED": lambda: a_life("CLOSED"),
    "NOT_REINSTATED": _declined,
    "REVOKED": lambda: reversed_all(a_life("CORRECTED"), "2024-06-10"),
    "EXEMPT": _exempt,
    "NO_LIABILITY": lambda: opened(outcome="NO_LIABILITY").do("serve", SERVED),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_each_ending_is_reached_and_told_to_the_case_once(how: str) -> None:
    life = ENDINGS[how]()

    assert life.over
    assert life.state.ending == how
    assert life.duties == []
    assert life.running == []
    closed = [m for m in life.messages if m.name == "subject_closed"]
    assert [(m.to, m.payload["how"]) for m in closed] == [(CASE, how)]


def test_a_decision_from_elsewhere_has_no_case_to_tell() -> None:
    life = opened(case=None, actor=LI, outcome="NO_LIABILITY").do("serve", SERVED)

    assert life.over
    assert life.messages == []


def test_what_is_tolerated_is_corrected_before_it_is_closed() -> None:
    """S101: tolerance always opens a correction item."""
    life = opened(outcome="EXEMPT").do("serve", SERVED)

    assert life.stage == "DELIVERED"
    assert life.duties == ["finish-correction-item"]
    assert "impact" not in life.running
    assert not life.wait("2025-01-01").over
    assert life.refused("finish_correction_item", "2024-03-01").rule == "0.3"
    assert opened().do("serve", SERVED).refused("finish_correction_item", SERVED).rule == "S101"


def test_s101_what_is_tolerated_but_not_exempt_is_corrected_beside_its_measure() -> None:
    life = opened("CIRCULATED_CRITICISM", tolerated=True)
    assert life.refused("finish_correction_item", SERVED).rule == "S101"

    life.do("serve", SERVED)
    assert "finish-correction-item" in life.duties

    item = life.deadline("correction_item")
    assert str(item.term.anchor) == SERVED
    life.do("finish_correction_item", "2024-03-15")
    assert "finish-correction-item" not in life.duties
    assert "correction_item" not in life.running


def test_invariant_9_a_follow_up_waits_for_the_correction_of_what_was_tolerated() -> None:
    life = impact_over(tolerated=True).do("feed_back", "2025-03-05")
    life.do("decline_reinstatement", "2025-03-06")
    assert (life.stage, life.duties) == ("IMPACT_ENDED", ["finish-correction-item"])

    assert life.do("finish_correction_item", "2025-03-10").over


def test_s101_a_revoked_decision_leaves_nothing_to_be_corrected() -> None:
    life = opened(tolerated=True).do("serve", SERVED)
    life.do("correct", "2024-03-15", **correction("REVOKED", "2024-03-15"))
    assert "finish-correction-item" not in life.duties

    assert reversed_all(life, "2024-03-18").over


def _left(kind: str) -> ProcedureLife:
    """A follow-up that is not reinstated, with one thing left to do."""
    if kind == "revisit":
        life = carried_out().do("evaluate", "2025-02-10").do("feed_back", "2025-03-05")
    elif kind == "feedback":
        life = impact_over()
    else:
        life = carried_out().do("evaluate", "2025-02-10")
        more = {"difficulties": [{"what": "培训", "owner": "某局"}]} if kind == "help" else {}
        life.do("record_revisit", "2025-03-03", **more).do("feed_back", "2025-03-05")
    if kind == "appeal":
        life.do("file_appeal", "2025-03-05")
    if kind == "review":
        life.do("reopen", "2025-03-05")
    return life.do("decline_reinstatement", "2025-03-06")


FINISHED = {
    "revisit": ("record_revisit", {}),
    "feedback": ("feed_back", {}),
    "help": ("close_help_item", {}),
    "appeal": ("appeal_concluded", {}),
    "review": ("end_review", {}),
}


@pytest.mark.parametrize("kind", FINISHED)
def test_invariant_9_nothing_is_closed_while_something_is_left(kind: str) -> None:
    life = _left(kind)
    assert life.stage == "IMPACT_ENDED"

    what, fields = FINISHED[kind]
    assert life.do(what, "2025-03-10", **fields).over


def test_tracking_waits_for_a_difficulty_to_be_solved() -> None:
    life = agreed(impact_over()).do("reinstate", "2025-04-01")
    life.do("record_revisit", "2025-06-02", difficulties=[{"what": "培训", "owner": "某局"}])

    assert life.wait("2026-05-01").stage == "TRACKING"
    assert life.do("close_help_item", "2026-05-04").over


def test_a_notice_that_cannot_arrive_keeps_a_closed_follow_up_awake() -> None:
    life = a_life("CLOSED")
    life.bounces("2026-05-04", "2/0")

    assert not life.over
    assert [m.name for m in life.messages][-1] == "subject_closed"


def test_a_later_reinstatement_takes_the_matter_up_again() -> None:
    """3.11: a later reinstatement reopens by signal."""
    life = _declined().do("reopen", "2026-05-06", ground="REINSTATEMENT")
    assert life.stage == "IMPACT_ENDED"

    life.do("evaluate", "2026-05-08").do("feed_back", "2026-05-09")
    life.do("record_opinion", "2026-05-10")
    assert [m.name for m in life.messages][-1] == "subject_reopened"
    assert not life.over


def test_an_ending_that_leaves_nothing_to_reinstate_is_not_reopened_for_it() -> None:
    life = reversed_all(a_life("CORRECTED"), "2024-06-10")

    assert life.do("reopen", "2026-05-06", ground="REINSTATEMENT").over
