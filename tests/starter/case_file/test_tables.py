"""Every fact has a ground and a basis, and the ground leaves out nothing but the factor sheet."""

from typing import Any, get_args

import pytest

from starter.case_file.clarification.teller import GROUNDS
from starter.case_file.tellers import TELLERS
from tests.starter.case_file.marked_lives import (
    ADDRESSEE,
    ALLEGATION,
    ATTENDEE,
    FACTOR,
    PLACE,
    REASON,
    marked_lives,
)
from workflows.domain.clarification.basis import BASIS, basis_of
from workflows.domain.clarification.facts import AnyFact
from workflows.domain.kinds import DECIDERS
from workflows.domain.lifecycle import Step

KINDS = {fact.model_fields["kind"].default for fact in get_args(get_args(AnyFact)[0])}
STEPS: list[Step[Any]] = [step for life in marked_lives() for step in life.steps]


def test_every_kind_of_matter_can_be_told() -> None:
    assert set(TELLERS) == set(DECIDERS)
    assert all(TELLERS[kind] for kind in TELLERS)
    assert all(decider.kind == kind for kind, decider in DECIDERS.items())


def test_every_fact_has_a_ground_and_a_basis_and_no_others_do() -> None:
    assert set(GROUNDS) == KINDS
    assert set(BASIS) == KINDS


def test_the_marked_lives_come_past_every_fact() -> None:
    assert {step.event.fact.kind for step in STEPS} == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_ground_and_each_basis_says_something_in_both_languages(kind: str) -> None:
    teller = TELLERS["clarification"]
    for step in (step for step in STEPS if step.event.fact.kind == kind):
        ground, basis = teller.ground(step), teller.basis(step)

        assert ground
        assert all(d.label.zh and d.label.en and d.text.zh and d.text.en for d in ground)
        assert basis.rule
        assert basis.words.zh
        assert basis.words.en


SOURCED = KINDS - {
    "objection_recorded", "application_withdrawn", "false_accusation_noted",
}  # fmt: skip
"""Facts that a pack has a rule for; the others rest on the rulebook alone."""


@pytest.mark.parametrize("kind", sorted(SOURCED))
def test_each_basis_cites_the_pack_that_the_matter_carries(kind: str) -> None:
    step = next(step for step in STEPS if step.event.fact.kind == kind)
    pack = step.after.pack.model_dump_json()

    cited = basis_of(step).entries

    assert cited
    assert all(entry.source in pack for entry in cited)


def test_2_5_the_basis_of_an_opinion_is_the_source_of_the_evaluation_term() -> None:
    step = next(step for step in STEPS if step.event.fact.kind == "opinion_given")

    sources = [entry.source for entry in basis_of(step).entries]

    assert sources[0] == step.after.rules.terms["evaluation"].source


def test_2_7_the_basis_of_an_approval_is_the_link_of_the_chain() -> None:
    step = next(step for step in STEPS if step.event.fact.kind == "approved")

    sources = [entry.source for entry in basis_of(step).entries]

    assert sources[0] == step.after.chain_step("AWAITING_APPROVAL").source


def test_2_6_the_basis_of_a_method_is_its_own_rule() -> None:
    for step in (step for step in STEPS if step.event.fact.kind == "method_done"):
        rule = step.after.rules.methods[step.event.fact.method]

        assert [entry.source for entry in basis_of(step).entries] == [rule.source]


@pytest.mark.parametrize("mark", [ALLEGATION, REASON, PLACE, ATTENDEE, ADDRESSEE])
def test_whatever_somebody_typed_into_a_fact_is_told_in_its_ground(mark: str) -> None:
    teller = TELLERS["clarification"]
    typed = [s for s in STEPS if mark in s.event.fact.model_dump_json(exclude={"factors"})]

    assert typed
    for step in typed:
        assert mark in "".join(detail.text.zh for detail in teller.ground(step))


def test_a46_the_factor_sheet_is_in_no_ground() -> None:
    teller = TELLERS["clarification"]

    grounds = "".join(str(teller.ground(step)) for step in STEPS)

    assert any(FACTOR in step.event.fact.model_dump_json() for step in STEPS)
    assert FACTOR not in grounds
