"""What may be asked of a subject's follow-up: one class per update, and its signals.

`kind` is the name of the update; the command line shows it with dashes.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from workflows.domain.consequences.values import Running
from workflows.domain.follow_up import particulars as p
from workflows.domain.follow_up import particulars_of_care as care
from workflows.domain.follow_up import particulars_of_correction as correcting
from workflows.domain.follow_up import particulars_of_return as returning
from workflows.domain.lifecycle import Command, Day
from workflows.domain.linked import AppealConcluded, AppealTaken
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.common import COMMON_UPDATES
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Subject, SubjectDecision
from workflows.domain.writing import Code


class Open(Command):
    """Follow up one subject of a decision, for the case or a clerk 立项."""

    kind: ClassVar[str] = "open"
    number: MatterNumber
    case: MatterNumber | None = None
    """The case it belongs to; none for a decision made elsewhere."""
    subject: Subject
    decision: SubjectDecision
    decided_on: Day
    """The day of the decision, in Shanghai: consequences count from it (A32)."""
    document: DocumentRef
    """The decision itself, by number: the resolution, or a decision made elsewhere."""
    tolerated: bool = False
    """Whether its fault was tolerated, with or without a measure: then it is corrected (S101)."""
    grounds: p.Grounds | None = None
    """What the subject's own decision document says; without it that is made elsewhere."""
    handling_organ: Code
    undertaking_department: Code
    deciding_organ: Code
    """Whose Party committee decided, and whose organisation department carries out."""
    upper_organ: Code | None = None
    unit_organ: Code | None = None
    """The responsible unit, where it has a code in the directory of officers."""
    handlers: Annotated[tuple[Code, ...], Field(max_length=100)] = ()
    """Officers who handled the case: they are excluded from every appeal."""
    earlier: Annotated[tuple[Running, ...], Field(max_length=10)] = ()
    """Sanctions whose impact period still ran on the day of the decision."""


class Serve(p.Service, Command):
    """Record that the decision was served and explained 送达."""

    kind: ClassVar[str] = "serve"


class ConfirmMeasure(p.MeasureExecution, Command):
    """Confirm that a measure was carried out 执行确认."""

    kind: ClassVar[str] = "confirm_measure"


class EnterArchive(p.ArchiveRecord, Command):
    """Record that the decision was entered in a file 归档."""

    kind: ClassVar[str] = "enter_archive"


class RestoreRights(p.RightsRestoration, Command):
    """Record that Party rights were restored 恢复党员权利."""

    kind: ClassVar[str] = "restore_rights"


class RecordStatus(p.StatusChange, Command):
    """Record that the subject moved, retired or left 身份变化."""

    kind: ClassVar[str] = "record_status"


class FinishCorrectionItem(p.CorrectionItemEnd, Command):
    """Record that a tolerated fault was corrected 容错纠错办结."""

    kind: ClassVar[str] = "finish_correction_item"


class RecordTalk(care.Talk, Command):
    """Record a talk of thought-work 思想工作."""

    kind: ClassVar[str] = "record_talk"


class RecordRevisit(care.Visit, Command):
    """Record a revisit 回访."""

    kind: ClassVar[str] = "record_revisit"


class CloseHelpItem(care.Help, Command):
    """Close a help item 困难事项销号."""

    kind: ClassVar[str] = "close_help_item"


class Evaluate(returning.Evaluation, Command):
    """Evaluate the subject before the impact period ends 期满评估."""

    kind: ClassVar[str] = "evaluate"


class FeedBack(returning.Feedback, Command):
    """Tell the organisation department how it performed 反馈组织人事部门."""

    kind: ClassVar[str] = "feed_back"


class RecordOpinion(returning.Opinion, Command):
    """Record an opinion on normal use 使用意见."""

    kind: ClassVar[str] = "record_opinion"


class DecideCollectively(returning.CollectiveDecision, Command):
    """Record the collective decision on normal use 集体研究."""

    kind: ClassVar[str] = "decide_collectively"


class Reinstate(returning.Reinstatement, Command):
    """Record the appointment to a post 恢复使用."""

    kind: ClassVar[str] = "reinstate"


class DeclineReinstatement(returning.NoReinstatement, Command):
    """Record that the subject is not reinstated 不恢复使用."""

    kind: ClassVar[str] = "decline_reinstatement"


class Correct(correcting.Correction, Command):
    """Correct the decision: change or revoke its measures 纠正."""

    kind: ClassVar[str] = "correct"


class Reverse(correcting.Reversal, Command):
    """Record that one item of a correction was reversed 逐项纠正."""

    kind: ClassVar[str] = "reverse"


class EndReview(correcting.ReviewEnd, Command):
    """Record that a review found nothing to correct 复查维持."""

    kind: ClassVar[str] = "end_review"


class FileAppeal(correcting.AppealLetter, Command):
    """Hand in an appeal (signal): it is taken at any time 申诉."""

    kind: ClassVar[str] = "file_appeal"


class Reopen(correcting.Reopening, Command):
    """Take up a follow-up again (signal), also after it was closed 重启."""

    kind: ClassVar[str] = "reopen"


UPDATES: tuple[type[Command], ...] = (
    Serve,
    ConfirmMeasure,
    EnterArchive,
    RestoreRights,
    RecordStatus,
    FinishCorrectionItem,
    RecordTalk,
    RecordRevisit,
    CloseHelpItem,
    Evaluate,
    FeedBack,
    RecordOpinion,
    DecideCollectively,
    Reinstate,
    DeclineReinstatement,
    Correct,
    Reverse,
    EndReview,
    *COMMON_UPDATES,
)
SIGNALS: tuple[type[Command], ...] = (FileAppeal, AppealTaken, AppealConcluded, Reopen)
