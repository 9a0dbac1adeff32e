"""The entries in files that a subject's follow-up made, each with a history of its own (3.13)."""

from collections.abc import Iterator
from typing import Any

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.case_file.words import same
from starter.columns import Line
from starter.labels import worded
from starter.language import say
from workflows.domain.follow_up.archives import archive, missing
from workflows.domain.text import Text

WHAT: dict[str, Text] = {
    "ENTERED": Text("载入", "entered"),
    "CORRECTED": Text("更正", "corrected"),
    "WITHDRAWN": Text("撤出", "withdrawn"),
}

CAPTION = Text("归档", "Entries in files")
HEADS = (
    Text("档案", "File"),
    Text("情况", "State"),
    Text("日期", "Day"),
    Text("经办", "By"),
)
NOT_YET, NOTHING = Text("尚未载入", "not entered yet"), Text("—", "—")


def told(journal: Journal) -> dict[str, Any]:
    """Return every entry with its history, and the files where one is still to be made."""
    rules = journal.state.rules.archives
    return {
        "archive": [
            {
                "archive": entry.archive,
                "label_zh": entry.label.zh,
                "label_en": entry.label.en,
                "stands": entry.stands,
                "history": [line.model_dump(mode="json") for line in entry.lines],
            }
            for entry in archive(journal.state)
        ],
        "not_entered": [
            {"archive": code, "label_zh": rules[code].zh, "label_en": rules[code].en}
            for code in missing(journal.state)
        ],
    }


def sheet(journal: Journal) -> Sheet | None:
    """Return every line of every entry, then what is still to be entered; None without either."""
    state = journal.state
    made = (
        (entry.label, WHAT[line.what], same(line.on), same(line.by))
        for entry in archive(state)
        for line in entry.lines
    )
    waiting = ((state.rules.archives[c].label, NOT_YET, NOTHING, NOTHING) for c in missing(state))
    rows = (*made, *waiting)
    return Sheet(caption=CAPTION, heads=HEADS, rows=rows) if rows else None


def lines(number: str, shown: dict[str, Any]) -> Iterator[Line]:
    """Yield each line of each entry, then what is not entered yet."""
    for entry in shown["archive"]:
        for line in entry["history"]:
            what = WHAT[line["what"]]
            told = (line["on"], say(what.zh, what.en), line["by"], line["document"])
            yield Line((number, worded(entry, "label"), *told))
    for entry in shown["not_entered"]:
        waiting = say("尚未载入", "not entered yet")
        yield Line((number, worded(entry, "label"), "—", waiting, "", ""), urgent=True)
