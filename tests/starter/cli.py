"""The command line as its users meet it: a process with arguments, an exit code and two streams."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.starter.warm import ROOT, completed

SCENARIOS = ROOT / "tests" / "scenarios"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """Return the failure of `--json`."""
        failure: dict[str, Any] = self.json["error"]
        assert failure["exit_code"] == self.code
        assert failure["message_zh"]
        assert failure["message_en"]
        return failure


@dataclass(frozen=True)
class Zhengming:
    """The console script on one data directory."""

    data: Path

    def __call__(self, *arguments: str | Path, stdin: str = "", **variables: str) -> Said:
        """Run one command to its end; no command may ever show a traceback."""
        around = environment(self.data, **variables)
        code, *streams = completed([*map(str, arguments)], around, stdin)
        out, err = (written.decode() for written in streams)
        assert "Traceback" not in out + err
        return Said(code, out, err)

    def do(self, name: str, number: str, *arguments: str, by: str = "li") -> Said:
        """Give a command with the payload of its scenario file."""
        file = str(SCENARIOS / f"{name}.yaml")
        return self("clarification", name, number, "--as", by, "--file", file, "--json", *arguments)


def command_line(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "starter", *map(str, arguments)]


def environment(data: Path, **variables: str) -> dict[str, str]:
    """Return the environment without what a developer may have set."""
    ours = ("ZHENGMING_", "TEMPORAL_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "ZHENGMING_DATA": str(data), "HOME": str(data), **variables}


@contextmanager
def running_up(
    data: Path, *arguments: str, **variables: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `zhengming up` until the block ends; gives the process and its ready line."""
    ports = ("--port", "0", "--ui-port", "0")
    data.mkdir(parents=True, exist_ok=True)
    with (
        (data / "up.err").open("w") as errors,
        subprocess.Popen(
            command_line("up", *ports, *arguments),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment(data, **variables),
            cwd=ROOT,
        ) as process,
    ):
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.terminate()
            process.wait(40)
