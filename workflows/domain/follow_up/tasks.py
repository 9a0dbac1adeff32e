"""What is to be done in a follow-up: each task with who does it and the term that bounds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflows.domain.authority import Seat
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.procedure.watching import Watch, term_of
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Task:
    """A task: the command that does it, in words, and by when."""

    action: str
    text: Text
    seat: Seat
    watch: Watch | None = None

    @property
    def term(self) -> str:
        """Return the key of the term that bounds it, if one does."""
        return self.watch.term.key if self.watch else ""


Tasks = Iterator[Task]


def bounded(
    matter: FollowUp,
    rule: str,
    anchor: date,
    seat: Seat,
    label: Text,
    key: str = "",
) -> Watch:
    """Return the term of a rule of the pack, counted from `anchor`; `key` tells like ones apart."""
    terms = matter.rules.terms[rule]
    term = term_of(key or rule, terms, anchor)
    return Watch(label=label, term=term, ladder=terms.ladder, seat=seat)
