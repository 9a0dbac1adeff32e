"""Checks that the record store says what was written: journal, heads, projections, answers.

Whoever may write to the database may also rewrite a whole chain up to its head; against that,
keep a copy of the heads elsewhere. Everything short of it is found and named.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from activities.store import tables
from activities.store.answers import REMEMBERED, check_answers, remembered_after
from activities.store.chain import Finding, check_chain
from activities.store.columns import select_stored
from activities.store.effects import check_effects
from activities.store.journal import Head
from activities.store.pictures import Row, check_picture
from activities.store.rebuild import Derive, Project
from activities.store.store import RecordStore
from workflows.domain.text import Text

__all__ = ["Finding", "verify"]

NO_JOURNAL = Text(
    zh="{table} 表里有这件事项，日志里却没有",
    en="table {table} knows the matter, the journal does not",
)
LOST_MATTERS = Text(
    zh="应有 {count} 件事项的链头，现有 {found} 件", en="there were {count} heads, now {found}"
)

_AT_ONCE = 200
"""So many matters are read with one query per table."""

_REMEMBERING = (
    tables.journal,
    tables.heads,
    tables.matters,
    tables.notices,
    tables.documents,
    tables.operations,
)
"""Tables that know a matter by number: what one of them lost, another remembers."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Everything that some tables hold about some matters, by table and matter."""

    rows: dict[str, dict[str, list[Row]]]

    def of(self, table: sa.Table, matter: str) -> list[Row]:
        return self.rows[table.name][matter]

    def all_of(self, matter: str) -> dict[str, list[Row]]:
        """Return the rows of a matter in every table."""
        return {table: rows[matter] for table, rows in self.rows.items()}


async def verify(
    store: RecordStore, project: Project | None = None, derive: Derive | None = None
) -> list[Finding]:
    """Return everything that is wrong, sorted by matter and row; nothing if all is well.

    With `project` the pictures are compared with what follows from the journal, without it only
    with the picture that was stored with the newest event. With `derive` the content of notices
    and documents is compared too.
    """

    def check(connection: sa.Connection) -> list[Finding]:
        findings = list(_check_count(connection))
        known = _known_matters(connection)
        for start in range(0, len(known), _AT_ONCE):
            some = known[start : start + _AT_ONCE]
            shelf = _read(connection, some)
            for matter in some:
                findings += _check_matter(shelf, matter, project, derive)
        return findings

    findings = await store.database.read(check)
    return sorted(findings, key=lambda found: (found.matter, found.seq))


def _known_matters(connection: sa.Connection) -> Sequence[str]:
    everywhere = sa.union(*(sa.select(table.c.matter) for table in _REMEMBERING))
    return connection.scalars(everywhere).all()


def _read(connection: sa.Connection, some: Sequence[str]) -> _Shelf:
    shelf: dict[str, dict[str, list[Row]]] = {}
    for table in (*_REMEMBERING, tables.terms, tables.work_items):
        key = list(table.primary_key.columns)
        query = select_stored(table).where(table.c.matter.in_(some)).order_by(*key)
        by_matter: dict[str, list[Row]] = defaultdict(list)
        for row in connection.execute(query).mappings():
            by_matter[row["matter"]].append(dict(row))
        shelf[table.name] = by_matter
    return _Shelf(shelf)


def _check_matter(
    shelf: _Shelf, matter: str, project: Project | None, derive: Derive | None
) -> Iterator[Finding]:
    rows, found = shelf.of(tables.journal, matter), shelf.of(tables.heads, matter)
    head = Head(found[0]["seq"], found[0]["hash"]) if found else None
    if not rows and (head is None or head.seq == 0):
        for table in _REMEMBERING:
            if shelf.of(table, matter):
                yield Finding(matter, 0, NO_JOURNAL.format(table=table.name))
        return
    broken = list(check_chain(matter, rows, head))
    yield from broken
    if rows and not broken:
        yield from _check_what_follows(shelf.all_of(matter), matter, project, derive)


def _check_what_follows(
    stored: dict[str, list[Row]], matter: str, project: Project | None, derive: Derive | None
) -> Iterator[Finding]:
    """Yield what does not fit the sound journal of a matter."""
    rows = stored["journal"]
    for seq, table in remembered_after(rows[-1]["seq"], stored):
        yield Finding(matter, seq, REMEMBERED.format(table=table))
    yield from check_answers(matter, rows, stored["operations"])
    yield from check_picture(matter, rows, stored, project)
    if derive is not None:
        yield from check_effects(matter, rows, stored, derive)


def _check_count(connection: sa.Connection) -> Iterator[Finding]:
    count: Any = connection.scalar(
        sa.select(tables.anchors.c.count).where(tables.anchors.c.name == "heads")
    )
    found = connection.scalar(sa.select(sa.func.count()).select_from(tables.heads))
    if count != found:
        yield Finding("", 0, LOST_MATTERS.format(count=count, found=found))
