"""留党察看: rights are asked for when the observation is over, and hold the end open (3.10)."""

from datetime import date

import pytest

from tests.domain.follow_up.builders import XU, carried_out
from tests.domain.procedure_life import ProcedureLife

OVER = "2025-02-28"
RIGHTS = "rights/PARTY_PROBATION_1Y"
LATE = "2027-03-02"


def observed(*more: str) -> ProcedureLife:
    return carried_out("PARTY_PROBATION_1Y", *more).do("record_revisit", "2024-04-01")


def test_rights_are_asked_for_once_the_observation_is_over() -> None:
    """Given a year of observation, then nothing is asked before it ends, and in time afterwards."""
    life = observed()
    assert life.due("observation/PARTY_PROBATION_1Y") == date.fromisoformat(OVER)
    assert "restore-rights" not in life.wait("2025-02-27").duties

    life.wait("2025-03-03")

    assert "restore-rights" in life.duties
    assert life.due(RIGHTS) == date(2025, 3, 28)
    life.do("restore_rights", "2025-03-04", restored_on="2025-03-01")
    assert RIGHTS not in life.running
    assert "restore-rights" not in life.duties


def test_rights_that_nobody_restored_go_overdue() -> None:
    life = observed().wait("2025-06-02")

    late = [s.event.fact.term for s in life.steps if s.event.fact.kind == "went_overdue"]
    assert RIGHTS in late


def test_the_impact_period_does_not_end_while_rights_are_missing() -> None:
    """Given rights not restored, when the assumed end is over, the period goes on (3.10)."""
    life = observed().wait(LATE)
    assert life.stage == "IMPACT_PERIOD"
    assert not [n for n in life.notices if "影响期已满" in n.body.zh]

    life.do("restore_rights", LATE, restored_on="2025-03-01").wait("2027-03-03")

    assert life.stage == "IMPACT_ENDED"


def test_rights_restored_late_move_the_end() -> None:
    life = observed().wait(LATE).do("restore_rights", LATE, restored_on="2026-03-01")

    assert life.stage == "IMPACT_PERIOD"
    assert life.due("impact") == date(2028, 2, 29)


def test_whoever_is_not_reinstated_after_the_observation_waits_for_no_rights() -> None:
    life = observed().wait(LATE)

    life.do("decline_reinstatement", LATE, by=XU, why="CONDITIONS_NOT_MET")

    assert life.stage == "IMPACT_ENDED"
    assert "restore-rights" not in life.duties


@pytest.mark.parametrize("day", ["2024-06-03", OVER])
def test_a_decline_during_the_observation_closes_nothing(day: str) -> None:
    """Given a bar for ever too, then rights hold the follow-up open until they are restored."""
    life = observed("ADMIN_DISMISSAL").do("record_talk", "2024-04-02")
    life.do("decline_reinstatement", day, why="CONDITIONS_NOT_MET").wait("2025-03-03")
    assert "restore-rights" in life.duties

    assert life.do("restore_rights", "2025-03-04", restored_on="2025-03-01").stage == "CLOSED"


def test_nobody_waits_for_the_rights_of_somebody_gone() -> None:
    life = observed().do("record_status", "2024-05-06", status="DECEASED").wait(LATE)

    assert life.stage == "IMPACT_ENDED"
    assert "restore-rights" not in life.duties
