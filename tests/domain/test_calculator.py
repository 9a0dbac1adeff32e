"""The calculator of constants and variables (S049): what it suggests, and that it only suggests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.accountability_parts import RULES, hubei_rules
from workflows.domain.accountability_rules.codes import Fault, Level, Manner, SubjectKind
from workflows.domain.calculator import LADDER, Suggestion, Weighed, suggest

PERSON = {"kind": SubjectKind.INDIVIDUAL, "charges": ("A7_2_DEPLOYMENT",), "harm": "ADVERSE"}


def weighed(**changes) -> Suggestion:
    return suggest(RULES, Weighed.model_validate({**PERSON, **changes}))


@pytest.mark.parametrize(
    ("harm", "band", "measures"),
    [
        # Art. 13: 情节较轻、较重、严重.
        ("SLIGHT", "LIGHT", ("CRITICISM_EDUCATION", "WRITTEN_SELF_EXAMINATION")),
        ("ADVERSE", "HEAVIER", ("CIRCULATED_CRITICISM", "ADMONITION_TALK")),
        ("SERIOUS", "SERIOUS", ("POST_ADJUSTMENT",)),
    ],
)
def test_3_8_harm_gives_the_level_of_the_ladder(harm, band, measures) -> None:
    found = weighed(harm=harm)

    assert (found.ladder, found.band, found.manner) == (band, band, Manner.NORMAL)
    assert found.measures == measures
    assert not found.needs_reason


@pytest.mark.parametrize(
    ("harm", "measures"),
    [
        # Art. 12: teams have a ladder of their own.
        ("SLIGHT", ("WRITTEN_SELF_EXAMINATION",)),
        ("ADVERSE", ("CIRCULATED_CRITICISM",)),
        ("SERIOUS", ("TEAM_ADJUSTMENT", "TEAM_DISCIPLINE_SANCTION")),
    ],
)
def test_3_8_a_team_is_measured_by_its_own_ladder(harm, measures) -> None:
    found = weighed(kind="team", charges=("A6_1_ORG_LEADERSHIP",), harm=harm)

    assert found.measures == measures


ALONE = [
    *({"factors": (code,)} for code, rule in RULES.factors.items() if rule.effect != "exempting"),
    *({"variables": (code,)} for code in RULES.variables),
    *({"cause": code} for code in RULES.causes),
    *({"liabilities": (code,)} for code, rule in RULES.liabilities.items() if rule.liable),
    {"fault": Fault.INTENT},
]


@pytest.mark.parametrize("alone", ALONE, ids=lambda given: repr(list(given.values())))
@pytest.mark.parametrize("harm", ["SLIGHT", "ADVERSE", "SERIOUS"])
def test_3_9_one_circumstance_never_changes_the_level_but_is_shown(alone, harm) -> None:
    before, found = weighed(harm=harm), weighed(harm=harm, **alone)

    assert found.band == before.band == found.ladder
    assert found.manner in (Manner.NORMAL, Manner.LIGHTER, Manner.HEAVIER)
    assert set(found.measures) <= set(before.measures) or alone == {"cause": "UNWILLING"}
    assert found.reasons != before.reasons


def test_3_9_a_lighter_circumstance_suggests_the_lightest_of_the_level() -> None:
    found = weighed(factors=("M14_1",))

    assert (found.manner, found.measures) == (Manner.LIGHTER, ("CIRCULATED_CRITICISM",))
    assert any("积极主动配合组织调查处理，偏轻" in reason.zh for reason in found.reasons)


def test_3_9_a_heavier_circumstance_suggests_the_heaviest_of_the_level() -> None:
    assert weighed(factors=("G15_1",)).measures == ("ADMONITION_TALK",)


def test_a22_two_lighter_circumstances_suggest_the_level_below_and_want_a_reason() -> None:
    found = weighed(factors=("M14_1", "M14_2"))

    assert (found.ladder, found.band, found.manner) == ("HEAVIER", "LIGHT", Manner.REDUCED)
    assert found.needs_reason


def test_below_the_lightest_level_there_is_only_light_touch() -> None:
    found = weighed(harm="SLIGHT", factors=("M14_1", "M14_3"))

    assert found.band is Level.NONE
    assert found.measures == ("REMINDER_TALK", "CRITICISM_EDUCATION")
    assert found.needs_reason


def test_two_heavier_circumstances_suggest_the_level_above() -> None:
    found = weighed(harm="SERIOUS", fault="INTENT", factors=("G15_4",))

    assert (found.band, found.manner) == (Level.SANCTION, Manner.AGGRAVATED)
    assert "PARTY_WARNING" in found.measures
    assert not found.needs_reason


def test_a_team_has_no_level_above_the_last_of_its_ladder() -> None:
    found = weighed(kind="team", harm="SERIOUS", factors=("G15_1", "G15_2"))

    assert found.band is Level.SERIOUS
    assert found.measures


def test_lighter_and_heavier_circumstances_balance() -> None:
    found = weighed(factors=("M14_1", "G15_2"))

    assert (found.band, found.manner) == (Level.HEAVIER, Manner.NORMAL)


def test_e16_1_whoever_found_and_dealt_with_it_himself_may_be_exempt() -> None:
    found = weighed(factors=("E16_1",))

    assert (found.band, found.manner, found.measures) == (Level.NONE, Manner.EXEMPT, ())
    assert found.needs_reason


def test_e16_1_is_one_lighter_circumstance_beside_an_aggravating_one() -> None:
    assert weighed(factors=("E16_1", "G15_2")).manner is Manner.NORMAL


@pytest.mark.parametrize(
    ("granted", "band"),
    [("LIGHTER", "HEAVIER"), ("REDUCED", "LIGHT"), ("EXEMPT", "NONE")],
)
def test_g4_5_1_what_tolerance_or_probation_granted_is_followed(granted, band) -> None:
    found = weighed(granted=granted, fault="INTENT", factors=("G15_1",))

    assert (found.manner, found.band) == (granted, band)


def test_inv_17_who_objected_and_was_overruled_is_not_liable() -> None:
    found = weighed(liabilities=("DISSENT",), harm="SERIOUS")

    assert (found.band, found.measures) == (Level.NONE, ())
    assert "明确反对" in found.reasons[0].zh


def test_g3_without_a_charge_nothing_is_suggested() -> None:
    assert weighed(charges=()).measures == ()


def test_s036_g6_heavy_measures_are_suggested_only_for_the_unwilling() -> None:
    cautious, unwilling = weighed(harm="SERIOUS"), weighed(harm="SERIOUS", cause="UNWILLING")

    assert not any(RULES.measures[code].heavy for code in cautious.measures)
    assert "慎用" in cautious.reasons[-1].zh
    assert unwilling.measures == ("DEMOTION",)


def test_a_decision_that_differs_is_told_from_one_that_follows() -> None:
    found = weighed()

    assert not found.deviates(["ADMONITION_TALK"])
    assert not found.deviates(["ADMONITION_TALK", "CIRCULATED_CRITICISM"])
    assert found.deviates(["REMOVAL"])
    assert found.deviates(["ADMONITION_TALK", "REMOVAL"])
    assert found.deviates([])
    assert not weighed(factors=("E16_1",)).deviates([])


def test_how_many_circumstances_it_takes_is_a_number_of_the_pack() -> None:
    three = hubei_rules("calculator", "leans_for_another_level", value=3)
    facts = Weighed.model_validate({**PERSON, "factors": ("M14_1", "M14_2")})

    assert suggest(three, facts).manner is Manner.LIGHTER


subsets = {
    part: st.lists(st.sampled_from(sorted(getattr(RULES, part))), unique=True, max_size=5)
    for part in ("factors", "variables", "liabilities")
}


@given(
    st.sampled_from(sorted(RULES.harms)),
    st.sampled_from(SubjectKind),
    subsets["factors"],
    subsets["variables"],
    subsets["liabilities"],
)
def test_whatever_is_weighed_the_level_moves_by_one_at_the_most(
    harm, kind, factors, variables, liabilities
) -> None:
    found = weighed(
        harm=harm, kind=kind, factors=factors, variables=variables, liabilities=liabilities
    )

    if found.manner is not Manner.EXEMPT:
        assert abs(LADDER.index(found.band) - LADDER.index(found.ladder)) <= 1
    assert found.reasons
    for code in found.measures:
        measure = RULES.measures[code]
        assert kind in measure.of
        assert measure.light_touch if found.band is Level.NONE else measure.level is found.band
