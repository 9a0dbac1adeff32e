"""Whom the case found wrongly accused, and the clarification that each is offered (3.11; part 2).

The offer is data for `clarification open`: a clerk of the clarification opens it, or says why not.
"""

from datetime import date
from typing import Any

from pydantic import BaseModel

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.clarification.values import Finding, SubjectKind
from workflows.domain.subjects import SubjectKind as CaseKind


class Accused(BaseModel):
    """Somebody wrongly accused, and the untrue points."""

    ref: str
    kind: SubjectKind
    reference: str
    name: str
    unit: str
    officer: str | None
    points: tuple[str, ...]


def wronged(matter: AccountabilityCase) -> tuple[Accused, ...]:
    """Return everybody to whom a clarification is to be offered, settled or not."""
    reported = matter.verification.untrue_of if matter.verification else ()
    subjects = (file for file in matter.files if file.untrue and file.decision)
    return (
        *(Accused(**each.model_dump()) for each in reported),
        *(
            Accused(
                ref=file.ref,
                kind=_KINDS[file.subject.kind],
                reference=file.subject.reference,
                name=file.subject.name,
                unit=file.subject.unit,
                officer=file.subject.officer,
                points=file.untrue,
            )
            for file in subjects
        ),
    )


_KINDS = {CaseKind.PERSON: SubjectKind.PERSON, CaseKind.TEAM: SubjectKind.UNIT}


def unsettled(matter: AccountabilityCase) -> tuple[Accused, ...]:
    """Return those whose offer is still open."""
    return tuple(each for each in wronged(matter) if each.ref not in matter.offered)


def offer(matter: AccountabilityCase, subject: str) -> dict[str, Any]:
    """Return the fields of `clarification open` for somebody; LookupError if it has no offer.

    A clerk adds the number, and changes the route where it is another one.
    """
    accused = next((each for each in wronged(matter) if each.ref == subject), None)
    verification = matter.verification
    if accused is None or verification is None:
        raise LookupError(subject)
    points = [point for point in verification.points if point.id in accused.points]
    unit = accused.kind is SubjectKind.UNIT
    return {
        "entry": "OWN_INITIATIVE",
        "route": "UNIT_OR_COLLECTIVE" if unit else "ORGAN",
        **({"handled_as": "ORGAN"} if unit else {}),
        "subject": accused.model_dump(mode="json", exclude={"ref", "points"}, exclude_none=True),
        "handling_organ": matter.request.handling_organ,
        "undertaking_department": matter.request.undertaking_department,
        "verification": {
            "reference": verification.reference,
            "ended_on": str(_ended_on(matter, subject, verification.ended_on)),
            "points": [
                {**point.model_dump(mode="json"), "finding": Finding.UNTRUE.value}
                for point in points
            ],
        },
        "related": [matter.number],
    }


def _ended_on(matter: AccountabilityCase, ref: str, verified_on: date) -> date:
    """Return when it was established: with verification, the decision, or the end without one."""
    if ref.startswith("U"):
        return verified_on
    decided = matter.decision.decided_on if matter.decision else matter.since
    return decided or verified_on
