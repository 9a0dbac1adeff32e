"""The embedded Temporal server: one child process that never outlives the one who started it.

It listens on loopback only; its API asks nobody who they are.
"""

import asyncio
import ctypes
import os
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from temporalio.client import Client
from temporalio.common import SearchAttributeKey
from temporalio.service import RPCError

from starter.namespace import keep_for_years
from starter.runtime import process_runtime

HOST = "127.0.0.1"
NAMESPACE = "default"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
PR_SET_PDEATHSIG = 1

# Virtual time costs 25 ms a skip with these, a second without the middle two; without the last
# one, a matter that continued as new within a second of its start would never run again.
REHEARSAL = {
    "frontend.WorkflowTimeSkippingEnabled": "true",
    "history.timerProcessorMaxTimeShift": '"1ms"',
    "history.timerProcessorMaxPollRPS": "1000",
    "history.workflowIdReuseMinimalInterval": '"0s"',
}


class ServerFailed(Exception):
    """The embedded server cannot start; the message says what is in its way."""


@dataclass(frozen=True)
class ServerPlan:
    """How to start a server. Port 0 means any free one; without a file nothing is kept."""

    database: Path | None = None
    log: Path | None = None
    port: int = 0
    ui_port: int | None = None
    """None for no UI."""
    codec_endpoint: str = ""
    search_attributes: Sequence[SearchAttributeKey[Any]] = ()
    rehearsal: bool = False


@dataclass(frozen=True)
class RunningServer:
    """A healthy server: where it answers and which process it is."""

    address: str
    ui: str
    process: asyncio.subprocess.Process


@asynccontextmanager
async def running_server(plan: ServerPlan) -> AsyncIterator[RunningServer]:
    """Start a server, wait until it is healthy, and stop it at the end; raises ServerFailed."""
    port = claim_port(plan.port)
    ui_port = None if plan.ui_port is None else claim_port(plan.ui_port)
    log = os.open(plan.log or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        process = await asyncio.create_subprocess_exec(
            *command_line(plan, port, ui_port),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C reaches us alone; the worker stops before the server
            preexec_fn=_die_with_parent(),
        )
    finally:
        os.close(log)
    server = RunningServer(f"{HOST}:{port}", f"http://{HOST}:{ui_port}" if ui_port else "", process)
    try:
        await _prepare(server, plan)
        yield server
    finally:
        await _stop(process)


def command_line(plan: ServerPlan, port: int, ui_port: int | None) -> list[str]:
    """Return the command that starts the server on the given ports."""
    arguments = [
        *(binary(), "--log-level", "error", "server", "start-dev"),
        *("--ip", HOST, "--port", str(port)),
        *("--http-port", str(claim_port(0)), "--metrics-port", str(claim_port(0))),
    ]
    if plan.database is not None:
        arguments += ["--db-filename", str(plan.database)]
        # An acknowledged command survives a power cut.
        arguments += ["--sqlite-pragma", "journal_mode=wal", "--sqlite-pragma", "synchronous=2"]
    if ui_port is None:
        arguments += ["--headless"]
    else:
        arguments += ["--ui-port", str(ui_port), "--ui-disable-news-fetch"]
    if plan.codec_endpoint:
        arguments += ["--ui-codec-endpoint", plan.codec_endpoint]
    for key in plan.search_attributes:
        arguments += ["--search-attribute", f"{key.name}={_type_name(key)}"]
    for name, value in REHEARSAL.items() if plan.rehearsal else ():
        arguments += ["--dynamic-config-value", f"{name}={value}"]
    return arguments


def binary() -> str:
    """Return the server's binary: the one installed beside this Python, else the one in PATH."""
    beside = Path(sys.executable).with_name("temporal")
    found = str(beside) if beside.exists() else shutil.which("temporal")
    if found is None:
        raise ServerFailed("the program 'temporal' is not installed: run 'make setup'")
    return found


def claim_port(port: int) -> int:
    """Return `port` if it is free, or a free one for 0; raises ServerFailed for a taken one."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise ServerFailed(f"port {port} is taken by another program") from None
        return int(probe.getsockname()[1])


async def _prepare(server: RunningServer, plan: ServerPlan) -> None:
    """Wait until the server answers, then make it keep closed matters for years."""
    ready = asyncio.ensure_future(_made_ready(server.address))
    ended = asyncio.ensure_future(server.process.wait())
    try:
        await asyncio.wait(
            {ready, ended}, timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        if not ready.done():
            state = "stopped" if ended.done() else "does not answer"
            raise ServerFailed(f"the Temporal server {state}{_last_words(plan.log)}")
        await ready
    finally:
        ready.cancel()
        ended.cancel()


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
    lines = log.read_text(errors="replace").strip().splitlines() if log else []
    return f": {lines[-1]}" if lines else ""


def _type_name(key: SearchAttributeKey[Any]) -> str:
    """Return the type as the server's command line spells it: KEYWORD_LIST is KeywordList."""
    return "".join(word.capitalize() for word in key.indexed_value_type.name.split("_"))


def _die_with_parent() -> Callable[[], None] | None:
    """Return what makes Linux stop the child when this process is killed without a word."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # died before we could ask
            os._exit(1)

    return ask_kernel
