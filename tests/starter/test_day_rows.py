"""How `why` lays out the days of a term."""

from datetime import date, timedelta

from starter.commands.why import day_told
from starter.day_rows import FEW, day_rows
from tests.domain.parts import CALENDAR_DATA
from workflows.domain.terms import Budget, Ends, Term


def rows_of(term: Term) -> list[str]:
    told = [day_told(note) for note in term.explain(CALENDAR_DATA)]
    return [str(row.cells[0]) for row in day_rows(told)]


def a_term(days: int = 0, months: int = 0, ends: Ends = Ends.ON_CORRESPONDING_DAY) -> Term:
    budget = Budget(days=days, months=months)
    return Term(key="t", anchor=date(2026, 3, 1), budget=budget, basis="test", ends=ends)


def test_a_short_term_is_told_day_by_day():
    rows = rows_of(a_term(days=FEW - 1))

    assert rows == [(date(2026, 3, 1) + timedelta(days=n)).isoformat() for n in range(FEW)]


def test_a_long_term_is_told_month_by_month_with_its_first_and_last_day():
    rows = rows_of(a_term(months=4, ends=Ends.DAY_BEFORE))

    assert rows == [
        "2026-03-01",
        "2026-03-02 … 03-31",
        "2026-04-01 … 04-30",
        "2026-05-01 … 05-31",
        "2026-06-01 … 06-29",
        "2026-06-30",
    ]


def test_a_day_that_does_not_count_stands_for_itself_in_a_long_term():
    term = a_term(months=4).suspend(
        date(2026, 4, 10), until=date(2026, 4, 12), reason="r", basis="b", by="li"
    )

    rows = rows_of(term)

    assert rows[2:6] == ["2026-04-01 … 04-09", "2026-04-10", "2026-04-11", "2026-04-12 … 04-30"]
