"""The worked dates of 3.10 in the life of a subject: last restricted day, first eligible day."""

from datetime import date, timedelta

import pytest

from tests.domain.accountability_parts import hubei_data
from tests.domain.follow_up.builders import (
    TEAM,
    a_life,
    carried_out,
    filed,
    impact_over,
    opened,
)
from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.follow_up.impact import eligibility
from workflows.domain.lifecycle import Rejected
from workflows.domain.rulepack import RulePack

TO_THE_DAY = RulePack.model_validate(
    hubei_data("impact", "last_day", "value", value="corresponding_day")
)

WORKED = [
    (("REMOVAL",), "2025-02-28", RestrictionKind.EQUAL_POST),
    (("DEMOTION",), "2026-02-28", RestrictionKind.PROMOTION),
    (("REMOVAL", "PARTY_SERIOUS_WARNING"), "2025-08-31", RestrictionKind.EQUAL_POST),
    (("DEMOTION", "PARTY_WARNING"), "2026-02-28", RestrictionKind.PROMOTION),
]
"""3.10 (a)-(d): what was decided on 1 March 2024, the last day, and what is asked."""


@pytest.mark.parametrize(("measures", "last_day", "kind"), WORKED)
def test_the_last_restricted_day_and_the_first_eligible_one(
    measures: tuple[str, ...], last_day: str, kind: RestrictionKind
) -> None:
    """Given a decision (3.10 a-d), when the period's last day is asked, then it still bars."""
    life, last = carried_out(*measures), date.fromisoformat(last_day)

    assert life.due("impact") == last
    assert not eligibility(life.state, kind, last).allowed
    assert eligibility(life.state, kind, last + timedelta(days=1)).allowed
    assert eligibility(life.state, kind, last).reasons[0].zh
    assert life.decider.standing(life.state).impact_end == last + timedelta(days=1)


@pytest.mark.parametrize(("measures", "last_day", "kind"), WORKED)
def test_the_clock_ends_the_period_after_its_last_day(
    measures: tuple[str, ...], last_day: str, kind: RestrictionKind
) -> None:
    life, last = carried_out(*measures), date.fromisoformat(last_day)

    assert life.wait(last).stage == "IMPACT_PERIOD"
    assert life.wait(last + timedelta(days=1)).stage == "IMPACT_ENDED"
    ended = next(s.event for s in life.steps if s.event.fact.kind == "period_ended"
                 and s.event.fact.term == "impact")  # fmt: skip
    assert ended.effective_on == last + timedelta(days=1)


def test_the_pack_may_count_the_corresponding_day_as_the_last() -> None:
    life = carried_out(pack=TO_THE_DAY)

    assert life.due("impact") == date(2025, 3, 1)
    assert life.wait("2025-03-01").stage == "IMPACT_PERIOD"
    assert life.wait("2025-03-02").stage == "IMPACT_ENDED"


def test_without_a_period_execution_leads_straight_to_its_end() -> None:
    """Given circulated criticism (3.10 e, A08), then no period, one revisit, the award flag."""
    life = carried_out("CIRCULATED_CRITICISM")

    assert life.stage == "IMPACT_ENDED"
    assert "impact_settled" in life.facts
    assert life.due("award") == date(2024, 12, 31)
    assert "record-revisit" in life.duties
    assert life.decider.standing(life.state).impact_end == date(2024, 3, 1)


def test_the_award_flag_ends_with_the_year_of_the_decision() -> None:
    """A32: the year is that of the decision."""
    life = carried_out()

    assert "award-barred" in life.decider.standing(life.state).tags
    assert not eligibility(life.state, RestrictionKind.AWARD, date(2024, 12, 31)).allowed
    assert eligibility(life.state, RestrictionKind.AWARD, date(2025, 1, 1)).allowed
    assert "award-barred" in life.decider.standing(life.wait("2024-12-31").state).tags
    assert "award-barred" not in life.decider.standing(life.wait("2025-01-01").state).tags


def test_a_decision_of_the_last_day_of_a_year_has_no_award_flag_to_run() -> None:
    life = opened(decided_on="2024-12-31", day="2024-12-31")

    assert "award" not in life.running
    assert not eligibility(life.state, RestrictionKind.AWARD, date(2024, 12, 31)).allowed


@pytest.mark.parametrize("status", ["RETIRED", "LEFT", "DECEASED"])
def test_invariant_12_leaving_changes_no_timer(status: str) -> None:
    """Given somebody who retires in month three (3.10 f, Art. 17), then every period runs on."""
    life = carried_out()
    due = life.due("impact")

    life.do("record_status", "2024-06-03", status=status)

    assert life.due("impact") == due
    assert not life.over
    assert life.wait("2025-03-01").stage == "IMPACT_ENDED"


def test_an_earlier_sanction_that_still_runs_is_added() -> None:
    """3.10, legal 2: remaining plus new, for sanctions of the Party."""
    earlier = {"measure": "PARTY_WARNING", "since": "2023-06-01", "last_day": "2024-05-31"}
    alone, added = carried_out("PARTY_WARNING"), carried_out("PARTY_WARNING", earlier=[earlier])

    assert alone.due("impact") == date(2025, 2, 28)
    assert added.due("impact") == date(2025, 5, 31)


def test_rights_restored_later_move_the_second_phase() -> None:
    """3.10: 留党察看 counts its second phase from the day on which rights are restored."""
    life = carried_out("PARTY_PROBATION_1Y")
    assumed = life.due("impact")
    life.do("restore_rights", "2025-04-01")

    assert assumed == date(2027, 2, 28)
    assert life.due("impact") == date(2027, 3, 31)


def test_rights_are_not_restored_before_the_observation_is_over() -> None:
    life = carried_out("PARTY_PROBATION_1Y")

    assert life.refused("restore_rights", "2025-02-27").rule == "3.10"
    assert life.refused("restore_rights", "2025-03-03", measure="PARTY_WARNING").rule == "3.10"
    assert carried_out().refused("restore_rights", "2025-04-01").rule == "3.10"


def test_a_period_that_is_over_before_the_files_are_ready_holds_nothing_up() -> None:
    """Given files that are filled a year late, when they are, then no period is waited for."""
    life = a_life("ARCHIVED").wait("2025-03-01")
    assert life.stage == "ARCHIVED"

    assert filed(life, "2025-03-05").stage == "IMPACT_ENDED"


def test_what_is_barred_for_ever_never_ends_by_itself() -> None:
    life = carried_out("ADMIN_DISMISSAL").wait("2030-01-01")

    assert life.stage == "IMPACT_PERIOD"
    assert "impact" not in life.running
    assert "impact" in life.decider.standing(life.state).tags
    assert "decline-reinstatement" in life.duties
    assert life.refused("evaluate", "2030-01-02").rule == "3.15"


def test_a_team_is_barred_from_awards_only() -> None:
    life = carried_out("CIRCULATED_CRITICISM", subject=TEAM)

    assert {r.kind for r in life.state.consequences.restrictions} == {RestrictionKind.AWARD}
    assert life.stage == "IMPACT_ENDED"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"measures": ("NOT_A_MEASURE",)}, "3.8"),
        ({"measures": ("REMOVAL",), "subject": TEAM}, "3.8"),
        ({"decided_on": "2024-03-02", "day": "2024-03-01"}, "0.3"),
        ({"measures": ({"code": "REMOVAL", "months": 3},)}, "3.10"),
    ],
)
def test_an_opening_that_cannot_be_is_refused(fields: dict[str, object], rule: str) -> None:
    given = dict(fields)
    measures = given.pop("measures", ())
    with pytest.raises(Rejected) as caught:
        opened(*measures, **given)  # type: ignore[arg-type, misc]

    assert caught.value.rule == rule


def test_why_can_explain_every_date() -> None:
    for restriction in impact_over(
        "REMOVAL", "PARTY_SERIOUS_WARNING"
    ).state.consequences.restrictions:
        assert str(restriction.last_day) in restriction.why.zh
        assert restriction.source
