"""The work items of a case name what can be done next, and nothing that is refused (3.5)."""

import pytest

from tests.domain.accountability.builders import a_case, investigate


def test_3_5_the_investigation_names_everything_that_the_opinion_will_ask_for():
    life = a_case("INVESTIGATING", traits=["MEDICAL"])
    wanted = {
        "show-facts",
        "constitute",
        "charge",
        "weigh",
        "assess-tolerance",
        "record-must",
        "record-expert-report",
    }
    assert set(life.duties) == wanted

    investigate(life.later())

    assert life.duties == ["draft-opinion"]


def test_3_5_g9_whoever_carried_out_leads_to_the_duty_to_examine_those_who_decided():
    life = a_case("INVESTIGATING").later().act("weigh", liabilities=["EXECUTION_LAYER"])
    assert "examine-decision-layer" in life.duties

    life.act("examine_decision_layer")

    assert "examine-decision-layer" not in life.duties


@pytest.mark.parametrize("stage", ["INVESTIGATING", "FACTS_MEETING"])
def test_3_11_where_nobody_is_liable_the_only_way_is_named(stage: str):
    life = a_case(stage).later().act("constitute", duty_in_scope=False)
    assert life.duties == ["propose-no-liability"]

    assert life.act("propose_no_liability").duties == ["approve-no-liability"]
    assert life.act("return_no_liability").duties == ["propose-no-liability"]


def test_3_5_g5_what_is_found_medical_at_the_consultation_goes_back_for_its_report():
    """Given the consultation finds the matter medical, then item and refusal name the way."""
    life = a_case("DECIDING", choices={"conclude_consultation": {"traits": ["MEDICAL"]}}).later()
    assert life.duties == ["return-opinion"]
    life.act("propose_decision")
    assert "return-opinion" in life.denied("decide").message.zh

    life.act("return_opinion").to("DECIDED")

    assert life.case.expert is not None
