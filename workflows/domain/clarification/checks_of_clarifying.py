"""What must hold of commands from prior notice to the end (2.6-2.8, P1, A54)."""

from datetime import date

from workflows.domain.clarification import commands as c
from workflows.domain.clarification.checks_of_papers import check_number
from workflows.domain.clarification.methods import METHOD_LABELS
from workflows.domain.clarification.particulars import View
from workflows.domain.clarification.planning import addressee, check_points
from workflows.domain.clarification.state import Clarification
from workflows.domain.refusals import not_later, refuse
from workflows.domain.roles import ROLE_LABELS, Role


def check_hearing(matter: Clarification, command: c.HearOpinion, today: date) -> None:
    not_later(command.informed_on, today, "informed_on")
    rule = matter.route.prior_notice
    wanted = addressee(matter, rule) if rule else None
    check_informed(command.informed, wanted)
    if command.view is View.ADVERSE and command.opinion is None:
        raise refuse(
            "2.7",
            "opinion：有不同意见的，须记录其内容。",
            "opinion: an adverse opinion must be recorded in words.",
        )


def check_informed(informed: Role, wanted: Role | None) -> None:
    """Refuse a notice to somebody else than the rules name (2.7, A54)."""
    if wanted is not None and informed is not wanted:
        label = ROLE_LABELS[wanted]
        raise refuse(
            "A54" if wanted is Role.NEXT_HIGHER_PARTY_ORGANISATION else "2.7",
            f"informed：应通报{label.zh}（{wanted.value}）。",
            f"informed: the notice goes to the {label.en} ({wanted.value}).",
        )


def check_carry_out(matter: Clarification, command: c.CarryOut, today: date) -> None:
    not_later(command.clarified_on, today, "clarified_on")
    label = METHOD_LABELS[command.method]
    if matter.plan is None or command.method not in matter.plan.names:
        raise refuse(
            "2.8", f"method：{label.zh}不在批准的方案中。", f"method: {label.en} is not approved."
        )
    if any(done.method is command.method for done in matter.done):
        raise refuse("2.8", f"method：{label.zh}已经实施。", f"method: {label.en} is done already.")
    if matter.open_leads:
        raise refuse(
            "2.3(3)",
            "尚有其他线索未查结：其余方式待查结（close-other-lead）后再实施。",
            "Another lead is open: the other methods wait until it is closed (close-other-lead).",
        )
    _check_after_hearing(matter, command)
    _check_document(matter, command)


def _check_after_hearing(matter: Clarification, command: c.CarryOut) -> None:
    heard = matter.heard
    if heard is not None and command.clarified_on < heard.informed_on:
        raise refuse(
            "2.7",
            f"clarified_on：早于事前通报之日 {heard.informed_on}。",
            f"clarified_on: before the prior notice of {heard.informed_on}.",
        )


def _check_document(matter: Clarification, command: c.CarryOut) -> None:
    check_points(matter, command.points)
    if matter.plan is not None and set(command.points) != set(matter.plan.points):
        raise refuse(
            "2.8",
            f"points：应与批准的一致（{'、'.join(matter.plan.points)}）。",
            f"points: must be those approved ({', '.join(matter.plan.points)}).",
        )
    if command.overall_appraisal:
        raise refuse(
            "P1",
            "overall_appraisal：澄清文书不得对人作全面评价，请改写文书。",
            "overall_appraisal: the document must not appraise the person; rewrite it.",
        )
    kinds = matter.rules.methods[command.method.value].documents
    if command.document.kind not in kinds:
        raise refuse(
            "2.6",
            f"document.kind：应为 {'、'.join(kinds)} 之一。",
            f"document.kind: must be one of {', '.join(kinds)}.",
        )
    check_number(matter, command.document, "2.6")
    organs = (matter.request.handling_organ, matter.request.approving_organ)
    if command.clarifying_organ not in organs:
        raise refuse(
            "2.6",
            "clarifying_organ：应为承办机关或批准机关。",
            "clarifying_organ: must be the handling or the approving organ.",
        )


def check_post_notice(matter: Clarification, command: c.GivePostNotice, today: date) -> None:
    not_later(command.informed_on, today, "informed_on")
    last = max(done.clarified_on for done in matter.done)
    if command.informed_on < last:
        raise refuse(
            "2.7",
            f"informed_on：早于实施完毕之日 {last}，事后通报应在实施之后。",
            f"informed_on: before implementation ended on {last}; post notice comes after it.",
        )
    rule = matter.route.post_notice
    check_informed(command.informed, addressee(matter, rule) if rule else None)


def check_effect(matter: Clarification, command: c.FollowUpEffect, today: date) -> None:
    if matter.followed_up:
        raise refuse("2.8", "效果回访已经登记。", "The follow-up is on record already.")
    if not command.restored and command.further_action is None:
        raise refuse(
            "2.8",
            "further_action：影响尚未消除的，须写明下一步措施。",
            "further_action: say what will be done about the effect that lingers.",
        )


def check_reply(matter: Clarification, command: c.ServeReply, today: date) -> None:
    not_later(command.served_on, today, "served_on")
    if not matter.reply_due:
        raise refuse("2.8", "没有待答复的申请人。", "No applicant waits for a reply.")
    check_number(matter, command.document, "2.8")


def check_settle(matter: Clarification, command: c.SettleNotice, today: date) -> None:
    if not any(key.startswith(f"{command.notice}/") for key in matter.undeliverable):
        raise refuse(
            "0.3",
            f"notice：{command.notice} 不是无法送达的通知。",
            f"notice: {command.notice} is not a notice that could not be delivered.",
        )
