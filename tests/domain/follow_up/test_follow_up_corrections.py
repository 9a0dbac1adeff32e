"""Correction (3.16): measures, restrictions, files, notices and reputation, one by one."""

from datetime import date
from typing import Any

import pytest

from tests.domain.follow_up.builders import (
    CASE,
    HE,
    LI,
    NUMBER,
    XU,
    a_life,
    carried_out,
    concluded,
    correction,
    executed,
    filed,
    impact_over,
    opened,
    reversed_all,
)
from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.clarification.commands import Open as ClarificationOpen
from workflows.domain.follow_up.archives import archive
from workflows.domain.follow_up.impact import eligibility, superseded
from workflows.domain.follow_up.offer import offer

DAY = "2024-06-03"


def changed(*left: str) -> Any:
    measures = ("REMOVAL", "PARTY_SERIOUS_WARNING")
    return carried_out(*measures).do("correct", DAY, **correction("CHANGED", DAY, *left))


def test_everything_is_reversed_one_by_one_with_a_receipt() -> None:
    """Invariant 15: archive, timers and restrictions are reversed, and that is on record."""
    life = a_life("IMPACT_PERIOD").do("correct", DAY)

    assert life.state.undone == (
        "measure/REMOVAL",
        "restrictions",
        "archive/INTEGRITY_FILE",
        "archive/PERSONNEL_FILE",
        "archive/UNIT_ASSESSMENT",
        "notices",
        "reputation",
    )
    assert not {"impact", "award"} & set(life.running)
    reversed_all(life, "2024-06-10")
    assert all(item.document for item in life.state.correction.items)
    assert life.facts.count("reversed") == 7
    assert life.over


def test_nothing_bars_whose_decision_was_revoked() -> None:
    life = a_life("IMPACT_PERIOD").do("correct", DAY)

    for kind in RestrictionKind:
        assert eligibility(life.state, kind, date(2024, 6, 4)).allowed


def test_the_old_state_stays_visible_as_it_was() -> None:
    life = reversed_all(a_life("IMPACT_PERIOD").do("correct", DAY), "2024-06-10")

    old = superseded(life.state)
    assert {RestrictionKind.EQUAL_POST, RestrictionKind.AWARD} <= {
        one.restriction.kind for one in old
    }
    assert max(one.restriction.last_day for one in old) == date(2025, 2, 28)
    assert old[0].correction.serial == 1
    assert life.state.measures[0].measure.code == "REMOVAL"
    assert str(life.state.measures[0].done_on) == "2024-03-20"
    assert life.state.measures[0].ended_by == 1


def test_each_entry_tells_its_own_history() -> None:
    life = reversed_all(a_life("IMPACT_PERIOD").do("correct", DAY), "2024-06-10")
    entry = next(e for e in archive(life.state) if e.archive == "INTEGRITY_FILE")

    assert [(line.what, str(line.on)) for line in entry.lines] == [
        ("ENTERED", "2024-03-22"),
        ("WITHDRAWN", "2024-06-10"),
    ]
    assert entry.lines[1].document == "V-1"
    assert entry.lines[0].by
    assert not entry.stands


def test_a_change_leaves_the_lighter_measure_and_goes_on() -> None:
    life = changed("REMOVAL")
    assert life.due("impact") == date(2025, 2, 28)

    reversed_all(life, "2024-06-10")
    assert life.stage == "IMPACT_PERIOD"
    entry = next(e for e in archive(life.state) if e.archive == "PERSONNEL_FILE")
    assert [line.what for line in entry.lines] == ["ENTERED", "CORRECTED"]
    assert entry.stands
    assert "corrected" in life.decider.standing(life.state).tags


def test_a_new_measure_is_carried_out_before_the_files_and_the_period_go_on() -> None:
    life = reversed_all(changed("ADMONITION_TALK"), "2024-06-10")

    assert life.stage == "EXECUTING"
    assert "confirm-measure" in life.duties
    executed(life, "2024-06-12")
    assert life.stage == "IMPACT_PERIOD"
    assert life.due("impact") == date(2024, 8, 31)


def test_a_period_that_a_correction_shortens_into_the_past_is_over_at_once() -> None:
    life = impact_over("REMOVAL", "PARTY_SERIOUS_WARNING", day="2025-06-02")
    assert life.stage == "IMPACT_PERIOD"

    life.do("correct", "2025-06-03", **correction("CHANGED", "2025-06-03", "REMOVAL"))
    reversed_all(life, "2025-06-04")
    assert life.stage == "IMPACT_ENDED"
    assert "revisit_final" not in life.running


def test_a_decision_may_be_corrected_before_it_is_served() -> None:
    life = opened("REMOVAL", "PARTY_WARNING")
    life.do("correct", "2024-03-04", **correction("CHANGED", "2024-03-04", "REMOVAL"))
    reversed_all(life, "2024-03-05")

    assert life.stage == "DECIDED"
    assert life.duties[0] == "serve"


def test_a_decision_revoked_before_it_is_served_is_over_without_an_appeal() -> None:
    """Given an appeal that came before service, when nothing is left to serve, it holds nothing."""
    life = opened().do("file_appeal", "2024-03-02").do("correct", "2024-03-04")

    assert reversed_all(life, "2024-03-05").over


def test_a_second_correction_takes_up_what_the_first_left_undone() -> None:
    life = changed("REMOVAL").do("reverse", "2024-06-05")
    life.do("correct", "2024-06-06", **correction("REVOKED", "2024-06-06"))

    assert life.state.undone.count("archive/INTEGRITY_FILE") == 1
    assert "notices" in life.state.undone
    reversed_all(life, "2024-06-10")
    assert life.state.ending == "REVOKED"
    assert [c.kind for c in life.state.corrections] == ["CHANGED", "REVOKED"]


def test_what_was_reinstated_stays_in_use_after_a_change() -> None:
    life = a_life("TRACKING")
    tracked = life.due("tracking")
    life.do("correct", "2025-06-03", **correction("CHANGED", "2025-06-03", "ADMONITION_TALK"))
    reversed_all(life, "2025-06-04")
    life.do("confirm_measure", "2025-06-05", by=LI, measure="ADMONITION_TALK")

    assert life.stage == "TRACKING"
    assert life.due("tracking") == tracked


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"causes": ["BAD_WEATHER"]}, "3.16"),
    ({"measures": [{"code": "REMOVAL"}]}, "3.16"),
    ({"correction": "CHANGED"}, "3.16"),
    ({"correction": "CHANGED", "measures": [{"code": "REMOVAL"}]}, "3.16"),
    ({"correction": "CHANGED", "measures": [{"code": "PARTY_EXPULSION"}]}, "3.16"),
    ({"correction": "CHANGED", "measures": [{"code": "NOT_A_MEASURE"}]}, "3.16"),
    ({"decided_on": "2024-02-29"}, "0.3"),
]


@pytest.mark.parametrize(("fields", "rule"), REFUSED)
def test_a_correction_that_cannot_be_is_refused(fields: dict[str, Any], rule: str) -> None:
    assert carried_out().refused("correct", DAY, **fields).rule == rule


def test_only_the_body_that_decided_corrects() -> None:
    assert carried_out().refused("correct", DAY, by=LI).rule == "0.5"


def test_each_item_is_reversed_by_whoever_it_is_for_and_once() -> None:
    life = a_life("CORRECTED")

    assert life.refused("reverse", "2024-06-10", item="measure/REMOVAL").rule == "0.5"
    assert life.refused("reverse", "2024-06-10", item="archive/DRAWER").rule == "3.16"
    life.do("reverse", "2024-06-10", item="measure/REMOVAL", by=HE)
    assert life.refused("reverse", "2024-06-11", item="measure/REMOVAL", by=HE).rule == "3.16"


def test_those_who_decided_improperly_are_a_lead_for_the_case() -> None:
    life = carried_out().do("correct", DAY, pursue_responsible=True)
    message = next(m for m in life.messages if m.name == "lead_found")

    assert message.to == CASE
    assert message.payload["lead_kind"] == "RE_ACCOUNTABILITY"


def test_a_review_is_asked_for_by_message_and_ends_with_or_without_correction() -> None:
    life = a_life("CLOSED").do("reopen", "2027-05-04")
    assert not life.over
    assert life.duties == ["end-review"]
    assert life.refused("end_review", "2027-05-10", ended_on="2027-05-03").rule == "0.3"
    assert life.do("end_review", "2027-05-10").over

    again = life.do("reopen", "2027-06-01", reasons="又提请").do("correct", "2027-06-02")
    assert again.stage == "CORRECTED"
    assert again.state.review is None


def test_a_review_that_nobody_asked_for_has_no_end() -> None:
    assert carried_out().refused("end_review", DAY).rule == "3.16"


def test_a_correction_settles_a_conclusion_that_could_not_stand() -> None:
    life = carried_out().do("file_appeal", "2024-04-01")
    worse = concluded("CHANGED", "2024-04-29", "PARTY_EXPULSION")
    life.do("appeal_concluded", "2024-04-29", **worse).do("correct", DAY)

    assert not life.state.open_appeals
    assert reversed_all(life, "2024-06-10").over


def test_a_correction_offers_a_clarification_that_only_lacks_its_points() -> None:
    life = a_life("CORRECTED")
    filled = offer(life.state)
    filled["verification"]["points"] = [{"id": "P1", "matter": "没有失职", "finding": "UNTRUE"}]

    request = ClarificationOpen.model_validate({"actor": LI, "number": "CLAR-2024-0001", **filled})
    assert request.related == (NUMBER, CASE)
    assert str(request.verification.ended_on) == DAY
    assert offer(carried_out().state) == {}


def test_a_correction_from_elsewhere_than_an_appeal_is_told_to_hr_and_unit() -> None:
    life = carried_out(unit_organ="JU").do("correct", DAY, by=XU)
    told = {(n.to_role.value, n.to_organ) for n in life.notices if "纠正" in n.body.zh}

    assert {("organisation_hr", "SW"), ("responsible_unit", "JU")} <= told


def test_files_that_were_never_filled_need_no_correction() -> None:
    life = a_life("EXECUTING").do("correct", DAY)

    assert not [key for key in life.state.undone if key.startswith("archive/")]
    assert filed(life).state.lines == ()
