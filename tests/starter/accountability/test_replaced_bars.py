"""What barred a subject before a correction stays in the answers to `eligible` and `why` (3.16)."""

from datetime import date
from typing import Any

import pytest

from starter.accountability.consequences import answer, explained
from starter.case_file.journal import Journal
from tests.domain.follow_up.builders import NUMBER, carried_out
from workflows.domain.accountability_rules.codes import RestrictionKind

PROMOTION = RestrictionKind.PROMOTION
DAY = "2024-06-03"
TOLD: Any = None


@pytest.fixture
def journal() -> Journal:
    """Return the journal of a removal of 1 March 2024, revoked on 3 June."""
    life = carried_out().do("correct", DAY)
    return Journal(NUMBER, [], life.decider, TOLD, life.steps, TOLD)


def test_a_day_before_the_correction_tells_what_barred_then(journal: Journal) -> None:
    """Given a revoked removal, when asked for a day it barred, that is said with the correction."""
    before = answer(journal, PROMOTION, date(2024, 6, 2))

    assert any("2024-06-03 第 1 次纠正之前" in each["text_zh"] for each in before["reasons"])
    assert any("until correction 1" in each["text_en"] for each in before["reasons"])


@pytest.mark.parametrize("day", ["2024-02-29", DAY, "2026-01-01"])
def test_other_days_tell_nothing_of_it(journal: Journal, day: str) -> None:
    found = answer(journal, PROMOTION, date.fromisoformat(day))

    assert found["eligible"]
    assert not [each for each in found["reasons"] if "纠正" in each["text_zh"]]


def test_why_counts_the_days_of_what_was_replaced(journal: Journal) -> None:
    (told,) = explained(journal, PROMOTION)

    assert told["superseded_by"] == 1
    assert "纠正之前" in told["why_zh"]
    assert told["last_day"] == "2025-02-28"
    assert told["days"]
