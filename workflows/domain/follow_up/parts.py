"""The parts of a follow-up's documents, each in plain JSON values; people read them in Chinese."""

from collections.abc import Callable
from typing import Any

from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.consequences.values import Restriction
from workflows.domain.follow_up import archives, periods
from workflows.domain.follow_up.impact import superseded
from workflows.domain.follow_up.particulars import Grounds
from workflows.domain.follow_up.particulars_of_correction import Source
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure.shared import DocumentDraft
from workflows.domain.roles import ROLE_LABELS, Role

DECIDING = {"deciding_body": "作出决定的机关", "higher_body": "上一级机关"}
BARRED = {
    RestrictionKind.EQUAL_POST: "不得担任与原职务相当的职务",
    RestrictionKind.PROMOTION: "不得提升职务",
    RestrictionKind.LEADING_POST: "不得担任领导职务",
    RestrictionKind.AWARD: "取消年度考核评优和评选各类先进的资格",
}
SOURCES: dict[str, str] = {
    Source.CASE_REVIEW: "经案件质量评查",
    Source.ELEVATED_SUPERVISION: "经提级监督",
    Source.UPPER_ORDER: "根据上级机关的决定",
    Source.OWN_FINDING: "经自行核查",
}


def _accountable(matter: FollowUp, draft: DocumentDraft) -> dict[str, Any]:
    subject = matter.request.subject
    return {
        "name": subject.name,
        "unit": subject.unit,
        "post": subject.post,
        "kind": subject.kind.value,
    }


def _addressee(matter: FollowUp, draft: DocumentDraft) -> str:
    if draft.addressee is None and draft.doc_kind is PaperKind.FEEDBACK_LETTER:
        return ROLE_LABELS[Role.ORGANISATION_HR].zh
    return draft.addressee or matter.request.subject.name


def _decision(matter: FollowUp, draft: DocumentDraft) -> dict[str, Any]:
    made, known = matter.numbers_of(PaperKind.DECISION), matter.request.document
    return {
        "name": "问责决定书",
        "number": made[-1] if made else known.number,
        "dated": matter.decided_on.isoformat(),
    }


def _measures(matter: FollowUp, draft: DocumentDraft) -> list[dict[str, Any]]:
    return [
        {
            "name": matter.rules.measures[each.measure.code].zh,
            "effective_on": (each.measure.effective_on or matter.decided_on).isoformat(),
        }
        for each in matter.standing_measures
    ]


def _outcome(matter: FollowUp, draft: DocumentDraft) -> dict[str, Any]:
    return {"kind": matter.outcome.value, "measures": _measures(matter, draft)}


def _restrictions(matter: FollowUp, draft: DocumentDraft) -> list[dict[str, Any]]:
    """Return what this decision bars, said once where several measures bar the same."""
    own = (r for r in matter.consequences.restrictions if not r.earlier)
    said = dict.fromkeys((BARRED[r.kind], r.since.isoformat(), _last_day(r)) for r in own)
    return [{"text": text, "first_day": first, "last_day": last} for text, first, last in said]


def _last_day(restriction: Restriction) -> str | None:
    return restriction.last_day.isoformat() if restriction.last_day else None


def _grounds(matter: FollowUp) -> Grounds:
    if matter.request.grounds is None:
        raise ValueError("the decision document needs its grounds")
    return matter.request.grounds


def _routes(matter: FollowUp, draft: DocumentDraft) -> list[dict[str, Any]]:
    measures = [matter.rules.measures[each.measure.code] for each in matter.standing_measures]
    return [
        {
            "against": "、".join(one.zh for one in measures if one.nature in route.natures),
            "organ": DECIDING[route.first.to],
            "window": route.first.window.budget.words().zh if route.first.window else None,
        }
        for route in periods.routes(matter).values()
    ]


def _impact(matter: FollowUp, draft: DocumentDraft) -> dict[str, str] | None:
    longest = matter.consequences.longest
    if longest is None or longest.last_day is None:
        return None
    return {"first_day": longest.since.isoformat(), "last_day": longest.last_day.isoformat()}


def _performance(matter: FollowUp, draft: DocumentDraft) -> str:
    found = matter.evaluation
    return f"{found.attitude}\n{found.rectification}\n{found.masses_view}" if found else ""


def _visits(matter: FollowUp, draft: DocumentDraft) -> list[dict[str, str]]:
    rules = matter.rules.revisits
    return [
        {
            "on": visit.held_on.isoformat(),
            "form": rules.forms[visit.form].zh,
            "grade": rules.grades[visit.grade].zh,
        }
        for visit in matter.revisits
    ]


def _cause(matter: FollowUp, draft: DocumentDraft) -> str:
    origin = matter.correction.origin if matter.correction else ""
    return SOURCES.get(origin, "经申诉复查")


def _withdrawn(matter: FollowUp, draft: DocumentDraft) -> list[str]:
    last = len(matter.corrections)
    ended = (each for each in matter.measures if each.ended_by == last)
    return [matter.rules.measures[each.measure.code].zh for each in ended]


def _ended(matter: FollowUp, draft: DocumentDraft) -> list[dict[str, Any]]:
    """Return the restrictions that the newest correction ended, as they were."""
    was = (one.restriction for one in superseded(matter) if one.correction == matter.correction)
    stand = {_told(r) for r in matter.consequences.restrictions}
    told = dict.fromkeys(_told(r) for r in was if not r.earlier)
    return [{"text": text, "last_day": last} for text, last in told if (text, last) not in stand]


def _told(restriction: Restriction) -> tuple[str, str | None]:
    return BARRED[restriction.kind], _last_day(restriction)


Part = Callable[[FollowUp, DocumentDraft], Any]
PARTS: dict[str, Part] = {
    "accountable": _accountable,
    "addressee": _addressee,
    "copies": lambda matter, draft: list(draft.copies),
    "decision": _decision,
    "measures": _measures,
    "outcome": _outcome,
    "restrictions": _restrictions,
    "appeals": _routes,
    "facts": lambda matter, draft: _grounds(matter).facts,
    "basis": lambda matter, draft: _grounds(matter).basis,
    "liability": lambda matter, draft: _grounds(matter).liability,
    "charges": lambda matter, draft: list(_grounds(matter).charges),
    "decision_reasons": lambda matter, draft: matter.request.decision.reasons,
    "impact": _impact,
    "performance": _performance,
    "visits": _visits,
    "outline": lambda matter, draft: draft.text,
    "visit": lambda matter, draft: None,
    "cause": _cause,
    "withdrawn": _withdrawn,
    "remaining": lambda matter, draft: [one["name"] for one in _measures(matter, draft)],
    "corrected_on": lambda matter, draft: _corrected_on(matter),
    "ended": _ended,
    "archives": lambda matter, draft: [
        matter.rules.archives[code].zh for code in archives.standing(matter)
    ],
    "published": lambda matter, draft: draft.text,
}
"""What each part says; `activities/papers` turns it into the words of a template."""


def _corrected_on(matter: FollowUp) -> str | None:
    return matter.correction.decided_on.isoformat() if matter.correction else None
