"""The tables of the record store; migrations create them, `migrations/versions` says how.

Moments, days and JSON are stored as text that sorts and compares the same on SQLite and
PostgreSQL: moments `2026-12-20T08:00:00.000000Z`, days `2026-12-20`, JSON canonical.
"""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from workflows.domain.canonical import canonical_json

SHANGHAI_TIME = timezone(timedelta(hours=8))
NO_DAY = "9999-12-31"
"""Sorts what has no due day behind everything that has one."""


def moment_text(moment: datetime) -> str:
    """Return an aware moment as the text under which it is stored, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Moment(sa.TypeDecorator[datetime]):
    """An aware moment, stored as UTC text of fixed width."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Day(sa.TypeDecorator[date]):
    """A day in Asia/Shanghai, stored as ISO text."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Canonical(sa.TypeDecorator[Any]):
    """A JSON value, stored as its canonical text."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str:
        return canonical_json(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        return None if value is None else json.loads(value)


metadata = sa.MetaData()


def _column(name: str, kind: Any = sa.Text, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=options.pop("nullable", False), **options)


def _of_matter() -> sa.Column[Any]:
    """Ties a projection row to its matter, so that replacing the matter replaces it too."""
    return sa.Column(
        "matter", sa.Text, sa.ForeignKey("matters.matter", ondelete="CASCADE"), primary_key=True
    )


numbers = sa.Table(
    "numbers",
    metadata,
    _column("number", primary_key=True),
    _column("kind"),
    _column("finding", nullable=True, unique=True),
    _column("digest"),
    _column("reserved_at", Moment),
)

# Every column of the journal is text as it was sealed: verification needs the very characters.
journal = sa.Table(
    "journal",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("kind"),
    _column("at"),
    _column("effective_on"),
    _column("actor"),
    _column("fact"),
    _column("operation"),
    _column("text_zh"),
    _column("text_en"),
    _column("prev_hash"),
    _column("hash"),
)

heads = sa.Table(
    "heads",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer),
    _column("hash"),
)

# How many heads there are: without it a matter erased from every table would not be missed.
anchors = sa.Table(
    "anchors",
    metadata,
    _column("name", primary_key=True),
    _column("count", sa.Integer),
)

operations = sa.Table(
    "operations",
    metadata,
    _column("op_key", primary_key=True),
    _column("matter", index=True),
    _column("digest"),
    _column("receipt", Canonical),
)

matters = sa.Table(
    "matters",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer),
    _column("kind"),
    _column("stage"),
    _column("stage_zh"),
    _column("stage_en"),
    _column("organ", index=True),
    _column("rule_pack", Canonical),
    _column("opened_at", Moment),
    _column("closed", sa.Boolean),
    _column("tags", Canonical),
    _column("related", Canonical),
    _column("next_due_at", Moment, nullable=True, index=True),
    _column("overdue", sa.Boolean),
    _column("view", Canonical),
)

terms = sa.Table(
    "terms",
    metadata,
    _of_matter(),
    _column("key", primary_key=True),
    _column("label_zh"),
    _column("label_en"),
    _column("anchor", Day),
    _column("due", Day, nullable=True),
    _column("sort_on", index=True),
    _column("provisional", sa.Boolean),
    _column("suspended", sa.Boolean),
    _column("overdue", sa.Boolean),
    _column("ended_on", Day, nullable=True),
    _column("awaited", sa.Boolean),
    _column("term", Canonical),
)

work_items = sa.Table(
    "work_items",
    metadata,
    _of_matter(),
    _column("position", sa.Integer, primary_key=True, autoincrement=False),
    _column("action"),
    _column("text_zh"),
    _column("text_en"),
    _column("role"),
    _column("organ"),
    _column("due", Day, nullable=True),
    _column("sort_on"),
    _column("term"),
    sa.Index("ix_work_items_due", "sort_on", "matter", "position"),
    sa.Index("ix_work_items_role_due", "role", "sort_on", "matter", "position"),
    sa.Index("ix_work_items_organ_due", "organ", "sort_on", "matter", "position"),
)

notices = sa.Table(
    "notices",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("index", sa.Integer, primary_key=True, autoincrement=False),
    _column("to_role"),
    _column("to_organ"),
    _column("purpose"),
    _column("subject_zh"),
    _column("subject_en"),
    _column("body_zh"),
    _column("body_en"),
    _column("state", index=True),
    _column("attempts", sa.Integer),
    _column("answer"),
    _column("updated_at", Moment),
)

documents = sa.Table(
    "documents",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("index", sa.Integer, primary_key=True, autoincrement=False),
    _column("kind"),
    _column("number"),
    _column("title"),
    _column("dated", Day, nullable=True),
)

clocks = sa.Table(
    "clocks",
    metadata,
    _column("matter", primary_key=True),
    _column("skew_seconds", sa.Integer),
)


def as_stored(table: sa.Table, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as the characters that the database keeps."""
    plain = sqlite.dialect()
    types = {name: table.c[name].type for name in row}
    return {
        name: kind.process_bind_param(row[name], plain)
        if isinstance(kind := types[name], sa.TypeDecorator)
        else row[name]
        for name in row
    }


def select_stored(table: sa.Table) -> sa.Select[Any]:
    """Select rows as the characters that the database keeps, readable or not."""
    return sa.select(
        *(
            sa.type_coerce(column, sa.Text).label(column.name)
            if isinstance(column.type, sa.TypeDecorator)
            else column
            for column in table.columns
        )
    )
