"""What a case holds about one of its subjects, from its naming to the end of its follow-up."""

from datetime import date

from workflows.domain.accountability.particulars_of_entry import SubjectEntry
from workflows.domain.accountability.particulars_of_inquiry import (
    Charging,
    Constitution,
    MustRecord,
    ToleranceAssessment,
    Weighing,
)
from workflows.domain.accountability.particulars_of_opinion import (
    Proposal,
    SubjectVerdict,
    Suggested,
)
from workflows.domain.accountability_rules.verdicts import ToleranceResult
from workflows.domain.lifecycle import Value
from workflows.domain.subjects import Outcome, Subject, SubjectDecision

REVOKED = "REVOKED"


class SubjectFile(Value):
    """Everything about one subject; what is missing is None."""

    entry: SubjectEntry
    statement: MustRecord | None = None
    tolerance: ToleranceAssessment | None = None
    constitution: Constitution | None = None
    charging: Charging | None = None
    weighing: Weighing | None = None
    shown_on: date | None = None
    replied_on: date | None = None
    proposal: Proposal | None = None
    suggested: Suggested | None = None
    verdict: SubjectVerdict | None = None
    decision: SubjectDecision | None = None
    untrue: tuple[str, ...] = ()
    """Points of the accusation that were found untrue."""
    notified_on: date | None = None
    served_on: date | None = None
    closed_on: date | None = None
    ending: str = ""
    """How its follow-up ended, in the codes of the follow-up's endings."""

    @property
    def reached(self) -> bool:
        """Say whether the decision was served, or withdrawn before it could be (3.16)."""
        return self.served_on is not None or self.closed_on is not None

    @property
    def stands(self) -> bool:
        """Say whether the decision on it has consequences: it was not revoked since (3.16)."""
        return self.followed_up and self.ending != REVOKED

    @property
    def subject(self) -> Subject:
        """Return whom it is about."""
        return self.entry.subject

    @property
    def ref(self) -> str:
        """Return what the case calls it, such as S1."""
        return self.subject.ref

    @property
    def dissented(self) -> bool:
        """Say whether a recorded objection leaves nothing it is liable for (Art. 11; A17)."""
        if self.weighing is None or self.weighing.objection is None:
            return False
        codes = self.weighing.liabilities
        return "DISSENT" in codes and "DIRECT" not in codes

    @property
    def can_be_liable(self) -> bool:
        """Say whether nothing was found that rules its liability out (G3)."""
        return self.constitution is None or self.constitution.liable

    @property
    def pursued(self) -> bool:
        """Say whether it may still be held accountable."""
        return self.can_be_liable and not self.dissented

    @property
    def tolerated(self) -> bool:
        """Say whether its fault was tolerated, so that it is corrected as well (S101)."""
        result = self.tolerance.result if self.tolerance else ToleranceResult.NOT_TOLERATED
        return result is not ToleranceResult.NOT_TOLERATED

    @property
    def outcome(self) -> Outcome | None:
        """Return what was decided, if anything was."""
        return self.decision.outcome if self.decision else None

    @property
    def followed_up(self) -> bool:
        """Say whether the decision gives it a follow-up of its own."""
        return self.outcome in (Outcome.MEASURES, Outcome.EXEMPT)

    @property
    def released(self) -> bool:
        """Say whether it was decided that it is not liable, so that it must be told."""
        return self.outcome is Outcome.NO_LIABILITY
