"""What a clerk says of a document that is to be made; all else in it follows from the matter."""

from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.lifecycle import Day, Value
from workflows.domain.paper_facts import PaperKind
from workflows.domain.writing import Line, Prose

OF_MEETINGS = frozenset({PaperKind.MEETING_NOTICE, PaperKind.MINUTES})


class Meeting(Value):
    """A meeting at which something is clarified: when, where, before whom."""

    held_on: Day
    place: Line
    attendees: Annotated[tuple[Line, ...], Field(min_length=1, max_length=50)]


class DocumentDraft(Value):
    """A document to be made. There is no room in it for words about the person (principle P1)."""

    doc_kind: PaperKind
    addressee: Line | None = None
    """To whom it goes, where that is not whom the procedure names."""
    copies: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    """Who gets a copy (抄送)."""
    meeting: Meeting | None = None
    reasons: Prose | None = None
    """What the applicant is told; for a reply."""
    replaces: Line | None = None
    """The number of a spoiled document of this kind, which is void from now on."""

    @model_validator(mode="after")
    def _says_what_its_kind_needs(self) -> "DocumentDraft":
        if (self.meeting is not None) != (self.doc_kind in OF_MEETINGS):
            raise ValueError("meeting: required for meeting_notice and minutes, and only for them")
        if (self.reasons is not None) != (self.doc_kind is PaperKind.REPLY):
            raise ValueError("reasons: required for reply, and only for it")
        return self
