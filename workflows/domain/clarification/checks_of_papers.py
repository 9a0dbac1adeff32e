"""What must hold before a document is drafted, and of the numbers of those made here (2.6-2.8)."""

from datetime import date

from workflows.domain.clarification import commands as c
from workflows.domain.clarification.methods import METHOD_LABELS, Method
from workflows.domain.clarification.occasions import OCCASIONS
from workflows.domain.clarification.particulars import DocumentRef
from workflows.domain.clarification.planning import informed_by_name
from workflows.domain.clarification.stages import ENDED, STAGE_LABELS
from workflows.domain.clarification.state import Clarification
from workflows.domain.clarification.values import SubjectKind
from workflows.domain.lifecycle import Rejected
from workflows.domain.paper_facts import PaperKind
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.refusals import refuse
from workflows.domain.rulepack import NoticeRule


def check_draft(matter: Clarification, command: c.DraftDocument, today: date) -> None:
    _check_made_here(matter, command.doc_kind)
    occasion = OCCASIONS[command.doc_kind]
    if matter.stage not in occasion.stages:
        raise _out_of_turn(command.doc_kind)
    if occasion.method is not None:
        _check_method(matter, command.doc_kind, occasion.method)
    if command.doc_kind is PaperKind.REPLY and not matter.reply_due:
        raise refuse("2.8", "没有待答复的申请人。", "No applicant waits for a reply.")
    _check_held(command, command.effective_on or today)
    _check_replaced(matter, command)
    check_addressee(matter, command)


def _check_made_here(matter: Clarification, kind: PaperKind) -> None:
    if kind not in OCCASIONS:
        name = PAPER_LABELS[kind]
        raise refuse(
            "2.6",
            f"doc_kind：澄清不使用{name.zh}，请在问责事项中拟制。",
            f"doc_kind: a clarification has no {name.en}: draft it in the accountability matter.",
        )
    rules = matter.pack.documents
    if rules is None or kind not in rules.kinds:
        name = PAPER_LABELS[kind]
        raise refuse(
            "0.1",
            f"doc_kind：规则包 {matter.pack.label} 不为{name.zh}编号：请另行制作，登记时写明文号。",
            f"doc_kind: rule pack {matter.pack.label} numbers no {name.en}: make it elsewhere,"
            " and record its number.",
        )


def _out_of_turn(kind: PaperKind) -> Rejected:
    occasion, name = OCCASIONS[kind], PAPER_LABELS[kind]
    if set(occasion.stages) == ENDED:
        return refuse(
            occasion.rule,
            f"doc_kind：{name.zh}在办结后、有申请人待答复时拟制。",
            f"doc_kind: a {name.en} is drafted after the end, when an applicant waits for it.",
        )
    stage = STAGE_LABELS[occasion.stages[0]]
    return refuse(
        occasion.rule,
        f"doc_kind：{name.zh}在“{stage.zh}”阶段拟制。",
        f"doc_kind: a {name.en} is drafted in “{stage.en}”.",
    )


def _check_method(matter: Clarification, kind: PaperKind, method: Method) -> None:
    label, name = METHOD_LABELS[method], PAPER_LABELS[kind]
    if matter.plan is None or method not in matter.plan.names:
        raise refuse(
            "2.6",
            f"doc_kind：{label.zh}不在批准的方案中，不需要{name.zh}。",
            f"doc_kind: clarification {label.en} is not approved, so no {name.en} is needed.",
        )
    if any(done.method is method for done in matter.done):
        raise refuse(
            "2.8",
            f"doc_kind：{label.zh}已经实施，不再拟制{name.zh}。",
            f"doc_kind: clarification {label.en} is done already, with its {name.en}.",
        )
    if matter.open_leads:
        raise refuse(
            "2.3(3)",
            "尚有其他线索未查结：文书待查结（close-other-lead）后再拟制。",
            "Another lead is open: documents wait until it is closed (close-other-lead).",
        )


def _check_held(command: c.DraftDocument, dated: date) -> None:
    minutes = command.doc_kind is PaperKind.MINUTES
    if minutes and command.meeting is not None and command.meeting.held_on > dated:
        raise refuse(
            "0.3",
            f"meeting.held_on：{command.meeting.held_on} 晚于纪要日期 {dated}，会后才能有纪要。",
            f"meeting.held_on: {command.meeting.held_on} is after the minutes of {dated}.",
        )


def _check_replaced(matter: Clarification, command: c.DraftDocument) -> None:
    """Refuse a second valid document of a kind, and one that replaces what is not valid here."""
    valid = matter.numbers_of(command.doc_kind)
    if any(not paper.number for paper in matter.papers if paper.doc_kind == command.doc_kind):
        raise refuse(
            "2.8",
            "doc_kind：同类文书正在制作，请待其编号后再办（zhengming document list）。",
            "doc_kind: one of this kind is being made; wait for it (zhengming document list).",
        )
    if valid and command.replaces is None:
        raise refuse(
            "2.8",
            f"doc_kind：已有同类有效文书 {valid[0]}；作废重制的，请写 replaces: {valid[0]}。",
            f"doc_kind: {valid[0]} is valid already; to make it anew, say replaces: {valid[0]}.",
        )
    if command.replaces is not None and command.replaces not in valid:
        known = "、".join(valid) or "—"
        raise refuse(
            "2.8",
            f"replaces：只能作废本件的同类有效文书，现有：{known}。",
            f"replaces: only a valid document of this kind can become void; there are: {known}.",
        )


NOTICES = frozenset({PaperKind.PRIOR_NOTICE, PaperKind.POST_NOTICE})


def check_addressee(matter: Clarification, command: c.DraftDocument) -> None:
    """Refuse to hear or commission the person on his own case, and an addressee without a name."""
    if command.doc_kind in NOTICES:
        _check_not_himself(matter, command)
        if not command.addressee and not informed_by_name(matter, _rule(matter, command)):
            raise refuse(
                "2.7",
                "addressee：请写明受通报的党组织名称，如“某镇党委”。",
                "addressee: name the Party organisation that is informed.",
            )
    if command.doc_kind is PaperKind.COMMISSION_LETTER:
        _check_not_himself(matter, command)


def _check_not_himself(matter: Clarification, command: c.DraftDocument) -> None:
    subject, named = matter.request.subject, command.addressee or ""
    to_himself = subject.kind is SubjectKind.PERSON and subject.name in named
    if to_himself or (subject.party_group_principal and subject.unit in named):
        raise refuse(
            "A54",
            "addressee：不能发给澄清对象本人或由其主持的党组，请写上一级党组织的名称。",
            "addressee: not the person cleared, nor the Party group he heads; name the organisation"
            " above it.",
        )


def _rule(matter: Clarification, command: c.DraftDocument) -> NoticeRule | None:
    prior = command.doc_kind is PaperKind.PRIOR_NOTICE
    return matter.route.prior_notice if prior else matter.route.post_notice


def check_number(matter: Clarification, document: DocumentRef, rule: str) -> None:
    """Refuse the number of a document that was made here under another one, or is void."""
    made = [p for p in matter.papers if p.doc_kind == document.kind and p.number]
    valid = matter.numbers_of(document.kind)
    if made and document.number not in valid:
        known = "、".join(valid) or "—"
        raise refuse(
            rule,
            f"document.number：应为在此制作的有效文书之一：{known}（zhengming document list）。",
            f"document.number: must be a valid one made here: {known} (zhengming document list).",
        )
