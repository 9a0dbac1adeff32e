"""A term in words: day by day, provisional where a year is not published, and in one sentence."""

from datetime import date

from tests.domain.term_samples import CALENDAR, NEXT, more, suspended, term
from workflows.domain.calendars import Calendar
from workflows.domain.terms import Budget, DayNote


def test_a_calendar_is_consulted_only_where_a_rest_day_matters() -> None:
    new_year = date(2026, 12, 15)

    assert not term(new_year).is_provisional(CALENDAR)
    assert term(new_year, roll=NEXT).is_provisional(CALENDAR)
    assert not term(new_year, Budget(working_days=12)).is_provisional(CALENDAR)  # 31 December
    assert term(new_year, Budget(working_days=13)).is_provisional(CALENDAR)


def test_a_date_that_rests_on_an_unpublished_year_says_so_on_its_days() -> None:
    notes = term(date(2026, 12, 30), Budget(working_days=2)).explain(CALENDAR)

    assert "暂定" not in notes[1].text.zh
    assert notes[2].text.zh.startswith("法定节假日（暂定），不计入")
    assert notes[-1].day == date(2027, 1, 4)
    assert notes[-1].text.en.startswith("working day (provisional), counted, working day 2")


def test_without_any_calendar_everything_that_asks_is_provisional() -> None:
    none = Calendar(())

    assert term(date(2026, 1, 5), Budget(working_days=1)).is_provisional(none)
    assert not term(date(2026, 1, 5)).is_provisional(none)


def by_day(notes: tuple[DayNote, ...]) -> dict[date, DayNote]:
    return {note.day: note for note in notes}


def test_every_day_is_told_in_words_in_both_languages() -> None:
    a_term = suspended(term(date(2026, 9, 3), roll=NEXT), date(2026, 9, 10), date(2026, 9, 11))
    a_term = a_term.extend(more(Budget(working_days=2), date(2026, 9, 20)))

    said = by_day(a_term.explain(CALENDAR))

    assert said[date(2026, 9, 3)].text.zh == "事由发生当日，不计入，自次日起算"
    assert said[date(2026, 9, 4)].text.zh == "计入，第1日"
    assert said[date(2026, 9, 10)].text.zh == "中止（另有线索），不计入"
    assert said[date(2026, 9, 10)].text.en == "suspended (另有线索), not counted"
    assert said[date(2026, 10, 4)].text.en == "counted, day 30"
    assert said[date(2026, 10, 5)].text.zh == "法定节假日，不计入"
    assert said[date(2026, 10, 8)].text.en == "working day, counted, working day 1"
    assert said[date(2026, 10, 9)].text.zh == ("工作日，计入，第2个工作日；期限于本日23:59:59届满")


def test_each_roll_is_told_from_the_first_rest_day_to_the_day_it_ends_on() -> None:
    said = by_day(term(date(2026, 9, 3), roll=NEXT).explain(CALENDAR))

    assert said[date(2026, 10, 3)].text.zh == "计入，第30日；末日为法定节假日，顺延"
    assert said[date(2026, 10, 7)].text.en == "public holiday, moves on"
    assert said[date(2026, 10, 8)].text.zh == "工作日，顺延至本日；期限于本日23:59:59届满"
    assert said[date(2026, 10, 8)].running == 30


def test_an_open_suspension_ends_the_telling_with_the_day_the_clock_stopped() -> None:
    last = suspended(term(date(2026, 3, 1)), date(2026, 3, 10)).explain(CALENDAR)[-1]

    assert (last.day, last.counted, last.running) == (date(2026, 3, 10), False, 8)
    assert last.text.zh == "自本日起中止（另有线索），尚未恢复，届满日未定"


def test_days_suspended_for_another_reason_before_are_told_too() -> None:
    a_term = term(date(2026, 3, 1)).suspend(
        date(2026, 3, 8), until=date(2026, 3, 10), reason="材料补正", basis="A05", by="officer-7"
    )

    notes = suspended(a_term, date(2026, 3, 10)).explain(CALENDAR)

    assert [note.text.zh for note in notes[-3:]] == [
        "中止（材料补正），不计入",
        "中止（材料补正），不计入",
        "自本日起中止（另有线索），尚未恢复，届满日未定",
    ]


def test_a_reason_with_braces_is_quoted_as_it_is() -> None:
    a_term = term(date(2026, 3, 1)).suspend(
        date(2026, 3, 2), until=date(2026, 3, 3), reason="{0} {x}", basis="A05", by="officer-7"
    )

    assert a_term.explain(CALENDAR)[1].text.en == "suspended ({0} {x}), not counted"
    assert "{0} {x}" in a_term.summary().zh


def test_the_summary_says_what_the_term_is_made_of() -> None:
    a_term = term(date(2026, 9, 3), roll=NEXT).extend(more(Budget(days=2), date(2026, 9, 20)))
    a_term = suspended(a_term, date(2026, 9, 10), date(2026, 9, 11))
    a_term = suspended(a_term, date(2026, 9, 25))

    assert a_term.summary().zh == (
        "自2026-09-03次日起算，期限1个月；2026-09-20决定延长2日；"
        "2026-09-10起中止（另有线索），2026-09-11恢复；2026-09-25起中止（另有线索），尚未恢复；"
        "末日为休息日的，顺延至其后第一个工作日"
    )
    assert a_term.summary().en.startswith(
        "1 month, counted from the day after 2026-09-03; extended by 2 days on 2026-09-20; "
    )


def test_the_length_is_told_in_words() -> None:
    words = Budget(months=2, days=1, working_days=3).words()

    assert words.zh == "2个月加1日加3个工作日"
    assert words.en == "2 months and 1 day and 3 working days"
