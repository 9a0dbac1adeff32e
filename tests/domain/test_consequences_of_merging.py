"""A sanction inside a running one, merged periods and their cap, the two phases of 留党察看."""

from datetime import date

import pytest

from tests.domain.accountability_parts import CALENDAR, RULES, TO_THE_DAY, follows
from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.consequences.eligibility import eligible
from workflows.domain.consequences.reckoning import measure_given
from workflows.domain.consequences.values import Imposed, Running
from workflows.domain.lifecycle import Rejected

PROMOTION = RestrictionKind.PROMOTION
NEW = date(2024, 7, 10)
WARNING = Running(measure="PARTY_WARNING", since=date(2024, 1, 10), last_day=date(2025, 1, 9))
DEMERIT = Running(measure="ADMIN_DEMERIT", since=date(2024, 1, 10), last_day=date(2025, 1, 9))


def test_a_party_sanction_inside_a_running_one_gets_the_rest_added() -> None:
    # 184 days are left on 10 July 2024, that day included; then 18 months.
    found = follows(NEW, "PARTY_SERIOUS_WARNING", running=(WARNING,))

    assert found.impact_end == date(2026, 7, 13)
    new = next(r for r in found.periods if not r.earlier)
    assert "尚余184日，与新处分影响期相加" in new.why.zh
    assert "期限18个月加184日" in new.why.zh


def test_the_sum_has_no_cap_for_party_sanctions() -> None:
    long = Running(measure="PARTY_EXPULSION", since=date(2024, 1, 1), last_day=date(2028, 12, 31))

    found = follows(NEW, "REMOVAL_FROM_PARTY_POST", running=(long,))

    assert found.impact_end == date(2031, 1, 1)  # 2029-01-01, and two years


def test_an_administrative_sum_is_capped_at_48_months() -> None:
    long = Running(measure="ADMIN_REMOVAL", since=date(2023, 7, 10), last_day=date(2027, 7, 9))

    found = follows(NEW, "ADMIN_MAJOR_DEMERIT", running=(long,))

    assert found.impact_end == date(2028, 7, 10)
    assert any("48个月" in r.why.zh for r in found.periods)


def test_an_administrative_sum_below_the_cap_is_the_sum() -> None:
    assert follows(NEW, "ADMIN_DEMERIT", running=(DEMERIT,)).impact_end == date(2026, 1, 10)


@pytest.mark.parametrize(
    ("running", "measure"),
    [
        (WARNING, "ADMIN_WARNING"),  # of another nature
        (WARNING, "ADMONITION_TALK"),
        (DEMERIT, "PARTY_WARNING"),
    ],
)
def test_a_running_sanction_of_another_nature_is_not_added(running: Running, measure: str) -> None:
    alone, found = follows(NEW, measure), follows(NEW, measure, running=(running,))

    assert found.impact_end == max(alone.impact_end or NEW, date(2025, 1, 10))
    assert all("相加" not in r.why.zh for r in found.restrictions)


@pytest.mark.parametrize(
    ("day", "impact_end"),
    [
        (date(2025, 1, 9), date(2026, 1, 10)),  # its last day: one day is left
        (date(2025, 1, 10), date(2026, 1, 10)),  # the day after: nothing is left
    ],
)
def test_what_is_left_is_counted_through_the_last_day(day: date, impact_end: date) -> None:
    assert follows(day, "PARTY_WARNING", running=(WARNING,)).impact_end == impact_end


def test_with_the_corresponding_day_as_the_last_one_nothing_is_counted_twice() -> None:
    until = WARNING.but(last_day=date(2025, 1, 10))

    found = follows(NEW, "PARTY_WARNING", running=(until,), rules=TO_THE_DAY)

    assert found.last_day == date(2026, 1, 10)


def test_a_running_sanction_still_bars_what_it_bars() -> None:
    found = follows(NEW, "CIRCULATED_CRITICISM", running=(WARNING,))

    answer = eligible(found.restrictions, PROMOTION, date(2025, 1, 9))
    assert not answer.allowed
    assert answer.reasons[0].zh.startswith("此前的党内警告：2025-01-09之前")
    assert found.impact_end == date(2025, 1, 10)
    assert found.term is not None


def test_a_sanction_that_was_over_before_the_decision_bars_nothing() -> None:
    assert follows(date(2025, 2, 1), "REMINDER_TALK", running=(WARNING,)).restrictions == ()


@pytest.mark.parametrize(("months", "impact_end"), [(6, date(2025, 1, 10)), (10, date(2025, 5, 10)),
                                                    (48, date(2028, 7, 10))])  # fmt: skip
def test_several_alike_may_be_given_one_period(months: int, impact_end: date) -> None:
    merged = Imposed(measure="ADMIN_WARNING", months=months)

    assert follows(NEW, merged).impact_end == impact_end


@pytest.mark.parametrize("months", [5, 49])
def test_a_merged_period_is_neither_shorter_than_one_nor_above_the_cap(months: int) -> None:
    with pytest.raises(Rejected) as caught:
        follows(NEW, Imposed(measure="ADMIN_WARNING", months=months))
    assert "months 应在 6 至 48 之间" in caught.value.message.zh


def test_without_a_party_post_a_serious_warning_takes_its_place_for_two_years() -> None:
    found = follows(NEW, "REMOVAL_FROM_PARTY_POST", holds_party_post=False)

    assert found.impact_end == date(2026, 7, 10)
    assert {r.measure for r in found.periods} == {"PARTY_SERIOUS_WARNING_FOR_REMOVAL"}
    assert "未担任党内职务，以此代替撤销党内职务" in found.periods[0].why.zh


@pytest.mark.parametrize(
    ("code", "holds", "given"),
    [
        ("REMOVAL_FROM_PARTY_POST", True, "REMOVAL_FROM_PARTY_POST"),
        ("REMOVAL_FROM_PARTY_POST", False, "PARTY_SERIOUS_WARNING_FOR_REMOVAL"),
        ("PARTY_SERIOUS_WARNING", False, "PARTY_SERIOUS_WARNING"),
        ("REMOVAL", False, "REMOVAL"),
    ],
)
def test_only_removal_from_party_posts_is_replaced(code: str, holds: bool, given: str) -> None:
    assert measure_given(code, RULES, holds_party_post=holds) == given


@pytest.mark.parametrize(
    ("measure", "restored", "impact_end"),
    [
        ("PARTY_PROBATION_1Y", None, date(2027, 7, 10)),  # 12 months, then 24
        ("PARTY_PROBATION_2Y", None, date(2028, 7, 10)),
        ("PARTY_PROBATION_1Y", date(2025, 7, 10), date(2027, 7, 10)),
        ("PARTY_PROBATION_1Y", date(2026, 7, 10), date(2028, 7, 10)),  # extended by a year
    ],
)
def test_party_probation_has_two_phases(
    measure: str, restored: date | None, impact_end: date
) -> None:
    found = follows(NEW, Imposed(measure=measure, rights_restored_on=restored))

    assert found.impact_end == impact_end
    for day in (NEW, date(2025, 7, 9), date(2025, 7, 10), date(2026, 6, 30), date(2027, 7, 9)):
        assert not eligible(found.restrictions, PROMOTION, day).allowed
    assumed = any("尚未登记" in r.why.zh for r in found.periods)
    assert assumed == (restored is None)


def test_rights_are_not_restored_before_the_observation_is_over() -> None:
    with pytest.raises(Rejected, match="不能在此之前"):
        follows(NEW, Imposed(measure="PARTY_PROBATION_1Y", rights_restored_on=date(2025, 7, 9)))


def test_what_is_left_of_an_earlier_sanction_is_added_once_to_a_party_probation() -> None:
    # 24 months from 10 July 2025, then the 184 days.
    found = follows(NEW, "PARTY_PROBATION_1Y", running=(WARNING,))

    assert found.impact_end == date(2028, 1, 10)


def test_a_running_sanction_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="last_day must be after since"):
        Running(measure="PARTY_WARNING", since=NEW, last_day=NEW)


def test_of_two_running_sanctions_the_one_that_ends_last_is_added() -> None:
    longer = WARNING.but(last_day=date(2025, 7, 9))

    found = follows(NEW, "PARTY_WARNING", running=(WARNING, longer))

    assert found.impact_end == date(2026, 7, 10)


def test_what_is_left_does_not_lengthen_the_observation_itself() -> None:
    found = follows(NEW, "PARTY_PROBATION_1Y", running=(WARNING,))

    own = {r.last_day for r in found.periods if not r.earlier}
    assert own == {date(2025, 7, 9), date(2028, 1, 9)}


def test_a_sanction_whose_last_day_is_that_of_the_decision_still_holds_on_it() -> None:
    found = follows(WARNING.last_day, "REMINDER_TALK", running=(WARNING,))

    assert found.last_day == WARNING.last_day
    assert not eligible(found.restrictions, PROMOTION, WARNING.last_day).allowed


@pytest.mark.parametrize("rules", [RULES, TO_THE_DAY])
def test_a_running_sanction_that_ends_last_is_the_impact_period_and_can_be_counted(rules) -> None:
    late = WARNING.but(last_day=date(2026, 1, 9))
    longer = follows(NEW, "ADMONITION_TALK", running=(late,), rules=rules)

    assert longer.last_day == late.last_day
    assert longer.term is not None
    assert longer.term.due(CALENDAR) == late.last_day


def test_an_earlier_sanction_that_never_ends_bars_for_ever_and_is_added_to_nothing() -> None:
    for_ever = Running(measure="PARTY_EXPULSION", since=date(2024, 1, 1))

    found = follows(NEW, "REMOVAL_FROM_PARTY_POST", running=(for_ever,))

    assert (found.permanent, found.impact_end) == (True, None)
    new = next(r for r in found.periods if not r.earlier)
    assert new.last_day == date(2026, 7, 9)
