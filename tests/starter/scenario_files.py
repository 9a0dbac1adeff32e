"""Rows of rulebook part 7 as files: the facts of a row, who does what, and what the rules demand.

The steps are those of the demo's stories. A `part` stands for the steps of `parts/NAME.yaml`, with
`$subject` and the like filled in. Days are `today±n`, or `Y0-05-20`: Y0 is the year in which the
handling begins, on the month and day named by `begins`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from starter.demo.story import StoryStep, filled
from starter.documents import parse_document
from tests.starter.cli import SCENARIOS

FOLDER = SCENARIOS / "cases"
GIVEN = re.compile(r"\$([a-z]\w*)", re.ASCII)
OF_YEAR = re.compile(r"Y(\d)-(\d\d-\d\d)")


class Expected(BaseModel):
    """What a rule demands of a matter; only what is named is looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    """From which rule it follows, and how."""
    on: str = ""
    """Which matter: S1, R1 …; empty for the case."""
    stage: str = ""
    closed: bool = False
    rule_pack: str = ""
    happened: tuple[str, ...] = ()
    """Kinds of events that are on record, in this order."""
    never: tuple[str, ...] = ()
    """Kinds of events that are not on record."""
    open_gates: tuple[str, ...] = ()
    closed_gates: tuple[str, ...] = ()
    linked: dict[str, str] = {}
    """All linked matters by the end of their numbers, with their stages."""
    impact_last_day: str | None = None
    no_award_until: str | None = None
    first_eligible: dict[str, str] = {}
    """By kind of restriction: the first day on which it bars no more, and never a day earlier."""
    never_barred: tuple[str, ...] = ()
    """Kinds of restriction that the decision does not bring."""
    archive: tuple[str, ...] = ()
    """All files in which an entry stands."""
    waits: tuple[str, ...] = ()
    """Commands that the work items ask for."""
    waits_not: tuple[str, ...] = ()
    due: dict[str, str] = {}
    """Terms by key, with the day on which each is due."""
    documents: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Roles that were sent a notice."""
    says: tuple[str, ...] = ()
    """Words of the case file, for a reader with names."""


class Step(StoryStep):
    """A step of a story that may be refused, and may come from a shared part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str = ""
    en: str = ""
    to: str = ""
    """The day on which it happens, where `days` does not say how many pass."""
    file: str = ""
    """A payload of `tests/scenarios`, under what `payload` adds."""
    rule: str = ""
    """The rule by which it is refused."""
    code: int = 0
    """How it ends where no rule refuses it: 3 where the officer has not the right to it."""
    expect: tuple[Expected, ...] = ()


class Scenario(BaseModel):
    """One row."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    row: str
    source: str
    facts: str
    begins: str = Field("", pattern=r"^(\d\d-\d\d)?$")
    steps: tuple[dict[str, Any], ...]


def scenarios() -> list[Path]:
    """Return the files of the rows."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def read(path: Path) -> Any:
    return parse_document(path.read_text(encoding="utf-8"), path.name)


def steps_of(raw: tuple[dict[str, Any], ...], given: Mapping[str, Any]) -> Iterator[Step]:
    """Yield the steps with every part put in its place."""
    for each in raw:
        step = put(each, given)
        if "part" not in step:
            yield Step.model_validate(step)
            continue
        part = step.pop("part")
        yield from steps_of(tuple(read(FOLDER / "parts" / f"{part}.yaml")), {**given, **step})


def put(value: Any, given: Mapping[str, Any]) -> Any:
    """Return a value with what is given for `$name`; alone it keeps its type."""
    if isinstance(value, dict):
        return {key: put(part, given) for key, part in value.items()}
    if isinstance(value, list):
        return [put(part, given) for part in value]
    if not isinstance(value, str):
        return value
    alone = GIVEN.fullmatch(value)
    return given[alone[1]] if alone else GIVEN.sub(lambda found: str(given[found[1]]), value)


def dated(value: Any, today: date, year: int) -> Any:
    """Return a value with its days as days."""
    return filled(_of_years(value, year), today, {})


def _of_years(value: Any, year: int) -> Any:
    if isinstance(value, dict):
        return {key: _of_years(part, year) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_of_years(part, year) for part in value]
    if not isinstance(value, str):
        return value
    return OF_YEAR.sub(lambda found: f"{year + int(found[1])}-{found[2]}", value)
