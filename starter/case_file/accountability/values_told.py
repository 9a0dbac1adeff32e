"""Tells the fields of a fact as labelled details: what nobody listed as open is for names only."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from starter.case_file.accountability.codes import called
from starter.case_file.accountability.labels_of_case import CASE
from starter.case_file.accountability.labels_of_follow_up import FOLLOWING
from starter.case_file.accountability.labels_shared import SHARED
from starter.case_file.model import Detail
from starter.case_file.words import NO, YES, enumerated, same, spaced
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Measure
from workflows.domain.text import Text

LABELS: Mapping[str, Text] = {**SHARED, **CASE, **FOLLOWING}

APART = frozenset({"kind", "actor", "pack", "calendar", "request", "effective_on"})
"""Fields of a fact or request that the case file has elsewhere."""

OPEN = frozenset(
    {
        "appeal",
        "case",
        "clarification",
        "DocumentDrafted.replaces",
        "deciding_organ",
        "follow_up",
        "handling_organ",
        "id",
        "item",
        "MessageLost.name",
        "MessageLost.to",
        "notice",
        "number",
        "OfficerRecused.officer",
        "origin",
        "points",
        "probation",
        "reached",
        "rectification",
        "ref",
        "related",
        "relapsed",
        "subject",
        "subjects",
        "SubjectWasClosed.how",
        "undertaking_department",
        "unfinished",
        "unit_organ",
        "untrue_points",
        "upper_organ",
        "who",
        "whom",
    }
)
"""Texts that everybody may see: numbers of matters, codes of organs, S1, S2 …."""
GUARDED = frozenset({"Evaluated.rectification", "DocumentRef.number", "PreFiling.number"})
"""What its own name would open, and must not."""

IDENTITY = ("subject", "ref", "id", "item", "check")
"""Fields by which one value of a list is told from the others."""


def told(value: BaseModel, rules: AccountabilityRules, lead: Text | None = None) -> list[Detail]:
    """Return the fields of a value that differ from their defaults; `lead` stands before them."""
    return some_told(value, rules, _fields(value, lead), lead)


def some_told(
    value: BaseModel, rules: AccountabilityRules, fields: Iterable[str], lead: Text | None = None
) -> list[Detail]:
    """Return some fields of a value."""
    return [each for name in fields for each in _field(value, name, rules, lead)]


def label_of(owner: str, field: str) -> Text:
    """Return what a field is called; KeyError for one that no table has."""
    return LABELS.get(f"{owner}.{field}") or LABELS[field]


def is_open(owner: str, field: str) -> bool:
    """Say whether a plain text in a field may be seen by everybody."""
    full = f"{owner}.{field}"
    return full in OPEN or (field in OPEN and full not in GUARDED)


def _fields(value: BaseModel, lead: Text | None) -> Iterator[str]:
    for name, field in type(value).model_fields.items():
        apart = name in APART and (lead is None or name not in ("kind", "effective_on"))
        if not apart and getattr(value, name) != field.get_default(call_default_factory=True):
            yield name


def _field(
    value: BaseModel, name: str, rules: AccountabilityRules, lead: Text | None
) -> Iterator[Detail]:
    owner, held = type(value).__name__, getattr(value, name)
    label = spaced(lead, label_of(owner, name))
    if isinstance(held, BaseModel) and not isinstance(held, DocumentRef | Measure):
        yield from told(held, rules, label)
    elif isinstance(held, dict):
        for code, text in held.items():
            at = called(owner, name, code, rules) or same(code)
            yield Detail(label=spaced(label, at), text=same(text), guarded=True)
    elif isinstance(held, tuple) and held and _is_group(held[0]):
        for place, each in enumerate(held, start=1):
            yield from told(each, rules, spaced(label, same(_identity(each) or place)))
    else:
        text, guarded = _text(owner, name, held, rules)
        yield Detail(label=label, text=text, guarded=guarded)


def _is_group(value: object) -> bool:
    return isinstance(value, BaseModel) and not isinstance(value, DocumentRef | Measure)


def _identity(value: BaseModel) -> str | None:
    found = (getattr(value, name, None) for name in IDENTITY)
    return next((each for each in found if isinstance(each, str)), None)


def _text(owner: str, name: str, held: Any, rules: AccountabilityRules) -> tuple[Text, bool]:
    """Return a single value in words, and whether it is for readers with names only."""
    if isinstance(held, tuple):
        each = [_text(owner, name, one, rules) for one in held]
        return enumerated(text for text, _ in each), any(guarded for _, guarded in each)
    if isinstance(held, bool):
        return (YES if held else NO), False
    if isinstance(held, Text):
        return held, False
    if isinstance(held, int | date):
        return same(held), False
    if isinstance(held, DocumentRef):
        return spaced(same(held.number), same(held.dated) if held.dated else None), False
    if isinstance(held, Measure):
        return _measure(held, rules), False
    words = called(owner, name, str(held), rules)
    if words is not None:
        return words, False
    return same(held), not (isinstance(held, StrEnum) or is_open(owner, name))


def _measure(measure: Measure, rules: AccountabilityRules) -> Text:
    name = called("Measure", "code", measure.code, rules) or same(measure.code)
    months = measure.months
    return spaced(
        name,
        Text(f"{months} 个月", f"{months} months") if months else None,
        same(measure.effective_on) if measure.effective_on else None,
    )
