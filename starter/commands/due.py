"""`zhengming due`: the work queue over all matters, first legally due first."""

from datetime import UTC, datetime
from typing import Any

import click

from starter.asking import helped, record_store
from starter.columns import Line, print_columns
from starter.labels import KINDS, awaited, due_of, left_of, worded
from starter.language import say, spoken
from starter.queue_rows import MOST, day_of, wanted_rows
from starter.session import common, session
from workflows.domain.roles import Role
from workflows.domain.text import Text

HELP = Text(
    "全部事项的待办，先到期者在前；中止的期限列在最后。",
    "What waits for whom over all matters, first due first; suspended terms come last.",
)
RUNS = Text("期限在走，无人待办", "runs, nobody is awaited")
STANDS = Text("期限中止，恢复后续计", "stands still until it is resumed")


@click.command(
    help=helped(
        HELP,
        "zhengming due",
        "zhengming due --role undertaking_department --within 5",
        "zhengming due --organ DW --overdue --json",
    )
)
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    metavar="ROLE",
    help=say("只看等待该角色的。", "Only what waits for this role."),
)
@click.option("--organ", help=say("只看该机关的。", "Only what waits for this organ."))
@click.option(
    "--kind", type=click.Choice(list(KINDS)), help=say("只看该类事项。", "Only this kind.")
)
@click.option(
    "--within",
    type=click.IntRange(0, 1000),
    metavar="N",
    help=say("N 个工作日内到期（含逾期）。", "Due within N working days, overdue included."),
)
@click.option("--overdue", is_flag=True, help=say("只看逾期的。", "Only what is overdue."))
@click.option(
    "--limit",
    type=click.IntRange(1, MOST),
    default=100,
    metavar="N",
    help=say("最多列出 N 项（默认 100）。", "At most N rows (default 100)."),
)
@common
def command(limit: int, within: int | None, **wanted: Any) -> None:
    now = datetime.now(UTC)
    with record_store() as reader:
        rows = list(wanted_rows(reader, within, limit, wanted, now))
    more, rows = len(rows) > limit, rows[:limit]
    rows.sort(key=lambda row: bool(row["suspended"]))
    if session().as_json:
        head = {"now": now.isoformat(timespec="seconds"), "today": day_of(now).isoformat()}
        session().emit({**head, "items": rows, "more": more})
    else:
        _print(rows, more, limit)


def _print(rows: list[dict[str, Any]], more: bool, limit: int) -> None:
    if not rows:
        click.echo(say("没有待办。", "Nothing is due."))
        return
    heads = say("到期,现状,事项,待办人,要做的事（期限）", "Due,Now,Matter,Who,What (term)").split(
        ","
    )
    print_columns(heads, map(_line, rows))
    click.echo()
    late = sum(row["overdue"] for row in rows)
    click.echo(say(f"共 {len(rows)} 项，逾期 {late} 项。", f"{len(rows)} rows, {late} overdue."))
    if more:
        click.echo(
            say(f"只列出前 {limit} 项，用 --limit 看更多。", f"The first {limit}; see --limit.")
        )


def _line(row: dict[str, Any]) -> Line:
    what = worded(row, "text") if row["action"] else spoken(STANDS if row["suspended"] else RUNS)
    term = say(f"（{row['label_zh']}）", f" ({row['label_en']})") if row["term"] else ""
    return Line(
        (due_of(row), left_of(row), row["matter"], awaited(row["role"], row["organ"]), what + term),
        below=row["command"],
        urgent=row["overdue"],
    )
