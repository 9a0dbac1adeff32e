"""The seven situations of 2.4 with the facts each must capture, and partly true reports."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import (
    FIFTH,
    FIRST,
    FOURTH,
    SECOND,
    SEVENTH,
    SIXTH,
    THIRD,
    changed_pack,
    point,
    verification,
)

ALL = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH]
MAIN = {**FOURTH, "ground": "MAIN"}


def found(*points: dict[str, Any]) -> Life:
    return opened(verification=verification("2026-03-02", *points))


@pytest.mark.parametrize("situation", ALL, ids=lambda s: str(s["code"]))
def test_2_4_each_situation_alone_leads_to_evaluation(situation: dict[str, Any]) -> None:
    life = opened()

    life.do("screen", "2026-03-12", situations={"held": [situation]})

    assert life.stage == "EVALUATING"
    assert life.state.situations.codes == (situation["code"],)


def test_2_4_several_situations_may_hold_at_once_but_each_only_once() -> None:
    life = opened()
    life.do("screen", "2026-03-12", situations={"held": ALL})
    assert len(life.state.situations.codes) == 7

    with pytest.raises(ValidationError, match="each situation once"):
        life.command("screen", "2026-03-12", situations={"held": [FIRST, FIRST]})


@pytest.mark.parametrize(
    "situation",
    [
        {"code": "ELECTION_OR_SELECTION_AFFECTED", "event": "ELECTION"},
        {"code": "ELECTION_OR_SELECTION_AFFECTED", "affected": "ACTUAL"},
        {"code": "ELECTION_OR_SELECTION_AFFECTED", "event": "PARTY", "affected": "ACTUAL"},
        {"code": "RIGHTS_OR_LIFE_HARMED", "harm": []},
        {"code": "RIGHTS_OR_LIFE_HARMED", "harm": ["FEELINGS"]},
        {"code": "PUBLIC_OR_LOCAL_ADVERSE_EFFECT"},
        {"code": "MOSTLY_OR_MAINLY_UNTRUE", "ground": "MOST"},
        {"code": "MOSTLY_OR_MAINLY_UNTRUE", "ground": "MOST", "adverse_effect": False},
        {"code": "REPEATED_AFTER_CONCLUSION"},
        {"code": "FALSE_ACCUSATION_VICTIM"},
        {"code": "OTHER_NECESSARY"},
        {"code": "OTHER_NECESSARY", "reason": " "},
        {"code": "SYMPATHY"},
    ],
)
def test_2_4_a_situation_without_its_facts_is_malformed(situation: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        opened().command("screen", "2026-03-12", situations={"held": [situation]})


def test_2_4_no_situation_closes_the_matter_with_reasons() -> None:
    life = opened()

    assert life.refused("screen", "2026-03-12", situations={"held": []}).rule == "2.8"
    life.do("screen", "2026-03-12", situations={"held": []}, reasons="不具备情形")

    assert life.stage == "CLOSED_NOT_NECESSARY"


def test_2_4_4_most_means_more_than_half() -> None:
    half = found(point(), point("P2", "TRUE"))
    assert half.refused("screen", "2026-03-12", situations={"held": [FOURTH]}).rule == "2.4(4)"

    most = found(point(), point("P2"), point("P3", "NOT_ESTABLISHED"))
    most.do("screen", "2026-03-12", situations={"held": [FOURTH]})
    assert most.stage == "EVALUATING"


def test_2_4_4_the_main_problem_must_be_the_untrue_one() -> None:
    other = found(point(), point("P2", "TRUE", main=True))
    assert other.refused("screen", "2026-03-12", situations={"held": [MAIN]}).rule == "2.4(4)"

    main = found(point(main=True), point("P2", "TRUE"), point("P3", "TRUE"))
    main.do("screen", "2026-03-12", situations={"held": [MAIN]})
    assert main.stage == "EVALUATING"


def test_2_4_4_a_partly_true_report_needs_situation_4() -> None:
    life = found(point(main=True), point("P2", "TRUE"))

    assert life.refused("screen", "2026-03-12", situations={"held": [FIRST]}).rule == "2.4(4)"
    life.do("screen", "2026-03-12", situations={"held": [FIRST, MAIN]})

    assert life.stage == "EVALUATING"


def test_2_4_4_the_opinion_upholds_situation_4_for_a_partly_true_report() -> None:
    life = found(point(main=True), point("P2", "TRUE"))
    life.do("screen", "2026-03-12", situations={"held": [FIRST, MAIN]})

    refusal = life.refused("give_opinion", "2026-03-20", situations_upheld=[FIRST["code"]])

    assert refusal.rule == "2.4(4)"


def test_2_4_4_another_pack_may_clarify_partly_true_reports_without_situation_4() -> None:
    pack = changed_pack(
        "clarification", "options", "partly_true_needs_situation_4", "value", value=False
    )
    life = opened(pack=pack, verification=verification("2026-03-02", point(), point("P2", "TRUE")))

    life.do("screen", "2026-03-12")

    assert life.stage == "EVALUATING"


def test_p1_only_the_untrue_points_of_a_partly_true_report_are_clarified() -> None:
    life = found(point(main=True), point("P2", "TRUE"), point("P3", "NOT_ESTABLISHED"))
    life.do("screen", "2026-03-12", situations={"held": [MAIN]})

    for wrong in ("P2", "P3", "P4"):
        plan = {"points": ["P1", wrong], "methods": [{"method": "WRITTEN"}]}
        assert life.refused("give_opinion", "2026-03-20", plan=plan).rule == "P1"
    life.do("give_opinion", "2026-03-20")
    assert life.stage == "COLLECTIVE_STUDY"


def test_2_4_an_opinion_upholds_only_situations_that_screening_found() -> None:
    life = a_life("EVALUATING")

    refusal = life.refused("give_opinion", "2026-03-20", situations_upheld=["OTHER_NECESSARY"])

    assert refusal.rule == "2.4"


def test_2_9_situation_6_notes_a_lead_for_referral_and_does_not_wait_for_it() -> None:
    life = opened()

    life.do("screen", "2026-03-12", situations={"held": [SIXTH]})

    assert life.state.false_accusation_leads == ("FA-1",)
    assert life.stage == "EVALUATING"
    assert "case_management_department" in [n.to_role for n in life.notices]


def test_2_9_a_suspected_false_accusation_is_noted_at_any_stage_and_stops_nothing() -> None:
    for stage in ("SCREENING", "EVALUATING", "AWAITING_APPROVAL", "IMPLEMENTING", "COMPLETED"):
        life = a_life(stage)

        life.do("note_false_accusation", "2026-04-01")

        assert life.stage == stage
        assert life.state.false_accusation_leads == ("FA-2",)
        assert life.notices[-1].to_role == "case_management_department"
