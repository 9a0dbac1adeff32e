"""The grounds of what becomes true while a clarification is taken in."""

from starter.case_file.clarification.labels import ENTRIES, LEAD_RESULTS
from starter.case_file.clarification.parts import (
    Details,
    application_told,
    points_told,
    situations_told,
)
from starter.case_file.words import detail, enumerated, guarded, optional, same
from workflows.domain.clarification import facts as f
from workflows.domain.clarification.state import Clarification


def opened(matter: Clarification, fact: f.Opened) -> Details:
    request = fact.request
    verification, application = request.verification, request.application
    leads = enumerated(map(same, request.other_leads)) if request.other_leads else None
    return (
        detail("启动方式", "begun", ENTRIES[request.entry]),
        detail("核查", "verification", verification.reference),
        *optional("核查结束", "verification ended on", verification.ended_on),
        *points_told(verification.points),
        *(application_told(application) if application else ()),
        *optional("其他线索", "other leads", leads),
        *optional(
            "前次评估结束", "earlier evaluation closed on", request.earlier_evaluation_closed_on
        ),
    )


def application_joined(matter: Clarification, fact: f.ApplicationJoined) -> Details:
    return application_told(fact.application)


def materials_completed(matter: Clarification, fact: f.MaterialsCompleted) -> Details:
    return (detail("材料补齐", "materials complete on", fact.completed_on),)


def verification_recorded(matter: Clarification, fact: f.VerificationRecorded) -> Details:
    return (
        detail("核查结束", "verification ended on", fact.ended_on),
        *points_told(fact.points),
    )


def screened(matter: Clarification, fact: f.Screened) -> Details:
    leads = enumerated(map(same, fact.other_leads)) if fact.other_leads else None
    return (
        *situations_told(matter, fact.situations.held),
        *optional("其他线索", "other leads", leads),
        *guarded("理由", "reasons", fact.reasons),
    )


def lead_registered(matter: Clarification, fact: f.LeadRegistered) -> Details:
    return (
        detail("其他线索", "other lead", fact.lead),
        detail("登记日期", "registered on", fact.registered_on),
    )


def other_lead_closed(matter: Clarification, fact: f.OtherLeadClosed) -> Details:
    return (
        detail("其他线索", "other lead", fact.lead),
        detail("查结日期", "closed on", fact.closed_on),
        detail("查结结果", "result", LEAD_RESULTS[fact.result]),
    )


def false_accusation_noted(matter: Clarification, fact: f.FalseAccusationNoted) -> Details:
    return (
        detail("线索", "lead", fact.lead),
        detail("登记日期", "noted on", fact.noted_on),
    )


def officer_recused(matter: Clarification, fact: f.OfficerRecused) -> Details:
    return (
        detail("回避人员", "recused", fact.officer),
        *guarded("理由", "reasons", fact.reasons),
    )


def application_withdrawn(matter: Clarification, fact: f.ApplicationWithdrawn) -> Details:
    return (
        detail("撤回申请", "withdrawal", fact.reference),
        detail("收到日期", "received on", fact.received_on),
    )
