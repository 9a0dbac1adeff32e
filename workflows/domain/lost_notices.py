"""Whom a notice did not reach, and why: the words for what the post reports in codes."""

from workflows.domain.roles import ROLE_LABELS, Role
from workflows.domain.text import Text

WAYS = {
    "email": Text("邮箱", "mail"),
    "webhook": Text("群消息", "group message"),
    "file": Text("发件箱", "outbox"),
}


def unreached(role: Role, reason: str) -> Text:
    """Return who of a role was not reached, on which ways: `承办部门 ma（邮箱 550）`.

    The reason is `ma email 550; wu email 551 webhook 404`; one of another form stands for itself.
    """
    who = ROLE_LABELS[role]
    parts = [part.split() for part in reason.split("; ")]
    if not reason:
        return who
    if any(len(part) < 3 or part[1] not in WAYS for part in parts):
        return Text(f"{who.zh}（{reason}）", f"{who.en} ({reason})")
    officers = [_officer(part) for part in parts]
    return Text(
        f"{who.zh} {'、'.join(officer.zh for officer in officers)}",
        f"{who.en} {', '.join(officer.en for officer in officers)}",
    )


def _officer(part: list[str]) -> Text:
    officer, *codes = part
    ways = [WAYS.get(code, Text(code, code)) for code in codes]
    zh, en = " ".join(way.zh for way in ways), " ".join(way.en for way in ways)
    return Text(f"{officer}（{zh}）", f"{officer} ({en})")
