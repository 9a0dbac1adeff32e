"""What must be known before a document of a case is drafted (3.5 G7, 3.13)."""

from datetime import date

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.shared import DraftDocument
from workflows.domain.refusals import refuse


def document_is_ready(matter: AccountabilityCase, command: DraftDocument, today: date) -> None:
    """Refuse a document that would have to leave out what it is for."""
    kind = command.doc_kind
    if kind is PaperKind.INITIATION_APPROVAL and not (matter.start or command.text):
        raise refuse(
            "3.5 G7",
            "text：还没有提出启动（propose-start），请写明启动理由。",
            "text: the start is not proposed yet (propose-start): give its grounds here.",
        )
    if kind is not PaperKind.RECOMMENDATION_LETTER:
        return
    missing = [
        name for name in ("addressee", "text", "recommendations") if not getattr(command, name)
    ]
    if missing:
        raise refuse(
            "3.13",
            f"建议书须写明责任单位（addressee）、问题画像（text）和建议（recommendations），缺："
            f"{'、'.join(missing)}。",
            f"a letter needs the unit (addressee), the portrait (text) and recommendations;"
            f" missing: {', '.join(missing)}.",
        )
