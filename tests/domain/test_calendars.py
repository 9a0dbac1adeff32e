"""The official calendars: checked day by day against a second opinion, and refused when wrong."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from holidays.countries.china import CN, ChinaStaticHolidays
from pydantic import BaseModel

from starter.calendar_files import load_calendar
from workflows.domain.calendars import Calendar, CalendarYear, from_plain, to_plain

CALENDAR = load_calendar()

GOOD_FILE = """
year = 2030
version = 1
make_up = [2030-01-05]
[source]
title = "通知"
number = "国办发明电〔2029〕1号"
issued = 2029-11-01
[[off]]
name = "元旦"
from = 2030-01-01
to = 2030-01-03
[[off]]
name = "国庆节"
days = [2030-10-01]
"""


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_a_shipped_year_is_what_the_holidays_package_says(year: int) -> None:
    assert year in ChinaStaticHolidays.special_public_holidays  # else it would guess silently
    second_opinion = CN(years=year)

    differing = [
        day
        for day in days_of(year)
        if CALENDAR.is_working_day(day) != second_opinion.is_working_day(day)
    ]

    assert differing == []


def test_each_shipped_year_names_its_notice_and_its_version() -> None:
    assert CALENDAR.version() == "2024.1+2025.1+2026.1"
    assert CALENDAR.version(2026) == "2026.1"
    assert [part.source for part in CALENDAR.years] == [
        "《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号，2023-10-25）",
        "《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号，2024-11-12）",
        "《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号，2025-11-04）",
    ]


def test_a_year_without_a_notice_is_version_nought() -> None:
    assert CALENDAR.version(2026, 2027) == "2026.1+2027.0"


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2026, 10, 8), "工作日", "working day"),
        (date(2026, 10, 4), "法定节假日", "public holiday"),
        (date(2026, 10, 10), "调休上班", "make-up working day"),
        (date(2026, 10, 17), "周末", "weekend"),
        (date(2027, 2, 8), "工作日（暂定）", "working day (provisional)"),
        (date(2027, 10, 1), "法定节假日（暂定）", "public holiday (provisional)"),
        (date(2027, 5, 1), "法定节假日（暂定）", "public holiday (provisional)"),
        (date(2027, 10, 9), "周末（暂定）", "weekend (provisional)"),
    ],
)
def test_a_day_is_named_in_both_languages(day: date, zh: str, en: str) -> None:
    kind = CALENDAR.day_kind(day)

    assert (kind.zh, kind.en) == (zh, en)


def test_a_year_without_a_notice_knows_weekends_and_fixed_holidays_only() -> None:
    fixed = {date(2027, m, d) for m, d in [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)]}

    for day in days_of(2027):
        expected = day.weekday() < 5 and day not in fixed
        assert CALENDAR.is_working_day(day) == expected, day
        assert not CALENDAR.knows(day)


def test_a_year_between_two_published_ones_is_not_known_either() -> None:
    gappy = Calendar(tuple(part for part in CALENDAR.years if part.year != 2025))

    assert gappy.knows(date(2024, 12, 31))
    assert not gappy.knows(date(2025, 1, 1))
    assert gappy.knows(date(2026, 1, 1))


def test_a_calendar_survives_json_and_pydantic_in_one_shape() -> None:
    class Holder(BaseModel):
        calendar: Calendar

    written = json.dumps(to_plain(CALENDAR))
    held = Holder(calendar=CALENDAR).model_dump_json()

    assert from_plain(json.loads(written)) == CALENDAR
    assert json.loads(held)["calendar"] == json.loads(written)
    assert Holder.model_validate_json(held).calendar == CALENDAR
    assert hash(from_plain(json.loads(written))) == hash(CALENDAR)


@pytest.mark.parametrize("nonsense", [{}, {"years": [{}]}, {"years": [3]}, {"years": None}])
def test_what_is_not_a_calendar_is_refused(nonsense: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a calendar"):
        from_plain(nonsense)


def test_the_order_of_years_and_days_does_not_matter() -> None:
    first, second = date(2030, 10, 1), date(2030, 10, 2)
    straight = CalendarYear(2030, 1, "通知", (first, second), ())
    reversed_ = CalendarYear(2030, 1, "通知", (second, first), ())

    assert straight == reversed_
    assert Calendar(tuple(reversed(CALENDAR.years))) == CALENDAR


@pytest.mark.parametrize(
    ("off", "make_up", "message"),
    [
        ((date(2031, 1, 1),), (), "2031-01-01 is not a day of that year"),
        ((), (date(2029, 12, 29),), "2029-12-29 is not a day of that year"),
        ((), (date(2030, 1, 7),), "2030-01-07 cannot be a make-up working day"),
        ((date(2030, 1, 5),), (date(2030, 1, 5),), "2030-01-05 cannot be a make-up working day"),
        ((date(2030, 1, 1), date(2030, 1, 1)), (), "off_days names a day twice"),
    ],
)
def test_impossible_days_are_refused(
    off: tuple[date, ...], make_up: tuple[date, ...], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        CalendarYear(2030, 1, "通知", off, make_up)


@pytest.mark.parametrize(("version", "source"), [(0, "通知"), (1, " ")])
def test_a_year_without_version_or_source_is_refused(version: int, source: str) -> None:
    with pytest.raises(ValueError, match="needs a version from 1 on and a source"):
        CalendarYear(2030, version, source, (), ())


def test_two_calendars_for_one_year_are_refused() -> None:
    with pytest.raises(ValueError, match="a year is there twice"):
        Calendar((*CALENDAR.years, CALENDAR.years[0]))


def test_a_new_file_is_all_that_a_new_year_needs(tmp_path: Path) -> None:
    (tmp_path / "2030.toml").write_text(GOOD_FILE, encoding="utf-8")

    calendar = load_calendar(tmp_path)

    assert calendar.version() == "2030.1"
    assert calendar.is_working_day(date(2030, 1, 5))
    assert not calendar.is_working_day(date(2030, 1, 3))
    assert not calendar.is_working_day(date(2030, 10, 1))
    assert calendar.years[0].source == "《通知》（国办发明电〔2029〕1号，2029-11-01）"


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("version = 1", "", "the file lacks the key 'version'"),
        ("version = 1", "version = 1\nremark = 2", "the file has the unknown key 'remark'"),
        ("version = 1", "version = '1'", "version must be a whole number"),
        ("version = 1", "version = true", "version must be a whole number"),
        ("year = 2030", "year = 2031", "is not a day of that year"),
        ("[2030-01-05]", "['2030-01-05']", r"make_up\[1\] must be a day such as"),
        ("[2030-01-05]", "2030-01-05", "make_up must be a list of days"),
        ("[2030-01-05]", "[2030-01-05T08:00:00]", r"make_up\[1\] must be a day such as"),
        ("to = 2030-01-03", "to = 2029-01-03", r"off\[1\].to: 2029-01-03 is before 2030-01-01"),
        ("to = 2030-01-03", "", r"off\[1\] lacks the key 'to'"),
        ("days = [2030-10-01]", "days = [2030-10-01]\nto = 2030-10-02", "unknown key 'to'"),
        ('name = "国庆节"', "", r"off\[2\].name must be a text"),
        ("issued = 2029-11-01", "", "source lacks the key 'issued'"),
        ('title = "通知"', 'title = " "', "source.title must be a text"),
        ('[source]\ntitle = "通知"', '[sauce]\ntitle = "通知"', "lacks the key 'source'"),
        ("year = 2030", "year = 2030-", "2030.toml: "),
    ],
)
def test_a_wrong_file_is_refused_with_file_and_place(
    tmp_path: Path, good: str, bad: str, message: str
) -> None:
    assert good in GOOD_FILE
    (tmp_path / "2030.toml").write_text(GOOD_FILE.replace(good, bad), encoding="utf-8")

    with pytest.raises(ValueError, match=message) as refusal:
        load_calendar(tmp_path)

    assert str(refusal.value).startswith("2030.toml: ")


def test_off_must_be_a_list_of_tables(tmp_path: Path) -> None:
    head = GOOD_FILE.split("[source]")[0]
    source = '[source]\ntitle = "x"\nnumber = "y"\nissued = 2029-11-01\n'
    for off, message in [("off = 3\n", "off must be a list"), ("off = [3]\n", "must be a table")]:
        (tmp_path / "2030.toml").write_text(head + off + source, encoding="utf-8")
        with pytest.raises(ValueError, match=message):
            load_calendar(tmp_path)


def test_a_file_under_the_name_of_another_year_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2029.toml").write_text(GOOD_FILE, encoding="utf-8")

    with pytest.raises(ValueError, match=r"2029.toml: year is 2030, the file name says otherwise"):
        load_calendar(tmp_path)


def test_a_folder_without_calendars_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no calendar file"):
        load_calendar(tmp_path)


def test_bytes_that_are_not_utf_8_are_refused_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "2030.toml").write_bytes(b"year = \xff")

    with pytest.raises(ValueError, match=r"^2030.toml: "):
        load_calendar(tmp_path)
