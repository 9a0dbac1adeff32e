"""The clarification for its case file: what it is about, and the table of grounds by fact."""

from collections.abc import Callable
from typing import Any

from starter.case_file.clarification import approval, clarifying, entry, papers
from starter.case_file.clarification.labels import ROUTES, SUBJECTS
from starter.case_file.clarification.parts import Details
from starter.case_file.shared_grounds import clock, document_made, notice_undeliverable
from starter.case_file.words import detail, guarded, optional, spaced
from workflows.domain.basis import Basis
from workflows.domain.clarification.basis import basis_of
from workflows.domain.clarification.state import Clarification
from workflows.domain.lifecycle import Step

GROUNDS: dict[str, Callable[[Clarification, Any], Details]] = {
    "opened": entry.opened,
    "application_joined": entry.application_joined,
    "materials_completed": entry.materials_completed,
    "verification_recorded": entry.verification_recorded,
    "screened": entry.screened,
    "lead_registered": entry.lead_registered,
    "other_lead_closed": entry.other_lead_closed,
    "false_accusation_noted": entry.false_accusation_noted,
    "officer_recused": entry.officer_recused,
    "application_withdrawn": entry.application_withdrawn,
    "opinion_given": approval.opinion_given,
    "procedure_opened": approval.procedure_opened,
    "not_start_settled": approval.not_start_settled,
    "countersigned": approval.countersigned,
    "study_recorded": approval.study_recorded,
    "reviewed": approval.reviewed,
    "approved": approval.approved,
    "opinion_returned": approval.opinion_returned,
    "rejected": approval.rejected,
    "objection_recorded": approval.objection_recorded,
    "opinion_heard": clarifying.opinion_heard,
    "method_done": clarifying.method_done,
    "implementation_completed": clarifying.implementation_completed,
    "post_notice_given": clarifying.post_notice_given,
    "reply_served": clarifying.reply_served,
    "effect_followed_up": clarifying.effect_followed_up,
    "notice_settled": clarifying.notice_settled,
    "file_closed": clarifying.file_closed,
    "document_drafted": papers.document_drafted,
    "document_made": document_made,
    "reminded": clock,
    "went_overdue": clock,
    "notice_undeliverable": notice_undeliverable,
}


class ClarificationTeller:
    """Answers for clarifications."""

    def about(self, matter: Clarification, organ: Callable[[str], str]) -> Details:
        """Return whom and what the matter is about, and who handles it on which route."""
        request, subject = matter.request, matter.request.subject
        approver = request.approving_organ
        handled = ROUTES[request.handled_as] if request.handled_as else None
        return (
            *guarded("澄清对象", "person concerned", subject.name),
            *guarded("所在单位", "unit", subject.unit),
            *guarded("档案编号", "file number", subject.reference),
            detail("对象类别", "subject", SUBJECTS[subject.kind]),
            detail("组织路径", "route", spaced(ROUTES[request.route], handled)),
            detail("办理机关", "handled by", organ(request.handling_organ)),
            *optional("批准机关", "approved by", approver and organ(approver)),
            detail("承办部门", "department", request.undertaking_department),
        )

    def ground(self, step: Step[Clarification]) -> Details:
        """Return the ground of a step; KeyError for a fact that the table does not have."""
        fact = step.event.fact
        return GROUNDS[fact.kind](step.before or step.after, fact)

    def basis(self, step: Step[Clarification]) -> Basis:
        """Return the legal basis of a step."""
        return basis_of(step)

    def void_papers(self, matter: Clarification) -> frozenset[str]:
        """Return the numbers of documents that others have replaced."""
        return frozenset(paper.number for paper in matter.papers if paper.void)


TELLER = ClarificationTeller()
