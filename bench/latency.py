"""How long a command takes while nothing else is going on."""

import time
from dataclasses import dataclass
from statistics import median, quantiles

from bench.laboratory import Laboratory
from bench.shapes import Shape


@dataclass(frozen=True)
class RoundTrip:
    """Milliseconds from a command to its answer."""

    shape: Shape
    p50: float
    p95: float


async def round_trips(laboratory: Laboratory, shape: Shape, lives: int) -> RoundTrip:
    """Lead lives one at a time and take the time of each command after the opening."""
    times: list[float] = []
    for _ in range(lives):
        handle, _answers = await laboratory.lives.open(shape)
        for step in range(shape.commands):
            start = time.perf_counter()
            await laboratory.lives.command(handle, shape, step)
            times.append((time.perf_counter() - start) * 1000)
        await handle.result()
    return RoundTrip(shape, median(times), quantiles(times, n=20)[-1])
