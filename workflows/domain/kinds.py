"""Which kinds of matter there are, for tools that read a journal without knowing its kind."""

from collections.abc import Mapping
from typing import Any

from workflows.domain.by_kind import ByKind
from workflows.domain.lifecycle import Decider

DECIDERS: Mapping[str, Decider[Any]] = ByKind(
    {
        "clarification": "workflows.domain.clarification.decider:CLARIFICATION",
        "accountability_case": "workflows.domain.accountability.decider:ACCOUNTABILITY_CASE",
        "subject_follow_up": "workflows.domain.follow_up.decider:FOLLOW_UP",
        "appeal": "workflows.domain.appeal.decider:APPEAL",
        "probation": "workflows.domain.probation.decider:PROBATION",
        "rectification": "workflows.domain.rectification.decider:RECTIFICATION",
    }
)

_BEGINS_WITH: dict[str, str] = {
    "opened": "clarification",
    "case_opened": "accountability_case",
    "follow_up_opened": "subject_follow_up",
    "appeal_opened": "appeal",
    "probation_opened": "probation",
    "rectification_opened": "rectification",
}
"""The kind of matter by the fact that its journals begin with: each kind has one of its own."""


def decider_of(first_fact: str) -> Decider[Any]:
    """Return the decider of a journal by the kind of its first fact; ValueError if it has none."""
    if first_fact not in _BEGINS_WITH:
        raise ValueError(f"no kind of matter begins with {first_fact!r}")
    return DECIDERS[_BEGINS_WITH[first_fact]]
