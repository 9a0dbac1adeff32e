"""What a template may print: Chinese names, as an office writes them in Word, and their values."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from workflows.domain.text import Text

PLACEHOLDERS: dict[str, Text] = {
    "发文机关": Text("发文机关全称", "the issuing organ's full name"),
    "发文字号": Text("发文字号，自动编排", "the document's number"),
    "成文日期": Text("成文日期", "the day the document bears"),
    "联系方式": Text("发文机关的联系方式，可能为空", "how to reach the organ; may be empty"),
    "主送": Text("主送机关或者本人", "to whom it goes"),
    "抄送": Text("抄送机关，以逗号隔开，可能为空", "who gets a copy; may be empty"),
    "澄清对象": Text("澄清对象的姓名或者单位名称", "name of the person or unit cleared"),
    "澄清对象单位": Text("澄清对象所在单位", "the unit of the person cleared"),
    "对象称谓": Text(
        "正文对澄清对象的称呼：主送本人为“你”，主送其单位为“你单位某某”，否则写明单位、姓名",
        "how the text addresses or names the person, depending on to whom it goes",
    ),
    "申请人称谓": Text("对申请人的称呼：“你”或者“你单位”", "you: a person, or a unit"),
    "失实问题": Text("失实的问题，逐项（循环）", "the untrue points, one by one (a loop)"),
    "核实开始": Text("开始核实的日期，可能为空", "when verification began; may be empty"),
    "认定日期": Text("认定失实的日期", "when the points were found untrue"),
    "澄清方式": Text("澄清方式及范围，以顿号隔开", "methods of clarification with their range"),
    "澄清范围": Text("澄清范围，可能为空", "the range of clarification; may be empty"),
    "会议时间": Text("会议时间，未定时留空待填", "when the meeting is; a blank if not known"),
    "会议地点": Text("会议地点，未定时留空待填", "where the meeting is; a blank if not known"),
    "参加人员": Text("参加人员，未定时留空待填", "who attends; a blank if not known"),
    "答复结果": Text("答复申请人的结论", "what the applicant is told"),
    "答复理由": Text("答复的理由，逐段（循环）", "the reasons of a reply, by paragraph (a loop)"),
}
"""Every placeholder and what it prints; a kind has those whose facts it is given."""

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
        "抄送": "，".join(content.get("copies", ())),
        "核实开始": _day(content.get("verified_from")),
        "澄清范围": content.get("scope", ""),
    }
    for key, name in PLAIN.items():
        if key in content:
            found[name] = content[key]
    for key, derive in DERIVED.items():
        if key in content:
            found |= derive(content)
    return {name: printed(value) for name, value in found.items()}


def written(day: date) -> str:
    """Return a day as documents write it: Arabic digits, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def printed(value: str | list[str]) -> Any:
    """Return a value that prints as it is, whatever marks of XML or Jinja stand in it."""
    if isinstance(value, list):
        return [printed(item) for item in value]
    plain = escape(_UNPRINTABLE.sub(" ", value))
    return Markup(plain.translate(_MARKS))  # noqa: S704  (escaped above)


def _day(written_day: str | None) -> str:
    return written(date.fromisoformat(written_day)) if written_day else ""


def _points(content: Mapping[str, Any]) -> dict[str, Any]:
    return {"失实问题": [point.rstrip("。；;. ") for point in content["points"]]}


def _subject(content: Mapping[str, Any]) -> dict[str, Any]:
    subject = content["subject"]
    return {
        "澄清对象": subject["name"],
        "澄清对象单位": subject["unit"],
        "对象称谓": _called(subject, content.get("addressee", "")),
        "申请人称谓": "你单位" if subject["kind"] == "UNIT" else "你",
    }


def _called(subject: Mapping[str, str], addressee: str) -> str:
    name, unit = subject["name"], subject["unit"]
    if addressee == name:
        return "你单位" if subject["kind"] == "UNIT" else "你"
    if subject["kind"] == "UNIT" or not unit:
        return name
    return f"你单位{name}" if unit in addressee else f"{unit}{name}"


def _meeting(content: Mapping[str, Any]) -> dict[str, Any]:
    meeting = content["meeting"]
    attendees = meeting.get("attendees") or BLANK
    return {
        "会议时间": _day(meeting.get("held_on")) or BLANK,
        "会议地点": meeting.get("place") or BLANK,
        "参加人员": attendees if isinstance(attendees, str) else "、".join(attendees),
    }


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


PLAIN = {"addressee": "主送", "reply_outcome": "答复结果"}

DERIVED = {
    "points": _points,
    "subject": _subject,
    "meeting": _meeting,
    "verified_on": lambda content: {"认定日期": _day(content["verified_on"])},
    "methods": lambda content: {"澄清方式": "、".join(content["methods"])},
    "reasons": lambda content: {"答复理由": _paragraphs(content["reasons"])},
}
