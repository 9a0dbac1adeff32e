"""A period that ends the day before its corresponding day (rulebook 0.3, 3.10)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.domain.term_histories import months_after
from tests.domain.term_samples import CALENDAR, MONTH, NEXT, more, suspended, term
from workflows.domain.terms import Budget, Ends, Term, from_plain, to_plain

DAY = timedelta(days=1)


def period(anchor: date, months: int = 12, days: int = 0) -> Term:
    return Term(
        key="impact",
        anchor=anchor,
        budget=Budget(months=months, days=days),
        basis="Hubei Art. 19",
        ends=Ends.DAY_BEFORE,
    )


@pytest.mark.parametrize(
    ("anchor", "months", "last_day"),
    [
        (date(2024, 3, 1), 12, date(2025, 2, 28)),  # rulebook 3.10 (a)
        (date(2024, 3, 1), 24, date(2026, 2, 28)),  # (b)
        (date(2024, 3, 1), 18, date(2025, 8, 31)),  # (c)
        (date(2023, 3, 1), 12, date(2024, 2, 29)),  # the day before 1 March of a leap year
        (date(2024, 2, 29), 12, date(2025, 2, 27)),  # 0.3: 29 February clamps to the 28th
        (date(2024, 2, 29), 48, date(2028, 2, 28)),  # 29 February again: no clamp
        (date(2025, 8, 31), 6, date(2026, 2, 27)),  # no 31st: the month's end, then a day less
        (date(2026, 3, 31), 18, date(2027, 9, 29)),
        (date(2024, 1, 1), 12, date(2024, 12, 31)),
    ],
)
def test_0_3_a_period_ends_the_day_before_the_corresponding_day(
    anchor: date, months: int, last_day: date
) -> None:
    assert period(anchor, months).due(CALENDAR) == last_day


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 60))
def test_0_3_both_ways_to_end_differ_by_exactly_one_day(anchor: date, months: int) -> None:
    budget = Budget(months=months)

    assert term(anchor, budget).due(CALENDAR) == months_after(anchor, months)
    assert period(anchor, months).due(CALENDAR) == months_after(anchor, months) - DAY


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 24))
def test_every_day_of_a_period_counts_from_the_anchor_to_the_last(
    anchor: date, months: int
) -> None:
    notes = period(anchor, months).explain(CALENDAR)

    assert notes[0].day == anchor
    assert notes[-1].day == months_after(anchor, months) - DAY
    assert [note.running for note in notes] == list(range(1, len(notes) + 1))
    assert all(note.counted for note in notes)


def test_the_words_say_that_the_first_day_counts_and_which_is_the_last() -> None:
    notes = period(date(2024, 3, 1)).explain(CALENDAR)

    assert notes[0].text.zh == "起算之日，计入，第1日"
    assert notes[-1].text.zh == "计入，第365日；期限于本日23:59:59届满"
    summary = period(date(2024, 3, 1)).summary()
    assert summary.zh.startswith("自2024-03-01起算，期限12个月；至对应日的前一日止")
    assert summary.en.startswith("12 months, counted from 2024-03-01; it ends the day before")


def test_a_period_of_one_day_ends_with_its_first() -> None:
    (only,) = period(date(2024, 3, 1), months=0, days=1).explain(CALENDAR)

    assert (only.day, only.running) == (date(2024, 3, 1), 1)
    assert only.text.zh == "起算之日，计入，第1日；期限于本日23:59:59届满"


def test_a_suspended_period_loses_no_day() -> None:
    a_period = suspended(period(date(2024, 3, 1)), date(2024, 5, 1), date(2024, 5, 11))

    assert a_period.due(CALENDAR) == date(2025, 3, 10)
    assert a_period.explain(CALENDAR)[-1].running == 365
    assert a_period.extend(more(MONTH, date(2024, 6, 1))).due(CALENDAR) == date(2025, 4, 10)


@pytest.mark.parametrize("changes", [{"budget": Budget(working_days=5)}, {"roll": NEXT}])
def test_what_has_working_days_or_rolls_is_no_such_period(changes: dict[str, object]) -> None:
    given_anyhow = {"budget": MONTH, "key": "impact", "basis": "Art. 19", **changes}

    with pytest.raises(ValueError, match="ends the day before has months and days and never rolls"):
        Term(anchor=date(2024, 3, 1), ends=Ends.DAY_BEFORE, **given_anyhow)  # type: ignore[arg-type]


def test_working_days_cannot_be_added_to_it_either() -> None:
    with pytest.raises(ValueError, match="never rolls"):
        period(date(2024, 3, 1)).extend(more(Budget(working_days=3), date(2024, 5, 1)))


class Holder(BaseModel):
    term: Term


def test_how_it_ends_is_written_down_and_an_older_term_ends_as_it_always_did() -> None:
    a_period, older = period(date(2024, 3, 1)), to_plain(term(date(2024, 3, 1)))
    del older["ends"]

    assert to_plain(a_period)["ends"] == "day_before"
    assert from_plain(to_plain(a_period)) == a_period
    assert Holder.model_validate_json(Holder(term=a_period).model_dump_json()).term == a_period
    assert from_plain(older) == Holder.model_validate({"term": older}).term
    assert from_plain(older).due(CALENDAR) == date(2024, 4, 1)


def test_an_unknown_way_to_end_is_refused() -> None:
    with pytest.raises(ValueError, match="'never' is not a valid Ends"):
        from_plain({**to_plain(period(date(2024, 3, 1))), "ends": "never"})
