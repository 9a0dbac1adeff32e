"""How readers name a subject's follow-up: by its own number, or by the case and S1, S2 …."""

import re

from starter.failure import Invalid, NoSuchMatter
from starter.labels import FOLLOW_UP, KINDS, called
from starter.reading import Reader
from workflows.domain.text import Text

NOT_A_SUBJECT = Text("SUBJECT：应如 S1。", "SUBJECT: must be like S1.")


def follow_up_of(number: str, subject: str | None) -> str:
    """Return the number of a follow-up; raises Invalid for what names no subject."""
    if subject is None:
        return number
    if re.fullmatch(r"S[1-9]\d{0,2}", subject) is None:
        raise Invalid(NOT_A_SUBJECT)
    return f"{number}-{subject}"


def only_follow_up(reader: Reader, number: str, subject: str | None) -> str:
    """Return the follow-up that is meant; raises Invalid, NoSuchMatter."""
    wanted = follow_up_of(number, subject)
    view = reader.matter(wanted)
    if view is None:
        raise NoSuchMatter(wanted)
    if view["kind"] != FOLLOW_UP:
        raise _not_followed(wanted, called(KINDS, view["kind"]))
    return wanted


def follow_ups_of(reader: Reader, number: str, subject: str | None) -> list[str]:
    """Return the follow-ups that are meant: one, or all of a case; raises NoSuchMatter."""
    wanted = follow_up_of(number, subject)
    view = reader.matter(wanted)
    if view is None:
        raise NoSuchMatter(wanted)
    if view["kind"] == FOLLOW_UP:
        return [wanted]
    mine = [other for other in reader.naming(wanted) if _is_follow_up(reader, other)]
    if not mine:
        raise NoSuchMatter(f"{wanted}-S1")
    return mine


def _is_follow_up(reader: Reader, number: str) -> bool:
    view = reader.matter(number)
    return view is not None and view["kind"] == FOLLOW_UP


def _not_followed(number: str, label: Text) -> Invalid:
    return Invalid(
        Text(
            f"{number} 是{label.zh}，不是问责对象后续：请写案件编号和 S1，或者后续的编号。",
            f"{number} is a {label.en}, no subject's follow-up: give the case and S1, or its own"
            " number.",
        )
    )
