"""What a clarification is made of, in few words: officers, findings, situations, methods, packs."""

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from starter.calendar_files import load_calendar
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import Actor
from workflows.domain.roles import Role
from workflows.domain.rulepack import RulePack

PACK_FILE = Path(__file__).parents[2] / "rulepacks" / "xuchang-2023.toml"
PACK_DATA: dict[str, Any] = tomllib.loads(PACK_FILE.read_text(encoding="utf-8"))
PACK = RulePack.model_validate(PACK_DATA)
CALENDAR_DATA = load_calendar()
HOME, UPPER, DEPARTMENT = "DW", "SJW", "D3"

OFFICERS: dict[str, Actor] = {
    who: Actor(officer=who, organ=organ, roles=(Role(role),), department=department)
    for who, role, organ, department in (
        ("li", "undertaking_department", HOME, DEPARTMENT),
        ("wu", "undertaking_department", HOME, DEPARTMENT),
        ("chen", "department_principal", HOME, DEPARTMENT),
        ("wang", "principal", HOME, ""),
        ("qian", "leader_in_charge", HOME, ""),
        ("sun", "commission_secretary", HOME, ""),
        ("zhao", "leader_in_charge", UPPER, ""),
        ("zhou", "leader_in_charge", UPPER, ""),
    )
}

FIRST = {"code": "ELECTION_OR_SELECTION_AFFECTED", "event": "ELECTION", "affected": "ACTUAL"}
SECOND = {"code": "RIGHTS_OR_LIFE_HARMED", "harm": ["WORK"]}
THIRD = {"code": "PUBLIC_OR_LOCAL_ADVERSE_EFFECT", "range": "UNIT"}
FOURTH = {"code": "MOSTLY_OR_MAINLY_UNTRUE", "ground": "MOST", "adverse_effect": True}
FIFTH = {"code": "REPEATED_AFTER_CONCLUSION", "earlier_conclusion": "C-2024-7"}
SIXTH = {"code": "FALSE_ACCUSATION_VICTIM", "lead": "FA-1"}
SEVENTH = {"code": "OTHER_NECESSARY", "reason": "其他确有必要"}

LETTER = {"method": "WRITTEN"}
TALK = {"method": "FACE_TO_FACE"}
MEETING = {"method": "MEETING", "scope": "UNIT"}
CIRCULAR = {"method": "CIRCULAR", "scope": "INDUSTRY"}
MEDIA = {"method": "MEDIA", "scope": "SOCIETY"}

DOCUMENTS = {
    "WRITTEN": "clarification_letter",
    "FACE_TO_FACE": "signed_record",
    "MEETING": "minutes",
    "CIRCULAR": "circular",
    "MEDIA": "press_notice",
}

DRAFTS = {**DOCUMENTS, "FACE_TO_FACE": "commission_letter"}


def draft(method: str, kind: str = "") -> dict[str, Any]:
    """What is drafted for a method: its document, or the `kind` given."""
    kind = kind or DRAFTS[method]
    if kind not in ("meeting_notice", "minutes"):
        return {"doc_kind": kind}
    meeting = {"held_on": "2026-03-26", "place": "二楼会议室", "attendees": ["全体职工"]}
    return {"doc_kind": kind, "meeting": meeting}


def officer(who: str, *roles: str, organ: str = HOME, department: str = "") -> Actor:
    """Return an officer of the little directory above, or a new one with the roles given."""
    if not roles:
        return OFFICERS[who]
    held = tuple(Role(role) for role in roles)
    return Actor(officer=who, organ=organ, roles=held, department=department)


def point(key: str = "P1", finding: str = "UNTRUE", *, main: bool = False) -> dict[str, Any]:
    return {"id": key, "matter": f"反映的问题 {key}", "finding": finding, "main": main}


def verification(ended_on: str | None = "2026-03-02", *points: dict[str, Any]) -> dict[str, Any]:
    if ended_on is None:
        return {"reference": "V-1"}
    return {"reference": "V-1", "ended_on": ended_on, "points": points or (point(main=True),)}


def application(received_on: str, complete_on: str | None = "same day") -> dict[str, Any]:
    complete = received_on if complete_on == "same day" else complete_on
    return {"reference": "A-1", "received_on": received_on, "materials_complete_on": complete}


def plan(*methods: dict[str, Any], points: tuple[str, ...] = ("P1",)) -> dict[str, Any]:
    return {"points": points, "methods": methods or (LETTER,)}


def subject(**changes: Any) -> dict[str, Any]:
    return {"reference": "S-1", "name": "张三", "unit": "某局", "officer": "zhang", **changes}


def noon(day: str | date) -> datetime:
    """Return noon in Shanghai of a day, as the moment when somebody acts."""
    the_day = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(the_day, time(12), tzinfo=SHANGHAI).astimezone(UTC)


def changed_pack(*path: str | int, value: Any) -> RulePack:
    """Return the shipped pack with one value set otherwise; None takes the value out."""
    return RulePack.model_validate(changed_data(*path, value=value))


def changed_data(*path: str | int, value: Any) -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads(PACK_FILE.read_text(encoding="utf-8"))
    place: Any = data
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return data
