"""What every kind of matter shares: who acts, what is asked, what happened, what is refused.

A kind of matter is a `Decider`: pure functions from a state and a command to facts. State is a
fold over events, so the journal alone is enough to know where a matter stands.
"""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Generic, Protocol, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny

from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.deadlines import Deadline
from workflows.domain.roles import Role
from workflows.domain.rulepack import RulePack
from workflows.domain.term_parts import FIRST_YEAR, LAST_YEAR
from workflows.domain.text import Text

Day = Annotated[date, Field(ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31))]
"""A day in Shanghai that somebody may have meant; a term could not count from any other."""


class Value(BaseModel):
    """A frozen value; a value that does not fit is reported without repeating what was typed."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    def but(self, **changes: Any) -> Self:
        """Return this value with some fields replaced."""
        return self.model_copy(update=changes)


class Actor(Value):
    """The officer who acts: an id, never a name, with the organ and roles of the directory."""

    officer: str
    organ: str
    roles: tuple[Role, ...] = ()
    department: str = ""


CALENDAR = Actor(officer="calendar", organ="", roles=(Role.CALENDAR,))
"""Who acts when nobody does: a date was reached."""
REGISTRY = Actor(officer="registry", organ="", roles=(Role.REGISTRY,))
"""Who numbers and keeps documents."""
LINKED = Actor(officer="linked", organ="", roles=(Role.LINKED_MATTER,))
"""Who hands in what another matter reports: the two are linked by number."""


class Command(Value):
    """What somebody asks for. `kind` names the update; `effective_on` is the legal date."""

    kind: ClassVar[str]
    actor: Actor
    effective_on: Day | None = None
    """The day on which it legally happened, in Shanghai; today when it is not given."""


class Fact(Value):
    """What became true, in the past tense. Subclasses fix `kind` with a literal."""

    kind: str

    @abstractmethod
    def words(self) -> Text:
        """Say the fact in one sentence that a clerk understands."""


class Draft(Value):
    """A fact that is about to become an event, with its legal date (Shanghai)."""

    fact: SerializeAsAny[Fact]
    effective_on: date


class Event(Value):
    """A fact in its place: the `seq`-th of its matter, recorded `at`, by `actor`."""

    seq: int
    at: datetime
    effective_on: date
    actor: Actor
    fact: SerializeAsAny[Fact]


class Rejected(Exception):
    """A command that breaks a rule: which rule, and what the clerk should do instead."""

    def __init__(self, rule: str, message: Text) -> None:
        super().__init__(f"[{rule}] {message.zh}")
        self.rule = rule
        self.message = message


class Notice(Value):
    """A message to a role of an organ. It names the matter by number, never a person."""

    to_role: Role
    to_organ: str
    purpose: str
    subject: Text
    body: Text


class Document(Value):
    """A document that an event puts on file: what it is and its number."""

    doc_kind: str
    number: str
    title: str = ""
    dated: date | None = None


class Paper(Value):
    """A document to be made: its kind, the day it bears, and everything it says.

    `content` holds plain JSON values: what a template may print, and nothing else of the matter.
    """

    doc_kind: str
    organ: str
    """The code of the organ that issues it."""
    dated: date
    content: dict[str, Any]


class WorkItem(Value):
    """Who must do what by when; `action` is the command that does it."""

    action: str
    text: Text
    role: Role
    organ: str
    term: str = ""


class MatterToOpen(Value):
    """Another matter that follows from an event: its kind, its number and its opening request.

    `request` is the kind's `Open` command in plain JSON; rules and calendar are handed on.
    """

    kind: str
    number: str
    request: dict[str, Any]


class MatterMessage(Value):
    """What one matter reports to another: the receiver's signal and its payload in plain JSON.

    Every date that counts is in the payload: the moment of arrival decides nothing.
    """

    to: str
    name: str
    payload: dict[str, Any]


class Effects(Value):
    """What the shell must make happen because of one event."""

    notices: tuple[Notice, ...] = ()
    documents: tuple[Document, ...] = ()
    papers: tuple[Paper, ...] = ()
    openings: tuple[MatterToOpen, ...] = ()
    messages: tuple[MatterMessage, ...] = ()


class Standing(Value):
    """Where a matter stands, in the words and codes of lists, pages and search attributes."""

    stage: str
    shown: str
    """Number and bilingual name, as lists show it: `40 Evaluation 评估`."""
    label: Text
    track: tuple[str, ...] = ()
    """The stages of a smooth life on this route, as lists show them, in order."""
    organ: str
    closed: bool
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    """The organs that the matter concerns: those that handle it or have the last word."""
    excluded: tuple[str, ...] = ()
    """Officers who may not read it: its subject, and whoever is recused."""
    work_items: tuple[WorkItem, ...] = ()
    impact_end: date | None = None
    """The first day after the impact period of a decision; None for matters that have none."""


class State(Value):
    """The least that a matter's state holds; `seq` is the number of its newest event."""

    number: str
    seq: int = 0
    opened_at: datetime
    pack: RulePack
    calendar: Calendar

    @property
    def void_numbers(self) -> frozenset[str]:
        """Return the numbers of documents made here that are not valid any more."""
        return frozenset()


S = TypeVar("S", bound=State)


class Decider(Protocol[S]):
    """One kind of matter. Every function is pure; time is an argument.

    `watched` are the deadlines that run, the stage's own first; `past` those that have ended.
    """

    kind: str
    label: Text

    def open(
        self, request: Any, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        """Return the fact that a matter exists, and who opened it; raises `Rejected`."""

    def begin(self, opened: Event) -> S:
        """Return the new matter after its first event."""

    def decide(self, state: S, command: Command, now: datetime) -> tuple[Draft, ...]:
        """Return the facts that a command makes true; raises `Rejected`."""

    def follow_on(self, state: S, on: date) -> Draft | None:
        """Return the fact that follows by itself from where the matter stands."""

    def evolve(self, state: S, event: Event) -> S:
        """Return the matter after an event."""

    def deadlines(self, state: S) -> tuple[Deadline, ...]:
        """Return the deadlines of the matter, running ones first."""

    def standing(self, state: S) -> Standing:
        """Return where the matter stands and who must do what."""

    def effects(self, before: S | None, after: S, event: Event) -> Effects:
        """Return what an event makes happen."""

    def is_over(self, state: S) -> bool:
        """Say whether nothing is left to do."""

    def parse(self, fact: dict[str, Any]) -> Fact:
        """Return a fact of the journal as a value."""


class Step(BaseModel, Generic[S]):
    """An event with the matter before and after it; the first event has no before."""

    model_config = ConfigDict(frozen=True)

    before: S | None
    event: Event
    after: S


def today(now: datetime) -> date:
    """Return the day in Shanghai at the moment `now`."""
    return now.astimezone(SHANGHAI).date()


def legal_date(command: Command, now: datetime) -> date:
    """Return the day a command takes effect; raises `Rejected` for a day that has not come."""
    on = command.effective_on or today(now)
    if on > today(now):
        raise Rejected(
            "0.3",
            Text(
                zh=f"effective_on {on} 晚于今天 {today(now)}：只能登记已经发生的事。",
                en=f"effective_on {on} is after today, {today(now)}: only record what happened.",
            ),
        )
    return on


def happen(
    decider: Decider[S], state: S, drafts: Sequence[Draft], actor: Actor, at: datetime
) -> list[Step[S]]:
    """Let facts become events one by one, each with the facts that follow from it by themselves."""
    steps: list[Step[S]] = []
    for draft in drafts:
        pending: Draft | None = draft
        while pending is not None:
            event = _event(pending, state.seq + 1, actor, at)
            after = decider.evolve(state, event)
            steps.append(Step.model_construct(before=state, event=event, after=after))
            state, pending = after, decider.follow_on(after, event.effective_on)
    return steps


def begin(decider: Decider[S], draft: Draft, actor: Actor, at: datetime) -> list[Step[S]]:
    """Let a matter begin with its first event, and what follows from it by itself."""
    event = _event(draft, 1, actor, at)
    state = decider.begin(event)
    first: Step[S] = Step.model_construct(before=None, event=event, after=state)
    following = decider.follow_on(state, event.effective_on)
    return [first, *happen(decider, state, [following] if following else [], actor, at)]


def fold(decider: Decider[S], events: Sequence[Event], before: S | None = None) -> list[Step[S]]:
    """Return the steps of a matter's life from its journal; state is nothing else than this.

    With `before`, the matter as it stood, the events are those that came after.
    """
    steps: list[Step[S]] = []
    for event in events:
        after = decider.begin(event) if before is None else decider.evolve(before, event)
        steps.append(Step.model_construct(before=before, event=event, after=after))
        before = after
    return steps


def _event(draft: Draft, seq: int, actor: Actor, at: datetime) -> Event:
    return Event(seq=seq, at=at, effective_on=draft.effective_on, actor=actor, fact=draft.fact)
