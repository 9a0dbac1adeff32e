"""The state of a follow-up: a fold over its events, kept whole from run to run."""

from datetime import date

from workflows.domain.consequences.values import Consequences
from workflows.domain.follow_up import particulars as p
from workflows.domain.follow_up import particulars_of_return as returning
from workflows.domain.follow_up.commands import Open
from workflows.domain.follow_up.on_file import (
    AppealOnFile,
    ArchiveLine,
    CorrectionOnFile,
    HelpItem,
    MeasureOnFile,
    RevisitOnFile,
)
from workflows.domain.follow_up.particulars_of_correction import Reopening
from workflows.domain.follow_up.stages import Ending, Stage
from workflows.domain.lifecycle import Value
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.subjects import Outcome, SubjectKind

BEYOND_REACH = frozenset({p.Status.DECEASED, p.Status.DISSOLVED})
"""Whoever is gone is neither talked to nor revisited; everything else goes on (Art. 17)."""


class Talked(Value):
    """A talk of thought-work, without what was said."""

    touchpoint: str
    held_on: date


class FollowUp(ProcedureState):
    """One subject's own matter."""

    stage: Stage
    request: Open
    measures: tuple[MeasureOnFile, ...]
    consequences: Consequences
    """What follows from the measures that stand; reckoned anew whenever they change."""
    served: p.Service | None = None
    lines: tuple[ArchiveLine, ...] = ()
    statuses: tuple[p.StatusChange, ...] = ()
    talks: tuple[Talked, ...] = ()
    revisits: tuple[RevisitOnFile, ...] = ()
    help: tuple[HelpItem, ...] = ()
    evaluation: returning.Evaluation | None = None
    feedback: returning.Feedback | None = None
    opinions: tuple[returning.Opinion, ...] = ()
    collective: returning.CollectiveDecision | None = None
    reinstated_on: date | None = None
    declined: returning.NoReinstatement | None = None
    appeals: tuple[AppealOnFile, ...] = ()
    corrections: tuple[CorrectionOnFile, ...] = ()
    review: Reopening | None = None
    """A review of the decision that has not ended."""
    item_done_on: date | None = None
    """The day on which a tolerated fault was corrected."""
    periods_over: tuple[str, ...] = ()
    """The keys of the periods that have ended by themselves."""
    ending: Ending | None = None

    @property
    def barred(self) -> tuple[str, ...]:
        """Return who may neither act nor read here: the subject, and whoever is recused."""
        officer = self.request.subject.officer
        return (officer, *self.recused) if officer else self.recused

    @property
    def decided_on(self) -> date:
        """Return the day of the decision, from which consequences count (A32)."""
        return self.request.decided_on

    @property
    def served_on(self) -> date:
        """Return the day of service; before it, the day of the decision."""
        return self.served.served_on if self.served else self.decided_on

    @property
    def outcome(self) -> Outcome:
        """Return what the decision said at first."""
        return self.request.decision.outcome

    @property
    def is_team(self) -> bool:
        """Say whether the subject is a team."""
        return self.request.subject.kind is SubjectKind.TEAM

    @property
    def within_reach(self) -> bool:
        """Say whether the subject can still be talked to, by the newest change on record."""
        return not self.statuses or self.statuses[-1].status not in BEYOND_REACH

    @property
    def standing_measures(self) -> tuple[MeasureOnFile, ...]:
        """Return the measures that no correction has ended."""
        return tuple(each for each in self.measures if each.ended_by is None)

    @property
    def correction(self) -> CorrectionOnFile | None:
        """Return the newest correction."""
        return self.corrections[-1] if self.corrections else None

    @property
    def revoked(self) -> bool:
        """Say whether the decision was revoked, so that nothing of it stands."""
        return self.correction is not None and self.correction.kind == "REVOKED"

    @property
    def undone(self) -> tuple[str, ...]:
        """Return the keys of what corrections have still to reverse, each once, in order."""
        keys = (item.key for each in self.corrections for item in each.undone)
        return tuple(dict.fromkeys(keys))

    @property
    def open_appeals(self) -> tuple[AppealOnFile, ...]:
        """Return the appeals that are not settled."""
        return tuple(appeal for appeal in self.appeals if appeal.open)

    @property
    def open_help(self) -> tuple[HelpItem, ...]:
        """Return the help items that nobody has closed."""
        return tuple(item for item in self.help if item.done_on is None)

    @property
    def settled(self) -> bool:
        """Say whether it is closed and neither an appeal nor a review is under way."""
        under_way = any(appeal.opened for appeal in self.open_appeals)
        return self.stage is Stage.CLOSED and not under_way and self.review is None
