"""Facts that every kind of matter has: what the clock and the post bring about."""

from datetime import date
from typing import Literal

from workflows.domain.lifecycle import Fact
from workflows.domain.lost_notices import unreached
from workflows.domain.roles import Role
from workflows.domain.text import Text


class Reminded(Fact):
    """A rung of a ladder fired: before the due day a reminder, after it an escalation."""

    kind: Literal["reminded"] = "reminded"
    term: str
    label: Text
    rung: int
    due: date
    purpose: Literal["reminder", "escalation"]
    to: tuple[Role, ...]

    def words(self) -> Text:
        if self.purpose == "escalation":
            return Text(
                f"逾期催办：{self.label.zh}（应于 {self.due} 完成）。",
                f"Escalated: {self.label.en} was due {self.due}.",
            )
        return Text(
            f"提醒：{self.label.zh}于 {self.due} 到期。",
            f"Reminder: {self.label.en} due {self.due}.",
        )


class WentOverdue(Fact):
    """A due day passed; the matter goes on, and those who must know are told."""

    kind: Literal["went_overdue"] = "went_overdue"
    term: str
    label: Text
    rung: int
    due: date
    to: tuple[Role, ...]

    def words(self) -> Text:
        return Text(
            f"逾期：{self.label.zh}应于 {self.due} 完成。",
            f"Overdue: {self.label.en} was due {self.due}.",
        )


class PeriodEnded(Fact):
    """The last day of a period is over; its effective day is the first day after it."""

    kind: Literal["period_ended"] = "period_ended"
    term: str
    label: Text
    rung: int
    due: date
    """The last day of the period, in Shanghai, inclusive."""
    to: tuple[Role, ...]

    def words(self) -> Text:
        return Text(
            f"{self.label.zh}届满（最后一日 {self.due}）。",
            f"The {self.label.en} is over; its last day was {self.due}.",
        )


class NoticeUndeliverable(Fact):
    """A notice can never arrive as it is addressed; somebody must see to it."""

    kind: Literal["notice_undeliverable"] = "notice_undeliverable"
    notice_seq: int
    index: int
    to_role: Role
    reason: str

    def words(self) -> Text:
        notice, whom = f"{self.notice_seq}/{self.index}", unreached(self.to_role, self.reason)
        return Text(
            f"通知 {notice} 未能送达{whom.zh}，请另行告知。",
            f"Notice {notice} did not reach {whom.en}; tell them otherwise.",
        )


class MessageLost(Fact):
    """Another matter can never be told what it should know; somebody must see to it."""

    kind: Literal["message_lost"] = "message_lost"
    message_seq: int
    index: int
    to: str
    """The number of the matter that should be told."""
    name: str
    reason: Literal["unknown", "closed"]

    def words(self) -> Text:
        why = _WHY_LOST[self.reason]
        return Text(
            f"本件的情况未能告知 {self.to}（{why.zh}），请人工核实处理。",
            f"{self.to} could not be told of this matter ({why.en}); see to it by hand.",
        )


_WHY_LOST = {
    "unknown": Text("没有这一编号的事项", "no matter has that number"),
    "closed": Text("该事项已办结", "that matter is closed"),
}
