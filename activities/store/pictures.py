"""Compares a matter's projections, as they stand, with what should stand there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from activities.store import journal, projections
from activities.store.chain import Finding
from activities.store.columns import as_stored
from activities.store.rebuild import Project
from activities.store.tables import matters, terms, work_items
from workflows.domain.text import Text
from workflows.messages.records import MatterView

Row = dict[str, Any]

NO_PICTURE = Text(zh="缺少事项的现状", en="the picture of the matter is missing")
STALE = Text(
    zh="{table} 表与日志不符：{column}", en="table {table} differs from the journal: {column}"
)
UNREADABLE = Text(
    zh="无法读出或推算现状（{error}）", en="its picture cannot be read or derived ({error})"
)


def check_picture(
    matter: str,
    rows: Sequence[Row],
    pictures: Mapping[str, list[Row]],
    project: Project | None,
) -> Iterator[Finding]:
    """Yield the first difference of each projection of a matter with a sound journal."""
    seq = rows[-1]["seq"]
    if not pictures["matters"]:
        yield Finding(matter, seq, NO_PICTURE)
        return
    try:
        view = _expected(rows, pictures["matters"][0], project)
    except Exception as error:  # a picture that cannot be derived is a finding, not a crash
        yield Finding(matter, seq, UNREADABLE.format(error=type(error).__name__))
        return
    wanted = (
        (matters, [projections.matter_row(view, seq)]),
        (terms, sorted(projections.term_rows(view), key=lambda row: str(row["key"]))),
        (work_items, projections.work_item_rows(view)),
    )
    for table, rows_wanted in wanted:
        expected = [as_stored(table, row) for row in rows_wanted]
        column = _difference(expected, pictures[table.name])
        if column:
            yield Finding(matter, seq, STALE.format(table=table.name, column=column))


def _expected(rows: Sequence[Row], stored: Row, project: Project | None) -> MatterView:
    if project is not None:
        return project([journal.to_event(row) for row in rows])
    return MatterView.model_validate_json(stored["view"])


def _difference(expected: list[Row], stored: list[Row]) -> str | None:
    """Return the first column that differs, or that rows are too many or too few."""
    for wanted, found in zip_longest(expected, stored):
        if wanted is None or found is None:
            return f"{len(stored)} ≠ {len(expected)}"
        for column, value in wanted.items():
            if found[column] != value:
                return column
    return None
