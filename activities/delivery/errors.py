"""What an attempt at delivery may meet. No message names a person or an address.

NeverArrives: this address cannot work. NotNow ── WordsBroken: asked again until it works.
"""

import re
from datetime import timedelta

LONGEST = 200
"""Characters that are kept of what a server says."""
_ADDRESSES = re.compile(r"<[^<>]*>|\S*@\S*|https?://\S+")


class _Hindrance(Exception):
    """What is in the way: a short code for everybody, and what the server said beside it."""

    def __init__(self, code: str, said: str = "") -> None:
        self.code = code
        self.answer = f"{code} {plain(said)}".strip()
        super().__init__(self.answer)

    @property
    def for_log(self) -> str:
        """Return what a log may hold: never what a server said, which can be anything."""
        return self.code


class NeverArrives(_Hindrance):
    """The address is refused for good; trying again changes nothing."""


class NotNow(_Hindrance):
    """The way is closed for a while; `again_in` says when to ask, if the other side said so."""

    def __init__(self, code: str, said: str = "", again_in: timedelta | None = None) -> None:
        super().__init__(code, said)
        self.again_in = again_in


class WordsBroken(NotNow):
    """A template that cannot be rendered; it heals when the office mends it."""

    @property
    def for_log(self) -> str:
        """Return file and fault, which are our own words."""
        return self.answer


class MeansBroken(Exception):
    """A file of the office that cannot be understood; the message is one line for its log."""


def plain(said: str) -> str:
    """Return what a server said as one short line without addresses."""
    readable = "".join(sign if sign.isprintable() else " " for sign in said)
    return _ADDRESSES.sub("…", " ".join(readable.split()))[:LONGEST]


def code_of(answer: str) -> str:
    """Return the short code that an answer on record begins with: `550`, `errcode 93000`."""
    words = answer.split(" ")
    return " ".join(words[: 2 if words[0] == "errcode" else 1])
