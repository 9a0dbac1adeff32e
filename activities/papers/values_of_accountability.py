"""The values of placeholders that only documents of an accountability case have."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from activities.papers.days import day_of, paragraphs

NONE = "无。"
OUTCOMES = {"EXEMPT": "免予问责", "NO_LIABILITY": "不予问责"}
CONCLUSIONS = {"UPHELD": "维持原决定", "CHANGED": "变更原决定", "REVOKED": "撤销原决定"}
ASPECTS = {"PERSON": "关于人员", "MATTER": "关于事项", "SYSTEM": "关于制度"}
NO_AGGRAVATION = "本次复查没有加重问责。"


def accountable(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a subject is named and addressed: as you, if the document goes to it."""
    subject = content["accountable"]
    name, team = subject["name"], subject["kind"] == "TEAM"
    you = "你单位" if team else "你"
    called = you if content.get("addressee") == name else name
    return {"问责对象": name, "问责对象称谓": called, "问责对象全称": in_full(subject)}


def in_full(subject: Mapping[str, Any]) -> str:
    """Return unit, post and name, as `某市某局党组书记张三`; a team goes by its name."""
    if subject["kind"] == "TEAM":
        return str(subject["name"])
    return f"{subject['unit']}{subject.get('post') or ''}{subject['name']}"


def _clean(text: str) -> str:
    return text.strip().rstrip("。；，、;,. ")


def _items(texts: Sequence[str]) -> list[str]:
    return [_clean(text) for text in texts]


def _lines(text: str | None) -> list[str]:
    return paragraphs(text) if text else []


def _measure(measure: Mapping[str, Any]) -> str:
    since = measure.get("effective_on")
    return f"{measure['name']}（自{day_of(since)}起生效）" if since else str(measure["name"])


def _measures(measures: Sequence[Mapping[str, Any]]) -> str:
    return "、".join(_measure(measure) for measure in measures)


def _outcome(outcome: Mapping[str, Any]) -> str:
    return OUTCOMES.get(outcome["kind"]) or f"给予{_measures(outcome['measures'])}"


def restriction(part: Mapping[str, Any]) -> str:
    """Return a restriction with its first and its last day, both of which it covers."""
    since, until = day_of(part["first_day"]), day_of(part["last_day"])
    return f"{_clean(part['text'])}：自{since}起" + (f"，至{until}止" if until else "，没有终期")


def _ended(part: Mapping[str, Any]) -> str:
    until = day_of(part["last_day"])
    return f"{_clean(part['text'])}（{f'原定至{until}止' if until else '原没有终期'}）"


def _route(route: Mapping[str, Any]) -> str:
    against = f"{route['against']}：" if route.get("against") else ""
    window = f"自收到决定书之日起{route['window']}内，" if route["window"] else ""
    return f"{against}{window}向{route['organ']}书面申诉"


def _decision(decision: Mapping[str, Any]) -> str:
    made = f"{day_of(decision['dated'])}作出的" if decision.get("dated") else ""
    return f"{made}《{decision['name']}》（{decision['number']}）"


def _liability(finding: Mapping[str, Any]) -> str:
    charges = "；".join(_items(finding["charges"]))
    parts = (finding.get("liability") and f"负{finding['liability']}", charges)
    return (
        f"{in_full(finding['subject'])}：{'；'.join(part for part in parts if part) or '不负责任'}"
    )


def _period(impact: Mapping[str, Any] | None) -> str:
    if impact is None:
        return ""
    return f"自{day_of(impact['first_day'])}起，至{day_of(impact['last_day'])}止"


def _visit(visit: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "回访时间": day_of(visit.get("on")),
        "回访方式": visit.get("form") or "",
        "回访人员": "、".join(visit.get("visitors") or ()),
        "谈话记录": _lines(visit.get("talk")),
        "单位意见": _lines(visit.get("unit_opinion")),
        "回访结果": visit.get("grade") or "",
        "困难诉求": _items(visit.get("difficulties") or ()),
    }


def _past_visit(visit: Mapping[str, Any]) -> str:
    return f"{day_of(visit['on'])}，{visit['form']}，结果：{visit['grade']}"


def _recommendation(part: Mapping[str, Any]) -> str:
    return f"{ASPECTS[part['about']]}：{_clean(part['what'])}"


Derive = Callable[[Mapping[str, Any]], dict[str, Any]]


def _of(key: str, name: str, value: Callable[[Any], Any]) -> tuple[str, Derive]:
    """Return the row of a placeholder whose value follows from one key alone."""
    return key, lambda content: {name: value(content[key])}


def _each(value: Callable[[Any], str]) -> Callable[[Sequence[Any]], list[str]]:
    return lambda parts: [value(part) for part in parts]


def _or_none(lines: list[str]) -> list[str]:
    return lines or [NONE]


DERIVED: dict[str, Derive] = dict(
    (
        ("accountable", accountable),
        _of("subjects", "拟问责对象", _each(in_full)),
        _of("facts", "认定事实", _lines),
        _of("duty_basis", "履责依据", _lines),
        _of("grounds", "启动理由", _lines),
        _of("basis", "问责依据", str),
        _of("liabilities", "责任认定", lambda found: _or_none([_liability(f) for f in found])),
        _of("statements", "陈述申辩", lambda text: _or_none(_lines(text))),
        _of("circumstances", "有关情节", lambda texts: _or_none([f"{t}。" for t in _items(texts)])),
        _of("proposals", "处理建议", _items),
        _of("liability", "责任类别", lambda text: text or ""),
        _of("charges", "问责情形", _items),
        _of("measures", "问责措施", _measures),
        _of("outcome", "决定事项", _outcome),
        _of("decision_reasons", "决定理由", _lines),
        _of("restrictions", "限制事项", _each(restriction)),
        _of("appeals", "申诉途径", _each(_route)),
        _of("decision", "问责决定", _decision),
        _of("filed_on", "申诉日期", day_of),
        _of("accepted_on", "受理日期", day_of),
        _of("appeal_grounds", "申诉理由", _lines),
        _of("findings", "复查情况", _lines),
        _of("conclusion", "复查结论", CONCLUSIONS.__getitem__),
        _of("may_aggravate", "不加重说明", lambda may: "" if may else NO_AGGRAVATION),
        _of("cause", "纠正缘由", _clean),
        _of("withdrawn", "撤销措施", "、".join),
        _of("remaining", "保留措施", "、".join),
        _of("corrected_on", "纠正日期", day_of),
        _of("ended", "终止限制", _each(_ended)),
        _of("archives", "更正档案", "、".join),
        _of("published", "原公布范围", lambda text: text or ""),
        _of("portrait", "问题画像", _lines),
        _of("recommendations", "整改建议", _each(_recommendation)),
        _of("deadline", "整改期限", day_of),
        _of("nodes", "整改节点", _each(lambda n: f"{day_of(n['due'])}：{_clean(n['text'])}")),
        _of("impact", "影响期", _period),
        _of("performance", "影响期表现", _lines),
        _of("visits", "历次回访", _each(_past_visit)),
        _of("outline", "回访提纲", _lines),
        ("visit", lambda content: _visit(content["visit"] or {})),
    )
)
"""What each key of `content` prints; `placeholders_of_accountability` says it in words."""
