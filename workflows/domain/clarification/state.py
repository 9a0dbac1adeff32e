"""A clarification at one moment: everything the rules ask about, as a fold over its events."""

from datetime import date, datetime

from workflows.domain.clarification import particulars as p
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.methods import Effect, Plan
from workflows.domain.clarification.situations import Situations
from workflows.domain.clarification.stages import Stage
from workflows.domain.clarification.values import (
    Application,
    Entry,
    OtherLead,
    Route,
    Verification,
)
from workflows.domain.lifecycle import State, Value
from workflows.domain.paper_facts import PaperKind
from workflows.domain.rulepack import ChainStep, ClarificationRules, RouteRule
from workflows.domain.terms import Term


class RunningTerm(Value):
    """A term of the matter with what has become of it."""

    key: str
    term: Term
    ladder: str
    opened_at: datetime
    fired: int = 0
    """How many rungs of its ladder have fired or become moot."""
    overdue: bool = False
    ended_on: date | None = None


class Heard(Value):
    """The opinion heard in prior notice, on which plan, and whether it was confirmed since."""

    plan: Plan
    informed_on: date
    view: p.View
    confirmed: bool = False


class Taken(Value):
    """A step of the approval chain that was taken, and by whom."""

    step: str
    officer: str
    on: date


class PaperOnFile(Value):
    """A document drafted here, known by the event that drafted it."""

    seq: int
    doc_kind: PaperKind
    number: str = ""
    """Empty while it is being made."""
    void: bool = False


class Clarification(State):
    """The state of the decider; `stage` moves only by the rows of `table.py`."""

    request: Open
    stage: Stage = Stage.START
    verification: Verification
    application: Application | None = None
    withdrawn: bool = False
    situations: Situations = Situations()
    leads: tuple[OtherLead, ...] = ()
    opinion: p.Opinion | None = None
    proposer: str | None = None
    taken: tuple[Taken, ...] = ()
    effect: Effect = Effect()
    plan: Plan | None = None
    """The approved plan."""
    heard: Heard | None = None
    objected: bool = False
    """An objection to a public method waits for the approver's word."""
    papers: tuple[PaperOnFile, ...] = ()
    done: tuple[p.Execution, ...] = ()
    recused: tuple[str, ...] = ()
    false_accusation_leads: tuple[str, ...] = ()
    terms: tuple[RunningTerm, ...] = ()
    reply_due: bool = False
    followed_up: bool = False
    undeliverable: tuple[str, ...] = ()
    """Notices that cannot arrive, as `seq/index/role/reason`; older ones have no reason."""
    filed: bool = False

    @property
    def rules(self) -> ClarificationRules:
        """Return the clarification part of the pack; opening refused a pack without one."""
        if self.pack.clarification is None:
            raise ValueError(f"rule pack {self.pack.label} has no clarification rules")
        return self.pack.clarification

    @property
    def route(self) -> RouteRule:
        """Return the rule of the route that handles the matter."""
        return self.rules.routes[handled_route(self.request)]

    @property
    def open_leads(self) -> tuple[OtherLead, ...]:
        """Return the other leads that are not closed yet."""
        return tuple(lead for lead in self.leads if lead.closed_on is None)

    @property
    def leads_closed_on(self) -> date | None:
        """Return the day the last other lead was closed, once there is none open."""
        closed = [lead.closed_on for lead in self.leads if lead.closed_on]
        return max(closed) if closed and not self.open_leads else None

    @property
    def own_ground(self) -> bool:
        """Say whether the organ began on its own, so that a withdrawal ends nothing."""
        return self.request.entry is Entry.OWN_INITIATIVE

    @property
    def begun(self) -> bool:
        """Say whether implementation has begun: at least one method is done."""
        return bool(self.done)

    @property
    def being_made(self) -> bool:
        """Say whether a document is drafted and not made yet."""
        return any(not paper.number for paper in self.papers)

    @property
    def void_numbers(self) -> frozenset[str]:
        """Return the numbers that were replaced, or came after their step was taken."""
        return frozenset(paper.number for paper in self.papers if paper.void and paper.number)

    def numbers_of(self, kind: str) -> tuple[str, ...]:
        """Return the numbers of the valid documents of a kind that were made here."""
        return tuple(
            x.number for x in self.papers if x.doc_kind == kind and x.number and not x.void
        )

    def running(self, key: str) -> RunningTerm | None:
        """Return the term with that key that has not ended."""
        return next((t for t in self.terms if t.key == key and t.ended_on is None), None)

    def chain_step(self, step: str) -> ChainStep | None:
        """Return the step of the route's chain with that name."""
        return next((link for link in self.route.chain if link.step == step), None)

    def option(self, name: str) -> bool:
        """Return a yes or no of the pack."""
        return self.rules.options[name].value


def handled_route(request: Open) -> str:
    """Return the code of the handling route; a unit is handled as its organ's route says."""
    route = request.handled_as or request.route
    if route is Route.UNIT_OR_COLLECTIVE:
        raise ValueError("handled_as is missing")
    return route.value
