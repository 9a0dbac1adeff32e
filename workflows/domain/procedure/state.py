"""What every matter made from the kit remembers, beside what its kind adds."""

from datetime import date, datetime

from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.lifecycle import State, Value
from workflows.domain.paper_facts import PaperKind
from workflows.domain.roles import Role
from workflows.domain.terms import Term
from workflows.domain.text import Text


class RunningTerm(Value):
    """A term of the matter: running while `ended_on` is None, then kept for the record."""

    key: str
    label: Text
    term: Term
    ladder: str
    """Its name in the pack."""
    opened_at: datetime
    awaited: Role
    organ: str
    period: bool = False
    fired: int = 0
    """How many rungs of its ladder have fired or become moot."""
    overdue: bool = False
    ended_on: date | None = None


class PaperOnFile(Value):
    """A document drafted here, known by the event that drafted it."""

    seq: int
    doc_kind: PaperKind
    number: str = ""
    """Empty while it is being made."""
    void: bool = False


class ProcedureState(State):
    """The state of a matter under the accountability rules of its pack.

    Each kind gives `stage` its own type; it moves only by the rows of the kind's table.
    """

    stage: str
    since: date | None = None
    """The legal day on which it came to its stage: no later step is dated before it (Shanghai)."""
    terms: tuple[RunningTerm, ...] = ()
    papers: tuple[PaperOnFile, ...] = ()
    recused: tuple[str, ...] = ()
    undeliverable: tuple[str, ...] = ()
    """Notices that cannot arrive, as `seq/index/role/reason`."""

    @property
    def rules(self) -> AccountabilityRules:
        """Return the accountability part of the pack; opening refuses a pack without one."""
        if self.pack.accountability is None:
            raise ValueError(f"rule pack {self.pack.label} has no accountability rules")
        return self.pack.accountability

    @property
    def barred(self) -> tuple[str, ...]:
        """Return the officers who may neither act nor read here; a kind adds its subjects."""
        return self.recused

    @property
    def void_numbers(self) -> frozenset[str]:
        """Return the numbers of documents that others have replaced."""
        return frozenset(paper.number for paper in self.papers if paper.void and paper.number)

    @property
    def being_made(self) -> bool:
        """Say whether a document is drafted and not made yet."""
        return any(not paper.number for paper in self.papers)

    def numbers_of(self, kind: str) -> tuple[str, ...]:
        """Return the numbers of the valid documents of a kind that were made here."""
        return tuple(
            x.number for x in self.papers if x.doc_kind == kind and x.number and not x.void
        )

    def running(self, key: str) -> RunningTerm | None:
        """Return the term with that key that has not ended."""
        return next((t for t in self.terms if t.key == key and t.ended_on is None), None)
