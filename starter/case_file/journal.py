"""The journal of one matter, told anew by the rules it was written under."""

from dataclasses import dataclass
from typing import Any

from activities.store.journal import GENESIS, seal, to_event
from starter.case_file.model import Head
from starter.case_file.tellers import TELLERS, Teller
from starter.failure import CommandFailed
from starter.matter import Matter
from starter.reading import Reader
from workflows.domain.canonical import canonical_json
from workflows.domain.kinds import decider_of
from workflows.domain.lifecycle import Decider, Step
from workflows.domain.text import Text
from workflows.messages.records import MatterView
from workflows.picture import matter_view, retold

Row = dict[str, Any]

UNREADABLE = Text(
    "{number} 的日志无法重述（{why}）：先用 zhengming records verify 核验，再与维护人员联系。",
    "The journal of {number} cannot be told anew ({why}): run zhengming records verify, then tell"
    " your maintainers.",
)


class Unreadable(CommandFailed):
    """The journal is damaged, or written by a newer version of this program."""


@dataclass(frozen=True)
class Journal:
    """A matter's journal: its rows as stored, its life as the decider tells it."""

    number: str
    rows: list[Row]
    decider: Decider[Any]
    teller: Teller
    steps: list[Step[Any]]
    head: Head

    @property
    def state(self) -> Any:
        """Return the matter after its newest event."""
        return self.steps[-1].after

    @property
    def view(self) -> MatterView:
        """Return the picture of the matter after its newest event."""
        return matter_view(self.decider, self.state)


def read_journal(reader: Reader, number: str) -> Journal:
    """Read a matter's journal; raises `NoSuchMatter`, `Unreadable`."""
    view = Matter(reader, number).view
    rows = reader.events(number)
    try:
        decider = decider_of(rows[0]["kind"])
        steps = retold(decider, [to_event(_as_stored(row)) for row in rows])
        teller = TELLERS[decider.kind]
    except (ValueError, LookupError) as error:  # pydantic's ValidationError is a ValueError
        why = type(error).__name__
        raise Unreadable(UNREADABLE.format(number=number, why=why)) from None
    return Journal(number, rows, decider, teller, steps, _head(rows, view))


def _as_stored(row: Row) -> Row:
    return row | {name: canonical_json(row[name]) for name in ("actor", "fact")}


def _head(rows: list[Row], view: dict[str, Any]) -> Head:
    """Return the head that the rows themselves lead to, and whether the stored one agrees."""
    reached, newest = GENESIS, rows[-1]["seq"]
    for row in rows:
        reached = seal(_as_stored(row), reached)
    return Head(seq=newest, hash=reached, sound=(newest, reached) == (view["seq"], view["hash"]))
