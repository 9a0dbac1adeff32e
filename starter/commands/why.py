"""`zhengming why CASE TERM`: how a due date came about, day by day, in words."""

from collections.abc import Iterator
from typing import Any

import click

from starter.asking import helped, number_argument, record_store
from starter.columns import Line, print_columns, print_fields
from starter.labels import due_of, left_of, worded
from starter.language import say, spoken
from starter.matter import Matter
from starter.session import common, session
from workflows.domain import terms
from workflows.domain.calendars import Calendar
from workflows.domain.plain import plain
from workflows.domain.terms import DayNote, Term
from workflows.domain.text import Text

HELP = Text(
    "逐日说明一个期限：哪天计入、哪天不计入、为何顺延，依据是什么。",
    "Count a term day by day: which days counted, which did not and why, on what legal basis.",
)
PROVISIONAL = Text(
    "有的年份尚未公布放假安排，届满日为暂定。",
    "A year's notice is not published yet, so the due day is provisional.",
)
WEEKDAYS = Text("一二三四五六日", "Mon Tue Wed Thu Fri Sat Sun")


@click.command(
    help=helped(
        HELP,
        "zhengming why CLAR-2026-0042 evaluation",
        "zhengming why CLAR-2026-0042 approval --json",
    )
)
@number_argument
@click.argument("key", metavar="TERM")
@common
def command(number: str, key: str) -> None:
    with record_store() as reader:
        matter = Matter(reader, number)
        row = matter.term(key)
        told = telling(matter, row)
    if session().as_json:
        session().emit(told)
    else:
        _print(told)


def telling(matter: Matter, row: dict[str, Any]) -> dict[str, Any]:
    """Return everything about a term: what it is made of, and each of its days."""
    term = terms.from_plain(row["term"])
    summary = term.summary()
    notes = term.explain(matter.calendar)
    return {
        "matter": matter.number,
        **{name: value for name, value in row.items() if name != "term"},
        "today": matter.today.isoformat(),
        "basis": term.basis,
        "budget": plain(term.budget),
        "suspensions": plain(term.suspensions),
        "extensions": plain(term.extensions),
        "calendar": _versions(matter.calendar, term, notes),
        "summary_zh": summary.zh,
        "summary_en": summary.en,
        "days": [_day(note) for note in notes],
    }


def _versions(calendar: Calendar, term: Term, notes: tuple[DayNote, ...]) -> str:
    last = notes[-1].day.year if notes else term.anchor.year
    return calendar.version(*range(term.anchor.year, last + 1))


def _day(note: DayNote) -> dict[str, Any]:
    return {
        "day": note.day.isoformat(),
        "weekday": note.day.isoweekday(),
        "counted": note.counted,
        "running": note.running,
        "text_zh": note.text.zh,
        "text_en": note.text.en,
    }


def _print(told: dict[str, Any]) -> None:
    click.secho(f"{told['matter']} · {worded(told, 'label')} ({told['key']})", bold=True)
    print_fields(_fields(told))
    click.echo()
    heads = say("日期,星期,计,说明", "Day,Weekday,#,In words").split(",")
    print_columns(heads, (_line(day) for day in told["days"]))


def _fields(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield say("届满", "Due"), f"{due_of(told)} · {left_of(told)}"
    yield say("构成", "Made of"), worded(told, "summary")
    yield say("依据", "Basis"), told["basis"]
    for part in (*told["suspensions"], *told["extensions"]):
        yield say("变动", "Changed"), _change(part)
    yield say("日历", "Calendar"), told["calendar"]
    if told["provisional"]:
        yield say("注意", "Note"), spoken(PROVISIONAL)


def _change(part: dict[str, Any]) -> str:
    when = part.get("since") or part["granted_on"]
    what = say("中止", "suspended") if "since" in part else say("延长", "extended")
    return f"{when} {what} · {part['reason']} · {part['basis']} · {part['by']}"


def _line(day: dict[str, Any]) -> Line:
    weekday = say(WEEKDAYS.zh[day["weekday"] - 1], WEEKDAYS.en.split()[day["weekday"] - 1])
    counted = day["running"] if day["counted"] else "·"
    return Line((day["day"], weekday, counted, worded(day, "text")))
