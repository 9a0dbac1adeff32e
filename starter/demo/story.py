"""A story of the demo: who does what after how many days, in words and payloads.

`today`, `today-3` or `today+1` anywhere in a payload is a day of the matter's own calendar;
`made:clarification_letter` is the number that the newest document of that kind was given.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from starter.documents import parse_document
from starter.payloads import checked
from workflows.domain.text import Text

FOLDER = Path(__file__).parent
RELATIVE = re.compile(r"today([+-]\d+)?")
MADE = "made:"


class Title(BaseModel, frozen=True):
    """A title in both languages."""

    zh: str
    en: str


class StoryStep(BaseModel):
    """Some days pass, then somebody acts; either may be left out."""

    model_config = ConfigDict(frozen=True)

    zh: str
    en: str
    days: int = 0
    officer: str = Field("", alias="as")
    command: str = Field("", alias="do")
    on: str = ""
    """Which matter of the story: `S1`, `S1-A1` …; empty for the one it is about."""
    payload: dict[str, Any] = {}
    refused: bool = False
    """The rules forbid this step; the demo shows how they say so."""

    @property
    def words(self) -> Text:
        """Return what is about to be done, in plain words."""
        return Text(self.zh, self.en)


class Story(BaseModel, frozen=True):
    """One matter of the demo; the number's year is the year of the day on which it is told."""

    number: int
    title: Title
    letters: str = "CLAR"
    """What its number begins with: what the kind's numbers begin with."""
    steps: tuple[StoryStep, ...]

    def matter(self, year: int) -> str:
        """Return the number of the matter."""
        return f"{self.letters}-{year}-{self.number:04}"


def stories() -> list[Story]:
    """Return the stories in their order."""
    return [
        checked(Story, parse_document(path.read_text(encoding="utf-8"), path.name))
        for path in sorted(FOLDER.glob("*.yaml"))
    ]


def filled(value: Any, today: date, numbers: Mapping[str, str]) -> Any:
    """Return a payload with its relative days as days, and documents by the numbers they got."""
    if isinstance(value, dict):
        return {key: filled(part, today, numbers) for key, part in value.items()}
    if isinstance(value, list):
        return [filled(part, today, numbers) for part in value]
    if not isinstance(value, str):
        return value
    if value.startswith(MADE):
        return numbers[value.removeprefix(MADE)]
    found = RELATIVE.fullmatch(value)
    return (today + timedelta(days=int(found[1] or 0))).isoformat() if found else value
