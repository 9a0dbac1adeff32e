"""Checks one matter's chain: every row in its place, whole, and linked up to the head."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from activities.store.journal import GENESIS, Head, seal
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written; `seq` 0 means the matter as a whole."""

    matter: str
    seq: int
    problem: Text


MISSING = Text(zh="日志缺少这一行", en="this row of the journal is missing")
ALTERED = Text(zh="这一行的内容被改动", en="the content of this row was changed")
UNLINKED = Text(zh="这一行没有接在上一行之后", en="this row does not follow the row before it")
BEYOND = Text(zh="这一行在链头之后，不是登记写入的", en="this row comes after the head: inserted")
NO_HEAD = Text(zh="日志有记录，链头却不见了", en="there is a journal but its head is missing")
WRONG_HEAD = Text(zh="链头与这一行的哈希不符", en="the head does not carry the hash of this row")

Rows = Sequence[Mapping[str, Any]]


def check_chain(matter: str, rows: Rows, head: Head | None) -> Iterator[Finding]:
    """Yield what is wrong with the rows of one matter, in order."""
    expected, previous = 1, GENESIS
    for row in rows:
        for gone in range(expected, row["seq"]):
            yield Finding(matter, gone, MISSING)
        if row["seq"] > expected:
            previous = row["prev_hash"]
        yield from _check_row(row, previous, head)
        expected, previous = row["seq"] + 1, row["hash"]
    yield from _check_head(matter, rows, head, expected)


def _check_row(row: Mapping[str, Any], previous: str, head: Head | None) -> Iterator[Finding]:
    problem = None
    if head is not None and row["seq"] > head.seq:
        problem = BEYOND
    elif seal(row, row["prev_hash"]) != row["hash"]:
        problem = ALTERED
    elif row["prev_hash"] != previous:
        problem = UNLINKED
    if problem:
        yield Finding(row["matter"], row["seq"], problem)


def _check_head(matter: str, rows: Rows, head: Head | None, expected: int) -> Iterator[Finding]:
    if head is None:
        yield Finding(matter, expected - 1, NO_HEAD)
        return
    for gone in range(expected, head.seq + 1):
        yield Finding(matter, gone, MISSING)
    for row in rows:
        if row["seq"] == head.seq and row["hash"] != head.hash:
            yield Finding(matter, head.seq, WRONG_HEAD)
