"""Where the documents of a case have their place in the procedure."""

from workflows.domain.accountability.stages import Stage
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.papers import Occasion

OCCASIONS: dict[PaperKind, Occasion] = {
    PaperKind.INITIATION_APPROVAL: Occasion((Stage.INITIATION_REVIEW,), "3.5 G7"),
    PaperKind.INVESTIGATION_OPINION: Occasion(
        (Stage.OPINION_DRAFTED, Stage.JOINT_CONSULT), "3.5 G7"
    ),
    PaperKind.RECOMMENDATION_LETTER: Occasion(
        (Stage.DECIDED, Stage.RECTIFYING, Stage.PUBLICATION), "3.13"
    ),
}
