"""Steps follow each other in legal time as well: none is dated before the one it follows (0.3)."""

from datetime import date

import pytest

from tests.domain.builders import a_life


@pytest.mark.parametrize("stage", ["EVALUATING", "COLLECTIVE_STUDY", "PRINCIPAL_REVIEW"])
def test_0_3_a_step_is_not_dated_before_the_one_it_follows(stage: str) -> None:
    life = a_life(stage)
    kind = {"EVALUATING": "give_opinion", "COLLECTIVE_STUDY": "record_study"}.get(stage, "review")

    refusal = life.refused(kind, "2026-03-30", effective_on="2026-03-01")

    assert refusal.rule == "0.3"


def test_0_3_approval_is_not_dated_before_the_review() -> None:
    life = a_life("AWAITING_APPROVAL")

    assert life.refused("approve", "2026-03-30", effective_on="2026-03-23").rule == "0.3"
    life.do("approve", "2026-03-30", effective_on="2026-03-24")
    assert life.steps[-1].event.effective_on == date(2026, 3, 24)
