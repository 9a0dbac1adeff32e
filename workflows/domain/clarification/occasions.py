"""When each document may be drafted: at which stages, and for which method of the approved plan."""

from dataclasses import dataclass

from workflows.domain.clarification.methods import Method
from workflows.domain.clarification.stages import ENDED, Stage
from workflows.domain.paper_facts import PaperKind


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where a document has its place in the procedure, and the rule that says so."""

    stages: tuple[Stage, ...]
    rule: str
    method: Method | None = None
    """The approved method that it serves, and that must still be carried out."""


def _serves(method: Method) -> Occasion:
    return Occasion((Stage.IMPLEMENTING,), "2.6", method)


OCCASIONS: dict[PaperKind, Occasion] = {
    PaperKind.PRIOR_NOTICE: Occasion((Stage.PRIOR_NOTICE,), "2.7"),
    PaperKind.CLARIFICATION_LETTER: _serves(Method.WRITTEN),
    PaperKind.COMMISSION_LETTER: _serves(Method.FACE_TO_FACE),
    PaperKind.MEETING_NOTICE: _serves(Method.MEETING),
    PaperKind.MINUTES: _serves(Method.MEETING),
    PaperKind.CIRCULAR: _serves(Method.CIRCULAR),
    PaperKind.PRESS_NOTICE: _serves(Method.MEDIA),
    PaperKind.POST_NOTICE: Occasion((Stage.POST_NOTICE,), "2.7"),
    PaperKind.REPLY: Occasion(tuple(stage for stage in Stage if stage in ENDED), "2.8"),
}
