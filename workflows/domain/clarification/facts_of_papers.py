"""What becomes true when a document is drafted; that it was made is a fact of every kind."""

from typing import Literal

from workflows.domain.clarification.drafting import DocumentDraft
from workflows.domain.lifecycle import Fact
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.text import Text


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
