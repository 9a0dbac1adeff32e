"""How commands that may not load the rules put rows of the record store into words."""

import os
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from starter import kinds
from starter.language import LANGUAGE, say, spoken
from workflows.domain.calendars import SHANGHAI
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.roles import ROLE_LABELS, Role
from workflows.domain.tag_labels import TAG_LABELS
from workflows.domain.text import Text

KINDS: dict[str, Text] = {kind: group.label for kind, group in kinds.KINDS.items()}

PURPOSES: dict[str, Text] = {
    "stage": Text("交办", "assignment"),
    "reminder": Text("提醒", "reminder"),
    "overdue": Text("逾期", "overdue"),
    "escalation": Text("催办", "escalation"),
    "information": Text("通报", "information"),
}

DELIVERIES: dict[str, Text] = {
    "queued": Text("待送", "waiting"),
    "sent": Text("已送", "sent"),
    "undeliverable": Text("无法送达", "undeliverable"),
    "restored": Text("补登", "restored"),
}

WRITTEN = Text("已写成文件，待转交", "written to the outbox, to be handed over")
"""What `sent` means for a file: nobody knows yet whether its reader has it."""

CHANNELS: dict[str, Text] = {
    "file": Text("发件箱", "outbox"),
    "email": Text("邮件", "mail"),
    "webhook": Text("群消息", "group message"),
}

DOCUMENTS: dict[str, Text] = {
    **PAPER_LABELS,
    "signed_record": Text("签字笔录", "signed record"),
    "receipt": Text("回证", "proof of service"),
    "adjudication": Text("审理意见", "opinion of adjudication"),
    "appointment": Text("任职文件", "appointment"),
    "archive": Text("归档凭证", "proof of entry in a file"),
    "assessment": Text("评估材料", "assessment"),
    "division_of_labour": Text("分工文件", "division of labour"),
    "duty_list": Text("责任清单", "list of duties"),
    "entry": Text("载入凭证", "proof of entry"),
    "evidence": Text("证据材料", "evidence"),
    "facts": Text("见面材料", "record of showing the facts"),
    "letter": Text("函件", "letter"),
    "notice": Text("通知", "notice"),
    "opinion": Text("意见书", "written opinion"),
    "outline": Text("提纲", "outline"),
    "plan": Text("方案", "plan"),
    "proof": Text("佐证材料", "proof"),
    "record": Text("记录", "record"),
    "removal": Text("免职文件", "removal from office"),
    "report": Text("报告", "report"),
    "revisit": Text("回访记录", "record of a revisit"),
    "staffing_plan": Text("三定方案", "staffing plan"),
    "statement": Text("谈话笔录", "statement"),
    "talk": Text("谈话记录", "record of a talk"),
    "talk_record": Text("谈话记录", "record of a talk"),
}
"""Documents made here, and those that come from elsewhere."""

TAGS = TAG_LABELS

RESTRICTIONS: dict[str, Text] = {
    "equal-post": Text("担任与原职务相当的职务", "a post equal to the former one"),
    "promotion": Text("提升职务", "promotion"),
    "leading-post": Text("担任领导职务", "a leading post"),
    "award": Text("评优评先", "awards"),
}
"""What a decision may bar a subject from, as the command line has it."""

FOLLOW_UP = "subject_follow_up"
"""The kind of matter that knows the consequences of a decision."""

ROLES: dict[str, Text] = {role.value: text for role, text in ROLE_LABELS.items()}

AUTOMATIC = tuple([role.value] for role in (Role.CALENDAR, Role.REGISTRY, Role.LINKED_MATTER))
"""The roles of actors who are nobody; an id would tell nothing more."""


def called(labels: Mapping[str, Text], code: str) -> Text:
    """Return what a code is called; a code of a newer version stands for itself."""
    return labels.get(code) or Text(code, code)


def named(labels: dict[str, Text], code: str) -> str:
    """Return what a code is called in the language of this process."""
    return spoken(called(labels, code))


def delivered_as(state: str, channels: Collection[str]) -> Text:
    """Return what has become of a delivery on these channels; of a notice, on all of its ways."""
    if state == "sent" and channels and set(channels) == {"file"}:
        return WRITTEN
    return called(DELIVERIES, state)


def worded(row: dict[str, Any], field: str) -> str:
    """Return the text of a row in the language of this process."""
    return str(row[f"{field}_{LANGUAGE}"])


def awaited(role: str, organ: str) -> str:
    """Say who is awaited: `承办部门（DW）`; nobody is a dash."""
    if not role:
        return "—"
    return say(f"{named(ROLES, role)}（{organ}）", f"{named(ROLES, role)} ({organ})")


def who(actor: dict[str, Any]) -> str:
    """Say who acted: the officer's id and organ, never a name."""
    if actor["roles"] in AUTOMATIC:
        return named(ROLES, actor["roles"][0])
    return say(f"{actor['officer']}（{actor['organ']}）", f"{actor['officer']} ({actor['organ']})")


def shanghai_time(moment: str) -> str:
    """Return a recorded moment as clocks in Shanghai show it, to the minute."""
    return datetime.fromisoformat(moment).astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def next_command(kind: str, action: str, number: str) -> str:
    """Return the command line that does what is awaited; capitals are for the clerk to fill in."""
    group = kinds.KINDS.get(kind)
    line = f"zhengming {group.name if group else kind} {action} {number}"
    if not os.environ.get("ZHENGMING_OFFICER"):
        line += say(" --as 编号", " --as OFFICER")
    if group and action in group.wordless:
        return line
    return line + say(" --file 内容.yaml", " --file PAYLOAD.yaml")


def left_of(row: dict[str, Any]) -> str:
    """Say what is left of a term or work item, in working days where they are known."""
    if row["period"]:
        return _left_of_period(row)
    if row.get("ended_on"):
        return say(f"{row['ended_on']} 办结", f"done {row['ended_on']}")
    if row["suspended"]:
        return say("中止", "suspended")
    days = row["remaining_working_days"]
    if row["overdue"]:
        late = -row["remaining_days"]
        return say(f"逾期 {late} 天", f"{_days(late, 'day')} late")
    if days is None:
        return "—"
    return say(f"余 {days} 个工作日", _days(days, "working day"))


def _left_of_period(row: dict[str, Any]) -> str:
    """Say that a period is over, though no worker was there to note it, or what is left of it."""
    if row.get("ended_on"):
        return say(f"{row['ended_on']} 结束", f"ended {row['ended_on']}")
    days = row["remaining_days"]
    if days is None:
        return "—"
    return say(*over_or_left(days))


def over_or_left(days: int) -> tuple[str, str]:
    """Say of a period how many days are left, in Chinese and English; below zero it is over."""
    if days < 0:
        return "已届满", "over"
    if days == 0:
        return "今天届满", "ends today"
    return f"还有 {days} 天", f"{_days(days, 'day')} left"


def _days(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def due_of(row: dict[str, Any]) -> str:
    """Say when a term is due, and whether that day may still move with next year's calendar."""
    if row["due"] is None:
        return say("未定", "open") if row["suspended"] else say("无期限", "no term")
    return f"{row['due']}{say('（暂定）', ' (provisional)') if row['provisional'] else ''}"
