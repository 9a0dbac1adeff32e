"""What each kind of matter starts with: its request and its state in the one form of all kinds."""

from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.state import Clarification
from workflows.messages.matters import OpenMatter


class OpenClarification(OpenMatter[Open, Clarification], frozen=True):
    """Open a clarification, or carry one over into a new run."""
