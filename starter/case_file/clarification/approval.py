"""The grounds of what becomes true between the opinion and the word of the approver.

The factor sheet of the evaluation is nowhere here: it is internal, whoever reads (A46).
"""

from starter.case_file.clarification.parts import (
    Details,
    document_told,
    effect_told,
    plan_told,
    situation_label,
)
from starter.case_file.words import detail, guarded
from workflows.domain.clarification import facts as f
from workflows.domain.clarification.methods import METHOD_LABELS
from workflows.domain.clarification.state import Clarification
from workflows.domain.text import Text

NO_SITUATION = Text("没有具备的情形", "no situation holds")
PACK_ASKS_NONE = Text("规则包不要求签批", "the rule pack asks for no countersignature")
START, NOT_START = Text("启动澄清程序", "start"), Text("不启动澄清程序", "do not start")


def opinion_given(matter: Clarification, fact: f.OpinionGiven) -> Details:
    upheld = (
        detail("仍具备情形", "situation upheld", situation_label(matter, code))
        for code in fact.situations_upheld
    )
    return (
        detail("意见", "opinion", START if fact.start else NOT_START),
        *upheld,
        *effect_told(fact.effect),
        *plan_told(fact.plan),
        *guarded("理由", "reasons", fact.reasons),
    )


def procedure_opened(matter: Clarification, fact: f.ProcedureOpened) -> Details:
    return (detail("缘由", "because", Text("已提出启动意见", "a start was proposed")),)


def not_start_settled(matter: Clarification, fact: f.NotStartSettled) -> Details:
    why = PACK_ASKS_NONE if matter.situations.held else NO_SITUATION
    return (detail("缘由", "because", why),)


def countersigned(matter: Clarification, fact: f.Countersigned) -> Details:
    return (
        detail("同意不启动", "agrees not to start", fact.agrees),
        *guarded("理由", "reasons", fact.reasons),
    )


def study_recorded(matter: Clarification, fact: f.StudyRecorded) -> Details:
    return (
        *document_told("纪要", "minutes", fact.minutes),
        detail("参加人数", "participants", len(fact.participants)),
        *guarded("参加人员", "who took part", "、".join(fact.participants)),
    )


def reviewed(matter: Clarification, fact: f.Reviewed) -> Details:
    return (
        detail("审核结果", "review", Text("通过", "passed")),
        *guarded("意见", "remark", fact.remark),
    )


def approved(matter: Clarification, fact: f.Approved) -> Details:
    return (
        *effect_told(fact.effect),
        *plan_told(fact.plan),
        *guarded("意见", "remark", fact.remark),
    )


def opinion_returned(matter: Clarification, fact: f.OpinionReturned) -> Details:
    return guarded("退回理由", "reasons for the return", fact.reasons)


def rejected(matter: Clarification, fact: f.Refused) -> Details:
    return guarded("不予批准的理由", "reasons for the rejection", fact.reasons)


def objection_recorded(matter: Clarification, fact: f.ObjectionRecorded) -> Details:
    return (
        detail("异议针对", "against", METHOD_LABELS[fact.method]),
        *guarded("理由", "reasons", fact.reasons),
    )
