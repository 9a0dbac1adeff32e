"""How values stand in the columns: as text that sorts and compares the same on every database.

Moments are UTC text of fixed width, `2026-12-20T08:00:00.000000Z`; days are Shanghai's,
`2026-12-20`; JSON is canonical.
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
