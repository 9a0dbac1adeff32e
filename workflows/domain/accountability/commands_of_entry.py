"""What may be asked from the lead to the approved start, and where a case ends early."""

from typing import ClassVar

from workflows.domain.accountability import particulars_of_aftermath as after
from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.lifecycle import Command


class Triage(entry.Triage, Command):
    """Propose where the lead goes 分办意见."""

    kind: ClassVar[str] = "triage"


class Assign(entry.Remark, Command):
    """Approve the triage opinion and assign the lead 批准分办."""

    kind: ClassVar[str] = "assign"


class ReturnTriage(entry.Reasons, Command):
    """Return the triage opinion 退回分办意见."""

    kind: ClassVar[str] = "return_triage"


class RecordVerification(entry.Verification, Command):
    """Record that verification has ended and what it established 核实结束."""

    kind: ClassVar[str] = "record_verification"


class AddSubject(entry.SubjectEntry, Command):
    """Name a subject, with the document that shows its duty 列为问责对象."""

    kind: ClassVar[str] = "add_subject"


class ProposeStart(entry.StartProposal, Command):
    """Propose to start 提请启动."""

    kind: ClassVar[str] = "propose_start"


class OpenLeadershipCase(entry.LeadershipCase, Command):
    """Record the case opened on a leadership (Art. 10), or why none was 一案双查另立案件."""

    kind: ClassVar[str] = "open_leadership_case"


class ApproveStart(entry.Remark, Command):
    """Approve the start, each link of the chain in turn 批准启动."""

    kind: ClassVar[str] = "approve_start"


class NotStart(entry.NotStarting, Command):
    """Decide not to start 不予启动."""

    kind: ClassVar[str] = "not_start"


class HoldTalk(after.Talk, Command):
    """Record a talk or criticism instead of accountability 谈话提醒."""

    kind: ClassVar[str] = "hold_talk"


class SetProbation(after.ProbationSetting, Command):
    """Set a probation together with a light measure 设置考验期."""

    kind: ClassVar[str] = "set_probation"


class HandOn(after.HandingOn, Command):
    """Record to whom the lead was handed on 转办."""

    kind: ClassVar[str] = "hand_on"
