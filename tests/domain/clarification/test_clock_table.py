"""The clock table of 2.5, row by row, and all worked dates of 2.8."""

from datetime import date

import pytest

from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import application, point, verification


def evaluating(day: str, **fields: object) -> Life:
    life = opened(day=day, **fields)
    life.do("screen", day)
    assert life.stage == "EVALUATING"
    return life


@pytest.mark.parametrize(
    ("ended_on", "due"),
    [
        ("2024-01-31", date(2024, 2, 29)),
        ("2023-01-31", date(2023, 2, 28)),
        ("2024-12-15", date(2025, 1, 15)),
        ("2026-03-02", date(2026, 4, 2)),
    ],
)
def test_2_5_own_initiative_counts_from_the_end_of_verification(ended_on: str, due: date) -> None:
    life = evaluating(ended_on, verification=verification(ended_on))

    assert life.due() == due


def test_2_5_the_clock_is_computed_from_its_start_and_not_from_the_entry_into_the_stage() -> None:
    life = evaluating("2026-03-30", verification=verification("2026-03-02"))

    assert life.due() == date(2026, 4, 2)


def test_2_5_an_application_within_the_own_clock_joins_it_because_the_earlier_prevails() -> None:
    life = evaluating(
        "2024-03-20",
        verification=verification("2024-03-01"),
        application=application("2024-03-20"),
    )

    assert life.due() == date(2024, 4, 1)


def test_2_5_an_application_on_the_last_day_of_the_own_clock_still_joins_it() -> None:
    life = evaluating(
        "2024-04-01",
        verification=verification("2024-03-01"),
        application=application("2024-04-01"),
    )

    assert life.due() == date(2024, 4, 1)


def test_2_5_an_application_after_the_own_clock_expired_has_a_month_of_its_own() -> None:
    life = evaluating(
        "2024-04-02",
        verification=verification("2024-03-01"),
        application=application("2024-04-02"),
    )

    assert life.due() == date(2024, 5, 2)


@pytest.mark.parametrize("closed_on", ["2024-03-10", "2024-03-20"])
def test_2_5_an_application_after_the_own_evaluation_was_closed_has_a_month_of_its_own(
    closed_on: str,
) -> None:
    life = evaluating(
        "2024-03-20",
        verification=verification("2024-03-01"),
        application=application("2024-03-20"),
        earlier_evaluation_closed_on=closed_on,
    )

    assert life.due() == date(2024, 4, 20)


def test_2_5_an_evaluation_closed_only_after_the_application_leaves_the_earlier_clock() -> None:
    life = evaluating(
        "2024-03-25",
        verification=verification("2024-03-01"),
        application=application("2024-03-20"),
        earlier_evaluation_closed_on="2024-03-21",
    )

    assert life.due() == date(2024, 4, 1)


def test_2_5_an_application_before_the_end_of_verification_counts_from_that_end() -> None:
    life = opened(
        day="2024-03-20",
        verification=verification(None),
        application=application("2024-03-20"),
    )
    assert life.term() is None

    life.do("record_verification", "2024-05-10")

    assert life.due() == date(2024, 6, 10)


def test_2_5_a_finding_reported_late_counts_from_the_day_verification_really_ended() -> None:
    life = opened(
        day="2024-03-20",
        verification=verification(None),
        application=application("2024-03-20"),
    )

    life.do("record_verification", "2024-05-20", ended_on="2024-05-10")

    assert life.due() == date(2024, 6, 10)


def test_2_5_incomplete_materials_start_their_clock_on_the_day_they_are_complete() -> None:
    life = opened(
        day="2024-04-10",
        verification=verification("2024-03-01"),
        application=application("2024-04-10", None),
    )
    assert life.term() is None, "the own clock has expired, the application's has not begun"
    assert "complete-materials" in life.duties

    life.do("complete_materials", "2024-04-18")

    assert life.due() == date(2024, 5, 18)
    assert "complete-materials" not in life.duties


def test_2_5_incomplete_materials_do_not_stop_the_own_clock() -> None:
    life = opened(
        day="2024-03-20",
        verification=verification("2024-03-01"),
        application=application("2024-03-20", None),
    )
    assert life.due() == date(2024, 4, 1)

    life.do("complete_materials", "2024-03-25")

    assert life.due() == date(2024, 4, 1)


def test_2_5_materials_are_not_completed_twice_nor_before_the_application() -> None:
    life = opened(
        day="2024-03-20",
        verification=verification("2024-03-01"),
        application=application("2024-03-20", None),
    )

    assert life.refused("complete_materials", "2024-03-21", completed_on="2024-03-19").rule == "2.5"
    assert life.refused("complete_materials", "2024-03-21", completed_on="2024-03-22").rule == "0.3"
    life.do("complete_materials", "2024-03-21")
    assert life.refused("complete_materials", "2024-03-22").rule == "2.5"


def test_2_5_an_application_that_joins_a_running_evaluation_keeps_the_earlier_day() -> None:
    life = a_life("EVALUATING")

    life.do("apply", "2026-03-20")

    assert life.due() == date(2026, 4, 2)
    assert life.state.application is not None


def test_2_5_an_application_that_joins_an_overdue_evaluation_is_not_overdue_at_birth() -> None:
    life = a_life("EVALUATING")
    life.wait("2026-04-10")
    assert life.deadline("evaluation").overdue

    life.do("apply", "2026-04-11")

    assert life.due() == date(2026, 5, 11)
    assert not life.deadline("evaluation").overdue


def test_a05_a_new_month_runs_from_the_close_of_the_last_other_lead() -> None:
    life = opened(
        day="2024-06-20", verification=verification("2024-06-03"), other_leads=("L-1", "L-2")
    )
    life.do("screen", "2024-06-20", reasons="另有线索，暂缓")
    assert life.stage == "PENDING_OTHER_LEADS"
    assert life.due() is None, "no day can be named while leads are open"

    life.do("close_other_lead", "2024-06-25", lead="L-2")
    assert life.stage == "PENDING_OTHER_LEADS"
    life.do("close_other_lead", "2024-07-08", lead="L-1")

    assert life.stage == "SCREENING"
    assert life.due() == date(2024, 8, 8)


def test_a05_the_last_day_counts_even_if_the_closings_are_reported_in_another_order() -> None:
    life = opened(
        day="2024-06-20", verification=verification("2024-06-03"), other_leads=("L-1", "L-2")
    )
    life.do("screen", "2024-06-20", reasons="另有线索，暂缓")

    life.do("close_other_lead", "2024-07-09", lead="L-1", closed_on="2024-07-08")
    life.do("close_other_lead", "2024-07-10", lead="L-2", closed_on="2024-06-25")

    assert life.due() == date(2024, 8, 8)


def test_2_5_a_lead_closed_before_verification_ended_gives_no_earlier_clock() -> None:
    life = opened(
        day="2024-03-20",
        verification=verification(None),
        application=application("2024-03-20"),
        other_leads=("L-1",),
    )
    life.do("close_other_lead", "2024-04-01")
    assert life.stage == "AWAITING_VERIFICATION"

    life.do("record_verification", "2024-05-10")

    assert life.due() == date(2024, 6, 10)


def test_a05_an_application_during_deferral_shares_the_new_clock() -> None:
    life = opened(other_leads=("L-1",))
    life.do("screen", "2026-03-12", reasons="另有线索，暂缓")

    life.do("apply", "2026-03-20")
    life.do("close_other_lead", "2026-04-08")

    assert life.due() == date(2026, 5, 8)


def test_2_8_a_returned_opinion_gets_no_new_clock() -> None:
    life = a_life("AWAITING_APPROVAL")

    life.do("return_opinion", "2026-03-26")

    assert life.stage == "EVALUATING"
    assert life.due() == date(2026, 4, 2)


def test_2_8_an_opinion_returned_after_the_month_is_overdue_at_once_and_says_nothing_stale() -> (
    None
):
    life = a_life("AWAITING_APPROVAL")
    life.do("return_opinion", "2026-04-20")
    before = len(life.steps)

    life.wait("2026-04-21")

    assert life.facts[before:] == ["went_overdue"]
    assert life.due() == date(2026, 4, 2)


def test_2_5_a_corrected_finding_may_bring_the_clock_forward_but_never_put_it_off() -> None:
    life = opened(day="2026-03-10")
    corrected = {"points": [point(main=True)]}

    late = life.refused("record_verification", "2026-03-12", ended_on="2026-03-05", **corrected)
    life.do("record_verification", "2026-03-12", ended_on="2026-03-01", **corrected)

    assert late.rule == "2.5"
    assert life.due() == date(2026, 4, 1)


def test_2_8_the_evaluation_ends_with_the_opinion() -> None:
    life = a_life("COLLECTIVE_STUDY")

    ended = [d for d in life.decider.deadlines(life.state) if d.key == "evaluation"]

    assert [d.ended_on for d in ended] == [date(2026, 3, 20)]


def test_0_3_a_message_from_outside_dated_ahead_counts_from_today() -> None:
    life = a_life("EVALUATING")
    life.wait("2026-04-10")

    life.do("apply", "2026-04-11", application=application("2027-01-01"))

    assert life.due() == date(2026, 5, 11)
    assert life.steps[-1].event.effective_on == date(2026, 4, 11)
    assert life.state.application is not None
    assert life.state.application.received_on == date(2026, 4, 11)
