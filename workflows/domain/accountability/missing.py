"""What a gate still lacks, in words, with its source."""

from collections.abc import Iterable
from dataclasses import dataclass

from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, and the rule or entry of the pack that asks for it."""

    words: Text
    source: str


def lacks(source: str, zh: str, en: str) -> Missing:
    """Return one missing thing."""
    return Missing(Text(zh, en), source)


def listed(missing: Iterable[Missing]) -> Text:
    """Return the list as one sentence for a refusal."""
    things = [each.words for each in missing]
    return Text("；".join(t.zh for t in things), "; ".join(t.en for t in things))
