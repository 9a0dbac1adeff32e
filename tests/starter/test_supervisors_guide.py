"""The guide explains every code that the Temporal pages show in place of a word."""

from pathlib import Path

import pytest

from starter.case_file.clarification.labels import ENTRIES, ROUTES
from workflows.domain.clarification.values import Entry, Route
from workflows.domain.roles import ROLE_LABELS, Role

DOCS = Path(__file__).parents[2] / "docs"
NOBODY = (Role.CALENDAR, Role.REGISTRY, Role.LINKED_MATTER)
"""Who acts by itself, and is never awaited."""


@pytest.mark.parametrize(
    ("guide", "language"), [("supervisor.md", "zh"), ("supervisor.en.md", "en")]
)
def test_every_code_stands_in_the_guide_with_its_word(guide: str, language: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")

    labels = {role.value: ROLE_LABELS[role] for role in Role if role not in NOBODY}
    labels |= {entry.value: ENTRIES[entry] for entry in Entry}
    labels |= {route.value: ROUTES[route] for route in Route}
    missing = [code for code, word in labels.items() if _row(code, word.in_(language)) not in text]
    assert missing == []


def _row(code: str, word: str) -> str:
    return f"| `{code}` | {word} |"
