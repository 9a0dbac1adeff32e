"""What an accountability case remembers. It is made by `changes.py` and judged elsewhere."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from workflows.domain.accountability.commands import Open
from workflows.domain.accountability.particulars_of_aftermath import (
    LeadAnswer,
    LeadNote,
    PublicationRequest,
    Talk,
)
from workflows.domain.accountability.particulars_of_entry import (
    LeadershipCase,
    StartProposal,
    Triage,
    Verification,
)
from workflows.domain.accountability.particulars_of_inquiry import (
    ExpertReport,
    LayerExamination,
    MustRecord,
)
from workflows.domain.accountability.particulars_of_opinion import (
    AdjudicationCheck,
    Decision,
    Involved,
    Opinion,
    UntruePoints,
)
from workflows.domain.accountability.stages import Stage
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.verdicts import PublicationVerdict
from workflows.domain.lifecycle import Value
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.subjects import Subject


class Approvals(Value):
    """How far an approval has come: who proposed, and who of the chain has approved."""

    proposed_by: str = ""
    by: tuple[str, ...] = ()


class ChildMatter(Value):
    """A probation or rectification of this case."""

    number: str
    closed_on: date | None = None
    result: str = ""
    subjects: tuple[Subject, ...] = ()
    months: int = 0
    """How long a probation was set for."""

    def concerns(self, subject: Subject) -> bool:
        """Say whether it is about the same person or team."""
        return any(each.reference == subject.reference for each in self.subjects)


class LapsedFiling(Value):
    """A filing that counts as received by silence; both days in Shanghai, the last inclusive."""

    filed_on: date
    last_day: date


class AccountabilityCase(ProcedureState):
    """One case: its lead, its subjects, and how far it has come."""

    stage: Stage = Stage.START
    request: Open
    traits: tuple[str, ...] = ()
    triage: Triage | None = None
    verification: Verification | None = None
    files: tuple[SubjectFile, ...] = ()
    start: StartProposal | None = None
    reached: tuple[str, ...] = ()
    leadership: tuple[LeadershipCase, ...] = ()
    """What became of thresholds of Art. 10 that were reached."""
    instead: str = ""
    """What happens instead of a start: LIGHT_TOUCH or NO_GROUND."""
    approvals: dict[str, Approvals] = Field(default_factory=dict)
    """By chain: TRIAGE, INITIATION, INVESTIGATION, NO_LIABILITY, DECISION."""
    musts: tuple[MustRecord, ...] = ()
    """The musts that concern the whole case; statements are in the files of their subjects."""
    expert: ExpertReport | None = None
    layer: LayerExamination | None = None
    tolerance_since: date | None = None
    """From when tolerance is assessed, beside the investigation."""
    supplementing: bool = False
    """Whether the investigation goes on because the case was returned."""
    no_liability: str = ""
    """Why nobody is liable, while or after that was proposed."""
    found_untrue: tuple[UntruePoints, ...] = ()
    """What that proposal says is untrue: it counts once the proposal is approved."""
    opinion: Opinion | None = None
    involved: tuple[Involved, ...] | None = None
    involved_handled: tuple[str, ...] = ()
    adjudication: AdjudicationCheck | None = None
    objected: bool = False
    """Whether the upper organ objected to the filing, so that it is consulted again."""
    filed_on: date | None = None
    lapsed: LapsedFiling | None = None
    """Set where nobody replied in time: a reply that came in time may still be recorded."""
    reviewed_on: date | None = None
    returned: bool = False
    """Whether the elevated review has returned the case."""
    decision: Decision | None = None
    talks: tuple[Talk, ...] = ()
    probations: tuple[ChildMatter, ...] = ()
    rectifications: tuple[ChildMatter, ...] = ()
    nothing_to_rectify: bool = False
    publication_asked: PublicationRequest | None = None
    publication: PublicationVerdict | None = None
    """The verdict of the newest publication review."""
    published: bool = False
    handed_on: bool = False
    offered: tuple[str, ...] = ()
    """Those whose offer of clarification is settled: S1, U1 …"""
    assessed: bool = False
    leads: tuple[LeadNote, ...] = ()
    settled_leads: tuple[LeadAnswer, ...] = ()
    handlers: tuple[str, ...] = ()
    """Officers who acted here: they are excluded from every appeal."""

    @property
    def barred(self) -> tuple[str, ...]:
        """Return the officers who may neither act nor read here: those concerned, and recused."""
        return tuple(dict.fromkeys((*self._concerned(), *self.recused)))

    def _concerned(self) -> Iterator[str]:
        wronged = self.verification.untrue_of if self.verification else ()
        people = (each.officer for each in self.people())
        involved = (each.officer for each in self.involved or ())
        reported = (each.officer for each in wronged)
        yield from (officer for officer in (*people, *involved, *reported) if officer)

    def people(self) -> tuple[Subject, ...]:
        """Return everybody whom the case is or was about."""
        return (
            *(file.subject for file in self.files),
            *(subject for talk in self.talks for subject in talk.subjects),
            *(subject for probation in self.probations for subject in probation.subjects),
        )

    @property
    def pursued(self) -> tuple[SubjectFile, ...]:
        """Return the files of those who may still be held accountable."""
        return tuple(file for file in self.files if file.pursued)

    def file(self, ref: str) -> SubjectFile | None:
        """Return the file of a subject."""
        return next((file for file in self.files if file.ref == ref), None)

    def with_file(self, file: SubjectFile) -> "AccountabilityCase":
        """Return the case with the file of a subject replaced."""
        return self.but(files=tuple(file if f.ref == file.ref else f for f in self.files))

    def approved(self, chain: str) -> Approvals:
        """Return how far an approval has come."""
        return self.approvals.get(chain, Approvals())

    @property
    def proposed_measures(self) -> tuple[str, ...]:
        """Return the codes of every measure that the opinion proposes."""
        proposals = (file.proposal for file in self.files)
        return tuple(m.code for p in proposals if p is not None for m in p.measures)

    @property
    def all_served(self) -> bool:
        """Say whether the decision reached everybody who has a follow-up, or was withdrawn."""
        return all(file.reached for file in self.files if file.followed_up)

    @property
    def stands(self) -> bool:
        """Say whether the decision still stands for somebody."""
        return any(file.stands for file in self.files)
