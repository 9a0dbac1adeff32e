"""What lists show of a follow-up: marks, organs, and the day on which an impact period is over."""

from datetime import datetime

from tests.domain.builders import opened as clarification
from tests.domain.follow_up.builders import a_life, carried_out
from workflows.domain.calendars import SHANGHAI
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.search_attributes import DUE_AT, IMPACT_END, attributes_of


def test_the_column_shows_the_first_eligible_day_at_its_beginning() -> None:
    columns = {u.key: u.value for u in attributes_of(FOLLOW_UP, carried_out().state)}

    assert columns[IMPACT_END] == datetime(2025, 3, 1, tzinfo=SHANGHAI)


def test_a_revoked_decision_shows_its_own_day() -> None:
    """A08: without a period the impact end is the day of the decision."""
    columns = {u.key: u.value for u in attributes_of(FOLLOW_UP, a_life("CORRECTED").state)}

    assert columns[IMPACT_END] == datetime(2024, 3, 1, tzinfo=SHANGHAI)


def test_kinds_without_impact_periods_never_name_the_column() -> None:
    """Recorded histories stay as they are."""
    columns = {update.key for update in attributes_of(CLARIFICATION, clarification().state)}

    assert IMPACT_END not in columns


def test_marks_come_and_go() -> None:
    life = carried_out()
    tags = [FOLLOW_UP.standing(life.state).tags]
    life.do("file_appeal", "2024-09-02")
    tags.append(FOLLOW_UP.standing(life.state).tags)
    tags.append(FOLLOW_UP.standing(a_life("CORRECTED").state).tags)

    assert {"impact", "award-barred"} <= set(tags[0])
    assert "appeal" in tags[1]
    assert "corrected" in tags[2]
    assert "impact" not in tags[2]


def test_the_due_column_shows_the_next_duty_and_no_end_of_a_period() -> None:
    """3.10: the appeal window ends first, yet nobody has to do anything about it."""
    life = carried_out().do("record_talk", "2024-03-11").do("record_revisit", "2024-03-21")
    deadlines = [d for d in FOLLOW_UP.deadlines(life.state) if d.ended_on is None]
    ends = [d.term.due_at(life.state.calendar) for d in deadlines if d.period]
    duties = [d.term.due_at(life.state.calendar) for d in deadlines if not d.period]

    columns = {u.key: u.value for u in attributes_of(FOLLOW_UP, life.state)}

    assert min(ends) < min(duties)
    assert columns[DUE_AT] == min(duties)
