import asyncio
import signal
import socket
import sys
from pathlib import Path

import pytest

from starter.keys import KeyRing
from starter.server import RunningServer
from starter.server_plan import claim_port

ROOT = Path(__file__).parents[2]


async def start(data: Path, **environ: str) -> asyncio.subprocess.Process:
    variables = {"ZHENGMING_DATA": str(data), "HOME": str(data), "ZHENGMING_LOG_FORMAT": "json"}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        ROOT / "worker.py",
        env={**variables, **environ},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def started(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    while b"worker_started" not in (line := await process.stderr.readline()):
        assert line, "the worker ended before it served"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_worker_that_is_told_to_stop_ends_well(
    server: RunningServer, tmp_path: Path, number: signal.Signals
):
    KeyRing.create(tmp_path / "keys.toml")
    process = await start(tmp_path, TEMPORAL_ADDRESS=server.address)
    await started(process)

    process.send_signal(number)
    out, err = await asyncio.wait_for(process.communicate(), 30)

    assert process.returncode == 0
    assert out == b""
    assert b"worker_stopped" in err
    assert (tmp_path / "records.db").exists()


async def test_a_worker_without_a_server_says_so_in_one_line(tmp_path: Path):
    KeyRing.create(tmp_path / "keys.toml")

    process = await start(tmp_path, TEMPORAL_ADDRESS="127.0.0.1:1")
    _, err = await asyncio.wait_for(process.communicate(), 30)

    assert process.returncode == 5
    assert b"no Temporal server answers at 127.0.0.1:1" in err
    assert b"Traceback" not in err


async def test_a_worker_without_a_key_ring_says_so_in_one_line(
    server: RunningServer, tmp_path: Path
):
    process = await start(tmp_path, TEMPORAL_ADDRESS=server.address)
    _, err = await asyncio.wait_for(process.communicate(), 30)

    assert process.returncode == 5
    assert b"no key ring" in err
    assert b"Traceback" not in err


async def test_a_worker_answers_prometheus_where_the_settings_say(
    server: RunningServer, tmp_path: Path
):
    KeyRing.create(tmp_path / "keys.toml")
    port = claim_port(0)
    process = await start(
        tmp_path, TEMPORAL_ADDRESS=server.address, ZHENGMING_METRICS=f"127.0.0.1:{port}"
    )
    await started(process)

    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        answer = connection.makefile("rb").read()
    process.terminate()
    await process.communicate()

    assert b"temporal_" in answer
