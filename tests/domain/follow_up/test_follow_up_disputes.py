"""Conclusions that come twice, cross a correction, or cannot be applied (3.11, 3.16, Art. 20)."""

from typing import Any

import pytest

from tests.domain.follow_up.builders import (
    NUMBER,
    carried_out,
    concluded,
    correction,
    executed,
    reversed_all,
)
from tests.domain.procedure_life import ProcedureLife

FIRST = "2024-04-10"


def standing(life: ProcedureLife) -> list[str]:
    return [each.measure.code for each in life.state.standing_measures]


def answer(outcome: str, day: str, *left: str, final: bool = True, appeal: int = 1) -> Any:
    return concluded(outcome, day, *left, appeal=appeal) | {"final": final}


def changed_first(*measures: str, left: str) -> ProcedureLife:
    """Return a decision that an appeal changed, while its second stage is still open."""
    life = carried_out(*measures).do("file_appeal", "2024-03-25")
    life.do("appeal_concluded", FIRST, **answer("CHANGED", FIRST, left, final=False))
    return executed(reversed_all(life, "2024-04-11"), "2024-04-12")


def corrected(life: ProcedureLife, day: str, *left: str) -> ProcedureLife:
    kind = "CHANGED" if left else "REVOKED"
    life.do("correct", day, **correction(kind, day, *left))
    return executed(reversed_all(life, day), day)


def test_a_conclusion_told_again_as_final_undoes_no_later_correction() -> None:
    """Given a change, then a correction, when the change is told as final, that one stands."""
    life = changed_first("ADMIN_REMOVAL", left="ADMIN_DEMERIT")
    stage = corrected(life, "2024-05-10", "PARTY_WARNING").stage

    life.do("appeal_concluded", "2024-06-10", **answer("CHANGED", FIRST, "ADMIN_DEMERIT"))

    assert standing(life) == ["PARTY_WARNING"]
    assert life.stage == stage
    assert len(life.state.corrections) == 2
    assert not life.state.open_appeals


def test_a_second_stage_that_concludes_otherwise_is_no_repetition() -> None:
    life = changed_first("ADMIN_REMOVAL", left="ADMIN_DEMERIT")

    life.do("appeal_concluded", "2024-06-10", **answer("CHANGED", "2024-06-10", "ADMIN_WARNING"))

    assert standing(life) == ["ADMIN_WARNING"]
    assert not life.state.appeals[0].disputed


def test_a_disputed_conclusion_that_is_told_again_stays_disputed() -> None:
    life = carried_out().do("file_appeal", "2024-03-25")
    said = answer("CHANGED", FIRST, "DEMOTION", final=False)
    life.do("appeal_concluded", FIRST, **said).do("appeal_concluded", "2024-06-10", **said)

    assert life.state.appeals[0].disputed


def test_no_appeal_brings_back_what_another_took_away() -> None:
    """Given two appeals, when the second leaves a measure that the first ended, it is disputed."""
    life = carried_out("REMOVAL", "PARTY_WARNING")
    life.do("file_appeal", "2024-03-25").do("file_appeal", "2024-03-25", reference="L-2")
    life.do("appeal_concluded", FIRST, **concluded("CHANGED", FIRST, "PARTY_WARNING"))
    reversed_all(life, "2024-04-11")

    day = "2024-04-20"
    life.do("appeal_concluded", day, **concluded("CHANGED", day, "REMOVAL", appeal=2))

    assert standing(life) == ["PARTY_WARNING"]
    assert [one.disputed for one in life.state.appeals] == [False, True]


def test_another_appeal_may_still_take_away_more() -> None:
    life = carried_out("REMOVAL", "PARTY_WARNING", "ADMONITION_TALK")
    life.do("file_appeal", "2024-03-25").do("file_appeal", "2024-03-25", reference="L-2")
    life.do("appeal_concluded", FIRST, **concluded("CHANGED", FIRST, "REMOVAL", "PARTY_WARNING"))

    day = "2024-04-20"
    life.do("appeal_concluded", day, **concluded("CHANGED", day, "REMOVAL", appeal=2))

    assert standing(life) == ["REMOVAL"]
    assert not life.state.appeals[1].disputed


def test_a_dispute_ends_when_nothing_is_to_be_corrected() -> None:
    """Given a disputed conclusion, when the committee leaves it at that, nothing waits any more."""
    life = carried_out().do("file_appeal", "2024-03-25")
    life.do("appeal_concluded", FIRST, **concluded("CHANGED", FIRST, "DEMOTION"))
    assert "correct" in life.duties

    life.do("end_review", "2024-04-15")

    assert not life.state.open_appeals
    assert "correct" not in life.duties
    assert life.refused("end_review", "2024-04-16").rule == "3.16"


@pytest.mark.parametrize("final", [True, False])
def test_nothing_is_disputed_once_the_decision_is_revoked(final: bool) -> None:
    """Given a revoked decision, when another appeal changes it, the follow-up stays closed."""
    life = carried_out("ADMIN_MAJOR_DEMERIT")
    life.do("file_appeal", "2024-03-25").do("file_appeal", "2024-03-25", reference="L-2")
    life.do("appeal_concluded", FIRST, **concluded("REVOKED", FIRST))
    reversed_all(life, "2024-04-11")

    day = "2024-04-20"
    said = answer("CHANGED", day, "ADMIN_DEMERIT", final=final, appeal=2)
    life.do("appeal_concluded", day, **said)

    assert life.over
    assert not standing(life)
    assert len(life.state.corrections) == 1


def test_a_revoked_decision_hears_its_first_conclusion_again_without_dispute() -> None:
    life = corrected(changed_first("ADMIN_MAJOR_DEMERIT", left="ADMIN_DEMERIT"), "2024-05-06")

    life.do("appeal_concluded", "2024-06-20", **answer("CHANGED", FIRST, "ADMIN_DEMERIT"))

    assert life.over


def test_the_second_stage_holds_the_follow_up_open_until_it_ends() -> None:
    """Given a first answer, when the next higher organ takes it, it is open until that is final."""
    life = carried_out("ADMIN_DISMISSAL").do("record_revisit", "2024-04-01")
    life.do("file_appeal", "2024-04-02")
    life.do("appeal_concluded", FIRST, **answer("UPHELD", FIRST, final=False))
    life.do("appeal_taken", "2024-04-20", serial=2)
    life.do("decline_reinstatement", "2024-06-03", why="CONDITIONS_NOT_MET")
    assert life.stage == "IMPACT_PERIOD"
    assert "appeal" in life.decider.standing(life.state).tags

    life.do("appeal_concluded", "2024-07-01", **answer("UPHELD", "2024-07-01"))

    assert life.stage == "CLOSED"


def test_a_second_stage_that_is_only_referred_holds_nothing() -> None:
    life = carried_out().do("file_appeal", "2024-04-02").do("appeal_taken", "2024-04-03")
    life.do("appeal_concluded", FIRST, **answer("UPHELD", FIRST, final=False))

    life.do("appeal_taken", "2024-08-20", serial=2, in_time=False, referred=True)

    assert not life.state.open_appeals
    assert life.state.appeals[0].in_time
    assert life.state.appeals[0].number == f"{NUMBER}-A1"
