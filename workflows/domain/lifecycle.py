"""What every kind of matter shares: who acts, what is asked, what happened, what is refused.

A kind of matter is a `Decider`: pure functions from a state and a command to facts. State is a
fold over events, so the journal alone is enough to know where a matter stands.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Protocol, Self, TypeVar

from pydantic import BaseModel, ConfigDict, SerializeAsAny

from workflows.domain.calendars import SHANGHAI
from workflows.domain.deadlines import Deadline
from workflows.domain.roles import Role
from workflows.domain.text import Text


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


class Command(Value):
    """What somebody asks for. `kind` names the update; `effective_on` is the legal date."""

    kind: ClassVar[str]
    actor: Actor
    effective_on: date | None = None
    """The day on which it legally happened, in Shanghai; today when it is not given."""


class Fact(Value):
    """What became true, in the past tense. Subclasses fix `kind` with a literal."""

    kind: str

    def words(self) -> Text:
        """Say the fact in one sentence that a clerk understands."""
        raise NotImplementedError(self.kind)


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


class WorkItem(Value):
    """Who must do what by when; `action` is the command that does it."""

    action: str
    text: Text
    role: Role
    organ: str
    term: str = ""


class Effects(Value):
    """What the shell must make happen because of one event."""

    notices: tuple[Notice, ...] = ()
    documents: tuple[Document, ...] = ()


class State(Value):
    """The least that a matter's state holds; `seq` is the number of its newest event."""

    number: str
    seq: int = 0


S = TypeVar("S", bound=State)


class Decider(Protocol[S]):
    """One kind of matter. Every function is pure; time is an argument."""

    kind: str

    def opening(self, command: Any, now: datetime) -> tuple[S, tuple[Event, ...]]:
        """Return the new matter and its first events; raises `Rejected`."""

    def decide(self, state: S, command: Command, now: datetime) -> tuple[Draft, ...]:
        """Return the facts that a command makes true; raises `Rejected`."""

    def follow_on(self, state: S, on: date) -> tuple[Draft, ...]:
        """Return the facts that follow by themselves from where the matter stands."""

    def lapses(self, state: S, now: datetime) -> tuple[Draft, ...]:
        """Return the facts that the clock alone makes true by `now`."""

    def evolve(self, state: S, event: Event) -> S:
        """Return the matter after an event."""

    def deadlines(self, state: S) -> tuple[Deadline, ...]:
        """Return the open deadlines, the stage's own first."""

    def effects(self, state: S, event: Event) -> Effects:
        """Return what an event makes happen, given the matter after it."""

    def parse(self, fact: dict[str, Any]) -> Fact:
        """Return a fact of the journal as a value."""


def today(now: datetime) -> date:
    """Return the day in Shanghai at the moment `now`."""
    return now.astimezone(SHANGHAI).date()


def legal_date(command: Command, now: datetime) -> date:
    """Return the day a command takes effect; raises `Rejected` for a day that has not come."""
    on = command.effective_on or today(now)
    if on > today(now) + timedelta(days=0):
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
) -> tuple[S, tuple[Event, ...]]:
    """Let facts become events one by one, each with the facts that follow from it by themselves."""
    events: list[Event] = []
    for draft in drafts:
        pending = [draft]
        while pending:
            fact, on = pending[0].fact, pending[0].effective_on
            event = Event(seq=state.seq + 1, at=at, effective_on=on, actor=actor, fact=fact)
            state = decider.evolve(state, event)
            events.append(event)
            pending = list(decider.follow_on(state, on))[:1]
    return state, tuple(events)
