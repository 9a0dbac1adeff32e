"""The work queue over all matters: who must do what by when, first due first.

Besides the work items it lists running terms that nobody is asked to meet just now, so that no
term is out of sight; they carry no role, and the organ of their matter. A period, which runs out by
itself, is listed only where a work item belongs to it, and is never overdue. What has no due day,
such as a suspended term, comes last. Days are days in Asia/Shanghai.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

from starter.reading.connection import Row

_SHANGHAI = timezone(timedelta(hours=8))
_COLUMNS = """m.matter, m.kind, m.stage, m.stage_zh, m.stage_en, {item},
 t."key" AS term, t.label_zh, t.label_en, COALESCE(t.provisional, FALSE) AS provisional,
 COALESCE(t.suspended, FALSE) AS suspended, COALESCE(t.overdue, FALSE) AS overdue,
 COALESCE(t.period, FALSE) AS period"""
_ITEMS = f"""SELECT {_COLUMNS}
 FROM work_items w JOIN matters m ON m.matter = w.matter
 LEFT JOIN terms t ON t.matter = w.matter AND t."key" = w.term
 WHERE {{where}} ORDER BY w.sort_on, w.matter, w.position {{limit}}""".replace(
    "{item}",
    "w.action, w.text_zh, w.text_en, w.role, w.organ, w.due, w.sort_on",
)
_TERMS = f"""SELECT {_COLUMNS}
 FROM terms t JOIN matters m ON m.matter = t.matter
 WHERE {{where}} ORDER BY t.sort_on, t.matter, t."key" {{limit}}""".replace(
    "{item}",
    "'' AS action, '' AS text_zh, '' AS text_en, '' AS role, m.organ, t.due, t.sort_on",
)

_VIEWS = """SELECT m.matter, m.view FROM matters m
 WHERE EXISTS (SELECT 1 FROM work_items w WHERE w.matter = m.matter)
 OR EXISTS (SELECT 1 FROM terms t
 WHERE t.matter = m.matter AND t.ended_on IS NULL AND NOT t.period)"""

Ask = Callable[..., list[Row]]
"""Runs a query with its values."""


class Queue(NamedTuple):
    """Which part of the queue is wanted; `within_days` counts from today, overdue included."""

    role: str | None = None
    organ: str | None = None
    kind: str | None = None
    within_days: int | None = None
    overdue_only: bool = False
    limit: int = 100


def read_queue(ask: Ask, wanted: Queue, now: datetime) -> list[Row]:
    """Return the wanted part of the queue at the moment `now`.

    In a rehearsal every matter has its own date: each row is judged by the clock of its matter.
    """
    clocks = {row["matter"]: row["skew_seconds"] for row in ask("SELECT * FROM clocks")}
    furthest = _today(now, max(clocks.values(), default=0))
    # With clocks apart the database cannot tell which rows are wanted, only which are not.
    limit = "" if clocks else f"LIMIT {int(wanted.limit)}"
    rows = _ask_items(ask, wanted, furthest, limit) + _ask_terms(ask, wanted, furthest, limit)
    rows.sort(key=lambda row: row["sort_on"])
    for row in rows:
        _judge(row, _today(now, clocks.get(row["matter"], 0)))
    return [row for row in rows if _is_wanted(row, wanted, now, clocks)][: wanted.limit]


def read_views(ask: Ask) -> dict[str, Row]:
    """Return the views of the matters that the queue may name, by number."""
    return {row["matter"]: row["view"] for row in ask(_VIEWS)}


def _ask_items(ask: Ask, wanted: Queue, today: date, limit: str) -> list[Row]:
    where, values = _conditions(wanted, today, "w.role", "w.organ", "w.sort_on")
    where += ["NOT COALESCE(t.period, FALSE)"] if wanted.overdue_only else []
    return ask(_ITEMS.format(where=" AND ".join(where), limit=limit), *values)


def _ask_terms(ask: Ask, wanted: Queue, today: date, limit: str) -> list[Row]:
    if wanted.role is not None:
        return []
    where, values = _conditions(wanted, today, "", "m.organ", "t.sort_on")
    where += ["NOT t.awaited", "NOT t.period", "t.ended_on IS NULL"]
    return ask(_TERMS.format(where=" AND ".join(where), limit=limit), *values)


def _conditions(
    wanted: Queue, today: date, role: str, organ: str, sort_on: str
) -> tuple[list[str], list[Any]]:
    last = _last_day(wanted, today)
    filters = (
        (f"{role} = ?", wanted.role),
        (f"{organ} = ?", wanted.organ),
        ("m.kind = ?", wanted.kind),
        (f"{sort_on} <= ?", last.isoformat() if last else None),
    )
    chosen = [(condition, value) for condition, value in filters if value is not None]
    return ["1 = 1", *(condition for condition, _ in chosen)], [value for _, value in chosen]


def _last_day(wanted: Queue, today: date) -> date | None:
    """Return the last due day that is wanted; None for all, also those without one."""
    if wanted.overdue_only:
        return today - timedelta(days=1)
    return None if wanted.within_days is None else today + timedelta(days=wanted.within_days)


def _today(now: datetime, skew_seconds: int) -> date:
    return (now + timedelta(seconds=skew_seconds)).astimezone(_SHANGHAI).date()


def _judge(row: Row, today: date) -> None:
    """Say whether a row is overdue today, also when no worker was there to flag it."""
    del row["sort_on"]
    late = row["due"] is not None and row["due"] < today.isoformat()
    row["overdue"] = late and not row["suspended"] and not row["period"]


def _is_wanted(row: Row, wanted: Queue, now: datetime, clocks: dict[str, int]) -> bool:
    last = _last_day(wanted, _today(now, clocks.get(row["matter"], 0)))
    return last is None or (row["due"] is not None and row["due"] <= last.isoformat())
