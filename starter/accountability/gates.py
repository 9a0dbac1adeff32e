"""The gates of a case as they stand: open, or closed and what is still missing (rulebook 3.5)."""

from collections.abc import Iterator
from typing import Any

import click

from starter.case_file.journal import Journal
from starter.columns import Line, print_columns
from starter.labels import worded
from starter.language import say, spoken
from workflows.domain.accountability.gates import gates
from workflows.domain.text import Text

OPEN, CLOSED = Text("已开", "open"), Text("未开", "closed")


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


def print_told(shown: dict[str, Any]) -> None:
    """Print the gates, each closed one with what is missing."""
    click.echo()
    heads = say("关口,规则,状态,尚缺（依据）", "Gate,Rule,State,Still missing (source)").split(",")
    print_columns(heads, _lines(shown["gates"]))


def _lines(gates: list[dict[str, Any]]) -> Iterator[Line]:
    for gate in gates:
        state, missing = OPEN if gate["open"] else CLOSED, gate["missing"]
        words = say("；", "; ").join(worded(each, "text") for each in missing)
        sources = say("；", "; ").join(dict.fromkeys(each["source"] for each in missing))
        said = say(f"{words}（{sources}）", f"{words} ({sources})") if missing else "—"
        yield Line((worded(gate, "label"), gate["rule"], spoken(state), said))
