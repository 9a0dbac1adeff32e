"""What must hold before a step of an appeal may be taken (Hubei Art. 20, rulebook 3.11)."""

from collections.abc import Iterable
from datetime import date

from workflows.domain.appeal import commands as c
from workflows.domain.appeal.measures import check_measures
from workflows.domain.appeal.particulars import ReferralGround
from workflows.domain.appeal.state import Appeal
from workflows.domain.authority import check_independent
from workflows.domain.lifecycle import Command
from workflows.domain.paper_facts import PaperKind
from workflows.domain.refusals import not_later, refuse


def uninvolved(matter: Appeal, command: Command, today: date) -> None:
    """Refuse an officer who handled what is appealed against."""
    _none_excluded(matter, (command.actor.officer,), "actor")


def _none_excluded(matter: Appeal, officers: Iterable[str], field: str) -> None:
    for officer in officers:
        if officer in matter.excluded or officer in matter.barred:
            raise refuse(
                "Art. 20",
                f"{field}：{officer} 是原承办人员或者应当回避，不得参与申诉办理：请换人。",
                f"{field}: {officer} handled the case or is recused: somebody else must do it.",
            )


def may_be_accepted(matter: Appeal, command: c.AcceptAppeal, today: date) -> None:
    """Refuse to accept what is late without an obstacle, or is not the subject's appeal."""
    if not matter.request.by_subject:
        raise refuse(
            "Art. 20",
            "申诉应由问责对象本人提出：请用 refer-appeal 登记转办。",
            "Only the subject may appeal: record and refer it with refer-appeal.",
        )
    if matter.in_time and command.obstacle:
        raise refuse(
            "Art. 20",
            "obstacle：申诉未逾期，不写此项。",
            "obstacle: the appeal is in time; leave this out.",
        )
    if not matter.in_time and not command.obstacle:
        raise refuse(
            "A10",
            f"申诉期至 {matter.window_due}，{matter.current.received_on} 收到，已逾期："
            "请用 refer-appeal 登记转办；有正当理由的，写 obstacle。",
            f"The window ended on {matter.window_due}; received on {matter.current.received_on}: "
            "refer it with refer-appeal, or say in obstacle what stood in the way.",
        )


def is_late(matter: Appeal, command: c.ReferAppeal, today: date) -> None:
    """Refuse to call an appeal late that is in time."""
    if command.ground is ReferralGround.LATE and matter.in_time:
        raise refuse(
            "A10",
            f"ground：{matter.current.received_on} 收到，没有逾期，应当受理（accept-appeal）。",
            f"ground: received on {matter.current.received_on}, which is in time: accept it.",
        )


def examiners_fit(matter: Appeal, command: c.BeginReExamination, today: date) -> None:
    """Refuse examiners who handled the case, and one who is named twice."""
    _none_excluded(matter, command.examiners, "examiners")
    if len(set(command.examiners)) != len(command.examiners):
        raise refuse(
            "3.11", "examiners：每人只写一次，至少两人。", "examiners: each once, at least two."
        )


def by_an_examiner(matter: Appeal, command: c.ProposeConclusion, today: date) -> None:
    """Refuse a proposal of somebody who did not examine."""
    if command.actor.officer not in matter.current.examiners:
        raise refuse(
            "3.11",
            f"复查意见由复查人员提出：{'、'.join(matter.current.examiners)}。",
            f"The conclusion is proposed by an examiner: {', '.join(matter.current.examiners)}.",
        )


def no_aggravation(
    matter: Appeal, command: c.ProposeConclusion | c.ConcludeAppeal, today: date
) -> None:
    """Refuse measures that are heavier than what was appealed against."""
    check_measures(matter, command)


def was_proposed(matter: Appeal, command: c.ConcludeAppeal, today: date) -> None:
    """Refuse a conclusion without a proposal, or by whoever proposed it."""
    if matter.current.proposal is None:
        raise refuse(
            "3.11",
            "复查意见还没有提出（propose-conclusion），不能作出结论。",
            "No conclusion was proposed yet (propose-conclusion).",
        )
    check_independent(command.actor, matter.current.proposed_by, (), one_step=False)


def may_be_extended(matter: Appeal, command: c.ExtendTerm, today: date) -> None:
    """Refuse an extension that the pack does not know, and a second one."""
    if matter.step.extension is None or matter.current.extended_on is not None:
        raise refuse(
            "A10",
            f"规则包 {matter.pack.label} 在此途径只允许规定的延长，现在不能延长。",
            f"Rule pack {matter.pack.label} gives no extension here, or it was given already.",
        )


def answer_fits(matter: Appeal, command: c.ServeAnswer, today: date) -> None:
    """Refuse an answer served in the future, and another document than the one made here."""
    not_later(command.organisation_told_on, today, "organisation_told_on")
    if matter.being_made:
        raise refuse(
            "3.11",
            "document：申诉决定正在制作，请待其编号后送达（zhengming document list）。",
            "document: the decision is being made; serve it once it has its number.",
        )
    made = matter.numbers_of(PaperKind.APPEAL_DECISION)
    if matter.current.concluded and made and command.document.number not in made:
        raise refuse(
            "3.11",
            f"document：应当送达本件制作的申诉决定：{'、'.join(made)}。",
            f"document: serve the decision on the appeal that was made here: {', '.join(made)}.",
        )
