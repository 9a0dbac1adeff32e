"""What suspending, resuming and extending does to a term, and what is left of it on a day."""

from datetime import date

from tests.domain.term_samples import CALENDAR, MONTH, NEXT, more, suspended, term
from workflows.domain.terms import Budget, Remaining


def test_a_suspension_gives_back_exactly_its_days() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10), date(2026, 3, 20))

    assert a_term.due(CALENDAR) == date(2026, 4, 11)


def test_overlapping_suspensions_count_each_day_once() -> None:
    apart = suspended(term(date(2026, 3, 1)), date(2026, 3, 10), date(2026, 3, 20))
    both = suspended(apart, date(2026, 3, 15), date(2026, 3, 22))
    inside = suspended(both, date(2026, 3, 11), date(2026, 3, 12))

    assert both.due(CALENDAR) == inside.due(CALENDAR) == date(2026, 4, 13)


def test_a_suspension_in_the_days_won_by_another_counts_as_well() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10), date(2026, 3, 20))

    assert suspended(a_term, date(2026, 4, 5), date(2026, 4, 7)).due(CALENDAR) == date(2026, 4, 13)


def test_while_a_suspension_is_open_there_is_no_due_day() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10))

    assert a_term.due(CALENDAR) is None
    assert a_term.due_at(CALENDAR) is None
    assert a_term.remaining(CALENDAR, date(2026, 3, 12)) is None
    assert a_term.resume(date(2026, 3, 20)).due(CALENDAR) == date(2026, 4, 11)


def test_a_suspension_after_the_due_day_changes_nothing_even_while_open() -> None:
    a_term = term(date(2026, 3, 1))

    late = suspended(a_term, date(2026, 4, 2))

    assert late.due(CALENDAR) == date(2026, 4, 1)
    assert late.explain(CALENDAR) == a_term.explain(CALENDAR)
    assert late.remaining(CALENDAR, date(2026, 4, 3)) == Remaining(days=-2, working_days=-2)


def test_an_extension_may_bring_a_later_suspension_into_the_term() -> None:
    late = suspended(term(date(2026, 3, 1)), date(2026, 4, 2), date(2026, 4, 5))

    assert late.extend(more(MONTH, date(2026, 3, 30))).due(CALENDAR) == date(2026, 5, 4)


def test_a_suspension_on_the_due_day_itself_keeps_that_day_for_later() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 4, 1))

    assert a_term.due(CALENDAR) is None
    assert a_term.resume(date(2026, 4, 20)).due(CALENDAR) == date(2026, 4, 20)


def test_a_suspension_among_the_rest_days_at_the_end_keeps_the_last_day_too() -> None:
    rolling = term(date(2026, 9, 3), roll=NEXT)  # ends 3 October, moves to the 8th

    open_one = suspended(rolling, date(2026, 10, 5))

    assert open_one.due(CALENDAR) is None
    assert open_one.resume(date(2026, 10, 7)).due(CALENDAR) == date(2026, 10, 8)
    assert open_one.resume(date(2026, 10, 20)).due(CALENDAR) == date(2026, 10, 20)
    assert suspended(rolling, date(2026, 10, 9)).due(CALENDAR) == date(2026, 10, 8)


def test_a_suspension_from_the_anchor_day_on_leaves_the_whole_budget() -> None:
    a_term = suspended(term(date(2026, 3, 1), Budget(days=3)), date(2026, 3, 1), date(2026, 3, 9))

    assert a_term.due(CALENDAR) == date(2026, 3, 11)


def test_resuming_on_the_day_of_suspension_changes_nothing() -> None:
    a_term = term(date(2026, 3, 1))

    same_day = suspended(a_term, date(2026, 3, 10)).resume(date(2026, 3, 10))

    assert same_day.due(CALENDAR) == a_term.due(CALENDAR)


def test_working_days_in_a_suspension_do_not_count() -> None:
    a_term = suspended(
        term(date(2026, 10, 7), Budget(working_days=3)), date(2026, 10, 9), date(2026, 10, 12)
    )

    assert a_term.due(CALENDAR) == date(2026, 10, 13)  # the 8th, then the 12th and 13th


def test_a_working_day_term_suspended_in_its_second_part_has_no_due_day() -> None:
    a_term = suspended(term(date(2026, 3, 1), Budget(days=3, working_days=3)), date(2026, 3, 6))

    assert a_term.due(CALENDAR) is None
    assert a_term.explain(CALENDAR)[-1].day == date(2026, 3, 6)
    assert a_term.explain(CALENDAR)[-1].running == 4


def test_extension_months_are_summed_before_they_are_counted() -> None:
    a_term = term(date(2026, 1, 31)).extend(more(MONTH, date(2026, 2, 20)))

    assert a_term.due(CALENDAR) == date(2026, 3, 31)


def test_what_is_left_counts_down_to_the_due_day_and_then_below_zero() -> None:
    a_term = term(date(2026, 9, 3), roll=NEXT)

    assert a_term.remaining(CALENDAR, date(2026, 9, 30)) == Remaining(days=8, working_days=1)
    assert a_term.remaining(CALENDAR, date(2026, 10, 8)) == Remaining(days=0, working_days=0)
    assert a_term.remaining(CALENDAR, date(2026, 10, 12)) == Remaining(days=-4, working_days=-3)


def test_what_is_left_stands_still_in_a_suspension_and_leaves_it_out_before() -> None:
    a_term = suspended(term(date(2026, 3, 1)), date(2026, 3, 10), date(2026, 3, 20))

    before = a_term.remaining(CALENDAR, date(2026, 3, 9))
    after = a_term.remaining(CALENDAR, date(2026, 3, 20))

    assert before is not None
    assert after is not None
    assert (before.days, after.days) == (23, 22)  # the 20th itself has counted by its end
    assert a_term.remaining(CALENDAR, date(2026, 3, 10)) is None
    assert a_term.remaining(CALENDAR, date(2026, 3, 19)) is None
