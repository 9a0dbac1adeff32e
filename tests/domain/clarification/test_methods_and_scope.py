"""The five methods of 2.6: their conditions, one or several, and a scope that fits the effect."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life
from tests.domain.parts import (
    CIRCULAR,
    FIRST,
    LETTER,
    MEDIA,
    MEETING,
    SECOND,
    TALK,
    changed_pack,
    plan,
)

NOWHERE: dict[str, Any] = {}
UNIT, INDUSTRY = {"range": "UNIT"}, {"range": "INDUSTRY"}
AREA, SOCIETY = {"range": "AREA"}, {"range": "SOCIETY"}
LOUD = {"range": "SOCIETY", "public_opinion": True}


def proposal(effect: dict[str, Any], *methods: dict[str, Any]) -> dict[str, Any]:
    return {"effect": effect, "plan": plan(*methods)}


def scoped(method: dict[str, Any], scope: str) -> dict[str, Any]:
    return {**method, "scope": scope}


@pytest.mark.parametrize(
    ("effect", "methods"),
    [
        (NOWHERE, (LETTER,)),
        (NOWHERE, (TALK,)),
        (NOWHERE, (LETTER, TALK)),
        (SOCIETY, (LETTER,)),
        (UNIT, (MEETING,)),
        (AREA, (scoped(MEETING, "AREA"),)),
        (INDUSTRY, (CIRCULAR,)),
        (AREA, (scoped(CIRCULAR, "AREA"),)),
        (SOCIETY, (scoped(CIRCULAR, "SOCIETY"),)),
        (LOUD, (MEDIA,)),
        (INDUSTRY, (MEETING, CIRCULAR)),
        (LOUD, (LETTER, TALK, MEETING, CIRCULAR, MEDIA)),
    ],
)
def test_2_6_one_or_several_methods_that_fit_are_accepted(
    effect: dict[str, Any], methods: tuple[dict[str, Any], ...]
) -> None:
    life = a_life("EVALUATING")

    life.do("give_opinion", "2026-03-20", **proposal(effect, *methods))

    assert life.stage == "COLLECTIVE_STUDY"


@pytest.mark.parametrize(
    ("effect", "method", "why"),
    [
        (NOWHERE, MEETING, "an adverse effect in the unit or a wider range"),
        (UNIT, CIRCULAR, "situation 1 and an adverse effect"),
        (NOWHERE, CIRCULAR, "situation 1 and an adverse effect"),
        (SOCIETY, MEDIA, "a large effect in media or local public opinion"),
        ({"public_opinion": True}, MEDIA, "range of the effect"),
    ],
)
def test_2_6_a_method_without_its_condition_is_refused(
    effect: dict[str, Any], method: dict[str, Any], why: str
) -> None:
    refusal = a_life("EVALUATING").refused("give_opinion", "2026-03-20", **proposal(effect, method))

    assert refusal.rule == "2.6"
    assert why in refusal.message.en


def test_a44_a_circular_needs_situation_1_as_well_as_the_wide_effect() -> None:
    life = a_life("EVALUATING", situations=[SECOND])

    refusal = life.refused("give_opinion", "2026-03-20", **proposal(INDUSTRY, CIRCULAR))

    assert refusal.rule == "2.6"


def test_a44_situation_1_must_still_be_upheld_for_a_circular() -> None:
    life = a_life("EVALUATING", situations=[FIRST, SECOND])
    upheld = [SECOND["code"]]

    refusal = life.refused(
        "give_opinion", "2026-03-20", situations_upheld=upheld, **proposal(INDUSTRY, CIRCULAR)
    )

    assert refusal.rule == "2.6"


@pytest.mark.parametrize(
    ("effect", "methods"),
    [
        (UNIT, (scoped(MEETING, "INDUSTRY"),)),
        (UNIT, (scoped(MEETING, "SOCIETY"),)),
        (INDUSTRY, (scoped(MEETING, "AREA"), CIRCULAR)),
        (AREA, (scoped(CIRCULAR, "INDUSTRY"),)),
        (AREA, (scoped(CIRCULAR, "SOCIETY"),)),
        (LOUD | {"range": "UNIT"}, (MEDIA,)),
    ],
)
def test_2_6_no_scope_is_wider_than_the_effect(
    effect: dict[str, Any], methods: tuple[dict[str, Any], ...]
) -> None:
    life = a_life("EVALUATING")

    refusal = life.refused("give_opinion", "2026-03-20", **proposal(effect, *methods))

    assert "wider than the effect" in refusal.message.en


@pytest.mark.parametrize(
    ("effect", "methods"),
    [
        (INDUSTRY, (MEETING,)),
        (SOCIETY, (MEETING, CIRCULAR)),
        (LOUD, (scoped(MEDIA, "AREA"),)),
    ],
)
def test_2_6_the_scope_is_not_narrower_than_the_effect(
    effect: dict[str, Any], methods: tuple[dict[str, Any], ...]
) -> None:
    life = a_life("EVALUATING")

    refusal = life.refused("give_opinion", "2026-03-20", **proposal(effect, *methods))

    assert "narrower than the effect" in refusal.message.en


@pytest.mark.parametrize(
    "methods",
    [
        [],
        [LETTER, LETTER],
        [{"method": "MEETING"}],
        [{"method": "CIRCULAR"}],
        [{"method": "MEDIA"}],
        [scoped(LETTER, "UNIT")],
        [scoped(TALK, "UNIT")],
        [{"method": "RUMOUR"}],
        [scoped(MEETING, "WORLD")],
    ],
)
def test_2_6_a_plan_that_is_not_one_is_malformed(methods: list[dict[str, Any]]) -> None:
    life = a_life("EVALUATING")

    with pytest.raises(ValidationError):
        life.command("give_opinion", "2026-03-20", plan={"points": ["P1"], "methods": methods})


@pytest.mark.parametrize("points", [[], ["P1", "P1"], ["the first one"], ["P1 张三"]])
def test_p1_points_are_called_by_their_ids(points: list[str]) -> None:
    life = a_life("EVALUATING")

    with pytest.raises(ValidationError):
        life.command("give_opinion", "2026-03-20", plan={"points": points, "methods": [LETTER]})


def test_2_6_a_pack_may_ask_for_a_letter_beside_another_method() -> None:
    pack = changed_pack("clarification", "methods", "FACE_TO_FACE", "with_letter", value=True)
    life = a_life("EVALUATING", pack=pack)

    refusal = life.refused("give_opinion", "2026-03-20", **proposal(NOWHERE, TALK))
    assert "add WRITTEN" in refusal.message.en

    life.do("give_opinion", "2026-03-20", **proposal(NOWHERE, TALK, LETTER))


def test_2_6_the_approver_is_bound_by_the_same_rules_as_the_proposer() -> None:
    life = a_life("AWAITING_APPROVAL")

    assert life.refused("approve", "2026-03-25", plan=plan(MEETING)).rule == "2.6"
    assert life.refused("approve", "2026-03-25", plan=plan(points=("P2",))).rule == "P1"
    wide = {"plan": plan(scoped(MEETING, "AREA")), "effect": UNIT}
    assert life.refused("approve", "2026-03-25", **wide).rule == "2.6"

    # a quiet method in place of another is not more than was proposed
    life.do("approve", "2026-03-25", plan=plan(TALK))
    assert life.state.plan is not None
    assert {method.value for method in life.state.plan.names} == {"FACE_TO_FACE"}


def test_2_8_every_method_is_carried_out_once_and_the_last_one_ends_implementation() -> None:
    life = a_life("IMPLEMENTING", plan=plan(LETTER, TALK), route="TOWNSHIP")

    life.do("carry_out", "2026-03-27", method="FACE_TO_FACE", document=signed())
    assert life.stage == "IMPLEMENTING"
    again = life.refused("carry_out", "2026-03-28", method="FACE_TO_FACE", document=signed())
    assert again.rule == "2.8"

    life.do("carry_out", "2026-03-28")
    assert life.stage == "COMPLETED"


def test_2_8_a_method_that_was_not_approved_is_not_carried_out() -> None:
    life = a_life("IMPLEMENTING")

    refusal = life.refused("carry_out", "2026-03-27", method="FACE_TO_FACE", document=signed())

    assert refusal.rule == "2.8"


def signed() -> dict[str, str]:
    return {"kind": "signed_record", "number": "D-1"}
