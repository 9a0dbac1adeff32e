"""Reads the official calendars from their files, one per year, and refuses what it cannot trust.

Whatever is wrong with a file is a ValueError that names the file and the place in it.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from workflows.domain.calendars import Calendar, CalendarYear

CALENDARS = Path(__file__).parents[1] / "rulepacks" / "calendars"

_FILE_KEYS = {"year", "version", "source", "off", "make_up"}
_SOURCE_KEYS = {"title", "number", "issued"}


def load_calendar(folder: Path = CALENDARS) -> Calendar:
    """Return the calendar of all years in `folder`; OSError if it cannot be read."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise ValueError(f"{folder.name}: there is no calendar file (<year>.toml) in the folder")
    return Calendar(tuple(_load_year(path) for path in files))


def _load_year(path: Path) -> CalendarYear:
    import tomllib  # read commands that need no calendar do not pay for the parser

    try:
        year = _year(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    if path.stem != str(year.year):
        raise ValueError(f"{path.name}: year is {year.year}, the file name says otherwise")
    return year


def _year(data: Mapping[str, object]) -> CalendarYear:
    _require_keys(data, _FILE_KEYS, "the file")
    off = data["off"]
    if not isinstance(off, list):
        raise ValueError("off must be a list of tables [[off]]")
    return CalendarYear(
        year=_number(data["year"], "year"),
        version=_number(data["version"], "version"),
        source=_source(_table(data["source"], "source")),
        off_days=tuple(day for n, entry in enumerate(off, 1) for day in _off(entry, f"off[{n}]")),
        make_up_days=_days(data["make_up"], "make_up"),
    )


def _off(entry: object, where: str) -> tuple[date, ...]:
    table = _table(entry, where)
    _text(table.get("name"), f"{where}.name")
    if "days" in table:
        _require_keys(table, {"name", "days"}, where)
        return _days(table["days"], f"{where}.days")
    _require_keys(table, {"name", "from", "to"}, where)
    first, last = _day(table["from"], f"{where}.from"), _day(table["to"], f"{where}.to")
    if last < first:
        raise ValueError(f"{where}.to: {last} is before {first}")
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def _source(table: Mapping[str, object]) -> str:
    _require_keys(table, _SOURCE_KEYS, "source")
    title, number = _text(table["title"], "source.title"), _text(table["number"], "source.number")
    return f"《{title}》（{number}，{_day(table['issued'], 'source.issued')}）"


def _require_keys(table: Mapping[str, object], keys: set[str], where: str) -> None:
    for missing in sorted(keys - table.keys()):
        raise ValueError(f"{where} lacks the key {missing!r}")
    for unknown in sorted(table.keys() - keys):
        raise ValueError(f"{where} has the unknown key {unknown!r}")


def _table(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{where} must be a table")
    return value


def _days(value: object, where: str) -> tuple[date, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{where} must be a list of days")
    return tuple(_day(day, f"{where}[{n}]") for n, day in enumerate(value, 1))


def _day(value: object, where: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{where} must be a day such as 2026-01-01, without quotes")
    return value


def _number(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{where} must be a whole number")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where} must be a text")
    return value
