"""The grounds of what becomes true from prior notice to the closing of the file."""

from starter.case_file.clarification.parts import Details, document_told
from starter.case_file.words import detail, enumerated, guarded, same
from workflows.domain.clarification import facts as f
from workflows.domain.clarification.facts_of_clarifying import VIEW_LABELS
from workflows.domain.clarification.methods import METHOD_LABELS
from workflows.domain.clarification.state import Clarification
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.text import Text


def opinion_heard(matter: Clarification, fact: f.OpinionHeard) -> Details:
    return (
        detail("通报对象", "informed", ROLE_LABELS[fact.informed]),
        detail("通报日期", "informed on", fact.informed_on),
        detail("听取的意见", "view heard", VIEW_LABELS[fact.view]),
        *guarded("意见内容", "what was said", fact.opinion),
    )


def method_done(matter: Clarification, fact: f.MethodDone) -> Details:
    return (
        detail("方式", "method", METHOD_LABELS[fact.method]),
        detail("澄清的问题", "points clarified", enumerated(map(same, fact.points))),
        detail("澄清机关", "clarifying organ", fact.clarifying_organ),
        detail("澄清日期", "clarified on", fact.clarified_on),
        *document_told("文书", "document", fact.document),
        *document_told("回证", "proof", fact.confirmation),
    )


def implementation_completed(matter: Clarification, fact: f.ImplementationCompleted) -> Details:
    methods = enumerated(METHOD_LABELS[done.method] for done in matter.done)
    return (detail("已实施的方式", "methods carried out", methods),)


def post_notice_given(matter: Clarification, fact: f.PostNoticeGiven) -> Details:
    return (
        detail("通报对象", "informed", ROLE_LABELS[fact.informed]),
        detail("通报日期", "informed on", fact.informed_on),
    )


def reply_served(matter: Clarification, fact: f.ReplyServed) -> Details:
    return (
        *document_told("答复", "reply", fact.document),
        detail("送达日期", "served on", fact.served_on),
    )


def effect_followed_up(matter: Clarification, fact: f.EffectFollowedUp) -> Details:
    return (
        detail("影响已消除", "effect removed", fact.restored),
        *guarded("回访情况", "findings", fact.findings),
        *guarded("后续措施", "further action", fact.further_action),
    )


def notice_settled(matter: Clarification, fact: f.NoticeSettled) -> Details:
    return (
        detail("通知", "notice", fact.notice),
        *guarded("告知方式", "how they were told", fact.how),
    )


def file_closed(matter: Clarification, fact: f.FileClosed) -> Details:
    return (detail("缘由", "because", Text("没有未办事项", "nothing is left to do")),)
