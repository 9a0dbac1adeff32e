"""Thresholds of Art. 10 that are reached are somebody's work until they are answered (3.7)."""

from typing import Any

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, finish

MEMBERS, SERIAL = "A10_4_TEAM_MEMBERS_YEAR", "A10_1_SERIAL_CORRUPTION"
OPEN = "open-leadership-case"


def incidents(trigger: str = MEMBERS, organisation: str = "JY", year: int = 2025) -> list[Any]:
    """Return as many incidents as reach a threshold of two."""
    return [
        {
            "trigger": trigger,
            "organisation": organisation,
            "happened_on": f"{year}-0{month}-01",
            "reference": f"{organisation}{year}-{month}",
        }
        for month in (1, 2)
    ]


def reached(*told: list[Any], until: str = "INVESTIGATING") -> CaseLife:
    """Return a case whose start was proposed with incidents, at a stage."""
    said = {"propose_start": {"incidents": [each for some in told for each in some]}}
    return a_case(until, choices=said).later()


def test_a_threshold_stays_on_the_list_of_work_at_every_stage_until_it_is_answered():
    for until in ("INVESTIGATING", "JOINT_CONSULT", "DECIDING", "DECIDED", "RECTIFYING"):
        assert OPEN in reached(incidents(), until=until).duties

    life = reached(incidents(), until="DECIDED").act("open_leadership_case")
    assert OPEN not in life.duties
    assert "ACC-2026-0002" in life.decider.standing(life.state).related


def test_a_case_does_not_close_while_a_threshold_waits():
    life = reached(incidents(), until="RECTIFYING")
    finish(life)
    assert (life.stage, life.duties) == ("RECTIFYING", [OPEN])

    life.act("open_leadership_case", case=None, declined="已由上级另案处理")
    assert life.over


def test_a_case_that_ends_early_stays_awake_for_a_threshold():
    life = a_case("INITIATION_REVIEW").later().act("add_subject")
    life.act("propose_start", incidents=incidents()).act("not_start")
    assert (life.stage, life.over, life.duties) == (
        "CLOSED_NO_GROUND",
        False,
        ["notify-subject", OPEN],
    )

    assert life.act("notify_subject").act("open_leadership_case").over


def test_each_kind_of_threshold_and_each_organisation_is_answered_apart():
    life = reached(incidents(), incidents(organisation="WSJ"), incidents(SERIAL))
    assert life.duties.count(OPEN) == 3

    life.act("open_leadership_case", organisation="WSJ").act("open_leadership_case")
    assert life.duties.count(OPEN) == 1
    life.act("open_leadership_case", trigger=SERIAL, case="ACC-2026-0003")
    assert OPEN not in life.duties


def test_two_years_of_one_organisation_are_answered_together():
    life = reached(incidents(year=2024), incidents(year=2025))
    assert life.duties.count(OPEN) == 1
    assert OPEN not in life.act("open_leadership_case").duties


@pytest.mark.parametrize(
    "fields",
    [
        {"organisation": "WSJ"},
        {"trigger": SERIAL},
        {"case": None},
        {"declined": "没有必要"},
        {"case": "ACC-2026-0001"},
    ],
)
def test_an_answer_to_no_threshold_and_no_answer_are_refused(fields: dict[str, Any]):
    assert reached(incidents()).denied("open_leadership_case", **fields).rule == "3.7"


def test_a_threshold_is_answered_once_and_only_if_it_is_reached():
    life = reached(incidents()).act("open_leadership_case")
    assert life.denied("open_leadership_case").rule == "3.7"
    assert reached(incidents()[:1]).denied("open_leadership_case").rule == "3.7"


def test_incidents_told_by_mistake_call_for_nothing_once_the_proposal_is_made_anew():
    life = a_case("INITIATION_REVIEW").later().act("add_subject")
    assert OPEN in life.act("propose_start", incidents=incidents()).duties
    assert OPEN not in life.act("propose_start").duties
