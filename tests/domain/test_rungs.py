"""Rungs at the very moment a matter learns of its term (rulebook 0.3: each rung once, in order)."""

from datetime import date, datetime, timedelta

import pytest

from tests.domain.parts import CALENDAR_DATA
from workflows.domain.calendars import SHANGHAI
from workflows.domain.deadlines import Deadline, Ladder, Rung, next_rung
from workflows.domain.roles import Role
from workflows.domain.terms import Budget, Term
from workflows.domain.text import Text

LADDER = Ladder(rungs=(Rung(days_before=1), Rung(at_due=True)), source="test")
DAY_BEFORE = datetime(2026, 4, 10, 9, tzinfo=SHANGHAI)
"""When the first rung of a term that is due on 11 April fires."""


def deadline(opened_at: datetime) -> Deadline:
    term = Term(key="t", anchor=date(2026, 4, 1), budget=Budget(days=10), basis="test")
    return Deadline(
        key="t",
        label=Text("期限", "term"),
        term=term,
        ladder=LADDER,
        opened_at=opened_at,
        awaited=Role.PRINCIPAL,
        organ="DW",
    )


@pytest.mark.parametrize(
    ("opened_at", "first"),
    [
        (DAY_BEFORE - timedelta(microseconds=1), 0),
        (DAY_BEFORE, 1),
        (DAY_BEFORE + timedelta(microseconds=1), 1),
    ],
    ids=["just before", "at the very moment", "just after"],
)
def test_0_3_a_rung_that_is_not_ahead_when_the_term_is_learnt_of_never_fires(
    opened_at: datetime, first: int
) -> None:
    coming = next_rung(deadline(opened_at), CALENDAR_DATA)

    assert coming is not None
    assert coming[0] == first
