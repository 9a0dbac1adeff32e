"""The case file as a value: everything it says, in both languages, before anybody lays it out.

Days are Shanghai's, as ISO text; moments are what clocks in Shanghai show, to the minute.
"""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict

from workflows.domain.text import Text

ARTICLE = re.compile(r"Art\. (\d+)")


class Part(BaseModel):
    """A frozen part of the file."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Detail(Part):
    """One labelled text; `guarded` where only readers with names may see the text."""

    label: Text
    text: Text
    guarded: bool = False


class Who(Part):
    """Who acted: an id, roles and an organ; the name only for readers with names."""

    officer: str
    roles: Text
    organ: str = ""
    name: str = ""


class Basis(Part):
    """The rule behind a step, and what of the rule pack was applied, as `source [mark]`."""

    rule: str
    words: Text
    sources: tuple[str, ...] = ()

    @property
    def cited(self) -> Text:
        """Return the rule as people cite it: `Art. 20` of a measure is 办法第20条."""
        return Text(ARTICLE.sub(r"办法第\1条", self.rule), self.rule)


class DateChange(Part):
    """What a step did to a term: its due day before and after, and that in words."""

    term: str
    what: str
    """started, renewed, moved, suspended, resumed, reopened, or ended."""
    before: str | None
    after: str | None
    label: Text
    words: Text
    late: bool = False
    """The term ended after its due day."""


class Delivery(Part):
    """One way on which a notice went out, and what came of it."""

    recipient: str
    channel: str
    state: str
    attempts: int
    answer: str
    at: str
    name: str = ""
    state_label: Text
    channel_label: Text


class Notice(Part):
    """A notice that a step caused."""

    seq: int
    index: int
    purpose: str
    to_role: str
    to_organ: str
    purpose_label: Text
    to: Text
    body: Text
    state: str
    state_label: Text
    attempts: int
    answer: str
    at: str
    deliveries: tuple[Delivery, ...] = ()

    @property
    def key(self) -> str:
        """Return how officers call it: `seq/index`."""
        return f"{self.seq}/{self.index}"


class Paper(Part):
    """A document on file: made here, with its hash, or made elsewhere and known by number."""

    seq: int
    kind: str
    number: str
    dated: str
    label: Text
    sha256: str = ""
    drafted: int = 0
    """The event that drafted it; 0 for a document that was not made here."""
    void: bool = False


class Step(Part):
    """One event, told whole."""

    seq: int
    kind: str
    on: str
    recorded: str
    who: Who
    what: Text
    ground: tuple[Detail, ...]
    basis: Basis
    dates: tuple[DateChange, ...]
    notices: tuple[Notice, ...]
    papers: tuple[Paper, ...]


class TermTold(Part):
    """A term explained: how it is counted, on what basis, and how it stands or ended."""

    key: str
    label: Text
    anchor: str
    due: str | None
    ended_on: str | None
    late: bool
    result: Text
    told: tuple[Text, ...]
    """How it was counted, sentence by sentence."""
    source: str
    calendar: str


class Item(Part):
    """What is awaited from whom by when."""

    who: Text
    text: Text
    due: str | None


class Sheet(Part):
    """A table that only some kinds of matter have, such as the gates of a case."""

    caption: Text
    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Linked(Part):
    """A matter that belongs to this one; only its number where the reader may see no more."""

    number: str
    kind: Text | None = None
    stage: Text | None = None
    opened: str = ""
    latest: Text | None = None
    """What happened last, with its day."""
    due: str | None = None
    """The next day on which something is due; None if nothing runs."""


class Head(Part):
    """The newest row of the journal, counted anew; `sound` if the stored head says the same."""

    seq: int
    hash: str
    sound: bool


class CaseFile(Part):
    """The whole file."""

    number: str
    kind: str
    title: Text
    names: bool
    """Whether this copy shows names, reasons and opinions."""
    about: tuple[Detail, ...]
    stage: Text
    closed: bool
    standing: tuple[Detail, ...]
    awaited: tuple[Item, ...]
    sheets: tuple[Sheet, ...]
    steps: tuple[Step, ...]
    terms: tuple[TermTold, ...]
    notices: tuple[Notice, ...]
    papers: tuple[Paper, ...]
    linked: tuple[Linked, ...]
    rehearsed: bool
    """Whether a rehearsal has moved the matter's clock; deliveries keep to the real one."""
    head: Head
    sealed: dict[str, Any]
    """What the hash is taken of: the same for every reader, language and format."""
    hash: str
