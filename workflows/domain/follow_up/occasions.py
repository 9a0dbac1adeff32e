"""Which documents a follow-up drafts, and where each has its place (10)."""

from workflows.domain.follow_up.stages import Stage
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.papers import Occasion

S = Stage
OCCASIONS: dict[PaperKind, Occasion] = {
    PaperKind.DECISION: Occasion((S.DECIDED,), "3.11"),
    PaperKind.DELIVERY_RECEIPT: Occasion((S.DECIDED,), "3.11"),
    PaperKind.REVISIT_FORM: Occasion(
        (S.EXECUTING, S.ARCHIVED, S.IMPACT_PERIOD, S.IMPACT_ENDED, S.TRACKING), "3.14"
    ),
    PaperKind.CORRECTION_NOTICE: Occasion((S.CORRECTED,), "3.16"),
    PaperKind.FEEDBACK_LETTER: Occasion((S.IMPACT_ENDED,), "3.15"),
}
