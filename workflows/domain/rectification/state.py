"""A rectification as it stands."""

from datetime import date

from workflows.domain.procedure.state import ProcedureState
from workflows.domain.rectification.commands import Open
from workflows.domain.rectification.stages import Stage


class Rectification(ProcedureState):
    """The state of a rectification; it moves only by the rows of the table."""

    stage: Stage = Stage.START
    request: Open
    nodes_reported: int = 0
    """How many nodes of the plan have their report."""
    unfinished: tuple[str, ...] = ()
    """Items that were found not put right, or wrong again."""
    returned_on: date | None = None
    """The day it went back to its plan, in Shanghai: a new term counts from it."""
    verified_by: tuple[str, ...] = ()

    @property
    def barred(self) -> tuple[str, ...]:
        """Return the officers who may neither act nor read here."""
        return tuple(dict.fromkeys((*self.request.excluded, *self.recused)))

    @property
    def nodes_left(self) -> tuple[int, ...]:
        """Return the nodes before the end that have no report, as months after the letter."""
        months = self.rules.rectification.node_months[:-1]
        return () if self.returned_on else months[self.nodes_reported :]
