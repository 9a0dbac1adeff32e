"""What measures entail: worked dates of rulebook 3.10, clamps, combinations, the flag of a year."""

from datetime import date, timedelta

import pytest

from tests.domain.accountability_parts import (
    CALENDAR,
    EACH_KIND,
    RULES,
    TO_THE_DAY,
    follows,
    imposed,
)
from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.consequences.eligibility import eligible
from workflows.domain.consequences.values import Consequences, Imposed
from workflows.domain.lifecycle import Rejected

EQUAL, PROMOTION = RestrictionKind.EQUAL_POST, RestrictionKind.PROMOTION
LEADING, AWARD = RestrictionKind.LEADING_POST, RestrictionKind.AWARD
DECIDED = date(2024, 3, 1)
DAY = timedelta(days=1)


def ends(found: Consequences) -> dict[RestrictionKind, date | None]:
    """Return the first eligible day by kind, the latest where there are several."""
    return {r.kind: eligible(found.restrictions, r.kind, DECIDED).first_eligible
            for r in found.restrictions}  # fmt: skip


@pytest.mark.parametrize(
    ("measures", "kind", "first_eligible"),
    [
        (("REMOVAL",), EQUAL, date(2025, 3, 1)),  # 3.10 (a)
        (("ORDERED_RESIGNATION",), EQUAL, date(2025, 3, 1)),  # C19_B
        (("DEMOTION",), PROMOTION, date(2026, 3, 1)),  # (b), C19_C
        (("REMOVAL", "PARTY_SERIOUS_WARNING"), EQUAL, date(2025, 9, 1)),  # (c): 18 months
        (("REMOVAL", "ADMIN_MAJOR_DEMERIT"), EQUAL, date(2025, 9, 1)),  # (c)
        (("DEMOTION", "PARTY_WARNING"), PROMOTION, date(2026, 3, 1)),  # (d)
        (("DEMOTION", "ADMIN_DEMERIT"), PROMOTION, date(2026, 3, 1)),  # (d)
    ],
)
def test_3_10_a_to_d_the_first_eligible_day(
    measures: tuple[str, ...], kind: RestrictionKind, first_eligible: date
) -> None:
    found = follows(DECIDED, *measures)

    assert found.impact_end == first_eligible
    assert found.last_day == first_eligible - DAY
    assert not eligible(found.restrictions, kind, first_eligible - DAY).allowed
    assert eligible(found.restrictions, kind, first_eligible).allowed


@pytest.mark.parametrize(
    "measure", ["CIRCULATED_CRITICISM", "CRITICISM_EDUCATION", "WRITTEN_SELF_EXAMINATION"]
)
def test_3_10_e_a08_without_a_period_impact_ends_with_the_decision(measure: str) -> None:
    found = follows(DECIDED, measure)

    assert found.impact_end == DECIDED
    assert (found.last_day, found.term, found.permanent) == (None, None, False)
    assert found.award_until == date(2024, 12, 31)
    assert not eligible(found.restrictions, AWARD, date(2024, 12, 31)).allowed
    assert eligible(found.restrictions, AWARD, date(2025, 1, 1)).allowed
    assert eligible(found.restrictions, PROMOTION, DECIDED).allowed


def test_c19_a_a32_the_flag_is_of_the_year_of_the_decision_and_no_part_of_the_impact() -> None:
    late = follows(date(2024, 12, 31), "REMOVAL")

    assert late.award_until == date(2024, 12, 31)
    assert late.impact_end == date(2025, 12, 31)
    assert follows(date(2025, 1, 1), "REMOVAL").award_until == date(2025, 12, 31)


def test_c19_a_a_team_gets_the_flag_too() -> None:
    assert follows(DECIDED, "TEAM_ADJUSTMENT").award_until == date(2024, 12, 31)


def test_a09_a_reminder_talk_is_no_accountability_and_has_no_consequence() -> None:
    assert follows(DECIDED, "REMINDER_TALK").restrictions == ()
    assert follows(DECIDED).impact_end == DECIDED


@pytest.mark.parametrize(
    ("decided", "measure", "first_eligible"),
    [
        # The months of each sanction, and the clamps of rulebook 0.3.
        (DECIDED, "PARTY_WARNING", date(2025, 3, 1)),
        (DECIDED, "PARTY_SERIOUS_WARNING", date(2025, 9, 1)),
        (DECIDED, "REMOVAL_FROM_PARTY_POST", date(2026, 3, 1)),
        (DECIDED, "PARTY_EXPULSION", date(2029, 3, 1)),
        (DECIDED, "ADMIN_WARNING", date(2024, 9, 1)),
        (DECIDED, "ADMIN_DEMERIT", date(2025, 3, 1)),
        (DECIDED, "ADMIN_MAJOR_DEMERIT", date(2025, 9, 1)),
        (DECIDED, "ADMIN_DEMOTION", date(2026, 3, 1)),
        (DECIDED, "ADMIN_REMOVAL", date(2026, 3, 1)),
        (DECIDED, "ADMONITION_TALK", date(2024, 9, 1)),
        (DECIDED, "POST_ADJUSTMENT", date(2025, 3, 1)),
        (date(2024, 2, 29), "REMOVAL", date(2025, 2, 28)),
        (date(2024, 2, 29), "DEMOTION", date(2026, 2, 28)),
        (date(2022, 2, 28), "DEMOTION", date(2024, 2, 28)),
        (date(2025, 8, 31), "ADMIN_WARNING", date(2026, 2, 28)),
        (date(2023, 8, 31), "ADMIN_WARNING", date(2024, 2, 29)),
        (date(2024, 8, 31), "PARTY_SERIOUS_WARNING", date(2026, 2, 28)),
    ],
)
def test_0_3_every_measure_has_its_period(
    decided: date, measure: str, first_eligible: date
) -> None:
    assert follows(decided, measure).impact_end == first_eligible


def test_a55_every_restriction_runs_to_the_longest_end_and_says_why() -> None:
    found = follows(DECIDED, "REMOVAL", "PARTY_SERIOUS_WARNING")

    assert {r.last_day for r in found.periods} == {date(2025, 8, 31)}
    equal = next(r for r in found.periods if r.kind is EQUAL)
    assert (equal.measure, equal.mark) == ("REMOVAL", "T")
    assert "影响期较长的为“党内严重警告”，按较长的执行" in equal.why.zh
    assert "2025-09-01起可以" in equal.why.zh


def test_a55_a_pack_may_let_each_kind_end_by_itself() -> None:
    found = follows(DECIDED, "REMOVAL", "PARTY_SERIOUS_WARNING", rules=EACH_KIND)

    assert ends(found) == {
        EQUAL: date(2025, 3, 1),
        PROMOTION: date(2025, 9, 1),
        AWARD: date(2025, 1, 1),
    }
    assert found.impact_end == date(2025, 9, 1)


def test_a51_removal_and_demotion_take_the_longer() -> None:
    assert follows(DECIDED, "REMOVAL", "DEMOTION").impact_end == date(2026, 3, 1)


def test_a_measure_counts_from_the_day_it_takes_effect() -> None:
    later = Imposed(measure="PARTY_WARNING", effective_on=date(2024, 4, 15))

    found = follows(DECIDED, "CIRCULATED_CRITICISM", later)

    assert found.impact_end == date(2025, 4, 15)
    assert eligible(found.restrictions, PROMOTION, date(2024, 4, 14)).allowed
    assert not eligible(found.restrictions, PROMOTION, date(2024, 4, 15)).allowed


def test_the_last_day_is_a_setting_of_the_pack() -> None:
    found = follows(DECIDED, "REMOVAL", rules=TO_THE_DAY)

    assert found.last_day == date(2025, 3, 1)
    assert found.impact_end == date(2025, 3, 2)


def test_permanent_restrictions_never_end_and_have_no_term() -> None:
    found = follows(DECIDED, "ADMIN_DISMISSAL", "REMOVAL")

    assert found.permanent
    assert (found.impact_end, found.last_day, found.term) == (None, None, None)
    for kind in (LEADING, EQUAL, PROMOTION):
        answer = eligible(found.restrictions, kind, date(2099, 1, 1))
        assert (answer.allowed, answer.first_eligible) == (False, None)
    assert "无期限" in eligible(found.restrictions, LEADING, DECIDED).reasons[0].zh


def test_the_period_is_a_term_whose_due_day_is_the_last_restricted_day() -> None:
    found = follows(DECIDED, "REMOVAL")

    assert found.term is not None
    assert found.term.due(CALENDAR) == found.last_day == date(2025, 2, 28)
    assert "第365日" in found.term.explain(CALENDAR)[-1].text.zh
    assert "第十九条" in found.term.basis


def test_a_reason_names_measure_days_and_how_they_are_counted() -> None:
    (reason,) = eligible(follows(DECIDED, "DEMOTION").restrictions, PROMOTION, DECIDED).reasons

    assert reason.zh.startswith("降职：2026-02-28之前（含当日）不得提升职务，2026-03-01起可以")
    assert "自2024-03-01起算，期限24个月" in reason.zh
    assert reason.en.startswith("demotion: no promotion through 2026-02-28")


def test_what_nothing_bars_is_allowed_with_a_reason() -> None:
    answer = eligible(follows(DECIDED, "PARTY_WARNING").restrictions, LEADING, DECIDED)

    assert answer.allowed
    assert answer.first_eligible is None
    assert answer.reasons[0].zh == "没有不得担任领导职务的限制"


def test_what_is_over_is_allowed_and_says_since_when() -> None:
    answer = eligible(follows(DECIDED, "REMOVAL").restrictions, EQUAL, date(2025, 3, 1))

    assert answer.allowed
    assert answer.first_eligible == date(2025, 3, 1)
    assert answer.reasons[0].zh == "限制已于2025-02-28届满"


def test_a_measure_is_imposed_once() -> None:
    with pytest.raises(ValueError, match="each measure once"):
        imposed(DECIDED, "REMOVAL", "REMOVAL")


@pytest.mark.parametrize(
    ("measure", "months"),
    [("PARTY_WARNING", 12), ("REMOVAL", 12), ("ADMIN_DISMISSAL", 24), ("CIRCULATED_CRITICISM", 1)],
)
def test_a_period_is_not_chosen_where_the_rules_give_it(measure: str, months: int) -> None:
    with pytest.raises(Rejected, match="由规则确定"):
        follows(DECIDED, Imposed(measure=measure, months=months))


def test_every_restriction_names_source_and_mark() -> None:
    for code in RULES.measures:
        for restriction in follows(DECIDED, code).restrictions:
            assert restriction.source
            assert restriction.mark in "TPCD"
