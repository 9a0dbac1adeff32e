"""Arguments that several commands take, checked before anything is read or sent."""

import re
from datetime import date

from starter.failure import Invalid
from workflows.domain.numbers import MATTER_NUMBER
from workflows.domain.text import Text


def number_of(value: str, like: str = "CLAR-2026-0042", letter: str | None = None) -> str:
    """Return a matter's number; raises Invalid for what cannot be one.

    `letter` is that of its last part, empty for a number without one; None for any. `like` is a
    number of the wanted form.
    """
    known = re.fullmatch(MATTER_NUMBER.strip("^$"), value) is not None
    last = value.rpartition("-")[2][:1]
    if known and letter in (None, "" if last.isdigit() else last):
        return value
    raise Invalid(
        Text(
            f"CASE：编号应如 {like}（字母、年份、序号）。",
            f"CASE: a number looks like {like} (letters, year, serial number).",
        )
    )


def day_of(option: str, value: str | None) -> date | None:
    """Return the day that an option names; raises Invalid for a day that does not exist."""
    if value is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Invalid(
        Text(
            f"{option}：应为存在的日期，如 2026-11-20。",
            f"{option}: must be a day that exists, such as 2026-11-20.",
        )
    )


def key_of(value: str | None) -> str | None:
    """Return an idempotency key; raises Invalid for one that nobody could type again."""
    if value is not None and re.fullmatch(r"[\x21-\x7e]{1,100}", value) is None:
        raise Invalid(
            Text(
                "--key：1 至 100 个字母、数字或符号，不含空格。",
                "--key: 1 to 100 letters, digits or signs, no blanks.",
            )
        )
    return value
