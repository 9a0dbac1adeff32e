"""Everything a term refuses to be, each with a sentence that says why."""

from datetime import date, datetime

import pytest

from tests.domain.term_samples import CALENDAR, MONTH, NEXT, more, suspended, term
from workflows.domain.calendars import SHANGHAI
from workflows.domain.terms import Budget, Extension, Suspension, to_plain


@pytest.mark.parametrize("parts", [{}, {"days": -1}, {"months": 1, "working_days": -1}])
def test_a_budget_that_gives_nothing_or_takes_something_is_refused(parts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least one month, day or working day"):
        Budget(**parts)


@pytest.mark.parametrize("parts", [{"months": 1300}, {"days": 40_000}, {"working_days": 10**9}])
def test_a_budget_of_more_than_a_century_is_refused(parts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="a hundred years at the most"):
        Budget(**parts)


def test_extensions_cannot_add_up_to_more_than_a_century() -> None:
    a_term = term(date(2026, 3, 1), Budget(months=700))

    with pytest.raises(ValueError, match="a hundred years at the most"):
        a_term.extend(more(Budget(months=700), date(2026, 3, 2)))


def test_a_second_open_suspension_is_refused() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10))

    with pytest.raises(ValueError, match="suspended already: resume it first"):
        suspended(a_term, date(2026, 3, 12))


def test_resuming_what_is_not_suspended_is_refused() -> None:
    closed = suspended(term(date(2026, 3, 1)), date(2026, 3, 10), date(2026, 3, 11))

    with pytest.raises(ValueError, match="there is nothing to resume"):
        closed.resume(date(2026, 3, 12))


def test_resuming_before_the_suspension_began_is_refused() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10))

    with pytest.raises(ValueError, match="cannot end on 2026-03-09, before 2026-03-10"):
        a_term.resume(date(2026, 3, 9))


def test_suspending_before_the_anchor_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be suspended before it starts on 2026-03-01"):
        suspended(term(date(2026, 3, 1)), date(2026, 2, 28))


def test_extending_before_the_anchor_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be extended before it starts on 2026-03-01"):
        term(date(2026, 3, 1)).extend(more(MONTH, date(2026, 2, 28)))


@pytest.mark.parametrize("field", ["reason", "basis", "by"])
def test_a_suspension_or_extension_without_reason_basis_or_officer_is_refused(field: str) -> None:
    words = {"reason": "另有线索", "basis": "A05", "by": "officer-7", field: " "}

    with pytest.raises(ValueError, match=f"a suspension needs {field}"):
        Suspension(since=date(2026, 3, 1), until=None, **words)
    with pytest.raises(ValueError, match=f"an extension needs {field}"):
        Extension(budget=MONTH, granted_on=date(2026, 3, 1), **words)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1991, 9, 15), date(9999, 12, 31)])
def test_days_nobody_can_have_meant_are_refused(day: date) -> None:
    with pytest.raises(ValueError, match="is not between 1992 and 2999"):
        term(day)
    with pytest.raises(ValueError, match="is not between 1992 and 2999"):
        more(MONTH, day)
    with pytest.raises(ValueError, match="is not between 1992 and 2999"):
        suspended(term(date(2026, 3, 1)), day)


def test_a_moment_is_not_a_day() -> None:
    with pytest.raises(ValueError, match="anchor: a day without a time of day"):
        term(datetime(2026, 3, 1, 9, 30, tzinfo=SHANGHAI))


def test_the_longest_terms_still_end_on_a_day_that_exists() -> None:
    longest = term(date(2999, 12, 31), Budget(months=1150), NEXT)
    put_off = suspended(term(date(2026, 3, 1)), date(2026, 3, 2), date(2999, 12, 31))

    assert longest.due(CALENDAR) == date(3095, 10, 31)
    assert put_off.due(CALENDAR) == date(3000, 1, 30)


def test_a_refused_change_leaves_the_term_as_it_was() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10))
    before = to_plain(a_term)

    with pytest.raises(ValueError, match="resume it first"):
        suspended(a_term, date(2026, 3, 12))

    assert to_plain(a_term) == before
