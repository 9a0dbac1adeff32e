"""Commands and facts that every matter made from the kit has, and the shape of linked messages."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workflows.domain.lifecycle import LINKED, Actor, Command, Day, Fact, Value
from workflows.domain.paper_facts import PaperKind
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.text import Text
from workflows.domain.writing import Code, Line, Prose


class DocumentRef(Value):
    """A document on file: its kind, number and date. The text itself never travels."""

    kind: Code
    number: Line
    dated: Day | None = None


class Recusal(Value):
    """An officer who must not act here any more, and why."""

    officer: Code
    reason: Prose


class RecuseOfficer(Recusal, Command):
    """Record that an officer is recused from this matter 回避."""

    kind: ClassVar[str] = "recuse_officer"


class OfficerRecused(Recusal, Fact):
    """An officer must not act here any more."""

    kind: Literal["officer_recused"] = "officer_recused"

    def words(self) -> Text:
        return Text(f"{self.officer} 回避。", f"{self.officer} is recused.")


class NoticeSettlement(Value):
    """How somebody was told whom a notice could not reach."""

    notice: Annotated[str, Field(pattern=r"^\d+/m?\d+$")]
    """Event and place, as the work item shows it: `12/0`; of a message to a matter `12/m0`."""
    how: Prose


class SettleNotice(NoticeSettlement, Command):
    """Record how somebody was told whom a notice could not reach 通知另行送达."""

    kind: ClassVar[str] = "settle_notice"


class NoticeSettled(NoticeSettlement, Fact):
    """Somebody was told otherwise."""

    kind: Literal["notice_settled"] = "notice_settled"

    def words(self) -> Text:
        return Text(f"通知 {self.notice} 已另行告知。", f"Notice {self.notice} was told otherwise.")


class Advice(Value):
    """One recommendation to a unit: on persons, on a matter, or on its system of rules (3.13)."""

    about: Literal["PERSON", "MATTER", "SYSTEM"]
    what: Prose


class DocumentDraft(Value):
    """A document to be made; what it says follows from the matter."""

    doc_kind: PaperKind
    addressee: Line | None = None
    """To whom it goes, where that is not whom the procedure names."""
    copies: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    text: Prose | None = None
    """What the document says beside what follows from the matter, where its kind has room:
    grounds of a start, portrait of a unit, outline of a revisit, range of a publication.
    """
    recommendations: Annotated[tuple[Advice, ...], Field(max_length=100)] = ()
    """What a recommendation letter recommends."""
    replaces: Line | None = None
    """The number of a spoiled document of this kind, which is void from now on."""


class DraftDocument(DocumentDraft, Command):
    """Draft a document, which is then numbered and made 拟制文书."""

    kind: ClassVar[str] = "draft_document"


class DocumentDrafted(DocumentDraft, Fact):
    """A document was drafted; it is numbered and made next."""

    kind: Literal["document_drafted"] = "document_drafted"

    def words(self) -> Text:
        name = PAPER_LABELS[self.doc_kind]
        if self.replaces is None:
            return Text(f"拟制文书：{name.zh}。", f"Drafted: {name.en}.")
        return Text(
            f"拟制文书：{name.zh}，{self.replaces} 作废。",
            f"Drafted: {name.en}; {self.replaces} is void.",
        )


class Linked(Command):
    """What another matter reports: it is never refused, and the same message counts once."""

    actor: Actor = LINKED
    origin: str = ""
    """The event that caused it, as `matter/seq/index`."""
