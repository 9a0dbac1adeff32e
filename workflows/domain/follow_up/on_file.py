"""What a follow-up keeps of measures, files, revisits, appeals and corrections."""

from datetime import date
from typing import Literal

from workflows.domain.follow_up.particulars_of_correction import AppealLetter, CorrectionKind
from workflows.domain.lifecycle import Value
from workflows.domain.linked import AppealOutcome
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Measure


class MeasureOnFile(Value):
    """A measure: standing while no correction ended it, then kept as it was."""

    measure: Measure
    done_on: date | None = None
    restored_on: date | None = None
    """The day on which Party rights were restored."""
    ended_by: int | None = None
    """The serial of the correction that ended it."""


class ArchiveLine(Value):
    """One line in the history of an entry in a file."""

    seq: int
    """The event that wrote it."""
    archive: str
    what: Literal["ENTERED", "CORRECTED", "WITHDRAWN"]
    on: date
    by: str
    """The id of the officer."""
    document: str
    """The number of the proof."""


class RevisitOnFile(Value):
    """A revisit, without what was said."""

    held_on: date
    form: str
    grade: str


class HelpItem(Value):
    """A difficulty that somebody sees to."""

    key: str
    what: str
    owner: str
    opened_on: date
    done_on: date | None = None


class AppealOnFile(Value):
    """An appeal and what became of it."""

    number: MatterNumber
    letter: AppealLetter
    opened: bool
    """Whether its matter was asked for; before the decision is served it waits."""
    in_time: bool | None = None
    referred: bool = False
    """Whether it was referred, so that no conclusion will come."""
    outcome: AppealOutcome | None = None
    measures: tuple[Measure, ...] = ()
    """What its conclusion left, for CHANGED."""
    concluded_on: date | None = None
    in_review: bool = False
    """Whether the next higher organ has it before it, after a first conclusion."""
    moot: bool = False
    """Whether the decision was revoked before it was served, so that nothing is left to judge."""
    corrections_known: int = 0
    """How many corrections there were when it was opened, or last concluded."""
    disputed: bool = False
    """Whether its conclusion would be worse for the subject, so that somebody must see to it."""

    @property
    def open(self) -> bool:
        """Say whether a conclusion is awaited, or the one that came cannot stand."""
        awaited = self.in_review or (self.outcome is None and not self.referred)
        return self.disputed or (awaited and not self.moot)

    def repeats(
        self, outcome: AppealOutcome, measures: tuple[Measure, ...], concluded_on: date
    ) -> bool:
        """Say whether a conclusion is the one on file, told again."""
        known = (self.outcome, self.measures, self.concluded_on)
        return known == (outcome, measures, concluded_on)


class ReversalItem(Value):
    """One thing to be reversed, known by its key: `archive/INTEGRITY_FILE`."""

    key: str
    done_on: date | None = None
    document: str = ""
    """The number of the receipt."""
    evidence: DocumentRef | None = None
    """The receipt itself."""


class CorrectionOnFile(Value):
    """A correction, and what of it is reversed already."""

    serial: int
    kind: CorrectionKind
    origin: str
    """The number of the appeal, or the source of the correction."""
    decided_on: date
    items: tuple[ReversalItem, ...]
    replaced: tuple[MeasureOnFile, ...]
    """Every measure that stood before, as it was."""
    document: DocumentRef | None = None
    """The decision to correct; none where an appeal was concluded."""

    @property
    def undone(self) -> tuple[ReversalItem, ...]:
        """Return what is still to be reversed."""
        return tuple(item for item in self.items if item.done_on is None)
