"""Where a term ends: worked dates from the rules, months, rolling, and that it is found fast."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from time import process_time

import pytest

from tests.domain.term_samples import CALENDAR, NEXT, term
from workflows.domain.calendars import SHANGHAI
from workflows.domain.terms import Budget

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("anchor", "due"),
    [
        # Rulebook 2.8, "Worked dates for tests".
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2023, 1, 31), date(2023, 2, 28)),
        (date(2024, 12, 15), date(2025, 1, 15)),
        (date(2024, 3, 1), date(2024, 4, 1)),  # own initiative, the earlier of two clocks
        (date(2024, 3, 20), date(2024, 4, 20)),  # the application's clock beside it
        (date(2024, 5, 10), date(2024, 6, 10)),  # application waited for the verification
        (date(2024, 7, 8), date(2024, 8, 8)),  # the last other lead closed: a new clock
    ],
)
def test_rulebook_2_8_worked_dates(anchor: date, due: date) -> None:
    a_term = term(anchor)

    assert a_term.due(CALENDAR) == due
    assert a_term.due_at(CALENDAR) == datetime(
        due.year, due.month, due.day, 23, 59, 59, tzinfo=SHANGHAI
    )


@pytest.mark.parametrize(
    ("received", "due"),
    [
        # Public rules on working days, "Worked deadlines (1 month, computed)"; 民法典 203.
        (date(2026, 9, 3), date(2026, 10, 8)),  # National Day
        (date(2026, 1, 31), date(2026, 2, 28)),  # a make-up Saturday is worked: no roll
        (date(2026, 8, 27), date(2026, 9, 28)),  # Mid-Autumn Sunday
        (date(2026, 8, 31), date(2026, 9, 30)),
    ],
)
def test_worked_deadlines_that_roll_past_rest_days(received: date, due: date) -> None:
    assert term(received, roll=NEXT).due(CALENDAR) == due


@pytest.mark.parametrize(
    ("decided", "years", "end"),
    [
        # Rulebook 0.3 (years are calendar years) and 3.10, worked examples (a) and (b).
        (date(2024, 3, 1), 1, date(2025, 3, 1)),
        (date(2024, 3, 1), 2, date(2026, 3, 1)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
    ],
)
def test_rulebook_0_3_years_are_calendar_years(decided: date, years: int, end: date) -> None:
    assert term(decided, Budget(months=12 * years)).due(CALENDAR) == end


@pytest.mark.parametrize(
    ("months", "due"),
    [
        (1, date(2024, 2, 29)),
        (2, date(2024, 3, 31)),
        (3, date(2024, 4, 30)),
        (13, date(2025, 2, 28)),
    ],
)
def test_months_are_chained_from_the_anchor_not_from_one_another(months: int, due: date) -> None:
    assert term(date(2024, 1, 31), Budget(months=months)).due(CALENDAR) == due


def test_rulebook_2_8_t_cl2_five_working_days_skip_the_national_holiday() -> None:
    approved = term(date(2026, 9, 30), Budget(working_days=5))

    assert approved.due(CALENDAR) == date(2026, 10, 13)  # 8, 9, Saturday 10, 12, 13 October


def test_rulebook_2_8_t_cl4_three_working_days_over_the_new_year() -> None:
    done = term(date(2025, 12, 31), Budget(working_days=3))

    assert done.due(CALENDAR) == date(2026, 1, 6)  # Sunday the 4th is worked


def test_days_follow_months_and_working_days_follow_days() -> None:
    mixed = term(date(2026, 8, 31), Budget(months=1, days=3, working_days=2), NEXT)

    assert mixed.due(CALENDAR) == date(2026, 10, 9)  # 30 September, 3 October, then the 8th, 9th


def test_a_term_does_not_roll_unless_the_rule_pack_says_so() -> None:
    assert term(date(2026, 9, 3)).due(CALENDAR) == date(2026, 10, 3)


def test_a_due_day_is_found_fast_enough_to_ask_at_every_turn() -> None:
    a_term = term(date(2026, 9, 3), roll=NEXT)
    begun = process_time()

    for _ in range(2000):
        a_term.due(CALENDAR)

    assert process_time() - begun < 0.5  # thirty times what it takes


def test_a_term_is_explained_without_pydantic_and_without_time_zone_files() -> None:
    program = (
        "import sys, workflows.domain.terms;"
        "print(sorted({'pydantic', 'zoneinfo', 'temporalio'} & set(sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)

    assert (ran.stdout.strip(), ran.returncode) == ("[]", 0)
