"""What the answer to a post means: taken, never, or not now."""

import contextlib
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Literal

import httpx

from activities.delivery.errors import NeverArrives, NotNow

NEVER = frozenset({400, 404, 410, 413, 422})
"""There is nobody at this address, or it does not take what we post; the rest heals."""
LONGEST_REST = timedelta(days=1)
"""No receiver can put a notice off for longer."""

BUSY = frozenset({-1, 45009, 45033})
"""WeCom: the system is busy, or too many messages in a minute."""
A_MINUTE = timedelta(minutes=1)
WRONG = (range(40000, 45000), range(45001, 45009), range(93000, 94000))
"""WeCom: parameters, size, key or robot are wrong, and stay so."""


def judged(shape: Literal["json", "wecom"], answer: httpx.Response) -> str:
    """Return an answer that means yes; raises `NeverArrives`, `NotNow`."""
    code = str(answer.status_code)
    if answer.status_code in NEVER:
        raise NeverArrives(code, answer.reason_phrase)
    if not answer.is_success:
        raise NotNow(code, answer.reason_phrase, _rest(answer.headers.get("retry-after", "")))
    return _said_by_wecom(answer) if shape == "wecom" else f"{code} {answer.reason_phrase}".strip()


def _rest(retry_after: str) -> timedelta | None:
    """Return how long the receiver wants to be left alone: seconds, or a date."""
    if retry_after.isascii() and retry_after.isdigit():
        return min(timedelta(seconds=int(retry_after[:9])), LONGEST_REST)
    with contextlib.suppress(ValueError, TypeError, OverflowError):
        rest = parsedate_to_datetime(retry_after) - datetime.now(UTC)
        return min(max(rest, timedelta(seconds=1)), LONGEST_REST)
    return None


def _said_by_wecom(answer: httpx.Response) -> str:
    """Return the bot's yes; it says no with status 200 too."""
    try:
        said: dict[str, Any] = answer.json()
        code, message = int(said["errcode"]), str(said.get("errmsg", ""))
    except (ValueError, LookupError, TypeError, AttributeError):
        raise NotNow("answer", "not that of a WeCom bot") from None
    name = f"errcode {code}"
    if code in BUSY:
        raise NotNow(name, message, A_MINUTE if code == 45009 else None)
    if any(code in codes for codes in WRONG):
        raise NeverArrives(name, message)
    if code != 0:
        raise NotNow(name, message)
    return f"{name} {message}".strip()
