"""What one matter asks to be done with others: to open them, and to tell them something."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

from workflows.domain.calendars import Calendar
from workflows.domain.lifecycle import MatterToOpen
from workflows.domain.rulepack import RulePack


class OpenMatters(BaseModel, frozen=True):
    """Open every matter that follows from one event; rules and calendar travel once for all."""

    matter: str
    seq: int
    at: datetime
    """The moment of the event by the clock of the matter that it belongs to."""
    pack: RulePack
    calendar: Calendar
    openings: tuple[MatterToOpen, ...]


class TellMatter(BaseModel, frozen=True):
    """Hand one message to another matter; `matter/seq/index` makes it single."""

    matter: str
    seq: int
    index: int
    at: datetime
    """The moment of the event by the sender's clock."""
    to: str
    name: str
    """The receiver's signal."""
    payload: dict[str, Any]

    @property
    def origin(self) -> str:
        """Return the key by which the receiver knows a message that comes again."""
        return f"{self.matter}/{self.seq}/{self.index}"


class Told(BaseModel, frozen=True):
    """What came of a message: taken in, or impossible for a reason that no retry mends."""

    told: bool
    reason: Literal["", "unknown", "closed"] = ""


class Links(BaseModel, frozen=True):
    """Everything that events ask to be done with other matters, in order."""

    openings: tuple[OpenMatters, ...] = ()
    messages: tuple[TellMatter, ...] = ()
