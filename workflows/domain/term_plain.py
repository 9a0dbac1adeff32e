"""The parts of a term from the JSON types that `plain` makes of them.

What is missing or of another type raises KeyError or TypeError; `terms.from_plain` makes one
error of both.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from workflows.domain.term_parts import Budget, Extension, Suspension


def budget_from(data: Mapping[str, Any]) -> Budget:
    """Return a budget."""
    return Budget(data["months"], data["days"], data["working_days"])


def suspension_from(data: Mapping[str, Any]) -> Suspension:
    """Return a suspension."""
    until = data["until"]
    return Suspension(
        since=date.fromisoformat(data["since"]),
        until=None if until is None else date.fromisoformat(until),
        reason=data["reason"],
        basis=data["basis"],
        by=data["by"],
    )


def extension_from(data: Mapping[str, Any]) -> Extension:
    """Return an extension."""
    return Extension(
        budget=budget_from(data["budget"]),
        reason=data["reason"],
        basis=data["basis"],
        by=data["by"],
        granted_on=date.fromisoformat(data["granted_on"]),
    )
