"""Compares a matter's notices and documents, as they stand, with what its journal made happen.

What became of a notice is not the journal's to say: state, attempts and answer are left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from activities.store import journal
from activities.store.chain import Finding
from activities.store.columns import as_stored
from activities.store.rebuild import Derive
from activities.store.tables import documents, notices
from workflows.domain.text import Text
from workflows.messages.records import DocumentRecord, NoticeRecord

Row = dict[str, Any]

UNTOLD = Text(
    zh="无法推算通知和文书（{error}）", en="its notices and documents cannot be derived ({error})"
)
LOST = {
    "notices": Text(
        zh="notices 表缺少这一行的第 {place} 份通知；重建可补回，状态记为“补登”，是否送达不详",
        en="notice {place} of this row is gone from table notices; a rebuild brings it back"
        " as restored, whether it was delivered stays unknown",
    ),
    "documents": Text(
        zh="documents 表缺少这一行的第 {place} 份文书",
        en="document {place} of this row is gone from table documents",
    ),
}
STRANGE = Text(
    zh="{table} 表中这一行的第 {place} 份不是日志所生",
    en="item {place} of this row in table {table} does not follow from the journal",
)
CHANGED = Text(
    zh="{table} 表中这一行的第 {place} 份与日志不符：{column}",
    en="item {place} of this row in table {table} differs from the journal: {column}",
)


def check_effects(
    matter: str, rows: Sequence[Row], stored: Mapping[str, Sequence[Row]], derive: Derive
) -> Iterator[Finding]:
    """Yield every difference in the notices and documents of a matter with a sound journal."""
    newest = rows[-1]["seq"]
    try:
        records = derive([journal.to_event(row) for row in rows])
    except Exception as error:  # what cannot be derived is a finding, not a crash
        yield Finding(matter, newest, UNTOLD.format(error=type(error).__name__))
        return
    for table, wanted in ((notices, records[0]), (documents, records[1])):
        kept = [row for row in stored[table.name] if row["seq"] <= newest]
        yield from _compare(matter, table, wanted, kept)


def _compare(
    matter: str,
    table: sa.Table,
    wanted: Sequence[NoticeRecord | DocumentRecord],
    kept: Sequence[Row],
) -> Iterator[Finding]:
    expected = {(one.seq, one.index): as_stored(table, one.model_dump()) for one in wanted}
    found = {(row["seq"], row["index"]): row for row in kept}
    for key in sorted(expected.keys() | found.keys()):
        problem, column = _difference(table, expected.get(key), found.get(key))
        if problem is not None:
            seq, index = key
            words = problem.format(table=table.name, place=index + 1, column=column)
            yield Finding(matter, seq, words)


def _difference(table: sa.Table, wanted: Row | None, found: Row | None) -> tuple[Text | None, str]:
    if found is None:
        return LOST[table.name], ""
    if wanted is None:
        return STRANGE, ""
    columns = [name for name, value in wanted.items() if found[name] != value]
    return (CHANGED, ", ".join(columns)) if columns else (None, "")
