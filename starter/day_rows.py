"""The days of a term as rows for people: a long one month by month, where nothing is special."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from starter.columns import Line
from starter.labels import worded
from starter.language import say
from workflows.domain.text import Text

FEW = 92
"""So many days, three months, are shown one by one."""
WEEKDAYS = Text("一二三四五六日", "Mon Tue Wed Thu Fri Sat Sun")


def day_rows(days: list[dict[str, Any]]) -> Iterator[Line]:
    """Return a row per day; in a longer term one per month for the days that simply count."""
    if len(days) <= FEW:
        yield from map(_of_day, days)
        return
    first, *middle, last = days
    yield _of_day(first)
    for (_, plain), days_alike in groupby(middle, lambda day: (day["day"][:7], _is_plain(day))):
        run = list(days_alike)
        yield from _of_run(run) if plain else map(_of_day, run)
    yield _of_day(last)


def _is_plain(day: dict[str, Any]) -> bool:
    return bool(day["counted"]) and day["text_zh"] == f"计入，第{day['running']}日"


def _of_run(run: list[dict[str, Any]]) -> Iterable[Line]:
    first, last = run[0], run[-1]
    if first is last:
        return [_of_day(first)]
    days, a, b = f"{first['day']} … {last['day'][5:]}", first["running"], last["running"]
    words = say(f"逐日计入，第{a}日至第{b}日", f"each day counted, day {a} to day {b}")
    return [Line((days, "", f"{a}–{b}", words))]


def _of_day(day: dict[str, Any]) -> Line:
    weekday = say(WEEKDAYS.zh[day["weekday"] - 1], WEEKDAYS.en.split()[day["weekday"] - 1])
    counted = day["running"] if day["counted"] else "·"
    return Line((day["day"], weekday, counted, worded(day, "text")))
