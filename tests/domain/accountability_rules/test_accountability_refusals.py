"""A pack for the accountability case that cannot be is refused, with the place that is wrong."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.accountability_parts import HUBEI_DATA, SOURCED, Path, hubei_data
from workflows.domain.accountability_rules.wanted import WANTED
from workflows.domain.rulepack import RulePack

ONE_OF_EACH_KIND = {frozenset(table): path for path, table in SOURCED.items()}.values()


def wrong(*path: str | int, value: Any) -> str:
    """Return the places and reasons given for a pack with one value set otherwise."""
    with pytest.raises(ValidationError) as caught:
        RulePack.model_validate(hubei_data(*path, value=value))
    return "\n".join(
        f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in caught.value.errors()
    )


@pytest.mark.parametrize("path", ONE_OF_EACH_KIND, ids=lambda path: ".".join(map(str, path)))
def test_every_kind_of_entry_needs_a_source_and_knows_its_keys(path: Path) -> None:
    place = ".".join(("accountability", *map(str, path)))

    assert f"{place}.source" in wrong(*path, "source", value=None)
    assert f"{place}.colour" in wrong(*path, "colour", value=1)


@pytest.mark.parametrize("part", sorted(WANTED))
def test_each_part_has_exactly_the_entries_it_must_have(part: str) -> None:
    some = sorted(WANTED[part])[0]
    entry = HUBEI_DATA["accountability"][part][some]

    assert f"{part}: {some} is missing" in wrong(part, some, value=None)
    unheard = wrong(part, "unheard", value=entry)
    assert f"{part}: unheard is unknown" in unheard or f"{part}.unheard" in unheard


@pytest.mark.parametrize("part", ["charges", "measures", "channels", "issues"])
def test_a_list_that_an_office_writes_itself_is_not_empty(part: str) -> None:
    assert f"{part}: at least one entry is needed" in wrong(part, value={})


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("terms", "triage", "ladder"), "stairs", "terms.triage.ladder: there is no 'stairs'"),
        (("probation", "ladder"), "stairs", "probation.ladder: there is no 'stairs'"),
        (("charges", "A6_9_OTHER", "subjects"), ["X"], "there is no 'X' in subjects"),
        (("charges", "A7_1_ANY_ART6", "imports"), ["A5"], "there is no 'A5' in charges"),
        (
            ("measures", "REMOVAL_FROM_PARTY_POST", "without_party_post"),
            "NOTHING",
            "there is no 'NOTHING' in measures",
        ),
        (
            ("elevation", "FILING", "triggers", "COMPLEX_OR_SENSITIVE", "traits"),
            ["ODD"],
            "there is no 'ODD' in traits",
        ),
        (
            ("appeals", "PARTY_SANCTION", "first", "decision", "ladder"),
            "stairs",
            "appeals.PARTY_SANCTION.first.decision.ladder: there is no 'stairs'",
        ),
        (("rectification", "node_months"), [1, 2], "the last of node_months"),
        (("rectification", "node_months"), [2, 1, 3], "in order"),
        (("probation", "months_min"), 4, "months_min is above months_max"),
        (("measures", "PARTY_PROBATION_1Y", "observation_months"), 0, "belong together"),
        (("measures", "REMOVAL", "longest_observation_months"), 12, "needs observation_months"),
    ],
)
def test_what_does_not_fit_together_is_refused_with_its_place(
    path: Path, value: Any, said: str
) -> None:
    assert said in wrong(*path, value=value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("impact", "last_day", "value"), "never"),
        (("impact", "longest", "value"), "shortest"),
        (("measures", "REMOVAL", "level"), "GRAVE"),
        (("measures", "REMOVAL", "nature"), "natural"),
        (("measures", "REMOVAL", "severity"), 101),
        (("measures", "REMOVAL", "of"), []),
        (("measures", "REMOVAL", "restrictions", 0, "months"), 0),
        (("measures", "REMOVAL", "restrictions", 0, "kind"), "HOLIDAY"),
        (("subjects", "DI_TEAM", "kind"), "crowd"),
        (("calculator", "leans_for_another_level"), 1),
        (("variables", "SHORT_IN_POST", "lean"), -2),
        (("four_musts", "position"), "LATER"),
        (("harms", "SERIOUS", "level"), "TRANSFER"),
        (("approvals", "DECISION", "links"), []),
        (("publication", "first_form_verdict"), "SHOUT"),
        (("decisions", "form", "body"), "janitor"),
        (("triggers", "A10_5_MAJOR_CASES_YEAR", "threshold"), 0),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(path: Path, value: Any) -> None:
    assert wrong(*path, value=value).startswith("accountability." + ".".join(map(str, path)))


def test_g7_one_role_cannot_take_two_steps_of_an_approval_chain() -> None:
    links = HUBEI_DATA["accountability"]["approvals"]["DECISION"]["links"]

    assert "separation of duties" in wrong("approvals", "DECISION", "links", value=[links[0]] * 2)


def test_a_measure_bars_each_kind_once_from_each_start() -> None:
    restrictions = HUBEI_DATA["accountability"]["measures"]["PARTY_WARNING"]["restrictions"]

    said = wrong("measures", "PARTY_WARNING", "restrictions", value=restrictions * 2)
    assert "each kind once" in said
