"""What the documents of a case say: facts, liabilities and proposals, as the file has them.

Who reported, where the lead came from and what others said have no way in: what is not named here
reaches no template. Days are ISO text, texts are Chinese.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from workflows.domain.accountability.grounds import charges, liability
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.verdicts import TOLERANCE_LABELS
from workflows.domain.lifecycle import Paper
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.shared import DocumentDraft
from workflows.domain.subjects import Outcome
from workflows.domain.term_days import add_months

Case = AccountabilityCase
Part = Callable[[Case, DocumentDraft, date], Any]
K = PaperKind

SAYS: dict[PaperKind, tuple[str, ...]] = {
    K.INITIATION_APPROVAL: ("subjects", "facts", "duty_basis", "grounds"),
    K.INVESTIGATION_OPINION: (
        *("addressee", "copies", "facts", "basis", "liabilities"),
        *("statements", "circumstances", "proposals"),
    ),
    K.RECOMMENDATION_LETTER: (
        *("addressee", "copies", "portrait", "recommendations", "deadline", "nodes"),
    ),
}
"""Which parts of `PARTS` each kind of document is given."""
OUTCOMES = {Outcome.EXEMPT: "免予问责", Outcome.NO_LIABILITY: "不予问责"}


def paper(matter: Case, draft: DocumentDraft, dated: date) -> Paper:
    """Return the document that a draft asks for; the handling organ issues it."""
    return Paper(
        doc_kind=draft.doc_kind,
        organ=matter.request.handling_organ,
        dated=dated,
        content={part: PARTS[part](matter, draft, dated) for part in SAYS[draft.doc_kind]},
    )


def _subject(file: SubjectFile) -> dict[str, Any]:
    return file.subject.model_dump(mode="json", include={"kind", "unit", "name", "post"})


def _facts(matter: Case, draft: DocumentDraft, dated: date) -> str:
    """Return what verification established; after the investigation, what each subject did."""
    if draft.doc_kind is K.INITIATION_APPROVAL or matter.opinion is None:
        return matter.verification.summary if matter.verification else ""
    conduct = (f"{f.subject.name}：{f.charging.conduct}" for f in matter.files if f.charging)
    return "\n".join((matter.opinion.summary, *conduct))


def _duty_basis(matter: Case, draft: DocumentDraft, dated: date) -> str:
    return "\n".join(
        f"{file.subject.name}：{file.entry.duty}（{file.entry.duty_basis.number}）"
        for file in matter.files
    )


def _grounds(matter: Case, draft: DocumentDraft, dated: date) -> str:
    """Return why it should start: as proposed, or as the draft says before it is proposed."""
    return matter.start.grounds if matter.start else draft.text or ""


def _liabilities(matter: Case, draft: DocumentDraft, dated: date) -> list[dict[str, Any]]:
    return [
        {
            "subject": _subject(file),
            "liability": liability(matter, file),
            "charges": charges(matter, file),
        }
        for file in matter.files
    ]


def _statements(matter: Case, draft: DocumentDraft, dated: date) -> str:
    return "\n".join(f"{f.subject.name}：{f.statement.text}" for f in matter.files if f.statement)


def _circumstances(matter: Case, draft: DocumentDraft, dated: date) -> list[str]:
    return [f"{file.subject.name}：{what}" for file in matter.files for what in _of(matter, file)]


def _of(matter: Case, file: SubjectFile) -> Iterator[str]:
    """Yield the result of the tolerance assessment and the factors of a subject."""
    if file.tolerance:
        yield TOLERANCE_LABELS[file.tolerance.result].zh
    for code in file.weighing.factors if file.weighing else ():
        yield matter.rules.factors[code].zh


def _proposals(matter: Case, draft: DocumentDraft, dated: date) -> list[str]:
    """Return what is proposed for each subject."""
    named = matter.rules.measures
    proposals = ((file.subject.name, file.proposal) for file in matter.files)
    return [
        f"{name}：{OUTCOMES.get(p.outcome) or '、'.join(named[m.code].zh for m in p.measures)}"
        for name, p in proposals
        if p is not None
    ]


def _nodes(matter: Case, draft: DocumentDraft, dated: date) -> list[dict[str, str]]:
    """Return the nodes before the end, counted from the letter as the rectification counts them."""
    months = matter.rules.rectification.node_months[:-1]
    return [{"due": str(add_months(dated, each)), "text": "报告整改进展"} for each in months]


def _deadline(matter: Case, draft: DocumentDraft, dated: date) -> str:
    return str(add_months(dated, matter.rules.rectification.node_months[-1]))


PARTS: dict[str, Part] = {
    "addressee": lambda matter, draft, dated: draft.addressee or "问责决定机关",
    "copies": lambda matter, draft, dated: list(draft.copies),
    "subjects": lambda matter, draft, dated: [_subject(file) for file in matter.files],
    "facts": _facts,
    "duty_basis": _duty_basis,
    "grounds": _grounds,
    "basis": lambda matter, draft, dated: matter.pack.source,
    "liabilities": _liabilities,
    "statements": _statements,
    "circumstances": _circumstances,
    "proposals": _proposals,
    "portrait": lambda matter, draft, dated: draft.text,
    "recommendations": lambda matter, draft, dated: [
        each.model_dump(mode="json") for each in draft.recommendations
    ],
    "deadline": _deadline,
    "nodes": _nodes,
}
"""What each part says; `activities/papers` turns it into the words of a template."""
