"""Measures the shapes one after the other, round after round, so that noise hits all alike."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from temporalio.client import WorkflowHandle

from bench.cpu import cpu_ms
from bench.history import Counted, count
from bench.laboratory import Laboratory
from bench.shapes import Shape

SETTLE_SECONDS = 0.3
"""The server still tidies up for a moment after the last answer."""


@dataclass(frozen=True)
class Measured:
    """What the lives of one shape cost in one round: milliseconds of CPU for each life."""

    server_ms: float
    worker_ms: float
    per_second: float

    @property
    def cpu_ms(self) -> float:
        """Return the CPU of server and worker together."""
        return self.server_ms + self.worker_ms


@dataclass(frozen=True)
class Result:
    """A shape with its rounds and the history of one of its lives."""

    shape: Shape
    rounds: Sequence[Measured]
    counted: Counted

    def middle(self, of: Callable[[Measured], float]) -> float:
        """Return the median over the rounds."""
        return median(of(measured) for measured in self.rounds)

    def beside(self, base: "Result") -> float:
        """Return the CPU beside that of another shape, as the median over the rounds."""
        pairs = zip(self.rounds, base.rounds, strict=True)
        return median(ours.cpu_ms / theirs.cpu_ms for ours, theirs in pairs)

    @property
    def per_command(self) -> float:
        """Return the events for each command, notices apart; the opening is a command."""
        return (self.counted.events - self.counted.of_notices) / (self.shape.commands + 1)


@dataclass(frozen=True)
class Load:
    """How much is done: lives per shape and round, and how many of them at a time."""

    matters: int
    concurrency: int
    rounds: int


async def compare(laboratory: Laboratory, shapes: Sequence[Shape], load: Load) -> list[Result]:
    """Measure all shapes in every round."""
    rounds: dict[str, list[Measured]] = {shape.queue: [] for shape in shapes}
    for number in range(load.rounds):
        order = shapes if number % 2 == 0 else list(reversed(shapes))
        for shape in order:
            rounds[shape.queue].append(await _measure(laboratory, shape, load))
    return [
        Result(shape, rounds[shape.queue], await _counted(laboratory, shape)) for shape in shapes
    ]


async def _counted(laboratory: Laboratory, shape: Shape) -> Counted:
    handle, _ = await laboratory.lives.live(shape)
    return await count(handle)


async def _measure(laboratory: Laboratory, shape: Shape, load: Load) -> Measured:
    pids = (laboratory.server, laboratory.workers[shape.queue])
    before, start = [cpu_ms(pid) for pid in pids], time.perf_counter()
    await _live_many(laboratory, shape, load)
    seconds = time.perf_counter() - start
    await asyncio.sleep(SETTLE_SECONDS)
    used = [cpu_ms(pid) - was for pid, was in zip(pids, before, strict=True)]
    server_ms, worker_ms = (milliseconds / load.matters for milliseconds in used)
    return Measured(server_ms, worker_ms, load.matters / seconds)


async def _live_many(laboratory: Laboratory, shape: Shape, load: Load) -> None:
    at_once = asyncio.Semaphore(load.concurrency)

    async def live() -> WorkflowHandle[Any, Any]:
        async with at_once:
            return (await laboratory.lives.live(shape))[0]

    await asyncio.gather(*(live() for _ in range(load.matters)))
