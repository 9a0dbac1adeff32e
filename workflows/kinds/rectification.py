"""A rectification 整改: how it begins, and what is shown of it."""

from workflows.domain.rectification.commands import SIGNALS, Open
from workflows.domain.rectification.decider import RECTIFICATION
from workflows.domain.rectification.state import Rectification
from workflows.kinds.kind import Kind, handling_organ, of_case
from workflows.messages.matters import OpenMatter


class OpenRectification(OpenMatter[Open, Rectification], frozen=True):
    """Open a rectification, or carry one over into a new run."""


KIND = Kind(
    decider=RECTIFICATION,
    workflow="RectificationWorkflow",
    request=Open,
    opening=OpenRectification,
    signals=SIGNALS,
    organ=handling_organ,
    details=of_case,
)
