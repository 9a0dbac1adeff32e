"""The official calendar: which days in Shanghai are worked, year by year as the notices say.

A make-up Saturday or Sunday (调休) is a working day like any other. A year whose notice is not
known is answered from the week and the fixed-date holidays alone, and says so: `knows` is False.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from typing import Any

from workflows.domain.plain import plain
from workflows.domain.text import Text

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Beijing time: no summer time since 1991, so a fixed offset is exact for every day we accept."""

FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of each holiday that follows the sun: 全国年节及纪念日放假办法 (2024) art. 2."""

_SATURDAY = 5
_WORKED = Text(zh="工作日", en="working day")
_WEEKEND = Text(zh="周末", en="weekend")
_HOLIDAY = Text(zh="法定节假日", en="public holiday")
_MAKE_UP = Text(zh="调休上班", en="make-up working day")
_PROVISIONAL = Text(zh="{kind}（暂定）", en="{kind} (provisional)")


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of one official notice; ValueError for days that cannot be what they are said to be.

    December days that next year's notice arranges belong into a new `version` of this year.
    """

    year: int
    version: int
    source: str
    off_days: tuple[date, ...]
    """Every day off that the notice names, weekend days among them; kept in order."""
    make_up_days: tuple[date, ...]
    """Saturdays and Sundays that are worked; kept in order."""

    def __post_init__(self) -> None:
        """Refuse an impossible year; put the days in order."""
        if self.version < 1 or not self.source.strip():
            raise ValueError(f"calendar {self.year}: needs a version from 1 on and a source")
        for name in ("off_days", "make_up_days"):
            days: tuple[date, ...] = getattr(self, name)
            object.__setattr__(self, name, tuple(sorted(days)))
            if len(set(days)) != len(days):
                raise ValueError(f"calendar {self.year}: {name} names a day twice")
        for day in (*self.off_days, *self.make_up_days):
            if day.year != self.year:
                raise ValueError(f"calendar {self.year}: {day} is not a day of that year")
        for day in self.make_up_days:
            if day.weekday() < _SATURDAY or day in self.off_days:
                raise ValueError(f"calendar {self.year}: {day} cannot be a make-up working day")

    def day_kind(self, day: date) -> Text:
        """Say what kind of day a day of this year is."""
        if day in self.off_days:
            return _HOLIDAY
        if day.weekday() >= _SATURDAY:
            return _MAKE_UP if day in self.make_up_days else _WEEKEND
        return _WORKED


@dataclass(frozen=True, slots=True)
class Calendar:
    """The published years, in order; ValueError if a year comes twice."""

    years: tuple[CalendarYear, ...]

    def __post_init__(self) -> None:
        """Refuse two calendars for one year; put the years in order."""
        if len({part.year for part in self.years}) != len(self.years):
            raise ValueError("calendar: a year is there twice")
        ordered = tuple(sorted(self.years, key=lambda part: part.year))
        object.__setattr__(self, "years", ordered)

    def is_working_day(self, day: date) -> bool:
        """Say whether `day` is worked; only a guess where `knows(day)` is False."""
        part = self._year(day)
        if day.weekday() >= _SATURDAY:
            return part is not None and day in part.make_up_days
        return not _is_fixed_holiday(day) if part is None else day not in part.off_days

    def knows(self, day: date) -> bool:
        """Say whether the notice for the year of `day` is known."""
        return self._year(day) is not None

    def day_kind(self, day: date) -> Text:
        """Say what kind of day it is, in words that admit when that is only provisional."""
        part = self._year(day)
        if part is not None:
            return part.day_kind(day)
        kind = _HOLIDAY if _is_fixed_holiday(day) else _WORKED
        if kind is _WORKED and day.weekday() >= _SATURDAY:
            kind = _WEEKEND
        return Text(
            zh=_PROVISIONAL.zh.format(kind=kind.zh), en=_PROVISIONAL.en.format(kind=kind.en)
        )

    def version(self, *years: int) -> str:
        """Name the versions of `years`, or of all published ones: `2024.1+2025.1`.

        A year without a notice is `2027.0`.
        """
        versions = {part.year: part.version for part in self.years}
        return "+".join(f"{year}.{versions.get(year, 0)}" for year in years or versions)

    def _year(self, day: date) -> CalendarYear | None:
        for part in self.years:
            if part.year == day.year:
                return part
        return None


def _is_fixed_holiday(day: date) -> bool:
    return (day.month, day.day) in FIXED_HOLIDAYS


def to_plain(calendar: Calendar) -> dict[str, Any]:
    """Return the calendar in JSON types."""
    return dict(plain(calendar))


def from_plain(data: Mapping[str, Any]) -> Calendar:
    """Return the calendar that `to_plain` wrote; ValueError if it is none."""
    try:
        return Calendar(tuple(_year_from_plain(part) for part in data["years"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a calendar: {type(error).__name__} {error}") from error


def _year_from_plain(data: Mapping[str, Any]) -> CalendarYear:
    return CalendarYear(
        year=data["year"],
        version=data["version"],
        source=data["source"],
        off_days=tuple(date.fromisoformat(day) for day in data["off_days"]),
        make_up_days=tuple(date.fromisoformat(day) for day in data["make_up_days"]),
    )
