"""How long the command line takes to answer, beside a Python that does nothing.

The runs go round, one of each command after the other, so that noise hits all alike.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from activities.store import open_store
from bench.laboratory import OUR_STORE
from starter import paths

CLI = (sys.executable, "-m", "starter")
"""What the console script `zhengming` runs, and a module look-up of a few milliseconds more."""
RUNS = 15


@dataclass(frozen=True)
class StartUp:
    """One command with the middle of its times, and how much of that is ours."""

    words: str
    milliseconds: float
    above_python: float
    aim: int | None
    """So many milliseconds above bare Python are allowed."""


@dataclass(frozen=True)
class _Command:
    words: str
    line: Sequence[str]
    aim: int | None = None


async def measure(data: Path, runs: int) -> list[StartUp]:
    """Measure on the store that the lives before have filled."""
    store = open_store(str(data / OUR_STORE))
    matter = (await store.matters())[0]
    await store.close()
    (data / OUR_STORE).rename(data / paths.RECORDS)
    return await asyncio.to_thread(_measure, _commands(matter), data, runs)


def _commands(matter: str) -> list[_Command]:
    return [
        _Command("python -c pass", [sys.executable, "-c", "pass"]),
        _Command("zhengming --help", [*CLI, "--help"], 60),
        _Command("zhengming due", [*CLI, "due"], 120),
        _Command("zhengming show", [*CLI, "show", matter], 120),
    ]


def _measure(commands: Sequence[_Command], data: Path, runs: int) -> list[StartUp]:
    times: dict[str, list[float]] = {command.words: [] for command in commands}
    for _ in range(runs):
        for command in commands:
            times[command.words].append(_run(command, data))
    middle = {words: median(taken) for words, taken in times.items()}
    base = middle[commands[0].words]
    return [
        StartUp(command.words, middle[command.words], middle[command.words] - base, command.aim)
        for command in commands
    ]


def _run(command: _Command, data: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        command.line,
        env=os.environ | {"ZHENGMING_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return (time.perf_counter() - start) * 1000
