"""Which kinds of matter there are, for tools that read a journal without knowing its kind."""

from typing import Any

from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.appeal.decider import APPEAL
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.domain.lifecycle import Decider
from workflows.domain.probation.decider import PROBATION
from workflows.domain.rectification.decider import RECTIFICATION

DECIDERS: dict[str, Decider[Any]] = {
    decider.kind: decider
    for decider in (
        CLARIFICATION,
        ACCOUNTABILITY_CASE,
        FOLLOW_UP,
        APPEAL,
        PROBATION,
        RECTIFICATION,
    )
}

_BEGINS_WITH: dict[str, str] = {
    "opened": CLARIFICATION.kind,
    "case_opened": ACCOUNTABILITY_CASE.kind,
    "follow_up_opened": FOLLOW_UP.kind,
    "appeal_opened": APPEAL.kind,
    "probation_opened": PROBATION.kind,
    "rectification_opened": RECTIFICATION.kind,
}
"""The kind of matter by the fact that its journals begin with: each kind has one of its own."""


def decider_of(first_fact: str) -> Decider[Any]:
    """Return the decider of a journal by the kind of its first fact; ValueError if it has none."""
    if first_fact not in _BEGINS_WITH:
        raise ValueError(f"no kind of matter begins with {first_fact!r}")
    return DECIDERS[_BEGINS_WITH[first_fact]]
