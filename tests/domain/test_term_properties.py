"""What holds for every term: order never matters, printed days add up, nothing is counted twice."""

import json
from collections.abc import Callable
from datetime import date

from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.domain.term_histories import (
    DAY,
    Fact,
    anchors,
    budgets,
    fresh,
    histories,
    reported,
    rolls,
    sizes,
    terms,
    walked,
)
from tests.domain.term_samples import CALENDAR
from workflows.domain.calendars import Calendar, CalendarYear
from workflows.domain.terms import Budget, Roll, Suspension, Term, from_plain, to_plain


@given(terms)
def test_the_due_day_is_the_one_a_clerk_would_count_on_a_wall_calendar(term: Term) -> None:
    assert term.due(CALENDAR) == walked(term, CALENDAR)


@given(anchors, budgets, rolls, histories(), st.data())
def test_any_order_of_suspending_resuming_and_extending_gives_the_same_term(
    anchor: date, budget: Budget, roll: Roll, facts: list[Fact], data: st.DataObject
) -> None:
    other_order = data.draw(st.permutations(facts))

    one, other = reported(fresh(anchor, budget, roll), facts), fresh(anchor, budget, roll)
    other = reported(other, other_order)

    assert one == other
    assert one.due(CALENDAR) == other.due(CALENDAR)
    assert one.explain(CALENDAR) == other.explain(CALENDAR)


@given(terms)
def test_the_printed_days_add_up(term: Term) -> None:
    notes, due = term.explain(CALENDAR), term.due(CALENDAR)

    counted = [note for note in notes if note.counted]
    assert [note.day for note in notes] == [term.anchor + n * DAY for n in range(len(notes))]
    assert [note.running for note in counted] == list(range(1, len(counted) + 1))
    assert notes[-1].running == len(counted)
    if due is None:
        assert any(s.until is None and s.covers(notes[-1].day) for s in term.suspensions)
        assert notes[-1].text.zh.endswith("尚未恢复，届满日未定")
        assert len(counted) <= sum(sizes(term))
    else:
        assert notes[-1].day == due
        assert len(counted) == sum(sizes(term))
        assert notes[-1].text.zh.endswith("期限于本日23:59:59届满")


@given(terms)
def test_no_suspended_day_is_counted_and_no_sentence_is_left_unfilled(term: Term) -> None:
    for note in term.explain(CALENDAR):
        assert not (note.counted and any(part.covers(note.day) for part in term.suspensions))
        assert "{" not in note.text.both()


@given(terms)
def test_a_term_never_ends_on_or_before_its_anchor(term: Term) -> None:
    due = term.due(CALENDAR)

    assert due is None or due > term.anchor


@given(anchors, st.integers(1, 60), st.integers(1, 60), st.integers(0, 60))
def test_a_suspension_of_k_days_inside_a_term_of_days_moves_its_end_by_k(
    anchor: date, days: int, first: int, k: int
) -> None:
    assume(first <= days)
    term = fresh(anchor, Budget(days=days), Roll.NONE)
    since = anchor + first * DAY

    moved = term.suspend(since, until=since + k * DAY, reason="r", basis="b", by="o")

    assert moved.due(CALENDAR) == anchor + (days + k) * DAY


@given(terms, st.integers(1, 90), st.integers(0, 90) | st.none())
def test_a_suspension_after_the_due_day_changes_nothing(
    term: Term, later: int, length: int | None
) -> None:
    due = term.due(CALENDAR)
    assume(due is not None and all(part.until for part in term.suspensions))
    assert due is not None
    since = due + later * DAY
    until = None if length is None else since + length * DAY

    after = term.suspend(since, until=until, reason="r", basis="b", by="o")

    assert after.due(CALENDAR) == due
    assert after.explain(CALENDAR) == term.explain(CALENDAR)


@given(terms, st.integers(0, 90), st.integers(0, 90))
def test_a_suspension_never_costs_a_day(term: Term, first: int, k: int) -> None:
    due, since = term.due(CALENDAR), term.anchor + first * DAY

    longer = Term(
        term.key, term.anchor, term.budget, term.basis, term.roll,
        (*term.suspensions, Suspension(since, since + k * DAY, "r", "b", "o")), term.extensions,
    )  # fmt: skip
    later = longer.due(CALENDAR)

    assert later is None if due is None else later is None or later >= due


@given(anchors, budgets, histories())
def test_a_rolled_term_ends_on_a_working_day_and_never_earlier(
    anchor: date, budget: Budget, facts: list[Fact]
) -> None:
    rolled = reported(fresh(anchor, budget, Roll.NEXT_WORKING_DAY), facts).due(CALENDAR)
    plain = reported(fresh(anchor, budget, Roll.NONE), facts).due(CALENDAR)

    if rolled is not None:
        assert plain is not None
        assert CALENDAR.is_working_day(rolled)
        assert rolled >= plain


@given(anchors, st.integers(1, 60))
@example(date(2026, 1, 31), 1)
@example(date(2024, 1, 31), 1)
@example(date(2024, 2, 29), 12)
@example(date(2025, 12, 31), 2)
def test_a_month_later_is_the_corresponding_day_or_the_last_of_the_month(
    anchor: date, months: int
) -> None:
    due = fresh(anchor, Budget(months=months), Roll.NONE).due(CALENDAR)

    assert due is not None
    assert (due.year * 12 + due.month) - (anchor.year * 12 + anchor.month) == months
    assert due.day == anchor.day or (due.day < anchor.day and (due + DAY).day == 1)


@given(terms)
def test_what_is_left_is_nothing_on_the_due_day_and_falls_by_one_on_each_day_that_counts(
    term: Term,
) -> None:
    due = term.due(CALENDAR)
    assume(due is not None)
    assert due is not None

    at_due, next_day = term.remaining(CALENDAR, due), term.remaining(CALENDAR, due + DAY)
    lefts = [
        term.remaining(CALENDAR, term.anchor + n * DAY) for n in range((due - term.anchor).days)
    ]
    known = [left.days for left in lefts if left]

    assert at_due is not None
    assert next_day is not None
    assert (at_due.days, at_due.working_days, next_day.days) == (0, 0, -1)
    assert known == list(range(len(known), 0, -1))


ASKED: list[date] = []


class Listening(Calendar):
    """The same calendar, which writes down what it was asked."""

    def is_working_day(self, day: date) -> bool:
        ASKED.append(day)
        return Calendar.is_working_day(self, day)


@given(terms)
def test_a_date_is_provisional_exactly_if_a_day_of_an_unpublished_year_was_asked_for(
    term: Term,
) -> None:
    ASKED.clear()
    term.due(Listening(CALENDAR.years))

    assert term.is_provisional(CALENDAR) == any(not CALENDAR.knows(day) for day in ASKED)


def notice(year: int) -> Callable[[set[int]], CalendarYear]:
    def made(offsets: set[int]) -> CalendarYear:
        days = [date(year, 1, 1) + n * DAY for n in sorted(offsets)]
        worked = tuple(day for day in days if day.weekday() >= 5)
        return CalendarYear(year, 1, "any", tuple(d for d in days if d.weekday() < 5), worked)

    return made


@given(terms, st.sets(st.integers(0, 364), max_size=120))
def test_a_date_that_is_not_provisional_stands_whatever_the_next_notice_says(
    term: Term, offsets: set[int]
) -> None:
    assume(not term.is_provisional(CALENDAR))

    later = Calendar((*CALENDAR.years, notice(2027)(offsets)))

    assert term.due(later) == term.due(CALENDAR)
    assert term.explain(later) == term.explain(CALENDAR)


@given(terms)
def test_a_term_written_down_is_read_back_the_same(term: Term) -> None:
    read = from_plain(json.loads(json.dumps(to_plain(term))))

    assert read == term
    assert hash(read) == hash(term)
    assert read.summary() == term.summary()
