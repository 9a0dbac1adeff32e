"""The worked dates that `docs/accountability-rules.md` shows are those that the rules give."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.domain.accountability_parts import follows

PAGE = Path(__file__).parents[1] / "docs" / "accountability-rules.md"
EXAMPLES = {
    "3.10 (a)": ("REMOVAL",),
    "3.10 (b)": ("DEMOTION",),
    "3.10 (c)": ("REMOVAL", "PARTY_SERIOUS_WARNING"),
    "3.10 (d)": ("DEMOTION", "PARTY_WARNING"),
    "3.10 (e)": ("CIRCULATED_CRITICISM",),
}
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| 20\d\d-", line)
]


def test_every_example_of_the_rulebook_is_shown() -> None:
    assert [row[-1] for row in ROWS] == list(EXAMPLES)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[-1])
def test_the_dates_shown_are_those_that_follow(row: list[str]) -> None:
    what, last_day, first, rule = row

    found = follows(date.fromisoformat(what[:10]), *EXAMPLES[rule])

    assert (str(found.last_day or "—"), str(found.impact_end)) == (last_day, first)
