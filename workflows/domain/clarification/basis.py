"""The legal basis of each fact of a clarification: the rule, and what of the pack it applied.

`BASIS` is the table; the words are short, the rulebook has them whole.
"""

from dataclasses import dataclass

from workflows.domain.basis import Basis
from workflows.domain.clarification import applied as a
from workflows.domain.clarification.state import Clarification
from workflows.domain.lifecycle import Step
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    rule: str
    words: Text
    applied: a.Applied = a.nothing


def basis_of(step: Step[Clarification]) -> Basis:
    """Return the legal basis of a step; KeyError for a fact that the table does not have."""
    fact = step.event.fact
    row = BASIS[fact.kind]
    return Basis(row.rule, row.words, row.applied(step.before or step.after, fact))


BASIS: dict[str, Row] = {
    "opened": Row(
        "2.2", Text("由承办部门主动启动，或者由被检举控告人书面申请。",
                    "Begun by the department on its own, or on the person's application."),
        a.route),
    "application_joined": Row(
        "2.5", Text("申请到达在办事项的，并入办理，不另立项。",
                    "An application joins the matter that is running."), a.term("evaluation")),
    "materials_completed": Row(
        "2.5", Text("材料不齐的，自补齐之日起算。",
                    "Where materials are missing the month starts when they are complete."),
        a.term("evaluation")),
    "verification_recorded": Row(
        "2.3(1)", Text("须经核查认定失实；未查实但不能排除的，不算失实。",
                       "Verification must have established untruth; “not proven” is not untrue."),
        a.term("evaluation")),
    "screened": Row(
        "2.3, 2.4", Text("须认定失实、具备应当澄清的情形，且没有未结的其他线索。",
                         "Untrue, a situation that calls for it, and no other lead open."),
        a.situations),
    "lead_registered": Row(
        "2.3(3)", Text("同一人尚有其他线索的，待全部查结后再研究。",
                       "Other leads about the same person are closed first."),
        a.term("evaluation")),
    "other_lead_closed": Row(
        "2.3(3), A05", Text("末件线索查结之日，另起一个月。",
                            "A new month begins on the day the last lead is closed."),
        a.term("evaluation")),
    "opinion_given": Row(
        "2.5", Text("承办部门一个月内评估，提出是否启动的意见。",
                    "The department evaluates within a month and proposes whether to start."),
        a.opinion),
    "procedure_opened": Row(
        "2.7", Text("拟启动的，按组织路径逐级审批。",
                    "A proposal to start goes through the approval chain of its route."),
        a.route),
    "not_start_settled": Row(
        "A03", Text("不具备情形，或者规则包不要求签批的，不启动意见即生效。",
                    "Without a situation, or where the pack asks for none, no countersignature."),
        a.option("countersign_not_start")),
    "countersigned": Row(
        "A03, A47", Text("具备情形而不启动的，须说明理由并经签批。",
                         "Not starting although a situation holds needs a countersignature."),
        a.option("countersign_not_start")),
    "study_recorded": Row(
        "2.7", Text("审批之前集体研判，并有纪要。",
                    "Collective study, with minutes, comes before review."),
        a.chain_step("COLLECTIVE_STUDY")),
    "reviewed": Row(
        "2.7", Text("经负责人审核后报批。", "The principal's review comes before approval."),
        a.chain_step("PRINCIPAL_REVIEW")),
    "approved": Row(
        "2.6, 2.7", Text("澄清的方式和范围经批准后方可实施。",
                         "Methods and scope are approved before anything is carried out."),
        a.approval),
    "opinion_returned": Row(
        "2.8", Text("退回须写理由；重新评估，期限不另起算。",
                    "A return needs reasons; the evaluation goes on with its old clock."),
        a.returned_from),
    "rejected": Row(
        "2.8", Text("不予批准须写理由。", "A rejection needs reasons."),
        a.chain_step("AWAITING_APPROVAL")),
    "objection_recorded": Row(
        "A49", Text("本人可以对公开方式提出异议，由批准人决定。",
                    "The person may object to a public method; the approver decides.")),
    "opinion_heard": Row(
        "2.7", Text("实施之前通报情况、听取意见；有不同意见的，由批准人再次确认。",
                    "Inform and hear before implementing; an adverse opinion is confirmed again."),
        a.prior_notice),
    "document_drafted": Row(
        "2.6, P1", Text("文书只写认定失实的具体问题，不对人作全面评价。",
                        "Documents state specific untrue points, no appraisal of the person."),
        a.document),
    "document_made": Row(
        "2.6", Text("文书按机关和年份连续编号，随案存档。",
                    "Documents are numbered by organ and year, and kept with the matter."),
        a.document),
    "method_done": Row(
        "2.6", Text("按批准的方式和范围实施，并留存回证。",
                    "Carried out by the approved method and scope, with proof."), a.method),
    "implementation_completed": Row(
        "2.8, T-CL2", Text("批准的方式全部实施。", "Every approved method is carried out."),
        a.term("implementation")),
    "post_notice_given": Row(
        "2.7, T-CL4", Text("实施之后及时通报。", "Those concerned are told promptly afterwards."),
        a.post_notice),
    "reply_served": Row(
        "2.8", Text("申请未获澄清的，书面答复并说明理由。",
                    "An applicant whose application failed gets a reasoned written reply."),
        a.term("reply")),
    "effect_followed_up": Row(
        "T-CL3", Text("澄清完成后回访效果。", "The effect is followed up after completion."),
        a.term("follow_up")),
    "application_withdrawn": Row(
        "2.8, A49", Text("申请人可以撤回；没有主动澄清事由且尚未实施的，办理终止。",
                         "An application may be withdrawn; without a ground of its own it ends.")),
    "officer_recused": Row(
        "P2", Text("应当回避的人员不得办理。", "Who is recused acts on nothing here."),
        a.option("one_officer_one_step")),
    "false_accusation_noted": Row(
        "2.9", Text("涉嫌诬告陷害的，登记为线索待移送；澄清不等其结果。",
                    "Noted as a lead for referral; the clarification does not wait for it.")),
    "notice_settled": Row(
        "0.5", Text("通知无法送达的，以其他方式告知并登记。",
                    "Whom a notice cannot reach is told otherwise, and that is recorded."),
        a.delivery),
    "file_closed": Row(
        "2.8", Text("应办事项全部办结，归档。", "Nothing is left to do; the file is closed."),
        a.end),
    "reminded": Row(
        "0.3", Text("到期前提醒、逾期催办；期限只提醒，不代人作决定。",
                    "Terms remind and escalate; they decide nothing."),
        a.reminder),
    "went_overdue": Row(
        "0.3", Text("逾期只登记、提醒、上报，不影响已作的办理。",
                    "Overdue is recorded and reported; it undoes and decides nothing."),
        a.reminder),
    "notice_undeliverable": Row(
        "0.5", Text("通知无法送达的，列入待办，由人处理。",
                    "A notice that cannot arrive becomes somebody's work item."), a.delivery),
}  # fmt: skip
