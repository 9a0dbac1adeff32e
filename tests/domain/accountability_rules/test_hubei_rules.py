"""hubei-2016 says what the rulebook says, and nothing without a source."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from starter.rulepack_files import load_pack
from tests.domain.accountability_parts import (
    CALENDAR,
    HUBEI,
    HUBEI_DATA,
    RULES,
    SOURCED,
    Path,
    hubei_data,
)
from tests.domain.parts import PACK_DATA
from workflows.domain.accountability_rules.codes import Level, Nature, SubjectKind
from workflows.domain.accountability_rules.elevated import grounds
from workflows.domain.rulepack import RulePack
from workflows.domain.terms import Term


def values(data: Any, sourced: bool, *path: str | int) -> Iterator[Path]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from values(value, sourced or "source" in data, *path, key)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from values(value, sourced, *path, index)
    elif not sourced:
        yield path


def test_every_value_has_a_source() -> None:
    assert list(values(HUBEI_DATA["accountability"], False)) == []


def test_what_the_law_does_not_say_is_not_marked_as_text() -> None:
    silent = [
        path
        for path, table in SOURCED.items()
        if table.get("mark") == "T" and not table["source"].startswith("办法第")
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("code", "article", "subjects", "needs_result"),
    [
        # Rulebook 3.7, a row of each article with and without a consequence phrase.
        ("A6_1_ORG_LEADERSHIP", "6(1)", ("PARTY_TEAM",), True),
        ("A6_5_SUPPORT_ENFORCEMENT", "6(5)", ("PARTY_TEAM",), False),
        ("A6_7_INSPECTION_TOUR", "6(7)", ("PARTY_TEAM",), False),
        ("A6_9_OTHER", "6(9)", ("PARTY_TEAM",), True),
        ("A7_3_KNOW_INTEGRITY_STATE", "7(3)", ("PARTY_PRINCIPAL",), True),
        ("A7_4_SUPPORT_DI", "7(4)", ("PARTY_PRINCIPAL",), False),
        ("A8_3_SUPPORT_REVIEW", "8(3)", ("PARTY_MEMBER",), False),
        ("A8_6_SELF_DISCIPLINE", "8(6)", ("PARTY_MEMBER",), True),
        ("A9_1_ASSIST_PARTY", "9(1)", ("DI_TEAM", "DI_CADRE"), True),
    ],
)
def test_3_7_charges(
    code: str, article: str, subjects: tuple[str, ...], needs_result: bool
) -> None:
    charge = RULES.charges[code]

    assert (charge.article, charge.subjects, charge.needs_result) == (
        article, subjects, needs_result,
    )  # fmt: skip


def test_3_7_there_are_as_many_charges_as_items_of_each_article() -> None:
    items = {n: [c for c in RULES.charges.values() if c.article[0] == n] for n in "6789"}

    assert {n: len(found) for n, found in items.items()} == {"6": 9, "7": 8, "8": 7, "9": 7}
    assert len(RULES.triggers) == 6


def test_3_7_art_7_and_8_import_every_situation_of_art_6() -> None:
    of_art_6 = tuple(code for code in RULES.charges if code.startswith("A6_"))

    for code, within_portfolio in (("A7_1_ANY_ART6", False), ("A8_1_ART6_IN_PORTFOLIO", True)):
        charge = RULES.charges[code]
        assert charge.imports == of_art_6
        assert charge.within_portfolio is within_portfolio


@pytest.mark.parametrize(
    ("code", "threshold", "within_year"),
    [
        ("A10_1_SERIAL_CORRUPTION", 2, False),  # A06
        ("A10_4_TEAM_MEMBERS_YEAR", 2, True),
        ("A10_5_MAJOR_CASES_YEAR", 3, True),
    ],
)
def test_3_7_thresholds_of_art_10(code: str, threshold: int, within_year: bool) -> None:
    trigger = RULES.triggers[code]

    assert (trigger.threshold, trigger.within_year) == (threshold, within_year)


@pytest.mark.parametrize(
    ("kind", "level", "codes"),
    [
        ("team", "LIGHT", ["WRITTEN_SELF_EXAMINATION"]),
        ("team", "HEAVIER", ["CIRCULATED_CRITICISM"]),
        ("team", "SERIOUS", ["TEAM_ADJUSTMENT", "TEAM_DISCIPLINE_SANCTION"]),
        ("individual", "LIGHT", ["CRITICISM_EDUCATION", "WRITTEN_SELF_EXAMINATION"]),
        ("individual", "HEAVIER", ["CIRCULATED_CRITICISM", "ADMONITION_TALK"]),
        (
            "individual",
            "SERIOUS",
            ["POST_ADJUSTMENT", "ORDERED_RESIGNATION", "REMOVAL", "DEMOTION"],
        ),
        ("individual", "TRANSFER", ["JUDICIAL_TRANSFER"]),
    ],
)
def test_3_8_the_ladders_of_art_12_and_13(kind: str, level: str, codes: list[str]) -> None:
    fits = {
        code: measure.severity
        for code, measure in RULES.measures.items()
        if SubjectKind(kind) in measure.of and measure.level is Level(level)
    }

    assert sorted(fits, key=lambda code: fits[code]) == codes


def test_3_8_severity_rises_along_the_ladder_of_individuals() -> None:
    ladder = ("LIGHT", "HEAVIER", "SERIOUS", "SANCTION", "TRANSFER")
    of = [m for m in RULES.measures.values() if SubjectKind.INDIVIDUAL in m.of]
    spans = [[m.severity for m in of if m.level == level] for level in ladder]

    for lower, higher in pairwise(spans):
        assert max(lower) < min(higher)


def test_g6_heavy_measures_are_those_to_be_used_rarely() -> None:
    heavy = {code for code, measure in RULES.measures.items() if measure.heavy}

    assert {"REMOVAL", "ORDERED_RESIGNATION", "DEMOTION", "PARTY_EXPULSION"} <= heavy
    assert not heavy & {"ADMONITION_TALK", "PARTY_WARNING", "POST_ADJUSTMENT"}


def test_3_9_factors_of_art_14_to_17() -> None:
    effects = [factor.effect for factor in RULES.factors.values()]

    assert (effects.count("mitigating"), effects.count("aggravating")) == (4, 5)
    assert RULES.factors["E16_1"].effect == "exempting"
    assert (RULES.factors["E16_2"].effect, RULES.factors["L17"].effect) == ("duty", "scope")


def test_3_2_3_3_4_1_4_2_part_11_lists_are_whole() -> None:
    counted = {
        "channels": len(RULES.channels),
        "triage": len(RULES.triage),
        "positive": len(RULES.tolerance.positive),
        "negative": len(RULES.tolerance.negative),
        "issues": len(RULES.issues),
    }

    assert counted == {"channels": 18, "triage": 8, "positive": 8, "negative": 10, "issues": 14}


@pytest.mark.parametrize(
    ("route", "step", "window", "decision"),
    [
        # Months and days of each route, as the public rules give them.
        ("ACCOUNTABILITY_DECISION", "first", (1, 0), (1, 0)),
        ("PARTY_SANCTION", "first", None, (3, 0)),
        ("ADMINISTRATIVE_SANCTION", "first", (1, 0), (1, 0)),
        ("ADMINISTRATIVE_SANCTION", "second", (1, 0), (2, 0)),
        ("OWN_BODY_SANCTION", "first", (0, 30), (0, 30)),
        ("OWN_BODY_SANCTION", "second", (0, 15), (0, 60)),
        ("SOE_SANCTION", "second", (1, 0), (2, 0)),
        ("ORGANISATIONAL_MEASURE", "first", (0, 30), (0, 30)),
    ],
)
def test_appeal_windows_and_terms(
    route: str, step: str, window: tuple[int, int] | None, decision: tuple[int, int]
) -> None:
    found = getattr(RULES.appeals[route], step)

    assert (found.window and (found.window.months, found.window.days)) == window
    assert (found.decision.months, found.decision.days) == decision


def test_art_20_an_appeal_neither_stops_execution_nor_makes_it_worse() -> None:
    for route in RULES.appeals.values():
        assert not route.stays_execution
        assert not route.may_aggravate
        assert route.excludes_handlers


def test_every_measure_that_is_decided_has_a_route_of_appeal() -> None:
    open_to = {nature for route in RULES.appeals.values() for nature in route.natures}

    assert open_to == set(Nature) - {Nature.JUDICIAL}


def test_5_1_probation_is_one_to_three_months() -> None:
    assert (RULES.probation.months_min, RULES.probation.months_max) == (1, 3)


def test_art_18_the_party_committee_decides_on_the_proposal_of_the_di_organ() -> None:
    for nature in ("form", "organisational", "party_sanction", "administrative_sanction"):
        rule = RULES.decisions[nature]
        assert (rule.body, rule.proposed_by) == ("party_committee", "commission_secretary")
    assert RULES.decisions["organisational"].carried_out_by == "organisation_hr"


@pytest.mark.parametrize(
    ("where", "traits", "measures", "goes_up"),
    [
        # Rulebook 3.6; A13: any ground is enough; A25, A26: the wider triggers are off.
        ("FILING", (), ("CIRCULATED_CRITICISM",), False),
        ("FILING", ("COMPLEX",), (), True),
        ("FILING", (), ("CIRCULATED_CRITICISM", "PARTY_WARNING"), True),
        ("FILING", (), ("TEAM_ADJUSTMENT",), True),
        ("FILING", (), ("REMOVAL",), True),  # S042
        ("REVIEW", ("COMPLEX",), ("REMOVAL",), False),
        ("REVIEW", ("HIGH_ATTENTION",), (), True),
        ("REVIEW", ("OWN_NAME",), (), False),
    ],
)
def test_3_6_what_goes_to_the_upper_organ(
    where: str, traits: tuple[str, ...], measures: tuple[str, ...], goes_up: bool
) -> None:
    assert bool(grounds(RULES.elevation[where], RULES, traits, measures)) == goes_up


def test_a26_a_pack_may_send_every_case_up() -> None:
    path = ("elevation", "REVIEW", "triggers", "EVERY_CASE", "applies")
    rules = RulePack.model_validate(hubei_data(*path, value=True)).accountability
    assert rules is not None

    (ground,) = grounds(rules.elevation["REVIEW"], rules, (), ())
    assert ground.zh == "所有问责案件"


def test_the_pack_is_found_by_its_name_and_keeps_its_hash_through_json() -> None:
    assert load_pack("hubei-2016") == HUBEI
    assert RulePack.model_validate_json(HUBEI.model_dump_json()).hash == HUBEI.hash


def test_a_pack_without_accountability_has_the_hash_it_always_had() -> None:
    bare = {key: value for key, value in PACK_DATA.items() if key not in ("notices", "documents")}

    with_it = RulePack.model_validate({**bare, "accountability": HUBEI_DATA["accountability"]})
    without = RulePack.model_validate({**bare, "version": "1"})

    assert without.hash.startswith("b103ff432048")
    assert with_it.hash != RulePack.model_validate(bare).hash


@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        # Public rules, worked deadlines: the window of one month rolls past rest days.
        (date(2026, 9, 3), date(2026, 10, 8)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 8, 27), date(2026, 9, 28)),
        (date(2026, 8, 31), date(2026, 9, 30)),
    ],
)
def test_a10_the_appeal_window_is_a_month_that_rolls_past_rest_days(
    received: date, last_day: date
) -> None:
    rule = RULES.appeals["ACCOUNTABILITY_DECISION"].first.window
    assert rule is not None

    window = Term(
        key="window", anchor=received, budget=rule.budget, roll=rule.roll, basis=rule.source
    )
    assert window.due(CALENDAR) == last_day
