"""What a matter looks like to those who ask by command, against what a scenario expects."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from tests.starter.one_process import OneProcess
from tests.starter.scenario_files import Expected
from workflows.domain.accountability.stages import STAGES as OF_CASES
from workflows.domain.appeal.stages import STAGES as OF_APPEALS
from workflows.domain.follow_up.stages import STAGES as OF_FOLLOW_UPS
from workflows.domain.probation.stages import STAGES as OF_PROBATIONS
from workflows.domain.rectification.stages import STAGES as OF_RECTIFICATIONS

PATIENCE = 20.0
"""Seconds until linked matters have told each other what happened."""
READER = "he"
STAGES = {
    "accountability_case": OF_CASES,
    "appeal": OF_APPEALS,
    "subject_follow_up": OF_FOLLOW_UPS,
    "probation": OF_PROBATIONS,
    "rectification": OF_RECTIFICATIONS,
}
"""By the kind of matter; clerks read the name of a stage, rules call it by its code (3.4)."""


class Looking:
    """Asks about one matter, each command once."""

    def __init__(self, ask: OneProcess, number: str) -> None:
        self._ask = ask
        self.number = number
        self._answers: dict[tuple[str, ...], Any] = {}

    def __call__(self, *arguments: str) -> Any:
        if arguments not in self._answers:
            said = self._ask(*arguments, "--json")
            assert said.code == 0, said.err
            self._answers[arguments] = said.json
        return self._answers[arguments]

    @property
    def shown(self) -> Any:
        return self("show", self.number)

    @property
    def file(self) -> Any:
        return self("file", self.number, "--as", READER)

    def eligible(self, kind: str, day: date) -> bool:
        asked = self("eligible", self.number, kind.lower().replace("_", "-"), "--on", str(day))
        return bool(asked["eligible"])


def disagreements(looking: Looking, expected: Expected) -> list[str]:
    """Return in which respects a matter is not what is expected."""
    return [
        f"{name}: {found}"
        for name in sorted(expected.model_fields_set - {"rule", "on"})
        for found in LOOKS[name](looking, getattr(expected, name))
    ]


def agree(ask: OneProcess, number: str, expected: Expected) -> None:
    """Wait until a matter is what is expected; fail with what it is instead."""
    until = time.monotonic() + PATIENCE
    while found := _found(ask, number, expected):
        assert time.monotonic() < until, f"{number}, {expected.rule}: {found}"
        time.sleep(0.05)


def _found(ask: OneProcess, number: str, expected: Expected) -> list[str]:
    if ask("show", number, "--json").code:
        return ["is not there"]
    return disagreements(Looking(ask, number), expected)


Look = Callable[[Looking, Any], Iterator[str]]


def _code(row: dict[str, Any]) -> str:
    """Return the code of the stage where a matter stands."""
    named = STAGES[row["kind"]].named
    return next(str(code) for code, (_, label) in named.items() if label.zh == row["stage_zh"])


def _stage(looking: Looking, wanted: str) -> Iterator[str]:
    if (found := _code(looking.shown)) != wanted:
        yield found


def _closed(looking: Looking, wanted: bool) -> Iterator[str]:
    if looking.shown["closed"] is not wanted:
        yield str(not wanted)


def _rule_pack(looking: Looking, wanted: str) -> Iterator[str]:
    if (found := looking.shown["rule_pack"]["id"]) != wanted:
        yield str(found)


def _happened(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
    kinds = [event["kind"] for event in looking.shown["events"]]
    left = iter(kinds)
    if not all(kind in left for kind in wanted):
        yield str(kinds)


def _never(looking: Looking, unwanted: tuple[str, ...]) -> Iterator[str]:
    yield from {event["kind"] for event in looking.shown["events"]} & set(unwanted)


def _gates(*, is_open: bool) -> Look:
    def look(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
        for rule in wanted:
            gates = [gate for gate in looking.shown["gates"] if gate["rule"] == rule]
            if not gates or any(gate["open"] is not is_open for gate in gates):
                yield f"{rule} {gates}"

    return look


def _linked(looking: Looking, wanted: dict[str, str]) -> Iterator[str]:
    head = len(looking.number) + 1
    found = {each["matter"][head:]: _code(each) for each in looking.shown["linked"]}
    if found != wanted:
        yield str(found)


def _impact(name: str) -> Look:
    def look(looking: Looking, wanted: str | None) -> Iterator[str]:
        if (found := looking.shown["impact"][name]) != wanted:
            yield str(found)

    return look


def _first_eligible(looking: Looking, wanted: dict[str, str]) -> Iterator[str]:
    for kind, first in wanted.items():
        day = date.fromisoformat(first)
        before, then = (looking.eligible(kind, on) for on in (day - timedelta(days=1), day))
        if (before, then) != (False, True):
            yield f"{kind} {first}: {before} the day before, {then} then"


def _never_barred(looking: Looking, unwanted: tuple[str, ...]) -> Iterator[str]:
    yield from {each["kind"] for each in looking.shown["restrictions"]} & set(unwanted)


def _archive(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
    entries = looking("archive", looking.number)["subjects"][0]["archive"]
    found = [entry["archive"] for entry in entries if entry["stands"]]
    if sorted(found) != sorted(wanted):
        yield str(found)


def _waits(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
    actions = [item["action"] for item in looking.shown["work_items"]]
    if not set(wanted) <= set(actions):
        yield str(actions)


def _waits_not(looking: Looking, unwanted: tuple[str, ...]) -> Iterator[str]:
    yield from {item["action"] for item in looking.shown["work_items"]} & set(unwanted)


def _due(looking: Looking, wanted: dict[str, str]) -> Iterator[str]:
    found = {term["key"]: term["due"] for term in looking.shown["terms"]}
    if not wanted.items() <= found.items():
        yield str(found)


def _documents(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
    made = [paper["kind"] for paper in looking.file["papers"] if paper["sha256"]]
    if not set(wanted) <= set(made):
        yield str(made)


def _told(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
    roles = {notice["to_role"] for notice in looking.file["notices"]}
    if not set(wanted) <= roles:
        yield str(roles)


def _says(looking: Looking, wanted: tuple[str, ...]) -> Iterator[str]:
    whole = str(looking.file)
    yield from (words for words in wanted if words not in whole)


LOOKS: dict[str, Look] = {
    "stage": _stage,
    "closed": _closed,
    "rule_pack": _rule_pack,
    "happened": _happened,
    "never": _never,
    "open_gates": _gates(is_open=True),
    "closed_gates": _gates(is_open=False),
    "linked": _linked,
    "impact_last_day": _impact("last_day"),
    "no_award_until": _impact("no_award_until"),
    "first_eligible": _first_eligible,
    "never_barred": _never_barred,
    "archive": _archive,
    "waits": _waits,
    "waits_not": _waits_not,
    "due": _due,
    "documents": _documents,
    "told": _told,
    "says": _says,
}
"""How each field of an expectation is looked at."""
