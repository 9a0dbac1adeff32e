"""The clarification that a corrected decision offers: what its opening can be filled in with."""

from typing import Any

from workflows.domain.follow_up.state import FollowUp


def offer(matter: FollowUp) -> dict[str, Any]:
    """Return the fields of `clarification open` that are known; none without a correction.

    A clerk adds the number and what the re-examination found untrue, point by point (3.16).
    """
    correction, request, subject = matter.correction, matter.request, matter.request.subject
    if correction is None:
        return {}
    return {
        "entry": "OWN_INITIATIVE",
        "route": "UNIT_OR_COLLECTIVE" if matter.is_team else "ORGAN",
        **({"handled_as": "ORGAN"} if matter.is_team else {}),
        "subject": {
            "kind": "UNIT" if matter.is_team else "PERSON",
            "reference": subject.reference,
            "name": subject.name,
            "unit": subject.unit,
            "officer": subject.officer,
        },
        "handling_organ": request.handling_organ,
        "undertaking_department": request.undertaking_department,
        "verification": {
            "reference": _reference(matter),
            "ended_on": correction.decided_on.isoformat(),
            "points": [],
        },
        "related": [matter.number, *([request.case] if request.case else [])],
    }


def _reference(matter: FollowUp) -> str:
    """Return the number under which it was found: the appeal, or the matter corrected."""
    numbers = [appeal.number for appeal in matter.appeals]
    origin = matter.correction.origin if matter.correction else ""
    return origin if origin in numbers else matter.number
