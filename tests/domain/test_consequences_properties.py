"""What holds for any combination of measures on any day (rulebook part 12, invariant 4)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain import term_histories  # noqa: F401  (the unhurried profile)
from tests.domain.accountability_parts import EACH_KIND, RULES, TO_THE_DAY, follows
from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.consequences.eligibility import eligible
from workflows.domain.consequences.values import Running

DAY = timedelta(days=1)
days = st.dates(date(2016, 4, 30), date(2060, 12, 31))
codes = sorted(RULES.measures)
ending = [code for code in codes if code != "ADMIN_DISMISSAL"]
some = st.lists(st.sampled_from(ending), min_size=1, max_size=4, unique=True)
rule_sets = st.sampled_from([RULES, TO_THE_DAY, EACH_KIND])


@given(days, some, rule_sets)
def test_inv_4_impact_end_is_the_latest_of_all_ends(day, measures, rules) -> None:
    found = follows(day, *measures, rules=rules)

    firsts = [r.first_eligible for r in found.periods]
    assert found.impact_end == max(firsts, default=day)
    alone = [follows(day, code, rules=rules).impact_end for code in measures]
    assert found.impact_end == max(alone)


@given(days, some, st.sampled_from(codes), rule_sets)
def test_another_measure_never_ends_anything_earlier(day, measures, more, rules) -> None:
    fewer = follows(day, *measures, rules=rules)
    found = follows(day, *dict.fromkeys([*measures, more]), rules=rules)

    assert found.impact_end is None or found.impact_end >= (fewer.impact_end or date.max)
    for restriction in fewer.restrictions:
        again = eligible(found.restrictions, restriction.kind, restriction.last_day or day)
        assert not again.allowed


@given(days, some, rule_sets, st.integers(0, 4000))
def test_inv_4_nobody_is_eligible_before_the_end_and_everybody_is_from_it_on(
    day, measures, rules, later
) -> None:
    found = follows(day, *measures, rules=rules)

    for kind in {r.kind for r in found.periods}:
        end = eligible(found.restrictions, kind, day).first_eligible
        on = day + later * DAY
        assert eligible(found.restrictions, kind, on).allowed == (on >= end)
        if rules is not EACH_KIND:
            assert end == found.impact_end


@given(days, some)
def test_the_setting_of_the_last_day_moves_the_end_by_exactly_one_day(day, measures) -> None:
    before, on_it = follows(day, *measures), follows(day, *measures, rules=TO_THE_DAY)

    phases = any(code.startswith("PARTY_PROBATION") for code in measures)
    if before.periods and not phases:
        assert on_it.impact_end == before.impact_end + DAY
    assert on_it.award_until == before.award_until


@given(days, some, rule_sets, st.randoms())
def test_the_order_of_measures_does_not_matter(day, measures, rules, random) -> None:
    shuffled = random.sample(measures, len(measures))

    assert follows(day, *shuffled, rules=rules) == follows(day, *measures, rules=rules)


@given(days, some, st.sampled_from(ending), st.integers(1, 900), st.integers(0, 900))
def test_a_running_sanction_never_shortens_a_new_one(day, measures, old, begun, left) -> None:
    running = Running(measure=old, since=day - begun * DAY, last_day=day + left * DAY)

    found = follows(day, *measures, running=(running,))

    assert found.impact_end >= follows(day, *measures).impact_end
    assert found.last_day is None or found.last_day >= day
    for kind in (RestrictionKind.EQUAL_POST, RestrictionKind.PROMOTION):
        bars = any(part.kind is kind for part in RULES.measures[old].restrictions)
        if bars:
            assert not eligible(found.restrictions, kind, day).allowed
