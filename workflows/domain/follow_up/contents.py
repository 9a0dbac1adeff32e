"""What each document of a follow-up says, and no more. Days are ISO text, texts are Chinese."""

from datetime import date

from workflows.domain.follow_up.parts import PARTS
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.lifecycle import Paper
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.shared import DocumentDraft
from workflows.domain.refusals import refuse

K = PaperKind
TO_SUBJECT = ("accountable", "addressee", "copies")
ABOUT = ("accountable", "decision", "measures", "impact")
SAYS: dict[PaperKind, tuple[str, ...]] = {
    K.DECISION: (
        *TO_SUBJECT,
        *("facts", "basis", "liability", "charges", "decision_reasons", "outcome"),
        *("restrictions", "appeals"),
    ),
    K.DELIVERY_RECEIPT: ("accountable", "decision"),
    K.REVISIT_FORM: (*ABOUT, "outline", "visit"),
    K.CORRECTION_NOTICE: (
        *TO_SUBJECT,
        *("decision", "cause", "withdrawn", "remaining", "corrected_on", "ended"),
        *("archives", "published"),
    ),
    K.FEEDBACK_LETTER: (*ABOUT, "addressee", "copies", "performance", "visits"),
}
"""Which parts of `PARTS` each kind of document is given."""


BY_WHO_DECIDED = frozenset({K.DECISION, K.CORRECTION_NOTICE})
"""What the organ issues that decided; the handling organ issues the others."""


def paper(matter: FollowUp, draft: DocumentDraft, dated: date) -> Paper:
    """Return the document that a draft asks for."""
    request = matter.request
    by = request.deciding_organ if draft.doc_kind in BY_WHO_DECIDED else request.handling_organ
    return Paper(
        doc_kind=draft.doc_kind,
        organ=by,
        dated=dated,
        content={part: PARTS[part](matter, draft) for part in SAYS[draft.doc_kind]},
    )


def document_is_ready(matter: FollowUp, command: DocumentDraft, today: date) -> None:
    """Refuse a document whose contents are not known yet."""
    if command.doc_kind is K.DECISION and matter.request.grounds is None:
        raise refuse(
            "3.11",
            "doc_kind：立项时没有写明决定的事实和依据（grounds），决定书请另行制作。",
            "doc_kind: the opening states no grounds, so the decision document is made elsewhere.",
        )
    if command.doc_kind is K.FEEDBACK_LETTER and matter.evaluation is None:
        raise refuse(
            "3.15",
            "doc_kind：反馈函写明表现，请先评估（evaluate）。",
            "doc_kind: the letter tells of performance: evaluate first.",
        )
