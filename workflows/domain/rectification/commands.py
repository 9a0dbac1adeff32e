"""What may be asked of a rectification: one class per update, and one signal.

`kind` is the name of the update; the command line shows it with dashes.
"""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from workflows.domain.lifecycle import LINKED, Actor, Command, Day
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.common import COMMON_UPDATES
from workflows.domain.procedure.shared import DocumentRef, Linked
from workflows.domain.rectification import particulars as p
from workflows.domain.writing import Code, Line, Prose


class Open(Linked):
    """Open the rectification of one responsible unit 整改立项."""

    kind: ClassVar[str] = "open"
    number: MatterNumber
    """The case's number with `-R` and the serial of the rectification."""
    case: MatterNumber
    unit: Line
    """The responsible unit by its name."""
    unit_organ: Code
    """Its code in the officers' directory, from which its reports come."""
    recommendation: DocumentRef
    """The recommendation letter 纪检监察建议书."""
    issued_on: Day
    """The day of the letter, in Shanghai: the nodes count from it."""
    items: Annotated[tuple[p.Item, ...], Field(min_length=1, max_length=100)]
    portrait: Prose | None = None
    """What the case showed about the unit as a whole."""
    handling_organ: Code
    undertaking_department: Code
    excluded: tuple[Code, ...] = ()
    """Officers who take no part, such as the subjects of the case."""

    @model_validator(mode="after")
    def _each_once(self) -> "Open":
        if len({item.id for item in self.items}) != len(self.items):
            raise ValueError("items: each id once")
        return self


class SubmitPlan(p.Plan, Command):
    """Submit the unit's plan 报送整改方案."""

    kind: ClassVar[str] = "submit_plan"


class ReportProgress(p.Progress, Command):
    """Report where the plan stands at a node 节点报告."""

    kind: ClassVar[str] = "report_progress"


class ReportCompletion(p.Completion, Command):
    """Report that everything is done 报告整改完成."""

    kind: ClassVar[str] = "report_completion"


class VerifyOnSite(p.Verification, Command):
    """Record what was found on site 现场核查."""

    kind: ClassVar[str] = "verify_on_site"


class WriteOffItems(p.WriteOff, Command):
    """Write the items off 销号."""

    kind: ClassVar[str] = "write_off"


class BeginLookBack(p.LookBackStart, Command):
    """Begin a look-back 启动回头看."""

    kind: ClassVar[str] = "begin_look_back"


class RecordLookBack(p.LookBack, Command):
    """Record what the look-back found 回头看结果."""

    kind: ClassVar[str] = "record_look_back"


class WaiveLookBack(p.Waiver, Command):
    """Close without a look-back, with reasons 不开展回头看."""

    kind: ClassVar[str] = "waive_look_back"


class NoteObstruction(p.ObstructionNote, Command):
    """Report delay, buck-passing, refusal or fraud, a new lead (signal) 整改不力线索."""

    kind: ClassVar[str] = "note_obstruction"
    actor: Actor = LINKED


UPDATES: tuple[type[Command], ...] = (
    SubmitPlan,
    ReportProgress,
    ReportCompletion,
    VerifyOnSite,
    WriteOffItems,
    BeginLookBack,
    RecordLookBack,
    WaiveLookBack,
    *COMMON_UPDATES,
)
SIGNALS: tuple[type[Command], ...] = (NoteObstruction,)
