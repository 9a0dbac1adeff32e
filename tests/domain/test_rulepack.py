"""Rule packs: refused with the place that is wrong, a source for every value, a hash of content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from starter.failure import Invalid
from starter.rulepack_files import load_pack, read_pack
from tests.domain.parts import PACK, PACK_DATA, PACK_FILE, changed_data, changed_pack
from workflows.domain.rulepack import WANTED, RulePack

CHAIN = ("clarification", "routes", "DISPATCHED", "chain")
TERM = ("clarification", "terms", "evaluation")
ORGAN_CHAIN = ("clarification", "routes", "ORGAN", "chain")


def wrong(*path: str | int, value: Any) -> str:
    """Return the places and reasons given for a pack with one value set otherwise."""
    with pytest.raises(ValidationError) as caught:
        RulePack.model_validate(changed_data(*path, value=value))
    return "\n".join(
        f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in caught.value.errors()
    )


@pytest.mark.parametrize(
    "path",
    [
        ("colour",),
        ("clarification", "colour"),
        (*TERM, "weeks"),
        ("clarification", "routes", "ORGAN", "colour"),
        (*CHAIN, 1, "colour"),
        ("clarification", "routes", "ORGAN", "prior_notice", "colour"),
        ("clarification", "methods", "MEDIA", "colour"),
        ("clarification", "situations", "OTHER_NECESSARY", "colour"),
        ("clarification", "options", "countersign_not_start", "colour"),
        ("clarification", "ladders", "short", "colour"),
        ("clarification", "ladders", "short", "rungs", 0, "colour"),
    ],
)
def test_an_unknown_key_is_refused_with_its_place(path: tuple[str | int, ...]) -> None:
    assert wrong(*path, value=1).startswith(".".join(map(str, path)))


def rules(data: Any, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    """Find every place of the pack that has a source."""
    if isinstance(data, dict):
        if "source" in data:
            yield path
        for key, value in data.items():
            yield from rules(value, *path, key)
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from rules(value, *path, index)


@pytest.mark.parametrize("path", list(rules(PACK_DATA)), ids=lambda p: ".".join(map(str, p)))
@pytest.mark.parametrize("value", [None, "", "？"])
def test_a_missing_source_is_refused_with_its_place(
    path: tuple[str | int, ...], value: str | None
) -> None:
    assert wrong(*path, "source", value=value).startswith(".".join(map(str, (*path, "source"))))


def values(data: Any, sourced: bool, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    """Find every value of the pack that no source stands beside or above, in the same rule."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from values(value, sourced or "source" in data, *path, key)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from values(value, sourced, *path, index)
    elif not sourced:
        yield path


def test_every_value_of_xuchang_2023_has_a_source() -> None:
    assert list(values(PACK_DATA["clarification"], False)) == []
    assert all(PACK_DATA[key] for key in ("source", "effective_from", "version"))


def test_2_5_2_8_xuchang_2023_says_what_the_rulebook_says() -> None:
    assert PACK.clarification is not None
    terms = {
        key: (term.months, term.days, term.working_days)
        for key, term in PACK.clarification.terms.items()
    }
    assert terms["evaluation"] == (1, 0, 0)
    assert terms["implementation"] == (0, 0, 5)
    assert terms["post_notice"] == (0, 0, 3)
    assert terms["follow_up"] == (0, 30, 0)
    chains = {
        name: [(link.step, link.role.value, link.organ) for link in route.chain]
        for name, route in PACK.clarification.routes.items()
    }
    study = ("COLLECTIVE_STUDY", "undertaking_department", "handling")
    review = ("PRINCIPAL_REVIEW", "principal", "handling")
    approval = ("AWAITING_APPROVAL", "leader_in_charge", "approving")
    assert chains == {
        "ORGAN": [
            ("PRINCIPAL_REVIEW", "department_principal", "handling"),
            ("AWAITING_APPROVAL", "leader_in_charge", "handling"),
        ],
        "DISPATCHED": [study, review, approval],
        "TOWNSHIP": [study, review, approval],
        "SOE_INSTITUTION": [study, review, approval],
    }


@pytest.mark.parametrize("part", sorted(WANTED))
def test_each_part_has_exactly_the_entries_it_must_have(part: str) -> None:
    some = sorted(WANTED[part])[0]
    entry = PACK_DATA["clarification"][part][some]

    missing = wrong("clarification", part, some, value=None)
    assert missing.startswith("clarification: ")
    assert f"{part}: {some} is missing" in missing
    assert f"{part}: unheard is unknown" in wrong("clarification", part, "unheard", value=entry)


def steps(*names: str) -> list[dict[str, str]]:
    roles = {"COLLECTIVE_STUDY": "undertaking_department", "PRINCIPAL_REVIEW": "principal"}
    return [
        {
            "step": name,
            "role": roles.get(name, "leader_in_charge"),
            "organ": "approving" if name == "AWAITING_APPROVAL" else "handling",
            "mark": "D",
            "source": "test pack",
        }
        for name in names
    ]


@pytest.mark.parametrize(
    ("chain", "why"),
    [
        ([], "the last step must be AWAITING_APPROVAL"),
        (steps("COLLECTIVE_STUDY", "PRINCIPAL_REVIEW"), "the last step must be AWAITING_APPROVAL"),
        (steps("PRINCIPAL_REVIEW", "COLLECTIVE_STUDY", "AWAITING_APPROVAL"), "in the order"),
        (steps("PRINCIPAL_REVIEW", "PRINCIPAL_REVIEW", "AWAITING_APPROVAL"), "each step once"),
        (steps("AWAITING_APPROVAL", "PRINCIPAL_REVIEW"), "in the order"),
    ],
)
def test_2_7_an_impossible_chain_is_refused_with_its_route(
    chain: list[dict[str, str]], why: str
) -> None:
    said = wrong(*CHAIN, value=chain)

    assert said.startswith("clarification.routes.DISPATCHED: ")
    assert why in said


def test_p2_one_role_cannot_take_two_steps_of_a_chain() -> None:
    assert "separation of duties" in wrong(*ORGAN_CHAIN, 0, "role", value="leader_in_charge")


def test_2_7_the_last_step_and_the_approving_organ_agree() -> None:
    assert "disagree" in wrong(*CHAIN, 2, "organ", value="handling")
    assert "disagree" in wrong(*ORGAN_CHAIN, 1, "organ", value="approving")
    assert "only the last step" in wrong(*CHAIN, 1, "organ", value="approving")
    assert "disagree" in wrong("clarification", "routes", "ORGAN", "approving_organ", value=True)


@pytest.mark.parametrize("role", ["applicant", "calendar", "party_group_principal"])
def test_0_5_nobody_outside_the_office_approves(role: str) -> None:
    assert "holds no office" in wrong(*CHAIN, 1, "role", value=role)
    assert "holds no office" in wrong(*ORGAN_CHAIN, 1, "raised_to", value=role)


def test_a01_a_raised_seat_says_when() -> None:
    assert "belong together" in wrong(*ORGAN_CHAIN, 1, "raised_when", value=None)
    assert "belong together" in wrong(*ORGAN_CHAIN, 1, "raised_to", value=None)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("id",), "Xuchang 2023"),
        (("version",), "one"),
        (("effective_from",), "2023-02-30"),
        ((*TERM, "months"), -1),
        ((*TERM, "months"), 0),
        ((*TERM, "months"), 121),
        ((*TERM, "roll"), "backwards"),
        ((*TERM, "mark"), "X"),
        ((*TERM, "mark"), None),
        ((*CHAIN, 0, "step"), "LUNCH"),
        ((*CHAIN, 0, "role"), "janitor"),
        ((*CHAIN, 0, "organ"), "another"),
        (("clarification", "methods", "MEDIA", "condition"), "always"),
        (("clarification", "methods", "MEDIA", "public"), "sometimes"),
        (("clarification", "methods", "MEDIA", "documents"), []),
        (("clarification", "ladders", "short", "hour"), 24),
        (("clarification", "ladders", "short", "rungs", 0, "days_before"), -1),
        (("clarification", "ladders", "short", "rungs", 2, "every_days"), 0),
        (("clarification", "ladders", "evaluation", "rungs", 0, "share"), 100),
        (("clarification", "supervisor", "role"), "neighbour"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(
    path: tuple[str | int, ...], value: Any
) -> None:
    said = wrong(*path, value=value)

    place = ".".join(map(str, path))
    assert said.startswith((place, place.rpartition(".")[0] + ": "))


def test_a_term_names_a_ladder_that_is_there() -> None:
    said = wrong(*TERM, "ladder", value="stairs")

    assert "terms.evaluation.ladder: there is no ladder 'stairs'" in said


def test_the_hash_is_that_of_the_content_and_of_nothing_else() -> None:
    again = RulePack.model_validate(changed_data("id", value="xuchang-2023"))
    reordered = RulePack.model_validate(dict(reversed(PACK_DATA.items())))
    read_back = RulePack.model_validate_json(PACK.model_dump_json())

    assert PACK.hash == again.hash == reordered.hash == read_back.hash


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "3"),
        (("title_en",), "Another title"),
        ((*TERM, "months"), 2),
        ((*TERM, "source"), "another source"),
        ((*TERM, "mark"), "D"),
        (("clarification", "options", "countersign_not_start", "value"), False),
        (("clarification", "ladders", "short", "rungs", 0, "days_before"), 2),
        (("clarification", "routes", "TOWNSHIP", "prior_notice"), None),
    ],
)
def test_any_change_of_content_changes_the_hash(path: tuple[str | int, ...], value: Any) -> None:
    assert changed_pack(*path, value=value).hash != PACK.hash


def test_a_part_that_came_later_and_is_missing_leaves_the_hash_of_older_packs_alone() -> None:
    # As `rulepacks/xuchang-2023.toml` stood in version 1, before notices and documents had rules.
    older = {
        key: value for key, value in PACK_DATA.items() if key not in ("notices", "documents")
    } | {"version": "1"}

    assert RulePack.model_validate(older).hash.startswith("b103ff432048")


def test_the_shipped_file_is_found_by_its_name_and_says_which_one_it_is() -> None:
    assert load_pack("xuchang-2023") == PACK
    assert PACK.label == "xuchang-2023@2"


def test_a_file_that_is_wrong_is_named_with_the_place(tmp_path: Path) -> None:
    copy = tmp_path / PACK_FILE.name
    text = PACK_FILE.read_text(encoding="utf-8").replace("months = 1", "months = -1")
    copy.write_text(text, encoding="utf-8")

    with pytest.raises(Invalid) as caught:
        read_pack(copy)
    assert "xuchang-2023.toml：clarification.terms.evaluation.months" in str(caught.value)
