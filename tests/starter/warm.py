"""Commands that start warm: real processes, forked from one that has loaded the libraries.

Nothing of `starter` is loaded before a process knows its command line: each imports the program
itself, in its own surroundings, with its own streams and exit code. That saves most of a second
of every command; what a start from nothing costs and does, tests of `command_line` tell.
"""

import multiprocessing
import os
import runpy
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0
"""Seconds that a command may take."""
AT_START = ("PYTHON", "LC_", "LANG", "TMPDIR")
"""How the names of variables begin that a process reads once, however early."""
LIBRARIES = (
    "activities.records",
    "activities.store",
    "aiosmtplib",
    "alembic.command",
    "cryptography.hazmat.primitives.ciphers.aead",
    "docxtpl",
    "httpx",
    "jinja2",
    "psycopg",
    "pydantic_settings",
    "rich.console",
    "rich.table",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.ext.asyncio",
    "starlette.applications",
    "structlog",
    "temporalio.client",
    "temporalio.contrib.pydantic",
    "temporalio.worker",
    "uvicorn",
    "workflows.registry",
    "yaml",
)
"""What is the same in every language and surroundings: the packages, and the rules."""
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(list(LIBRARIES))


def completed(
    arguments: list[str], environment: Mapping[str, str], stdin: str = ""
) -> tuple[int, bytes, bytes]:
    """Run `zhengming` in the project's directory; returns its exit code and what it wrote."""
    if _must_start_anew(environment):
        return _started_anew(arguments, environment, stdin)
    with TemporaryDirectory() as folder:
        typed, out, err = streams = tuple(Path(folder, name) for name in ("in", "out", "err"))
        typed.write_text(stdin, encoding="utf-8")
        process = FORKS.Process(target=_live, args=(streams, arguments, dict(environment)))
        process.start()
        process.join(PATIENCE)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(arguments, PATIENCE)
        return process.exitcode, out.read_bytes(), err.read_bytes()


def _must_start_anew(environment: Mapping[str, str]) -> bool:
    return any(
        environment.get(name) != os.environ.get(name)
        for name in environment.keys() | os.environ.keys()
        if name.startswith(AT_START)
    )


def _started_anew(
    arguments: list[str], environment: Mapping[str, str], stdin: str
) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "starter", *arguments],
        input=stdin.encode(),
        capture_output=True,
        env=environment,
        cwd=ROOT,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout, done.stderr


def _live(streams: tuple[Path, ...], arguments: list[str], environment: dict[str, str]) -> None:
    """Be the command: what a new process finds around it, and then its program."""
    assert "starter" not in sys.modules
    for number, (file, how) in enumerate(zip(streams, (os.O_RDONLY, NEW, NEW), strict=True)):
        os.dup2(os.open(file, how), number)
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(ROOT)
    sys.argv = ["zhengming", *arguments]
    runpy.run_module("starter", run_name="__main__", alter_sys=True)


NEW = os.O_WRONLY | os.O_CREAT
