"""Frozen values as plain JSON types, without pydantic, for those who must read them quickly.

The shape is that of pydantic's JSON mode: ISO dates, lists for tuples, the value of an enumeration.
"""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any


def plain(value: object) -> Any:
    """Return `value`, a frozen dataclass or a part of one, as JSON types; None stays None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
