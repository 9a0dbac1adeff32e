"""The values of placeholders, from the facts that a document is given."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from activities.papers import values_of_accountability
from activities.papers.days import day_of, paragraphs, written

BLANK = "＿" * 8
"""What is left open for a pen."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_MARKS = str.maketrans({"{": "&#123;", "}": "&#125;"})


def values_of(
    letterhead: Mapping[str, str], number: str, dated: date, content: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the values of all placeholders whose facts are there, ready to be printed."""
    found: dict[str, Any] = {
        "发文机关": letterhead["name"],
        "联系方式": letterhead.get("contact", ""),
        "发文字号": number,
        "成文日期": written(dated),
        "抄送": "，".join(content.get("copies") or ()),
        "澄清范围": content.get("scope") or "",
    }
    for key, name in PLAIN.items():
        if key in content:
            found[name] = content[key]
    for key, derive in DERIVED.items():
        if key in content:
            found |= derive(content)
    return {name: printed(value) for name, value in found.items()}


def printed(value: str | list[str]) -> Any:
    """Return a value that prints as it is, whatever marks of XML or Jinja stand in it."""
    if isinstance(value, list):
        return [printed(item) for item in value]
    plain = escape(_UNPRINTABLE.sub(" ", value))
    return Markup(plain.translate(_MARKS))


def _points(content: Mapping[str, Any]) -> dict[str, Any]:
    return {"失实问题": [point.rstrip("。；，、;,. ") for point in content["points"]]}


def _subject(content: Mapping[str, Any]) -> dict[str, Any]:
    subject = content["subject"]
    return {
        "澄清对象": subject["name"],
        "澄清对象单位": subject.get("unit") or "",
        "对象称谓": _called(subject, content.get("addressee", "")),
        "对象全称": _full(subject),
        "申请人称谓": "你单位" if subject["kind"] == "UNIT" else "你",
    }


def _called(subject: Mapping[str, str], addressee: str) -> str:
    name, unit, is_unit = subject["name"], subject.get("unit") or "", subject["kind"] == "UNIT"
    if addressee == name:
        return "你单位" if is_unit else "你"
    if unit and unit in addressee and not is_unit:
        return f"你单位{name}"
    return _full(subject)


def _full(subject: Mapping[str, str]) -> str:
    unit = "" if subject["kind"] == "UNIT" else subject.get("unit") or ""
    return unit + subject["name"]


def _meeting(content: Mapping[str, Any]) -> dict[str, Any]:
    meeting = content["meeting"] or {}
    attendees = meeting.get("attendees") or BLANK
    return {
        "会议时间": day_of(meeting.get("held_on")) or BLANK,
        "会议地点": meeting.get("place") or BLANK,
        "参加人员": attendees if isinstance(attendees, str) else "、".join(attendees),
    }


PLAIN = {"addressee": "主送", "reply_outcome": "答复结果"}

DERIVED: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "points": _points,
    "subject": _subject,
    "meeting": _meeting,
    "verified_on": lambda content: {"认定日期": day_of(content["verified_on"])},
    "methods": lambda content: {"澄清方式": "、".join(content["methods"])},
    "reasons": lambda content: {"答复理由": paragraphs(content["reasons"])},
    **values_of_accountability.DERIVED,
}
