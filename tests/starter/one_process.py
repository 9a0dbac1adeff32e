"""Commands one after another in one process, as a clerk's morning: the libraries load once.

Each command goes through the program's own entrance with its own arguments and streams. What a
start from nothing does, tests of `command_line` tell.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from tests.starter.cli import Said, environment
from tests.starter.warm import FORKS, PATIENCE, ROOT


class OneProcess:
    """The console script on one data directory, without a new process for each command."""

    def __init__(self, pipe: "Connection[object, object]") -> None:
        self._pipe = pipe

    def __call__(self, *arguments: str | Path) -> Said:
        """Run one command to its end; no command may ever show a traceback."""
        self._pipe.send([*map(str, arguments)])
        assert self._pipe.poll(PATIENCE), f"no answer: {arguments}"
        answered = self._pipe.recv()
        assert isinstance(answered, Said)
        assert "Traceback" not in answered.out + answered.err
        return answered


@contextmanager
def one_process(data: Path) -> Iterator[OneProcess]:
    """Give a process that takes commands until the block ends."""
    ours, theirs = Pipe()
    process = FORKS.Process(target=_serve, args=(theirs, environment(data)), daemon=True)
    process.start()
    try:
        yield OneProcess(ours)
    finally:
        ours.send(None)
        process.join(PATIENCE)
        process.kill()
        ours.close()


def _serve(pipe: "Connection[object, object]", surroundings: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(surroundings)
    time.tzset()
    os.chdir(ROOT)
    run = import_module("starter.__main__").run
    while isinstance(arguments := pipe.recv(), list):
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(arguments)
        pipe.send(Said(code, out.getvalue(), err.getvalue()))
    os._exit(0)  # a process that has loaded the SDK must not wait for its threads
