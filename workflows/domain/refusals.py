"""Words of refusal that several checks share."""

from datetime import date

from workflows.domain.lifecycle import Rejected
from workflows.domain.text import Text


def refuse(rule: str, zh: str, en: str) -> Rejected:
    """Return a refusal in both languages, for a check to raise."""
    return Rejected(rule, Text(zh, en))


def not_later(day: date, today: date, field: str) -> None:
    """Refuse a date that has not come; both are days in Shanghai."""
    if day > today:
        raise refuse(
            "0.3",
            f"{field}：{day} 晚于今天 {today}，只能登记已经发生的事。",
            f"{field}: {day} is after today, {today}; only record what happened.",
        )
