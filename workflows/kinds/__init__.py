"""How each kind of matter begins, what lists show of it from then on, and which messages it takes.

A new kind is a row of `KINDS`, and a file beside this one. What is shown is read by everybody: it
names no person. A kind is loaded when it is first asked for, so that one command loads one kind.
"""

from collections.abc import Mapping

from workflows.domain.by_kind import ByKind
from workflows.kinds.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: Mapping[str, Kind] = ByKind(
    {
        "clarification": "workflows.kinds.clarification:KIND",
        "accountability_case": "workflows.kinds.accountability_case:KIND",
        "subject_follow_up": "workflows.kinds.subject_follow_up:KIND",
        "appeal": "workflows.kinds.appeal:KIND",
        "probation": "workflows.kinds.probation:KIND",
        "rectification": "workflows.kinds.rectification:KIND",
    }
)
