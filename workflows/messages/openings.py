"""What each kind of matter starts with: its request and its state in the one form of all kinds."""

from workflows.domain.accountability import commands as accountability
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.appeal import commands as appeal
from workflows.domain.appeal.state import Appeal
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.state import Clarification
from workflows.domain.follow_up import commands as follow_up
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.probation import commands as probation
from workflows.domain.probation.state import Probation
from workflows.domain.rectification import commands as rectification
from workflows.domain.rectification.state import Rectification
from workflows.messages.matters import OpenMatter


class OpenClarification(OpenMatter[Open, Clarification], frozen=True):
    """Open a clarification, or carry one over into a new run."""


class OpenCase(OpenMatter[accountability.Open, AccountabilityCase], frozen=True):
    """Open an accountability case, or carry one over into a new run."""


class OpenFollowUp(OpenMatter[follow_up.Open, FollowUp], frozen=True):
    """Open a subject's follow-up, or carry one over into a new run."""


class OpenAppeal(OpenMatter[appeal.Open, Appeal], frozen=True):
    """Open an appeal, or carry one over into a new run."""


class OpenProbation(OpenMatter[probation.Open, Probation], frozen=True):
    """Open a probation, or carry one over into a new run."""


class OpenRectification(OpenMatter[rectification.Open, Rectification], frozen=True):
    """Open a rectification, or carry one over into a new run."""
