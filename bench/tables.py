"""The answers as plain text tables; under each the one line that says what to trust."""

from collections.abc import Iterable, Sequence

from bench.latency import RoundTrip
from bench.rounds import Result
from bench.startup import StartUp

CPU_AIM, EVENTS_AIM = 1.3, 10


def lives(results: Sequence[Result], base: Result) -> str:
    """Return the table of lives; the ratio is the CPU beside that of the base."""
    rows = [
        (
            result.shape.name,
            f"{result.counted.events}",
            f"{result.counted.of_notices}",
            f"{result.per_command:.1f}",
            f"{result.counted.size / 1000:.1f}",
            f"{result.middle(lambda m: m.per_second):.1f}",
            f"{result.middle(lambda m: m.server_ms):.0f}",
            f"{result.middle(lambda m: m.worker_ms):.0f}",
            f"{result.middle(lambda m: m.cpu_ms):.0f}",
            f"{result.beside(base):.2f}",
        )
        for result in results
    ]
    head = ("life", "events", "of notices", "per command", "kB", "matters/s")
    cpu = ("CPU ms: server", "worker", "both", "ratio")
    return _table((*head, *cpu), rows)


def about_lives(ours: Result, local: Result, base: Result) -> str:
    """Return what to trust in the table of lives, and how far the aims are met."""
    return "\n".join(
        (
            "Trust the ratios (CPU beside 'as many activities, regular', same rounds): the rest is "
            "this machine's.",
            "'of notices': deliveries and the workflow tasks that only note them; they are not "
            "counted per command (the opening is one).",
            _aim("CPU beside the bare life", ours.beside(base), CPU_AIM),
            _aim("history events per command", ours.per_command, EVENTS_AIM)
            + f" (the bare life: {base.per_command:.1f})",
            f"Recording by local activities would cost {local.beside(ours):.2f} of the CPU, but a "
            "worker that dies at the wrong moment would leave a matter stuck.",
        )
    )


def trips(measured: Sequence[RoundTrip]) -> str:
    """Return the table of round trips."""
    rows = [(trip.shape.name, f"{trip.p50:.1f}", f"{trip.p95:.1f}") for trip in measured]
    table = _table(("a command to its answer, idle server", "p50 ms", "p95 ms"), rows)
    return f"{table}\nTrust the ratio of the p50; p95 is mostly what else the machine was doing."


def startups(measured: Sequence[StartUp]) -> str:
    """Return the table of start-up times."""
    rows = [
        (
            start.words,
            f"{start.milliseconds:.0f}",
            f"{start.above_python:+.0f}",
            f"+{start.aim}" if start.aim else "",
        )
        for start in measured
    ]
    table = _table(("start-up", "median ms", "beside python", "aim"), rows)
    return f"{table}\nTrust 'beside python': all commands took turns."


def _aim(what: str, is_now: float, aim: float) -> str:
    verdict = "met" if is_now <= aim else "missed"
    return f"Aim: {what} at most {aim}; now {is_now:.2f}: {verdict}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]

    def shown(line: Sequence[str]) -> str:
        first, *numbers = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        return "  ".join((first, *numbers)).rstrip()

    rule = "  ".join("─" * width for width in widths)
    return "\n".join((shown(head), rule, *(shown(line) for line in lines[1:])))
