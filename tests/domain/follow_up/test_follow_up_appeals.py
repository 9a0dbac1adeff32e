"""Appeals at every stage (Art. 20): never refused, nothing stops, the day of receipt counts."""

import pytest

from tests.domain.follow_up.builders import (
    LI,
    NUMBER,
    SERVED,
    TEAM,
    a_life,
    carried_out,
    concluded,
    opened,
    reversed_all,
)
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.appeal.commands import Open as AppealOpen

STAGES = {
    "EXECUTING": "2024-03-18",
    "ARCHIVED": "2024-03-21",
    "IMPACT_PERIOD": "2024-09-02",
    "IMPACT_ENDED": "2025-03-06",
    "TRACKING": "2025-06-02",
    "CORRECTED": "2024-06-10",
    "CLOSED": "2027-05-04",
}
"""A day on which the matter is still at its stage."""


def _opened_appeals(life: ProcedureLife) -> list[AppealOpen]:
    effects = (life.decider.effects(s.before, s.after, s.event) for s in life.steps)
    return [
        AppealOpen.model_validate({**opening.request, "number": opening.number})
        for each in effects
        for opening in each.openings
    ]


@pytest.mark.parametrize("stage", STAGES)
def test_an_appeal_is_taken_at_every_stage_and_moves_nothing(stage: str) -> None:
    """Invariant 3: an appeal never stops execution or its timers."""
    life = a_life(stage).wait(STAGES[stage])
    before = {k: life.due(k) for k in life.running if not k.startswith("appeal_window")}

    life.do("file_appeal", STAGES[stage])

    assert life.stage == stage
    assert {k: v for k, v in before.items() if life.due(k) != v} == {}
    assert not life.over
    assert "appeal" in life.decider.standing(life.state).tags
    assert [a.number for a in _opened_appeals(life)] == [f"{NUMBER}-A1"]


def test_what_comes_before_service_waits_for_it() -> None:
    life = opened().do("file_appeal", "2024-03-02")
    assert _opened_appeals(life) == []

    life.do("serve", SERVED)
    (appeal,) = _opened_appeals(life)
    assert str(appeal.served_on) == SERVED
    assert str(appeal.received_on) == "2024-03-02"


def test_the_appeal_is_given_what_it_needs() -> None:
    life = carried_out("REMOVAL", "PARTY_WARNING").do("file_appeal", "2024-04-01")
    (appeal,) = _opened_appeals(life)

    assert {m.code for m in appeal.measures} == {"REMOVAL", "PARTY_WARNING"}
    assert appeal.handlers == ("li", "wu")
    assert appeal.route == "PARTY_SANCTION"
    assert life.decider.standing(life.state).related == ("ACC-2024-0001", f"{NUMBER}-A1")


def test_the_appellant_may_name_the_route() -> None:
    life = carried_out("REMOVAL", "PARTY_WARNING")
    life.do("file_appeal", "2024-04-01", route="ORGANISATIONAL_MEASURE")

    assert _opened_appeals(life)[0].route == "ORGANISATIONAL_MEASURE"


def test_the_same_letter_twice_is_one_appeal_and_another_letter_is_another() -> None:
    life = carried_out().do("file_appeal", "2024-04-01").do("file_appeal", "2024-04-02")
    life.do("file_appeal", "2024-04-03", reference="L-2")

    assert [a.number for a in _opened_appeals(life)] == [f"{NUMBER}-A1", f"{NUMBER}-A2"]
    assert [a.letter.reference for a in life.state.appeals] == ["L-1", "L-2"]


def test_the_legal_day_of_receipt_is_kept_however_late_it_is_processed() -> None:
    life = carried_out().do("file_appeal", "2025-01-06", received_on="2024-03-28")

    assert str(_opened_appeals(life)[0].received_on) == "2024-03-28"
    assert str(life.steps[-1].event.effective_on) == "2024-03-28"


def test_anybody_may_hand_an_appeal_in() -> None:
    own = LI.but(officer="zhang", roles=())

    assert carried_out().do("file_appeal", "2024-04-01", by=own).state.appeals


@pytest.mark.parametrize("outcome", ["UPHELD"])
def test_a_decision_that_is_upheld_stays_as_it_was(outcome: str) -> None:
    life = carried_out().do("file_appeal", "2024-04-01")
    stage, due = life.stage, life.due("impact")
    life.do("appeal_taken", "2024-04-03")
    life.do("appeal_concluded", "2024-04-29", **concluded(outcome, "2024-04-29"))

    assert (life.stage, life.due("impact")) == (stage, due)
    assert not life.state.open_appeals
    assert life.state.appeals[0].in_time


def test_a_late_appeal_is_on_record_and_holds_nothing_open() -> None:
    life = carried_out().do("file_appeal", "2024-08-01")
    life.do("appeal_taken", "2024-08-05", in_time=False, referred=True)

    assert life.state.appeals[0].in_time is False
    assert not life.state.open_appeals


def test_a_closed_follow_up_wakes_for_an_appeal_and_closes_again() -> None:
    life = a_life("CLOSED")
    assert life.over

    life.do("file_appeal", "2027-05-04")
    assert not life.over
    life.do("appeal_concluded", "2027-06-01", **concluded("UPHELD", "2027-06-01"))

    assert life.over
    assert [m.name for m in life.messages] == [
        "subject_served",
        "subject_closed",
        "subject_reopened",
        "subject_closed",
    ]
    assert "file_appeal" in life.decider.wakes
    assert life.decider.wakes == {"file_appeal", "appeal_taken", "appeal_concluded", "reopen"}


@pytest.mark.parametrize("stage", [s for s in STAGES if s != "CORRECTED"])
def test_a_decision_revoked_on_appeal_is_reversed_from_every_stage(stage: str) -> None:
    life = a_life(stage).do("file_appeal", STAGES[stage])
    life.do("appeal_concluded", STAGES[stage], **concluded("REVOKED", STAGES[stage]))
    assert life.stage == "CORRECTED"

    reversed_all(life, STAGES[stage])
    assert life.stage == "CLOSED"
    assert life.over
    assert life.state.ending == "REVOKED"
    assert not life.state.standing_measures


@pytest.mark.parametrize("left", [("DEMOTION", "PARTY_WARNING"), ("PARTY_EXPULSION",)])
def test_a_conclusion_that_aggravates_is_flagged_and_not_applied(left: tuple[str, ...]) -> None:
    """3.11: no aggravation, and no message is refused."""
    life = carried_out().do("file_appeal", "2024-04-01")
    stage, standing = life.stage, life.state.standing_measures

    life.do("appeal_concluded", "2024-04-29", **concluded("CHANGED", "2024-04-29", *left))

    assert (life.stage, life.state.standing_measures) == (stage, standing)
    assert "correct" in life.duties
    assert not life.over
    assert "加重" in life.steps[-1].event.fact.words().zh
    assert life.state.open_appeals


@pytest.mark.parametrize("left", [("NOT_A_MEASURE",), ()])
def test_a_conclusion_that_nobody_understands_is_flagged(left: tuple[str, ...]) -> None:
    life = carried_out().do("file_appeal", "2024-04-01")
    life.do("appeal_concluded", "2024-04-29", **concluded("CHANGED", "2024-04-29", *left))

    assert life.state.appeals[0].disputed
    assert "correct" in life.duties


def test_a_second_stage_may_still_change_what_the_first_upheld() -> None:
    life = carried_out("ADMIN_MAJOR_DEMERIT").do("file_appeal", "2024-04-01")
    first = concluded("UPHELD", "2024-04-29") | {"final": False}
    life.do("appeal_concluded", "2024-04-29", **first)
    second = concluded("CHANGED", "2024-07-01", "ADMIN_WARNING")
    life.do("appeal_concluded", "2024-07-01", **second)

    assert life.stage == "CORRECTED"


def test_a_team_may_appeal_too() -> None:
    life = carried_out("CIRCULATED_CRITICISM", subject=TEAM).do("file_appeal", "2024-04-01")

    assert _opened_appeals(life)[0].route == "ACCOUNTABILITY_DECISION"
