"""What each step did to the terms: started, ended, suspended, begun anew, each with its days."""

from starter.case_file.dates import date_changes
from starter.case_file.model import DateChange
from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import application, verification
from tests.starter.case_file.marked_lives import marked_lives
from workflows.domain.clarification.decider import CLARIFICATION

Told = tuple[str, str, str | None, str | None]


def changes_of(life: Life, fact: str) -> list[Told]:
    """Return what the newest step of a kind did, as (term, what, before, after)."""
    step = next(step for step in reversed(life.steps) if step.event.fact.kind == fact)
    return [(c.term, c.what, c.before, c.after) for c in date_changes(CLARIFICATION, step)]


def newest(life: Life) -> DateChange:
    changes = [change for step in life.steps for change in date_changes(CLARIFICATION, step)]
    return changes[-1]


def test_2_5_opening_starts_the_month() -> None:
    assert changes_of(opened(), "opened") == [("evaluation", "started", None, "2026-04-02")]


def test_an_opinion_ends_the_month_and_starts_the_approval() -> None:
    life = a_life("EVALUATING")
    life.do("give_opinion", "2026-03-20")

    assert changes_of(life, "opinion_given") == [
        ("evaluation", "ended", "2026-04-02", None),
        ("approval", "started", None, "2026-04-03"),
    ]


def test_a05_another_lead_suspends_the_month_and_its_end_begins_a_new_one() -> None:
    life = a_life("EVALUATING")
    life.do("register_lead", "2026-03-19")
    life.do("close_other_lead", "2026-05-06")

    assert changes_of(life, "lead_registered") == [("evaluation", "suspended", "2026-04-02", None)]
    assert changes_of(life, "other_lead_closed") == [("evaluation", "renewed", None, "2026-06-06")]
    assert newest(life).words.zh == "重新起算（自 2026-05-06）：未定 → 2026-06-06"


def test_2_8_a_return_reopens_the_month_with_its_old_end() -> None:
    life = a_life("AWAITING_APPROVAL")
    life.do("return_opinion", "2026-03-25")

    assert changes_of(life, "opinion_returned") == [
        ("approval", "ended", "2026-04-03", None),
        ("evaluation", "reopened", "2026-04-02", "2026-04-02"),
    ]


def test_2_5_a_later_application_moves_an_expired_month() -> None:
    life = opened(verification=verification("2026-01-05"), day="2026-01-06")
    life.do("apply", "2026-03-01", application=application("2026-03-01"))

    assert changes_of(life, "application_joined") == [
        ("evaluation", "renewed", "2026-02-05", "2026-04-01")
    ]


def test_a_term_that_ended_after_its_day_says_so() -> None:
    life = a_life("EVALUATING")
    life.do("give_opinion", "2026-04-10")

    ended = next(
        change for change in date_changes(CLARIFICATION, life.steps[-2]) if change.what == "ended"
    )
    assert ended.late is True
    assert ended.words.zh == "应于 2026-04-02 届满，2026-04-10 完成，已逾期"


def test_a_term_that_ended_on_its_very_day_is_in_time() -> None:
    life = a_life("EVALUATING")
    life.do("give_opinion", "2026-04-02")

    ended = next(
        change for change in date_changes(CLARIFICATION, life.steps[-2]) if change.what == "ended"
    )
    assert ended.late is False


def test_a_reminder_changes_no_date() -> None:
    life = a_life("EVALUATING")
    life.wait("2026-03-30")

    assert "reminded" in life.facts
    assert changes_of(life, "reminded") == []


def test_every_due_day_of_a_life_is_where_the_changes_lead() -> None:
    """Told one after the other, the changes end at the very dates the decider gives."""
    for life in marked_lives():
        reached: dict[str, str | None] = {}
        for step in life.steps:
            for change in date_changes(CLARIFICATION, step):
                if change.term in reached and change.what != "started":
                    assert change.before == reached[change.term]
                if change.what != "ended":
                    reached[change.term] = change.after
            for deadline in CLARIFICATION.deadlines(step.after):
                due = deadline.due(step.after.calendar)
                if deadline.ended_on is None:
                    assert reached[deadline.key] == (due.isoformat() if due else None)
