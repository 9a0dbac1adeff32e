"""An appeal as it stands: the instance it is in, and what each instance concluded."""

from datetime import date

from workflows.domain.accountability_rules.appeals import AppealRoute, AppealStep
from workflows.domain.appeal.commands import Open
from workflows.domain.appeal.particulars import Answer, Conclusion, FurtherAppeal, Proposal
from workflows.domain.appeal.stages import Stage
from workflows.domain.lifecycle import Value
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.procedure.watching import term_of
from workflows.domain.subjects import Measure


class Concluded(Value):
    """A conclusion with its day, in Shanghai."""

    conclusion: Conclusion
    on: date


class Instance(Value):
    """One examination of the appeal: the first, or the second at the next higher organ."""

    received_on: date
    served_on: date | None
    """When the appellant received what he appeals against; None if there is no proof."""
    accepted_on: date | None = None
    referred: bool = False
    examiners: tuple[str, ...] = ()
    proposal: Proposal | None = None
    proposed_by: str | None = None
    extended_on: date | None = None
    extension_by: str = ""
    extension_reasons: str = ""
    concluded: Concluded | None = None
    answer: Answer | None = None
    took_part: tuple[str, ...] = ()
    """Officers who accepted, examined or concluded."""


class Appeal(ProcedureState):
    """The state of an appeal; it moves only by the rows of the table."""

    stage: Stage = Stage.START
    request: Open
    current: Instance
    first: Instance | None = None
    """The first instance, once the second is open."""
    further: FurtherAppeal | None = None
    window_over: date | None = None
    """The last day of the window of the second stage, once it is over."""
    grace_over: bool = False

    @property
    def route(self) -> AppealRoute:
        """Return the rules of the route."""
        return self.rules.appeals[self.request.route]

    @property
    def step(self) -> AppealStep:
        """Return the rules of the instance."""
        return self.route.second if self.first and self.route.second else self.route.first

    @property
    def barred(self) -> tuple[str, ...]:
        """Return the officers who may neither act nor read: the subject, and who is recused."""
        subject = self.request.subject.officer
        return tuple(dict.fromkeys((*((subject,) if subject else ()), *self.recused)))

    @property
    def excluded(self) -> frozenset[str]:
        """Return the officers who take no part: those of the case and of the first instance."""
        if not self.route.excludes_handlers:
            return frozenset()
        earlier = self.first.took_part if self.first else ()
        return frozenset((*self.request.handlers, *earlier))

    @property
    def window_due(self) -> date | None:
        """Return the last day on which this appeal is in time; None if there is no such day."""
        rule, served = self.step.window, self.current.served_on
        return term_of("window", rule, served).due(self.calendar) if rule and served else None

    @property
    def in_time(self) -> bool:
        """Say whether the appeal was received by that day; when it is handled plays no part."""
        due = self.window_due
        return due is None or self.current.received_on <= due

    @property
    def conclusions(self) -> tuple[Concluded, ...]:
        """Return what the instances concluded, in order."""
        instances = (self.first, self.current)
        return tuple(each.concluded for each in instances if each and each.concluded)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Return the measures that the instance judges: those of the decision, or what is left."""
        earlier = self.first.concluded.conclusion if self.first and self.first.concluded else None
        return earlier.measures if earlier and earlier.measures else self.request.measures

    @property
    def may_go_further(self) -> bool:
        """Say whether the next higher organ may still be asked."""
        concluded = self.current.concluded
        if self.first or self.route.second is None or concluded is None:
            return False
        return concluded.conclusion.outcome != "REVOKED"

    @property
    def waits_for_further(self) -> bool:
        """Say whether the window of the second stage, or its period of grace, still runs."""
        second = self.route.second
        open_window = self.may_go_further and second is not None and second.window is not None
        return open_window and self.current.answer is not None and not self.grace_over
