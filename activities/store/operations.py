"""What was promised once: matter numbers, and the answers to commands by idempotency key.

A key that comes again with the same content gets the same answer; with another content it is
refused, loudly, since somebody believes that something was recorded which was not.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from activities.store.engine import insert_new
from activities.store.errors import FindingTaken, NumberTaken, RecordConflict
from activities.store.tables import heads, journal, matters, numbers, operations


@dataclass(frozen=True, slots=True)
class Reservation:
    """A matter number that is ours; `fresh` is False when it was ours already."""

    number: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """The answer to a command, and the digest of the command that it answers."""

    digest: str
    receipt: dict[str, Any]


def reserve(connection: sa.Connection, row: dict[str, Any]) -> Reservation:
    """Take a number for one matter; raises `NumberTaken`, `FindingTaken`."""
    number = row["number"]
    if connection.execute(insert_new(connection, numbers).values(row)).rowcount == 1:
        return Reservation(number, fresh=True)
    query = sa.select(numbers.c.digest).where(numbers.c.number == number)
    stored = connection.execute(query).scalar_one_or_none()
    if stored == row["digest"]:
        return Reservation(number, fresh=False)
    if stored is not None:
        raise NumberTaken(number)
    query = sa.select(numbers.c.number).where(numbers.c.finding == row["finding"])
    raise FindingTaken(connection.execute(query).scalar_one())


def kind_of(connection: sa.Connection, number: str) -> str | None:
    """Return the kind of matter that has a number, or has taken it; None if none has."""
    taken = sa.select(numbers.c.kind).where(numbers.c.number == number)
    known = sa.select(matters.c.kind).where(matters.c.matter == number)
    return connection.execute(taken.union_all(known).limit(1)).scalar_one_or_none()


def release(connection: sa.Connection, number: str, reserved_before: datetime) -> bool:
    """Give back a number that was taken before a moment and has no trace of a matter since.

    Says whether it was given back; what has a journal, or ever had one, keeps its number.
    """
    traces = (sa.exists().where(table.c.matter == number) for table in (journal, heads, operations))
    unused = sa.delete(numbers).where(
        numbers.c.number == number,
        numbers.c.reserved_at < reserved_before,
        *(~trace for trace in traces),
    )
    return connection.execute(unused).rowcount == 1


def _op_key(matter: str, operation: str) -> str:
    return f"{matter}/{operation}"


def read_receipt(connection: sa.Connection, matter: str, operation: str) -> StoredReceipt | None:
    """Return the answer to a command, if it was given."""
    query = sa.select(operations.c.digest, operations.c.receipt)
    query = query.where(operations.c.op_key == _op_key(matter, operation))
    found = connection.execute(query).one_or_none()
    return StoredReceipt(*found) if found else None


def read_receipts(connection: sa.Connection, matter: str) -> dict[str, StoredReceipt]:
    """Return every answer that a matter gave, by idempotency key."""
    query = sa.select(operations.c.op_key, operations.c.digest, operations.c.receipt)
    rows = connection.execute(query.where(operations.c.matter == matter))
    prefix = _op_key(matter, "")
    return {key.removeprefix(prefix): StoredReceipt(digest, kept) for key, digest, kept in rows}


def keep_receipts(
    connection: sa.Connection, matter: str, seq: int, receipts: dict[str, dict[str, Any]]
) -> None:
    """Store answers by idempotency key; raises `RecordConflict` for a key used otherwise."""
    if not receipts:
        return
    rows = [
        {"op_key": _op_key(matter, operation), "matter": matter} | answer
        for operation, answer in receipts.items()
    ]
    if connection.execute(insert_new(connection, operations), rows).rowcount == len(rows):
        return
    query = sa.select(operations.c.op_key, operations.c.digest)
    query = query.where(operations.c.op_key.in_([row["op_key"] for row in rows]))
    stored = {row.op_key: row.digest for row in connection.execute(query)}
    if any(stored[row["op_key"]] != row["digest"] for row in rows):
        raise RecordConflict(matter, seq, "operation")
