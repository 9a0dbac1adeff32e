"""Warnings of must-not no. 4 and of the decision layer (3.5 G1, G9): shown, never in the way."""

import pytest

from tests.domain.accountability.builders import CaseLife, a_case
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, pack_with
from workflows.domain.accountability.warnings import warnings

EXECUTION = ["MAIN_RESPONSIBILITY", "INDIVIDUAL", "IMPORTANT_LEADING", "EXECUTION_LAYER"]
DECISION = ["MAIN_RESPONSIBILITY", "INDIVIDUAL", "MAIN_LEADING", "DECISION_LAYER"]
INSTEAD, ONLY = "以问责代替", "只追究了执行层"


def warned(life: CaseLife) -> list[str]:
    return [each.words.zh for each in warnings(life.case)]


def weighed(*liabilities: list[str]) -> CaseLife:
    """Return a case under investigation with one subject for each list of liabilities."""
    life = a_case("INVESTIGATING", (PRINCIPAL, MEMBER)).later()
    for ref, codes in zip(("S1", "S2"), liabilities, strict=False):
        life.act("weigh", subject=ref, liabilities=codes)
    return life


def test_g1_a_case_that_holds_accountable_and_puts_nothing_right_is_warned_of():
    assert warned(a_case("DECIDING")) == []
    life = a_case("DECIDED").later()
    assert len(warned(life)) == 1
    assert INSTEAD in warned(life)[0]

    assert INSTEAD in warned(life.act("waive_recommendation"))[0]


def test_g1_a_recommendation_ends_the_warning():
    assert warned(a_case("DECIDED").later().act("issue_recommendation")) == []


def test_g1_nobody_held_accountable_is_nothing_to_warn_of():
    exempt = {
        "assess_tolerance": {"result": "TOLERATED_EXEMPT", "positive": ["POS_EMERGENCY"]},
        "draft_opinion": {
            "proposals": [
                {"subject": "S1", "outcome": "EXEMPT", "band": "NONE", "manner": "EXEMPT",
                 "reasons": "容错", "deviation": "容错"},
            ]
        },
    }  # fmt: skip
    assert warned(a_case("DECIDED", choices=exempt)) == []


@pytest.mark.parametrize(
    ("liabilities", "warns"),
    [
        ((), False),
        ((EXECUTION,), True),
        ((EXECUTION, EXECUTION), True),
        ((EXECUTION, DECISION), False),
        ((DECISION,), False),
        (([*EXECUTION, "DECISION_LAYER"],), False),
    ],
)
def test_g9_only_those_who_executed_is_warned_of(liabilities: tuple[list[str], ...], warns: bool):
    found = warned(weighed(*liabilities))
    assert [ONLY in words for words in found] == ([True] if warns else [])


def test_a_warning_stops_nothing():
    life = weighed(EXECUTION, EXECUTION).act("examine_decision_layer")
    assert life.to("DECIDED").case.decision is not None


def test_a_pack_may_ask_for_no_warning():
    pack = pack_with("options", "warn_instead_of_rectification", "value", value=False)
    assert warned(a_case("DECIDED", pack=pack)) == []


def test_every_warning_names_its_source():
    both = weighed(EXECUTION).act("weigh", subject="S2", liabilities=EXECUTION).to("DECIDED")
    assert all(each.source for each in warnings(both.case))
