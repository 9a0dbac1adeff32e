"""The rules of hubei-2016 to test with, and one value of them set otherwise."""

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from starter.calendar_files import load_calendar
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.consequences.reckoning import consequences
from workflows.domain.consequences.values import Consequences, Imposed, Imposition
from workflows.domain.rulepack import RulePack

HUBEI_FILE = FilePath(__file__).parents[2] / "rulepacks" / "hubei-2016.toml"
HUBEI_DATA: dict[str, Any] = tomllib.loads(HUBEI_FILE.read_text(encoding="utf-8"))
HUBEI = RulePack.model_validate(HUBEI_DATA)
CALENDAR = load_calendar()
Path = tuple[str | int, ...]


def tables(data: Any, *path: str | int) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Find every table of a part that has a source."""
    if isinstance(data, dict):
        if "source" in data:
            yield path, data
        for key, value in data.items():
            yield from tables(value, *path, key)
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from tables(value, *path, index)


SOURCED = dict(tables(HUBEI_DATA["accountability"]))


def hubei_data(*path: str | int, value: Any) -> dict[str, Any]:
    """Return the pack's data with one value of its accountability part; None takes it out."""
    data = deepcopy(HUBEI_DATA)
    place: Any = data["accountability"]
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return data


def hubei_rules(*path: str | int, value: Any = None) -> AccountabilityRules:
    """Return the rules, with one value set otherwise if a path is given."""
    pack = RulePack.model_validate(hubei_data(*path, value=value)) if path else HUBEI
    assert pack.accountability is not None
    return pack.accountability


RULES = hubei_rules()
TO_THE_DAY = hubei_rules("impact", "last_day", "value", value="corresponding_day")
EACH_KIND = hubei_rules("impact", "longest", "value", value="each_kind")


def imposed(day: date, *measures: str | Imposed, **more: Any) -> Imposition:
    parts = tuple(Imposed(measure=m) if isinstance(m, str) else m for m in measures)
    return Imposition(decided_on=day, measures=parts, **more)


def follows(
    day: date, *measures: str | Imposed, rules: AccountabilityRules = RULES, **more: Any
) -> Consequences:
    """Return what follows from measures decided on a day."""
    return consequences(imposed(day, *measures, **more), rules, CALENDAR)
