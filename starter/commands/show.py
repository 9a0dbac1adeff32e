"""`zhengming show CASE`: where a matter stands, its terms, who must do what, what happened last."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from starter.asking import helped, number_argument, record_store
from starter.columns import Line, print_columns, print_fields
from starter.kinds import KINDS as GROUPS
from starter.labels import (
    KINDS,
    TAGS,
    awaited,
    due_of,
    left_of,
    named,
    next_command,
    shanghai_time,
    who,
    worded,
)
from starter.language import say
from starter.linked_matters import line_of, linked_matters
from starter.matter import Matter
from starter.session import common, session
from workflows.domain.text import Text

if TYPE_CHECKING:
    from starter.case_file.journal import Journal

LAST = 8
"""So many events are shown to people; `file` and `--json` have all."""

HELP = Text(
    "查看一件事项：所处环节、期限、待办、最近经过。",
    "Show where a matter stands: stage, terms, who must do what, the last events.",
)


@click.command(
    help=helped(HELP, "zhengming show CLAR-2026-0042", "zhengming show CLAR-2026-0042 --json")
)
@number_argument
@common
def command(number: str) -> None:
    with record_store() as reader:
        matter = Matter(reader, number)
        journal = _journal(matter)
        shown = {**standing(matter), **_more(journal)}
    if session().as_json:
        session().emit(shown)
        return
    print_head(shown)
    click.echo()
    print_terms(shown["terms"])
    _print_work(shown["work_items"])
    _print_sheets(journal)
    _print_linked(shown["linked"])
    _print_events(shown["events"])


def _journal(matter: Matter) -> "Journal | None":
    """Return the journal of a matter whose kind has more to tell: it loads the rules."""
    group = GROUPS.get(matter.view["kind"])
    if group is None or not group.told_by:
        return None
    from starter.case_file.journal import read_journal

    return read_journal(matter.reader, matter.number)


def _more(journal: "Journal | None") -> dict[str, Any]:
    if journal is None:
        return {}
    modules = map(import_module, GROUPS[journal.decider.kind].told_by)
    return {name: value for module in modules for name, value in module.told(journal).items()}


def _print_sheets(journal: "Journal | None") -> None:
    if journal is None:
        return
    from starter.case_file.sheets import sheets
    from starter.case_file.text import print_sheet

    for sheet in sheets(journal):
        print_sheet(sheet)


def standing(matter: Matter) -> dict[str, Any]:
    """Return what `--json` prints: the matter's picture at this moment, and all its events."""
    view = matter.view
    return {
        "matter": matter.number,
        **{name: view[name] for name in ("kind", "stage", "stage_zh", "stage_en", "organ")},
        "rule_pack": view["rule_pack"],
        **{name: view[name] for name in ("closed", "tags", "related", "opened_at")},
        "now": matter.now.isoformat(timespec="seconds"),
        "today": matter.today.isoformat(),
        "clock_skew_seconds": matter.skew,
        "terms": [_without(row, "term") for row in matter.terms],
        "linked": linked_matters(matter.reader, matter.number, view["related"]),
        "work_items": [_work_item(matter, row) for row in matter.reader.work_items(matter.number)],
        "events": [_event(row) for row in matter.reader.events(matter.number)],
    }


def _work_item(matter: Matter, row: dict[str, Any]) -> dict[str, Any]:
    duty = row["term"] not in {term["key"] for term in matter.terms if term["period"]}
    late = duty and matter.is_past(row["due"])
    line = next_command(matter.view["kind"], row["action"], matter.number)
    return {**row, "overdue": late, "command": line}


def _event(row: dict[str, Any]) -> dict[str, Any]:
    """Return an event without its fact: that holds names, and the factor sheet."""
    wanted = ("seq", "kind", "at", "effective_on", "actor", "text_zh", "text_en")
    return {name: row[name] for name in wanted}


def _without(row: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}


def print_head(shown: dict[str, Any]) -> None:
    """Print what the matter is and where it stands."""
    kind = named(KINDS, shown["kind"])
    click.secho(f"{shown['matter']} · {kind} · {worded(shown, 'stage')}", bold=True)
    print_fields(_fields(shown))


def _fields(shown: dict[str, Any]) -> Iterator[tuple[str, str]]:
    pack = shown["rule_pack"]
    yield say("规则包", "Rules"), f"{pack['id']}@{pack['version']} · {pack['hash'][:12]}"
    organ = say("办理机关 ", "handled by ") + shown["organ"]
    yield say("立项", "Opened"), f"{shanghai_time(shown['opened_at'])} · {organ}"
    rehearsed = say("（演练时钟）", " (rehearsal clock)") if shown["clock_skew_seconds"] else ""
    yield say("现在", "Now"), shanghai_time(shown["now"]) + rehearsed
    yield say("标记", "Tags"), say("、", ", ").join(named(TAGS, tag) for tag in shown["tags"])
    yield say("关联", "Related"), ", ".join(shown["related"])


def print_terms(terms: list[dict[str, Any]]) -> None:
    """Print the terms with what is left of each."""
    if not terms:
        click.echo(say("没有期限。", "No term runs."))
        return
    heads = say("期限,代号,起算,届满,现状", "Term,Key,Anchor,Due,Now").split(",")
    print_columns(
        heads,
        (
            Line(
                (worded(row, "label"), row["key"], row["anchor"], due_of(row), left_of(row)),
                urgent=row["overdue"],
            )
            for row in terms
        ),
    )


def _print_work(items: list[dict[str, Any]]) -> None:
    click.echo()
    if not items:
        click.echo(say("没有待办。", "Nothing waits for anybody."))
        return
    heads = say("到期,待办人,要做的事", "Due,Who,What").split(",")
    print_columns(
        heads,
        (
            Line(
                (row["due"] or "—", awaited(row["role"], row["organ"]), worded(row, "text")),
                below=row["command"],
                urgent=row["overdue"],
            )
            for row in items
        ),
    )


def _print_linked(linked: list[dict[str, Any]]) -> None:
    if linked:
        click.echo()
        heads = say("关联事项,类别,环节,情况", "Linked,Kind,Stage,Marks").split(",")
        print_columns(heads, map(line_of, linked))


def _print_events(events: list[dict[str, Any]]) -> None:
    click.echo()
    heads = say("序,日期,办理人,最近经过", "#,Date,Who,Last events").split(",")
    print_columns(
        heads,
        (
            Line((row["seq"], row["effective_on"], who(row["actor"]), worded(row, "text")))
            for row in events[-LAST:]
        ),
    )
