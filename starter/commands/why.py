"""`zhengming why CASE TERM`: how a due date came about, day by day, in words."""

from collections.abc import Iterator
from typing import Any

import click

from starter.asking import helped, number_argument, record_store
from starter.columns import print_columns, print_fields
from starter.day_rows import day_rows
from starter.labels import FOLLOW_UP, RESTRICTIONS, due_of, left_of, worded
from starter.language import say, spoken
from starter.matter import Matter
from starter.session import common, session
from workflows.domain import terms
from workflows.domain.calendars import Calendar
from workflows.domain.plain import plain
from workflows.domain.terms import DayNote, Term
from workflows.domain.text import Text

HELP = Text(
    "逐日说明一个期限：哪天计入、哪天不计入、为何顺延，依据是什么。"
    "问责对象后续还可以问影响期（impact）和各项限制（promotion、equal-post、leading-post、award）。",
    "Count a term day by day: which days counted, which did not and why, on what legal basis."
    " Of a subject's follow-up also the impact period (impact) and its restrictions (promotion,"
    " equal-post, leading-post, award).",
)
PROVISIONAL = Text(
    "有的年份尚未公布放假安排，届满日为暂定。",
    "A year's notice is not published yet, so the due day is provisional.",
)


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
        if key.lower() in RESTRICTIONS and matter.view["kind"] == FOLLOW_UP:
            return _tell_restrictions(matter, key.lower())
        row = matter.term(key)
        told = telling(matter, row)
    if session().as_json:
        session().emit(told)
    else:
        _print(told)


def _tell_restrictions(matter: Matter, key: str) -> None:
    from starter.accountability.consequences import explained
    from starter.case_file.journal import read_journal
    from workflows.domain.accountability_rules.codes import RestrictionKind

    kind = RestrictionKind(key.upper().replace("-", "_"))
    told = explained(read_journal(matter.reader, matter.number), kind)
    if session().as_json:
        session().emit({"matter": matter.number, "restriction": kind.value, "each": told})
        return
    name = spoken(RESTRICTIONS[key])
    if not told:
        nothing = Text("没有不得{name}的限制。", "Nothing bars {name}.").format(name=name)
        click.echo(spoken(nothing))
    for each in told:
        click.secho(f"{matter.number} · {name}", bold=True)
        print_fields([(say("缘由", "Why"), worded(each, "why")), _source(each)])
        if each["days"]:
            _print_days(each["days"])


def _source(each: dict[str, Any]) -> tuple[str, str]:
    return say("依据", "Basis"), f"{each['source']} [{each['mark']}]"


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
        "days": [day_told(note) for note in notes],
    }


def _versions(calendar: Calendar, term: Term, notes: tuple[DayNote, ...]) -> str:
    last = notes[-1].day.year if notes else term.anchor.year
    return calendar.version(*range(term.anchor.year, last + 1))


def day_told(note: DayNote) -> dict[str, Any]:
    """Return one day of a term: whether it counts, as the how-manieth, and why."""
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
    _print_days(told["days"])


def _print_days(days: list[dict[str, Any]]) -> None:
    click.echo()
    heads = say("日期,星期,计,说明", "Day,Weekday,#,In words").split(",")
    print_columns(heads, day_rows(days))


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
