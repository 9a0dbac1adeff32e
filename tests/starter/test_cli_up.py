"""`zhengming up` as a process: one ready line, one system per directory, an orderly end."""

import asyncio
import re
import signal
import socket
import tomllib
from pathlib import Path

import pytest

from starter.connection import connect
from starter.settings import Settings
from tests.starter.cli import SCENARIOS, Zhengming, running_up

PORTS = ("--port", "0", "--ui-port", "0")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_when_it_is_ready_and_ends_orderly(tmp_path: Path, number: signal.Signals):
    with running_up(tmp_path) as (process, ready):
        assert re.match(r"ready: temporal 127\.0\.0\.1:\d+ ui http://\S+ codec http://\S+", ready)
        process.send_signal(number)

        assert process.wait(40) == 0
        assert process.stdout is not None
        assert process.stdout.read() == ""


def test_a_second_one_on_the_same_data_is_refused_in_one_line(rehearsal: Path):
    said = Zhengming(rehearsal)("up", "--rehearsal", *PORTS, "--json")

    assert said.code == 1
    assert "running on" in said.error["message_en"]
    assert "已有 zhengming up 在运行" in said.error["message_zh"]


def test_a_taken_port_is_named(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = Zhengming(tmp_path)("up", *PORTS, "--ui-port", str(port), "--json")

    assert said.code == 1
    assert f"端口 {port} 已被" in said.error["message_zh"]


def test_a_rehearsal_begins_with_officers_and_a_real_start_with_a_sample_to_fill_in(
    tmp_path: Path, rehearsal: Path
):
    with running_up(tmp_path):
        written = (tmp_path / "officers.toml").read_text()

    assert tomllib.loads(written) == {}
    assert "# [officers.li]" in written
    assert "li" in tomllib.loads((rehearsal / "officers.toml").read_text())["officers"]


def test_a_directory_that_the_office_wrote_is_left_alone(tmp_path: Path):
    own = '[officers.mine]\norgan = "DW"\nroles = ["principal"]\n'
    (tmp_path / "officers.toml").write_text(own)

    with running_up(tmp_path):
        pass

    assert (tmp_path / "officers.toml").read_text() == own


def test_real_matters_do_not_advance(tmp_path: Path):
    with running_up(tmp_path):
        said = Zhengming(tmp_path)("advance", "CLAR-2026-1", "--days", "1", "--json")

    assert (said.code, said.error["rule"]) == (3, "rehearsal")


def test_matters_survive_a_restart_and_the_lost_ones_are_named(tmp_path: Path):
    zhengming = Zhengming(tmp_path)
    with running_up(tmp_path, "--rehearsal"):
        other = ("--set", "verification.reference=V-2")
        assert zhengming.do("open", "CLAR-2026-1").code == 0
        assert zhengming.do("open", "CLAR-2026-2", *other).code == 0
        asyncio.run(terminate(tmp_path, "CLAR-2026-2"))

    with running_up(tmp_path, "--rehearsal") as (_, ready):
        assert ready
        warned = (tmp_path / "up.err").read_text()
        screened = zhengming.do("screen", "CLAR-2026-1")
        lost = zhengming.do("screen", "CLAR-2026-2")

    assert "CLAR-2026-2" in warned
    assert "CLAR-2026-1" not in warned
    assert screened.code == 0
    assert lost.code == 1
    assert "CLAR-2026-2" in lost.error["message_en"]


async def terminate(data: Path, number: str) -> None:
    client = await connect(Settings.at(data))
    await client.get_workflow_handle(number).terminate()


def test_names_stay_out_of_everything_the_server_and_the_logs_keep(tmp_path: Path):
    with running_up(tmp_path, "--rehearsal"):
        opened = Zhengming(tmp_path).do("open", "CLAR-2026-1")
        assert opened.code == 0, opened.err

    names = [
        line.split(":")[1].strip().encode()
        for line in (SCENARIOS / "open.yaml").read_text().splitlines()
        if "name:" in line or "unit:" in line
    ]
    assert len(names) == 2
    for file in ("temporal.db", "temporal.db-wal", "temporal.log", "up.err"):
        path = tmp_path / file
        content = path.read_bytes() if path.exists() else b""
        assert not any(name in content for name in names), file
