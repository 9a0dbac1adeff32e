"""What each document says: the untrue points, the finding, the way of clarifying, and no more (P1).

The factor sheet, reasons of opinions, other leads, other points and whoever reported have no way
in: what is not named here reaches no template (A46). Days are ISO text, texts are Chinese.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from workflows.domain.clarification.drafting import DocumentDraft
from workflows.domain.clarification.methods import METHOD_LABELS, RANGE_LABELS, PlannedMethod
from workflows.domain.clarification.occasions import OCCASIONS
from workflows.domain.clarification.stages import Stage
from workflows.domain.clarification.state import Clarification
from workflows.domain.clarification.values import SubjectKind
from workflows.domain.lifecycle import Paper
from workflows.domain.paper_facts import PaperKind
from workflows.domain.roles import ROLE_LABELS, Role

K = PaperKind
FINDING = ("subject", "addressee", "copies", "points", "verified_on")
SAYS: dict[PaperKind, tuple[str, ...]] = {
    K.PRIOR_NOTICE: (*FINDING, "methods"),
    K.CLARIFICATION_LETTER: (*FINDING, "methods"),
    K.COMMISSION_LETTER: FINDING,
    K.MEETING_NOTICE: ("addressee", "copies", "meeting"),
    K.MINUTES: ("subject", "copies", "points", "verified_on", "meeting"),
    K.CIRCULAR: (*FINDING, "scope"),
    K.PRESS_NOTICE: ("subject", "copies", "points", "verified_on"),
    K.POST_NOTICE: (*FINDING, "methods"),
    K.REPLY: ("subject", "addressee", "copies", "reply_outcome", "reasons"),
}
"""Which parts of `PARTS` each kind of document is given."""

REPLIED: dict[Stage, str] = {
    Stage.COMPLETED: "已按规定予以澄清。",
    Stage.CLOSED_NOT_UNTRUE: "检举控告的问题未认定失实，不启动澄清程序。",
    Stage.CLOSED_NOT_NECESSARY: "不启动澄清程序。",
    Stage.CLOSED_REJECTED: "不予澄清。",
    Stage.WITHDRAWN: "申请已撤回，澄清程序终止。",
}
"""What an applicant is told, by how the matter ended."""


def paper(matter: Clarification, draft: DocumentDraft, dated: date) -> Paper:
    """Return the document that a draft asks for; the handling organ issues it."""
    return Paper(
        doc_kind=draft.doc_kind,
        organ=matter.request.handling_organ,
        dated=dated,
        content={part: PARTS[part](matter, draft) for part in SAYS[draft.doc_kind]},
    )


def _subject(matter: Clarification, draft: DocumentDraft) -> dict[str, str]:
    subject = matter.request.subject
    return {"name": subject.name, "unit": subject.unit, "kind": subject.kind.value}


def _points(matter: Clarification, draft: DocumentDraft) -> list[str]:
    """Return the texts of the approved points, each of which was established as untrue."""
    approved = matter.plan.points if matter.plan else ()
    untrue = matter.verification.untrue & set(approved)
    return [point.matter for point in matter.verification.points if point.id in untrue]


def _served(matter: Clarification, draft: DocumentDraft) -> tuple[PlannedMethod, ...]:
    """Return the approved methods, of which a document that serves one names that one alone."""
    own = OCCASIONS[draft.doc_kind].method
    planned = matter.plan.methods if matter.plan else ()
    return tuple(each for each in planned if own in (None, each.method))


def _methods(matter: Clarification, draft: DocumentDraft) -> list[str]:
    return [
        METHOD_LABELS[each.method].zh + (f"（{RANGE_LABELS[each.scope].zh}）" if each.scope else "")
        for each in _served(matter, draft)
    ]


def _scope(matter: Clarification, draft: DocumentDraft) -> str:
    scopes = (each.scope for each in _served(matter, draft))
    return "、".join(dict.fromkeys(RANGE_LABELS[scope].zh for scope in scopes if scope))


def _addressee(matter: Clarification, draft: DocumentDraft) -> str:
    """Return to whom a document goes: as drafted, else whom the procedure names."""
    subject = matter.request.subject
    match draft.doc_kind:
        case _ if draft.addressee:
            return draft.addressee
        case K.CLARIFICATION_LETTER | K.REPLY:
            return subject.name
        case K.COMMISSION_LETTER:
            return subject.name if subject.kind is SubjectKind.UNIT else subject.unit
        case K.PRIOR_NOTICE | K.POST_NOTICE:
            return _informed(matter, draft.doc_kind)
        case _:
            return "各有关单位"


def _informed(matter: Clarification, kind: PaperKind) -> str:
    return f"{matter.request.subject.unit}{ROLE_LABELS[Role.PARTY_GROUP_PRINCIPAL].zh}"


PARTS: dict[str, Callable[[Clarification, DocumentDraft], Any]] = {
    "subject": _subject,
    "addressee": _addressee,
    "copies": lambda matter, draft: list(draft.copies),
    "points": _points,
    "verified_on": lambda matter, draft: str(matter.verification.ended_on),
    "methods": _methods,
    "scope": _scope,
    "meeting": lambda matter, draft: draft.meeting and draft.meeting.model_dump(mode="json"),
    "reply_outcome": lambda matter, draft: REPLIED[matter.stage],
    "reasons": lambda matter, draft: draft.reasons,
}
