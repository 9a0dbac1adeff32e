"""Real rows of rulebook part 7, handled by commands; what is expected follows from the rules."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from starter.demo.telling import group_of
from starter.payloads import read_payload
from tests.starter.cli import Said
from tests.starter.one_process import OneProcess, one_process
from tests.starter.scenario_files import Expected, Scenario, Step, dated, read, scenarios, steps_of
from tests.starter.scenario_looking import PATIENCE, agree
from tests.starter.warm import ROOT
from workflows.domain.lifecycle import today

FILES = scenarios()


@pytest.fixture(scope="session")
def clerk(rehearsal: Path) -> Iterator[OneProcess]:
    """A process that takes one command after another on this process's rehearsal."""
    with one_process(rehearsal) as taken:
        yield taken


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_row_is_handled_as_the_rules_demand(
    path: Path, clerk: OneProcess, case: str, tmp_path: Path
) -> None:
    row = Scenario.model_validate(read(path))
    handling = Handling(clerk, row, case.replace("CLAR", "ACC"), tmp_path / "payload.json")

    for step in steps_of(row.steps, {"case": handling.number}):
        handling.take(step)


@dataclass
class Handling:
    """One row under way: its number, and the days it has come to."""

    clerk: OneProcess
    row: Scenario
    number: str
    payload: Path
    year: int = 0
    """The year in which the handling begins; until then there is none."""

    def take(self, step: Step) -> None:
        """Let a step happen, and look at what the rules demand of it."""
        if step.days or step.to:
            self._pass(step)
        if step.command:
            self._act(step)
        for expected in step.expect:
            whole = self._dated(expected.model_dump(exclude_unset=True))
            agree(self.clerk, self._on(expected.on), Expected.model_validate(whole))

    def _pass(self, step: Step) -> None:
        how = ("--to", self._dated(step.to)) if step.to else ("--days", str(step.days))
        said = self.clerk("advance", self.number, *how, "--json")
        assert said.code == 0, said.err

    def _act(self, step: Step) -> None:
        given = self._give(step)
        wanted = 3 if step.rule else step.code
        assert given.code == wanted, f"{step.officer} {step.command} {step.payload}: {given.err}"
        if step.rule:
            assert given.error["rule"] == step.rule, given.err
        if step.command == "open" and self.row.begins:
            self._begin()

    def _give(self, step: Step) -> Said:
        """Give a command, again while the matter it is for is still being opened."""
        group, number = group_of(self._on(step.on)), self._on(step.on)
        payload = read_payload(str(ROOT / group.scenarios / step.file)) if step.file else {}
        self.payload.write_text(json.dumps(self._dated({**payload, **step.payload})))
        until = time.monotonic() + PATIENCE
        while True:
            said = self.clerk(
                *(group.name, step.command, number),
                *("--as", step.officer, "--file", self.payload, "--json"),
            )
            if said.code != 4 or time.monotonic() > until:
                return said
            time.sleep(0.05)

    def _begin(self) -> None:
        """Go to the next day of the year on which the handling begins."""
        now = self._today()
        first = date.fromisoformat(f"{now.year}-{self.row.begins}")
        self.year = now.year if first > now else now.year + 1
        self._pass(Step(to=f"Y0-{self.row.begins}"))

    def _today(self) -> date:
        said = self.clerk("show", self.number, "--json")
        return (
            date.fromisoformat(said.json["today"]) if said.code == 0 else today(datetime.now(UTC))
        )

    def _dated(self, value: Any) -> Any:
        return dated(value, self._today(), self.year)

    def _on(self, ending: str) -> str:
        return f"{self.number}-{ending}" if ending else self.number
