"""A probation as it stands."""

from datetime import date

from workflows.domain.accountability_rules.aftercare import ProbationRules
from workflows.domain.lifecycle import Value
from workflows.domain.probation.commands import Open
from workflows.domain.probation.particulars import Evaluation, NewFault, Settlement
from workflows.domain.probation.stages import Stage
from workflows.domain.procedure.state import ProcedureState


class Settled(Value):
    """The result with its day, in Shanghai."""

    settlement: Settlement
    on: date


class Probation(ProcedureState):
    """The state of a probation; it moves only by the rows of the table."""

    stage: Stage = Stage.START
    request: Open
    months: int
    """The length that holds now, in whole calendar months from the notice on."""
    approved: bool = False
    approved_on: date | None = None
    notified_on: date | None = None
    reports: int = 0
    checks: int = 0
    evaluation: Evaluation | None = None
    evaluated_by: str | None = None
    new_faults: tuple[NewFault, ...] = ()
    """New faults about which nobody decided yet."""
    settled: Settled | None = None

    @property
    def probation_rules(self) -> ProbationRules:
        """Return the rules of the pack."""
        return self.rules.probation

    @property
    def barred(self) -> tuple[str, ...]:
        """Return the officers who may neither act nor read: subjects, and who is recused."""
        subjects = (subject.officer for subject in self.request.subjects)
        return tuple(dict.fromkeys((*(officer for officer in subjects if officer), *self.recused)))

    @property
    def needs_approval(self) -> bool:
        """Say whether the pack wants the approval of a leader, and it is not given yet."""
        return self.probation_rules.approved_by is not None and not self.approved
