import asyncio
import os
import signal
import socket
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client

from starter.server import running_server
from starter.server_plan import (
    REHEARSAL,
    ServerFailed,
    ServerPlan,
    binary,
    claim_port,
    command_line,
)
from workflows import search_attributes


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"


async def gone(pid: int) -> bool:
    for _ in range(100):
        if not alive(pid):
            return True
        await asyncio.sleep(0.1)
    return False


async def test_a_server_is_healthy_keeps_matters_for_years_and_knows_our_attributes(tmp_path: Path):
    plan = ServerPlan(
        database=tmp_path / "temporal.db", search_attributes=search_attributes.ALL, ui_port=0
    )

    async with running_server(plan) as server:
        client = await Client.connect(server.address)
        described = await client.workflow_service.describe_namespace(
            DescribeNamespaceRequest(namespace="default")
        )
        listed = await client.operator_service.list_search_attributes(
            ListSearchAttributesRequest(namespace="default")
        )

    assert described.config.workflow_execution_retention_ttl.seconds == 3650 * 86_400
    assert {key.name: key.indexed_value_type for key in search_attributes.ALL} == dict(
        listed.custom_attributes
    )
    assert server.process.returncode is not None


async def test_a_server_starts_again_on_its_file(tmp_path: Path):
    plan = ServerPlan(database=tmp_path / "temporal.db", search_attributes=search_attributes.ALL)

    async with running_server(plan) as first:
        client = await Client.connect(first.address)
        await client.start_workflow("Anything", id="CLAR-2026-1", task_queue="nobody")
    async with running_server(plan) as second:
        client = await Client.connect(second.address)
        described = await client.get_workflow_handle("CLAR-2026-1").describe()

    assert described.id == "CLAR-2026-1"


async def test_a_killed_server_lost_nothing(tmp_path: Path):
    plan = ServerPlan(database=tmp_path / "temporal.db")

    async with running_server(plan) as first:
        client = await Client.connect(first.address)
        await client.start_workflow("Anything", id="CLAR-2026-1", task_queue="nobody")
        first.process.send_signal(signal.SIGKILL)
        await first.process.wait()
    async with running_server(plan) as second:
        client = await Client.connect(second.address)
        assert (await client.get_workflow_handle("CLAR-2026-1").describe()).id == "CLAR-2026-1"


async def test_every_port_is_on_loopback_only():
    async with running_server(ServerPlan(ui_port=0)) as server:
        opened = Path(f"/proc/{server.process.pid}/fd")
        sockets = {os.readlink(link) for link in opened.iterdir() if link.is_symlink()}
        rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        listening = [row[1] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in sockets]

    assert len(listening) >= 2
    assert {address.split(":")[0] for address in listening} == {"0100007F"}


async def test_a_taken_port_is_named_before_anything_starts():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServerFailed, match=f"port {port} is taken"):
            async with running_server(ServerPlan(port=port)):
                pass


async def test_a_damaged_database_is_refused_with_the_servers_own_words(tmp_path: Path):
    (tmp_path / "temporal.db").write_text("not a database, but long enough to be read as one" * 50)
    plan = ServerPlan(database=tmp_path / "temporal.db", log=tmp_path / "temporal.log")

    with pytest.raises(ServerFailed, match=r"the Temporal server stopped: .*database"):
        async with running_server(plan):
            pass


async def test_an_error_inside_does_not_leave_a_server_behind():
    with pytest.raises(KeyError):
        async with running_server(ServerPlan()) as server:
            raise KeyError

    assert await gone(server.process.pid)


PARENT = """
import asyncio
from starter.server import running_server
from starter.server_plan import ServerPlan

async def main():
    async with running_server(ServerPlan()) as server:
        print(server.process.pid, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_a_server_dies_with_a_parent_that_was_killed():
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, stdout=asyncio.subprocess.PIPE
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    assert alive(pid)

    parent.kill()
    await parent.wait()

    assert await gone(pid)


def test_a_real_server_skips_no_time_and_a_rehearsal_does():
    plain = command_line(ServerPlan(), 1, None)
    rehearsal = command_line(ServerPlan(rehearsal=True), 1, None)

    assert "--dynamic-config-value" not in plain
    assert [f"{key}={value}" for key, value in REHEARSAL.items()] == [
        after for before, after in pairwise(rehearsal) if before == "--dynamic-config-value"
    ]


def test_the_database_is_told_to_survive_a_power_cut(tmp_path: Path):
    line = " ".join(command_line(ServerPlan(database=tmp_path / "t.db"), 1, None))

    assert "--sqlite-pragma journal_mode=wal --sqlite-pragma synchronous=2" in line


def test_the_binary_lies_beside_this_python():
    assert Path(binary()).parent == Path(sys.executable).parent


def test_free_ports_differ():
    assert len({claim_port(0) for _ in range(50)}) > 40
