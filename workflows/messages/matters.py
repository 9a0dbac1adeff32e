"""What travels to a matter and back: its opening, its answers, and what it carries to a new run."""

from datetime import date, datetime
from typing import Generic, Self, TypeVar

from pydantic import BaseModel

from workflows.domain.calendars import Calendar
from workflows.domain.lifecycle import Command, State
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text
from workflows.messages.links import OpenMatters, TellMatter
from workflows.messages.records import DeliverNotice, EventRecord, MakeDocument

R = TypeVar("R", bound=Command)
S = TypeVar("S", bound=State)

OPENING = "open"
"""The idempotency key of the opening."""

KEY_TAKEN = Text(
    "该幂等键（--key）已用于另一条命令：请换一个键。",
    "This idempotency key (--key) was used for another command: choose another one.",
)


class HappenedEvent(BaseModel, frozen=True):
    """One event in an answer."""

    seq: int
    kind: str
    effective_on: date
    text_zh: str
    text_en: str


class DueTerm(BaseModel, frozen=True):
    """A running term in an answer; `due` is inclusive, in Shanghai, None while suspended."""

    key: str
    due: date | None
    provisional: bool = False


class Receipt(BaseModel, frozen=True):
    """The answer to a command: proof that its events are in the record store."""

    matter: str
    workflow_id: str
    run_id: str
    seq: tuple[int, ...]
    stage: str
    stage_zh: str
    stage_en: str
    terms: tuple[DueTerm, ...]
    events: tuple[HappenedEvent, ...]
    recorded_at: datetime
    digest: str
    """Of the command that is answered: a key used twice for different commands shows itself."""


class Carried(BaseModel, Generic[S], frozen=True):
    """What a matter takes along into a new run: everything it knows, and nothing of the past."""

    state: S
    answers: dict[str, Receipt] = {}
    """Receipts by idempotency key: a command repeated years later has one effect."""
    unsent: tuple[DeliverNotice, ...] = ()
    """Notices whose delivery the next run must see to."""
    unmade: tuple[MakeDocument, ...] = ()
    """Documents that the next run must see to."""
    unopened: tuple[OpenMatters, ...] = ()
    """Matters that the next run must open."""
    untold: tuple[TellMatter, ...] = ()
    """Messages to other matters that the next run must hand in."""
    steps: tuple[str, ...] = ()
    """The latest lines of the status page."""


class Recalled(BaseModel, frozen=True):
    """A closed matter as the record store has it: enough to take it up again."""

    events: tuple[EventRecord, ...]
    answers: dict[str, Receipt] = {}
    """Receipts by idempotency key."""


class OpenMatter(BaseModel, Generic[R, S], frozen=True):
    """Open a matter under a rule pack and a calendar, or carry one over into a new run."""

    request: R | None = None
    pack: RulePack | None = None
    calendar: Calendar | None = None
    carried: Carried[S] | None = None
    recall: bool = False
    """Whether the matter was closed, and recalls itself from the journal."""
    at: datetime | None = None
    """The moment at which another matter asked for this run; its own never lies before it."""

    def carrying(self, carried: Carried[S]) -> Self:
        """Return the input with which the next run takes over from this one."""
        return self.__class__(carried=carried)
