"""`python -m bench`: the lives side by side, a command's round trip, the command line's start-up.

make bench ARGS='--quick'            half a minute, to see that all is well
make bench ARGS='--matters 40'       steadier figures
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bench import latency, startup, tables
from bench.laboratory import Laboratory, laboratory
from bench.rounds import Load, Result, compare
from bench.shapes import AS_LONG_REGULAR, OURS, OURS_LOCAL, Shape, long_shapes, our_shapes
from bench.shapes import reference_shapes as references


async def bench(load: Load, runs: int) -> None:
    """Measure everything and print it as it comes."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        async with laboratory(Path(folder)) as rooms:
            shapes = await _shapes(rooms)
            _say(f"{load.rounds} rounds of {load.matters} matters, {load.concurrency} at a time …")
            results = {r.shape.queue: r for r in await compare(rooms, shapes, load)}
            _print_lives(results)
            chosen = [
                shape for shape in shapes if shape.queue in (AS_LONG_REGULAR, OURS, OURS_LOCAL)
            ]
            trips = [await latency.round_trips(rooms, shape, load.rounds) for shape in chosen]
            print(tables.trips(trips), end="\n\n")
        print(tables.startups(await startup.measure(Path(folder), runs)))


async def _shapes(rooms: Laboratory) -> tuple[Shape, ...]:
    """Return all shapes, warm: ours tells how much the bare ones must do."""
    _say("starting a server and seven workers …")
    ours = our_shapes(rooms.lives.commands)
    await rooms.hire(ours)
    notices = await rooms.notices_by_step(ours[0])
    bare = (*references(), *long_shapes(notices))
    await rooms.hire(bare)
    return (*bare, *ours)


def _print_lives(results: dict[str, Result]) -> None:
    ours, local, base = (results[queue] for queue in (OURS, OURS_LOCAL, AS_LONG_REGULAR))
    print(tables.lives(list(results.values()), base))
    print(tables.about_lives(ours, local, base), end="\n\n", flush=True)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="What it all costs.")
    parser.add_argument("--matters", type=int, default=15, help="per life and round (15)")
    parser.add_argument("--concurrency", type=int, default=8, help="matters at a time (8)")
    parser.add_argument("--rounds", type=int, default=3, help="how often all take turns (3)")
    parser.add_argument("--quick", action="store_true", help="one small round")
    given = parser.parse_args()
    load = Load(4, 4, 1) if given.quick else Load(given.matters, given.concurrency, given.rounds)
    asyncio.run(bench(load, runs=5 if given.quick else startup.RUNS))


if __name__ == "__main__":
    main()
