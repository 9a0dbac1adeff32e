"""Documents that are made here, for every kind of matter: their names, and that one was made."""

from datetime import date
from enum import StrEnum
from typing import Literal

from workflows.domain.lifecycle import Fact
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.text import Text


class PaperKind(StrEnum):
    """A kind of document; the rule pack numbers it, an office may edit its template."""

    CLARIFICATION_LETTER = "clarification_letter"
    COMMISSION_LETTER = "commission_letter"
    MEETING_NOTICE = "meeting_notice"
    MINUTES = "minutes"
    CIRCULAR = "circular"
    PRESS_NOTICE = "press_notice"
    REPLY = "reply"
    PRIOR_NOTICE = "prior_notice"
    POST_NOTICE = "post_notice"
    INITIATION_APPROVAL = "initiation_approval"
    INVESTIGATION_OPINION = "investigation_opinion"
    DECISION = "decision"
    DELIVERY_RECEIPT = "delivery_receipt"
    APPEAL_DECISION = "appeal_decision"
    RECOMMENDATION_LETTER = "recommendation_letter"
    REVISIT_FORM = "revisit_form"
    CORRECTION_NOTICE = "correction_notice"
    FEEDBACK_LETTER = "feedback_letter"


class DocumentMade(Fact):
    """A document has its number and is on file; with its draft, enough to make it again."""

    kind: Literal["document_made"] = "document_made"
    drafted_seq: int
    """The event that asked for it, and its place among the documents of that event."""
    index: int
    doc_kind: PaperKind
    number: str
    dated: date
    sha256: str
    template: str
    """SHA-256 of the template, which the record store keeps."""
    letterhead: dict[str, str]
    """The issuing organ as its letters showed it that day."""

    def words(self) -> Text:
        name = PAPER_LABELS[self.doc_kind]
        return Text(
            f"{name.zh}已编号 {self.number}，制成。", f"The {name.en} is made: {self.number}."
        )
