"""A probation 考验期: how it begins, and what is shown of it."""

from workflows.domain.probation.commands import SIGNALS, Open
from workflows.domain.probation.decider import PROBATION
from workflows.domain.probation.state import Probation
from workflows.kinds.kind import Kind, handling_organ, of_case
from workflows.messages.matters import OpenMatter


class OpenProbation(OpenMatter[Open, Probation], frozen=True):
    """Open a probation, or carry one over into a new run."""


KIND = Kind(
    decider=PROBATION,
    workflow="ProbationWorkflow",
    request=Open,
    opening=OpenProbation,
    signals=SIGNALS,
    organ=handling_organ,
    details=of_case,
)
