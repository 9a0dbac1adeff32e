"""The gates of a case as they stand: open, or closed and what is still missing (rulebook 3.5)."""

from collections.abc import Iterable
from typing import Any

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.case_file.words import same
from workflows.domain.accountability.gates import gates
from workflows.domain.accountability.missing import Missing, listed
from workflows.domain.text import Text

OPEN, CLOSED, NOTHING = Text("已满足", "open"), Text("未满足", "closed"), Text("—", "—")
CAPTION = Text("关口", "Gates")
HEADS = (
    Text("关口", "Gate"),
    Text("规则", "Rule"),
    Text("状态", "State"),
    Text("尚缺（依据）", "Still missing (source)"),
)


def told(journal: Journal) -> dict[str, Any]:
    """Return every gate with what it lacks, in words with their sources."""
    return {
        "gates": [
            {
                "rule": gate.rule,
                "label_zh": gate.label.zh,
                "label_en": gate.label.en,
                "open": not missing,
                "missing": [
                    {"text_zh": m.words.zh, "text_en": m.words.en, "source": m.source}
                    for m in missing
                ],
            }
            for gate, missing in gates(journal.state)
        ]
    }


def sheet(journal: Journal) -> Sheet:
    """Return the same for people: first the gates that are closed."""
    found = sorted(gates(journal.state), key=lambda each: not each[1])
    rows = (
        (gate.label, same(gate.rule), CLOSED if missing else OPEN, _lacks(missing))
        for gate, missing in found
    )
    return Sheet(caption=CAPTION, heads=HEADS, rows=tuple(rows))


def _lacks(missing: Iterable[Missing]) -> Text:
    if not missing:
        return NOTHING
    words = listed(missing)
    sources = "；".join(dict.fromkeys(each.source for each in missing))
    return Text(f"{words.zh}（{sources}）", f"{words.en} ({sources})")
