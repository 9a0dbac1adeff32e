"""The matters that belong to a matter, from the record store alone: where each stands."""

from typing import Any

from starter.columns import Line
from starter.labels import KINDS, TAGS, called, named, worded
from starter.language import say, spoken
from starter.reading import Reader

IMPACT = "impact"
"""The term of a follow-up that is the impact period."""


def linked_matters(reader: Reader, number: str, related: list[str]) -> list[dict[str, Any]]:
    """Return the matters that a matter names, then those that name it; each once."""
    numbers = dict.fromkeys((*related, *reader.naming(number)))
    return [_one(reader, other) for other in numbers]


def _one(reader: Reader, number: str) -> dict[str, Any]:
    view = reader.matter(number)
    if view is None:
        return {"matter": number, "kind": None}
    terms = {row["key"]: row for row in reader.terms(number)}
    impact = terms.get(IMPACT)
    return {
        "matter": number,
        **{name: view[name] for name in ("kind", "stage", "stage_zh", "stage_en", "closed")},
        "tags": view["tags"],
        "impact_last_day": impact["due"] if impact and not _cut_short(impact) else None,
    }


def _cut_short(period: dict[str, Any]) -> bool:
    """Say whether a correction ended a period before its last day."""
    return bool(period["ended_on"]) and period["ended_on"] <= period["due"]


def line_of(row: dict[str, Any]) -> Line:
    """Return a linked matter as a line: its number, kind, stage, and what is to be noticed."""
    if row["kind"] is None:
        return Line((row["matter"], "—", "—", say("尚未登记", "not on record")))
    marks = [named(TAGS, tag) for tag in row["tags"]]
    if row["impact_last_day"]:
        last = row["impact_last_day"]
        marks.insert(0, say(f"影响期至 {last}", f"impact period through {last}"))
    kind = spoken(called(KINDS, row["kind"]))
    return Line((row["matter"], kind, worded(row, "stage"), say("、", ", ").join(marks) or "—"))
