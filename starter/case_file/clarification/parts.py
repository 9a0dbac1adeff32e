"""Details that several grounds share: findings, situations, plans, documents by number."""

from collections.abc import Iterable

from starter.case_file.clarification.labels import CAPTURED, FINDINGS
from starter.case_file.model import Detail
from starter.case_file.words import detail, enumerated, guarded, optional, same, spaced
from workflows.domain.clarification.facts_of_approval import said_plan
from workflows.domain.clarification.methods import RANGE_LABELS, Effect, Plan
from workflows.domain.clarification.particulars import DocumentRef
from workflows.domain.clarification.situations import Situation, SituationCode
from workflows.domain.clarification.state import Clarification
from workflows.domain.clarification.values import Application, Point
from workflows.domain.text import Text

Details = tuple[Detail, ...]


def points_told(points: Iterable[Point]) -> Details:
    """Tell the finding on each point; what was reported only to readers with names."""
    told: list[Detail] = []
    for point in points:
        main = Text("（主要问题）", " (the main one)") if point.main else Text("", "")
        label = Text(f"问题 {point.id}{main.zh}", f"point {point.id}{main.en}")
        told.append(Detail(label=label, text=FINDINGS[point.finding]))
        told += guarded(f"问题 {point.id} 内容", f"what {point.id} says", point.matter)
    return tuple(told)


def situations_told(matter: Clarification, held: Iterable[Situation]) -> Details:
    """Tell each situation with what was captured of it."""
    told: list[Detail] = []
    for situation in held:
        called = situation_label(matter, situation.code)
        told.append(detail("具备情形", "situation", spaced(called, _captured(situation))))
        told += guarded("该情形的理由", "its reason", getattr(situation, "reason", None))
    return tuple(told)


def situation_label(matter: Clarification, code: SituationCode) -> Text:
    """Return what the matter's rule pack calls a situation."""
    rule = matter.rules.situations[code]
    return Text(rule.zh, rule.en)


def _captured(situation: Situation) -> Text | None:
    match situation.code:
        case "ELECTION_OR_SELECTION_AFFECTED":
            return spaced(CAPTURED[situation.event], CAPTURED[situation.affected.value])
        case "RIGHTS_OR_LIFE_HARMED":
            return enumerated(CAPTURED[harm] for harm in situation.harm)
        case "PUBLIC_OR_LOCAL_ADVERSE_EFFECT":
            return RANGE_LABELS[situation.range]
        case "MOSTLY_OR_MAINLY_UNTRUE":
            return CAPTURED[situation.ground]
        case "REPEATED_AFTER_CONCLUSION":
            return same(situation.earlier_conclusion)
        case "FALSE_ACCUSATION_VICTIM":
            return same(situation.lead)
        case "OTHER_NECESSARY":
            return None


def plan_told(plan: Plan | None) -> Details:
    """Tell the methods with their range, and the points that they clarify."""
    if plan is None:
        return ()
    return (
        detail("方式和范围", "methods and range", said_plan(plan)),
        detail("澄清的问题", "points to be clarified", enumerated(map(same, plan.points))),
    )


def effect_told(effect: Effect | None) -> Details:
    """Tell how far the adverse effect reaches."""
    if effect is None:
        return ()
    reach = RANGE_LABELS[effect.range] if effect.range else Text("仅及本人", "the person only")
    more = (
        (effect.public_opinion, Text("引起较大舆情", "large effect on public opinion")),
        (
            effect.large_social_effect,
            Text("可能产生较大社会影响", "perhaps a large social effect"),
        ),
    )
    said = (words for holds, words in more if holds)
    return (detail("不良影响", "adverse effect", spaced(reach, *said)),)


def document_told(zh: str, en: str, document: DocumentRef) -> Details:
    """Tell the number of a document on file, and its date."""
    dated = same(document.dated) if document.dated else None
    return (detail(zh, en, spaced(same(document.number), dated)),)


def application_told(application: Application) -> Details:
    """Tell when an application came in and when its materials were complete."""
    return (
        detail("申请", "application", application.reference),
        detail("收到日期", "received on", application.received_on),
        *optional("材料补齐", "materials complete on", application.materials_complete_on),
    )
