"""The embedded Temporal server: one child process that never outlives the one who started it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from temporalio.client import Client
from temporalio.service import RPCError

from starter.namespace import keep_for_years
from starter.runtime import process_runtime
from starter.server_plan import HOST, ServerFailed, ServerPlan, claim_port, command_line

NAMESPACE = "default"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
TRIES = 3
LAUNCHER = """
import ctypes, os, signal, sys
PR_SET_PDEATHSIG = 1
ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
if os.getppid() != int(sys.argv[1]):  # died before we could ask
    sys.exit(1)
os.execv(sys.argv[2], sys.argv[2:])
"""


@dataclass(frozen=True)
class RunningServer:
    """A healthy server: where it answers and which process it is."""

    address: str
    ui: str
    process: asyncio.subprocess.Process


@asynccontextmanager
async def running_server(plan: ServerPlan) -> AsyncIterator[RunningServer]:
    """Start a server, wait until it is healthy, and stop it at the end; raises ServerFailed."""
    server = await _started(plan)
    try:
        yield server
    finally:
        await _stop(server.process)


async def _started(plan: ServerPlan) -> RunningServer:
    """Start a server; on any port it tries again, since a port may be lost before it listens."""
    for tries_left in reversed(range(1 if plan.port else TRIES)):
        server = await _launched(plan)
        try:
            await _prepare(server, plan)
        except BaseException as failure:
            await _stop(server.process)
            if not tries_left or not isinstance(failure, ServerFailed):
                raise
        else:
            return server
    raise AssertionError("the last try returns or raises")


async def _launched(plan: ServerPlan) -> RunningServer:
    port = claim_port(plan.port)
    ui_port = None if plan.ui_port is None else claim_port(plan.ui_port)
    log = os.open(plan.log or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        process = await asyncio.create_subprocess_exec(
            *_dying_with_us(command_line(plan, port, ui_port)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C reaches us alone; the worker stops before the server
        )
    finally:
        os.close(log)
    return RunningServer(f"{HOST}:{port}", f"http://{HOST}:{ui_port}" if ui_port else "", process)


async def _prepare(server: RunningServer, plan: ServerPlan) -> None:
    """Wait until the server answers, then make it keep closed matters for years."""
    ready = asyncio.ensure_future(_made_ready(server.address))
    ended = asyncio.ensure_future(server.process.wait())
    try:
        await asyncio.wait(
            {ready, ended}, timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        if not ready.done():
            said = _last_words(plan.log)
            raise _not_started(said) if ended.done() else _silent(said)
        await ready
    finally:
        ready.cancel()
        ended.cancel()


def _not_started(said: str) -> ServerFailed:
    return ServerFailed(f"Temporal 服务端启动后即停止{said}", f"the Temporal server stopped{said}")


def _silent(said: str) -> ServerFailed:
    return ServerFailed(
        f"Temporal 服务端没有响应{said}", f"the Temporal server does not answer{said}"
    )


async def _made_ready(address: str) -> None:
    while True:
        try:
            client = await Client.connect(
                address, namespace=NAMESPACE, identity="zhengming-up", runtime=process_runtime()
            )
            await keep_for_years(client)
        except (RuntimeError, RPCError):
            await asyncio.sleep(0.1)
        else:
            return


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def _last_words(log: Path | None) -> str:
    """Return the first error in the log, else its last line: a panic ends in a stack trace."""
    lines = log.read_text(errors="replace").strip().splitlines() if log else []
    errors = [line for line in lines if "error" in line.casefold()]
    return f": {(errors or lines)[0 if errors else -1]}" if lines else ""


def _dying_with_us(command: list[str]) -> list[str]:
    """Return `command` so that Linux ends it when this process is killed without a word.

    A few lines of Python ask the kernel and then become the command. Doing it between fork and
    exec would be shorter, and could hang: this process has threads.
    """
    if sys.platform != "linux":
        return command
    return [sys.executable, "-I", "-S", "-c", LAUNCHER, str(os.getpid()), *command]
