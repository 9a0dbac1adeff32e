"""What may be asked of a probation: one class per update, and three signals.

`kind` is the name of the update; the command line shows it with dashes.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from workflows.domain.lifecycle import LINKED, Actor, Command
from workflows.domain.numbers import MatterNumber
from workflows.domain.probation import particulars as p
from workflows.domain.procedure.common import COMMON_UPDATES
from workflows.domain.procedure.shared import Linked
from workflows.domain.subjects import Subject
from workflows.domain.writing import Code


class Open(p.Setting, Linked):
    """Open a probation that a case has set 设置考验期."""

    kind: ClassVar[str] = "open"
    number: MatterNumber
    """The case's number with `-P` and the serial of the probation."""
    case: MatterNumber
    subjects: Annotated[tuple[Subject, ...], Field(min_length=1, max_length=100)]
    set_by: Code
    """The officer who proposed it, by id: somebody else approves."""
    handling_organ: Code
    undertaking_department: Code


class ApproveProbation(p.Approval, Command):
    """Approve the probation that was set 批准考验期."""

    kind: ClassVar[str] = "approve_probation"


class DeclineProbation(p.Reasons, Command):
    """Decline the probation: the case goes its ordinary way 不批准考验期."""

    kind: ClassVar[str] = "decline_probation"


class NotifyProbation(p.Notification, Command):
    """Record the notice of the probation, which starts it 告知考验期."""

    kind: ClassVar[str] = "notify_probation"


class CheckNode(p.NodeCheck, Command):
    """Record a check on the way 节点检查."""

    kind: ClassVar[str] = "check_node"


class ExtendProbation(p.Extension, Command):
    """Extend the probation within the cap 延长考验期."""

    kind: ClassVar[str] = "extend_probation"


class BeginEvaluation(p.Reasons, Command):
    """Begin the evaluation before the period is over 提前评估."""

    kind: ClassVar[str] = "begin_evaluation"


class Evaluate(p.Evaluation, Command):
    """Evaluate the probation and propose its result 评估考验期."""

    kind: ClassVar[str] = "evaluate"


class SettleResult(p.Settlement, Command):
    """Decide the result of the probation 审定考验结果."""

    kind: ClassVar[str] = "settle_result"


class TellResult(p.ResultNotice, Command):
    """Record that the person was told of the result 告知考验结果."""

    kind: ClassVar[str] = "tell_result"


class DecideNewFault(p.FaultDecision, Command):
    """Decide what a new fault means for the probation 研判新过失."""

    kind: ClassVar[str] = "decide_new_fault"


class Reported(Command):
    """What reaches a probation from outside: never refused, and the same message counts once."""

    actor: Actor = LINKED
    origin: str = ""
    """The event that caused it, if another matter hands it in."""


class RectificationReport(p.Report, Reported):
    """Hand in a report on rectification (signal) 提交整改报告."""

    kind: ClassVar[str] = "rectification_report"


class ReportSeriousConsequence(p.SeriousConsequence, Reported):
    """Report a serious consequence, which ends the probation (signal) 报告严重后果."""

    kind: ClassVar[str] = "serious_consequence"


class ReportNewFault(p.NewFault, Reported):
    """Report another fault, about which a human decides (signal) 报告新过失."""

    kind: ClassVar[str] = "new_fault"


UPDATES: tuple[type[Command], ...] = (
    ApproveProbation,
    DeclineProbation,
    NotifyProbation,
    CheckNode,
    ExtendProbation,
    BeginEvaluation,
    Evaluate,
    SettleResult,
    TellResult,
    DecideNewFault,
    *COMMON_UPDATES,
)
SIGNALS: tuple[type[Command], ...] = (
    RectificationReport,
    ReportSeriousConsequence,
    ReportNewFault,
)
