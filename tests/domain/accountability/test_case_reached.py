"""When a decision has reached everybody, and what tolerance brings (3.5 G4, 3.16, S101)."""

import pytest

from tests.domain.accountability.builders import a_case
from tests.domain.accountability.parts import MEMBER, PRINCIPAL


def test_3_16_a_decision_withdrawn_before_it_was_served_holds_nobody_up():
    life = a_case("DECIDED", (PRINCIPAL, MEMBER))

    life.act("subject_closed", subject="S1", how="REVOKED")
    assert life.stage == "DECIDED"
    life.act("subject_served", subject="S2")

    assert life.stage == "RECTIFYING"


def test_3_16_the_last_decision_to_be_withdrawn_ends_the_serving_as_well():
    life = a_case("DECIDED", (PRINCIPAL, MEMBER))

    life.act("subject_served", subject="S1")
    life.act("subject_closed", subject="S2", how="REVOKED")

    assert life.stage == "RECTIFYING"


def test_3_5_g4_tolerance_runs_from_the_day_on_which_the_last_link_approves():
    life = a_case("INITIATION_REVIEW").act("add_subject", subject=PRINCIPAL).act("propose_start")

    life.act("approve_start")
    assert "tolerance" not in life.running
    life.later(2).act("approve_start").later(1).act("approve_start")

    assert life.stage == "INVESTIGATING"
    assert life.deadline("tolerance").term.anchor == life.case.since


@pytest.mark.parametrize(
    ("result", "tolerated"),
    [("TOLERATED_EXEMPT", True), ("TOLERATED_REDUCED", True), ("NOT_TOLERATED", False)],
)
def test_s101_the_follow_up_hears_that_a_fault_was_tolerated(result: str, tolerated: bool):
    """Reduced is tolerated too: the measure stands, and the fault is corrected beside it."""
    positive = ["POS_EMERGENCY"] if tolerated else []
    said = {"assess_tolerance": {"result": result, "positive": positive}}
    life = a_case("DECIDED", choices=said)

    assert [one.request["tolerated"] for one in life.opened] == [tolerated]
