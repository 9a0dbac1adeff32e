"""The grounds of facts that every kind of matter has: of the clock, the post and its documents."""

from typing import Any

from starter.case_file.model import Detail
from starter.case_file.words import detail, enumerated
from workflows.domain.clock_facts import NoticeUndeliverable, PeriodEnded, Reminded, WentOverdue
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.text import Text

Details = tuple[Detail, ...]


def clock(matter: Any, fact: Reminded | WentOverdue | PeriodEnded) -> Details:
    """Tell which term spoke, of which day, at which rung of its ladder."""
    told = (ROLE_LABELS[role] for role in fact.to)
    also = (detail("另报", "also told", enumerated(told)),) if fact.to else ()
    return (
        detail("期限", "term", Text(fact.label.zh, fact.label.en)),
        detail("届满日", "due", fact.due),
        detail("提醒次序", "rung", fact.rung + 1),
        *also,
    )


def notice_undeliverable(matter: Any, fact: NoticeUndeliverable) -> Details:
    """Tell which notice it was, and why: by codes, never by an address."""
    return (
        detail("通知", "notice", f"{fact.notice_seq}/{fact.index}"),
        detail("收件人", "to", ROLE_LABELS[fact.to_role]),
        detail("原因", "why", fact.reason),
    )


def document_made(matter: Any, fact: DocumentMade) -> Details:
    """Tell the document's number and the hash of its file."""
    return (
        detail("文书", "document", PAPER_LABELS[fact.doc_kind]),
        detail("文号", "number", fact.number),
        detail("落款日期", "dated", fact.dated),
        detail("文件哈希", "hash of the file", f"sha256:{fact.sha256}"),
        detail("拟制", "drafted", Text(f"第 {fact.drafted_seq} 步", f"step {fact.drafted_seq}")),
    )
