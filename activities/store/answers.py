"""Checks the answers to commands against the journal, and what is remembered of lost events.

The rows that an answer names carry its key; whoever cuts the journal leaves the answers behind.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from activities.store.chain import Finding
from workflows.domain.text import Text

Row = dict[str, Any]

REMEMBERED = Text(
    zh="{table} 表记得这一行，日志却到不了这里：最新的行被删去；重建不动本件，请与备份核对",
    en="table {table} remembers this row, the journal ends before it: its newest rows are gone;"
    " a rebuild leaves the matter alone, compare with a backup",
)
UNANSWERED = Text(
    zh="operations 表缺少这一行的回执（{key}）",
    en="table operations has lost the receipt of this row ({key})",
)
OTHER_ROWS = Text(
    zh="operations 表的回执（{key}）所列的行与日志不符",
    en="the receipt {key} in table operations names other rows than the journal",
)
OTHER_DIGEST = Text(
    zh="operations 表的回执（{key}）与其摘要不符",
    en="the receipt {key} in table operations differs from its digest",
)
OTHER_EVENTS = Text(
    zh="operations 表的回执（{key}）所述事项与日志不符",
    en="the receipt {key} in table operations tells other events than the journal",
)


def remembered_after(newest: int, known: Mapping[str, Sequence[Row]]) -> list[tuple[int, str]]:
    """Return which rows after the newest of the journal are still known, and to which table.

    `known` holds a matter's rows of `matters`, `notices`, `documents` and `operations`, as stored.
    """
    places = {
        (row["seq"], table) for table in ("matters", "notices", "documents") for row in known[table]
    }
    for row in known["operations"]:
        places |= {(seq, "operations") for seq in _seqs(_read(row["receipt"]))}
    return sorted(place for place in places if place[0] > newest)


def check_answers(matter: str, rows: Sequence[Row], stored: Sequence[Row]) -> Iterator[Finding]:
    """Yield what is wrong with the answers of a matter whose journal is sound."""
    newest, answered = (rows[-1]["seq"] if rows else 0), set()
    for row in stored:
        key = row["op_key"].removeprefix(f"{matter}/")
        answered.add(key)
        answer = _read(row["receipt"])
        named = _seqs(answer)
        if named and max(named) > newest:
            continue  # `remembered_after` names them
        problem = _problem(answer, row["digest"], [r for r in rows if r["operation"] == key])
        if problem:
            yield Finding(matter, named[0] if named else 0, problem.format(key=key))
    for row in rows:
        if row["operation"] and row["operation"] not in answered:
            yield Finding(matter, row["seq"], UNANSWERED.format(key=row["operation"]))


def _problem(answer: Row, digest: str, own: Sequence[Row]) -> Text | None:
    if not own or _seqs(answer) != [row["seq"] for row in own]:
        return OTHER_ROWS
    if answer.get("digest") != digest:
        return OTHER_DIGEST
    told = ("seq", "kind", "effective_on", "text_zh", "text_en")
    if answer.get("events") != [{name: row[name] for name in told} for row in own]:
        return OTHER_EVENTS
    return None


def _read(receipt: str) -> Row:
    """Return a receipt as it stands; one that nobody can read says nothing."""
    try:
        answer = json.loads(receipt)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _seqs(answer: Row) -> list[int]:
    named = answer.get("seq")
    return [seq for seq in named if isinstance(seq, int)] if isinstance(named, list) else []
