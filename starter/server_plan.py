"""How an embedded server is started: its ports, its options, and its command line.

It listens on loopback only; its API asks nobody who they are.
"""

import secrets
import shutil
import socket
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from temporalio.common import SearchAttributeKey

from starter.hindrance import Hindrance

HOST = "127.0.0.1"

# Virtual time costs 25 ms a skip with these, a second without the middle two; without the last
# one, a matter that continued as new within a second of its start would never run again.
REHEARSAL = {
    "frontend.WorkflowTimeSkippingEnabled": "true",
    "history.timerProcessorMaxTimeShift": '"1ms"',
    "history.timerProcessorMaxPollRPS": "1000",
    "history.workflowIdReuseMinimalInterval": '"0s"',
}


class ServerFailed(Hindrance):
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
    engine_settings: Mapping[str, str] = field(default_factory=dict)
    """Dynamic configuration of the engine, by its own names; values as JSON."""


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
    engine_settings = {**(REHEARSAL if plan.rehearsal else {}), **plan.engine_settings}
    for name, value in engine_settings.items():
        arguments += ["--dynamic-config-value", f"{name}={value}"]
    return arguments


def binary() -> str:
    """Return the server's binary: the one installed beside this Python, else the one in PATH."""
    beside = Path(sys.executable).with_name("temporal")
    found = str(beside) if beside.exists() else shutil.which("temporal")
    if found is None:
        raise ServerFailed(
            "没有安装 temporal 程序：请运行 make setup",
            "the program 'temporal' is not installed: run 'make setup'",
        )
    return found


def claim_port(port: int) -> int:
    """Return `port` if it is free, or a free one for 0; raises ServerFailed for a taken one.

    A free one lies below the ports that the system hands out by itself, so that nobody is given it
    between this look and the server's start.
    """
    while port == 0:
        chosen = secrets.choice(OWN_PORTS)
        port = chosen if _is_free(chosen) else 0
    if not _is_free(port):
        raise ServerFailed(
            f"端口 {port} 已被其他程序占用", f"port {port} is taken by another program"
        )
    return port


OWN_PORTS = range(20_000, 32_000)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def _type_name(key: SearchAttributeKey[Any]) -> str:
    """Return the type as the server's command line spells it: KEYWORD_LIST is KeywordList."""
    return "".join(word.capitalize() for word in key.indexed_value_type.name.split("_"))
