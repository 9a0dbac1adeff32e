"""How the case file puts values into details: a label, a text in two languages, who may see it.

Free text of a clerk, and whatever tells who a matter is about, is `guarded`.
"""

from collections.abc import Iterable
from datetime import date

from starter.case_file.model import Detail
from workflows.domain.text import Text

HIDDEN = Text("内容仅限有权人员查看", "for readers with the right only")
YES, NO = Text("是", "yes"), Text("否", "no")


def same(value: object) -> Text:
    """Return a value that reads the same in both languages: a number, a day, a clerk's words."""
    return Text(str(value), str(value))


def spaced(*texts: Text | None) -> Text:
    """Join texts with a dot in between; None is left out."""
    given = [text for text in texts if text is not None]
    return Text(" · ".join(t.zh for t in given), " · ".join(t.en for t in given))


def enumerated(texts: Iterable[Text]) -> Text:
    """Join names: 甲、乙 / a, b."""
    given = list(texts)
    return Text("、".join(t.zh for t in given), ", ".join(t.en for t in given))


def of_organ(role: Text, organ: str) -> Text:
    """Say a role of an organ: `承办部门（DW）`."""
    return Text(f"{role.zh}（{organ}）", f"{role.en} ({organ})") if organ else role


def detail(zh: str, en: str, value: Text | str | int | date | bool) -> Detail:
    """Return a detail that every reader of the matter sees."""
    if isinstance(value, bool):
        value = YES if value else NO
    return Detail(label=Text(zh, en), text=value if isinstance(value, Text) else same(value))


def optional(zh: str, en: str, value: Text | str | int | date | None) -> tuple[Detail, ...]:
    """Return a detail where there is a value."""
    return () if value is None else (detail(zh, en, value),)


def guarded(zh: str, en: str, value: str | Text | None) -> tuple[Detail, ...]:
    """Return a detail for readers with names only, where there is a value."""
    if not value:
        return ()
    text = value if isinstance(value, Text) else same(value)
    return (Detail(label=Text(zh, en), text=text, guarded=True),)


def shown(details: Iterable[Detail], names: bool) -> tuple[Detail, ...]:
    """Return details as a reader may see them: guarded texts hidden unless `names`."""
    return tuple(
        each.model_copy(update={"text": HIDDEN}) if each.guarded and not names else each
        for each in details
    )
