"""What the decision on an appeal says, and no more. Days are ISO text, texts are Chinese.

What the examiners proposed is not named here: only what was concluded reaches the document.
"""

from datetime import date
from typing import Any

from workflows.domain.appeal.seats import concluding
from workflows.domain.appeal.state import Appeal
from workflows.domain.lifecycle import Paper
from workflows.domain.procedure.shared import DocumentDraft

ORGANS = {"deciding_body": "作出决定的机关", "higher_body": "上一级机关"}


def paper(matter: Appeal, draft: DocumentDraft, dated: date) -> Paper:
    """Return the decision on the appeal; the organ issues it whose body concludes."""
    return Paper(
        doc_kind=draft.doc_kind,
        organ=concluding(matter).organ,
        dated=dated,
        content={**_to_whom(matter, draft), **_what(matter)},
    )


def _to_whom(matter: Appeal, draft: DocumentDraft) -> dict[str, Any]:
    request, subject = matter.request, matter.request.subject
    copies = draft.copies or (request.party_organisation or subject.unit,)
    return {
        "accountable": subject.model_dump(mode="json", include={"name", "unit", "post", "kind"}),
        "addressee": draft.addressee or subject.name,
        "copies": list(copies),
        "decision": {
            "name": "问责决定书",
            **request.decision.model_dump(mode="json", include={"number", "dated"}),
        },
    }


def _what(matter: Appeal) -> dict[str, Any]:
    request, current, concluded = matter.request, matter.current, matter.current.concluded
    if concluded is None or current.accepted_on is None:
        raise ValueError("a decision on an appeal needs its conclusion")
    conclusion, named = concluded.conclusion, matter.rules.measures
    asked = matter.further if matter.first else None
    return {
        "filed_on": current.received_on.isoformat(),
        "accepted_on": current.accepted_on.isoformat(),
        "appeal_grounds": asked.grounds if asked else request.grounds,
        "findings": conclusion.reasons,
        "basis": matter.pack.source,
        "conclusion": conclusion.outcome,
        "remaining": [named[each.code].zh for each in conclusion.measures],
        "may_aggravate": matter.route.may_aggravate,
        "appeals": _further(matter),
    }


def _further(matter: Appeal) -> list[dict[str, Any]]:
    """Return the second stage, where one may still follow."""
    second = matter.route.second
    if second is None or not matter.may_go_further:
        return []
    window = second.window.budget.words().zh if second.window else None
    return [{"against": None, "organ": ORGANS[second.to], "window": window}]
