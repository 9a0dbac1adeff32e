import asyncio
import os
import signal
import stat
import sys
import tomllib
from pathlib import Path

import httpx
import pytest

from starter.connection import connect
from starter.keys import KeyRing
from starter.server_plan import ServerFailed
from starter.settings import Settings
from starter.system import ANY_PORTS, Ports, running_system

UP = """
import asyncio, sys
from starter.ending import leave, told_to_stop
from starter.settings import Settings
from starter.system import ANY_PORTS, running_system

async def main():
    stop = told_to_stop()
    async with running_system(Settings.at(sys.argv[1]), ANY_PORTS) as system:
        print(system.server.process.pid, flush=True)
        await system.until(stop)

asyncio.run(main())
leave(0)
"""


async def up(data: Path) -> tuple[asyncio.subprocess.Process, int]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", UP, str(data), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    return process, int(await process.stdout.readline())


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(autouse=True)
def no_profile_of_the_developers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("TEMPORAL_ADDRESS", "TEMPORAL_CONFIG_FILE", "ZHENGMING_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)


async def test_a_first_start_makes_everything_and_the_commands_find_it(tmp_path: Path):
    settings = Settings.at(tmp_path / "new" / "data")

    async with running_system(settings, ANY_PORTS) as system:
        client = await connect(settings)
        await client.service_client.check_health()
        written = tomllib.loads((settings.data / "ui.toml").read_text())

    assert client.service_client.config.target_host == system.server.address
    assert written == {
        "ui": system.portal,
        "codec": system.codec,
        "namespace": "default",
        "rehearsal": False,
    }
    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(settings.keys.stat().st_mode) == 0o600
    assert (settings.data / "records.db").exists()


async def test_the_portal_is_the_one_door_of_a_system_and_closes_with_it(tmp_path: Path):
    async with (
        running_system(Settings.at(tmp_path), ANY_PORTS) as system,
        httpx.AsyncClient(base_url=system.portal) as client,
    ):
        front = await client.get("/")
        settings = (await client.get("/api/v1/settings")).json()
        ports = (tmp_path / "ui.toml").read_text() + (tmp_path / "temporal.toml").read_text()

    assert front.status_code == 200
    assert settings["DisableWriteActions"] is True
    assert settings["Codec"]["Endpoint"] == system.codec == f"{system.portal}/codec"
    assert system.server.ui.rpartition(":")[2] not in ports
    async with httpx.AsyncClient() as late:
        with pytest.raises(httpx.ConnectError):
            await late.get(system.portal)


async def test_a_second_start_uses_the_same_keys_and_the_same_matters(tmp_path: Path):
    settings = Settings.at(tmp_path)

    async with running_system(settings, ANY_PORTS) as first:
        await first.client.start_workflow("Anything", id="CLAR-2026-1", task_queue="nobody")
        key = KeyRing.load(settings.keys).current
    async with running_system(settings, ANY_PORTS) as second:
        described = await second.client.get_workflow_handle("CLAR-2026-1").describe()

    assert described.id == "CLAR-2026-1"
    assert KeyRing.load(settings.keys).current == key


async def test_one_data_directory_has_one_system(tmp_path: Path):
    settings = Settings.at(tmp_path)

    async with running_system(settings, ANY_PORTS):
        with pytest.raises(ServerFailed, match=r"running on .* already"):
            async with running_system(settings, ANY_PORTS):
                pass


async def test_virtual_years_and_real_ones_do_not_share_a_directory(tmp_path: Path):
    settings = Settings.at(tmp_path)
    async with running_system(settings, ANY_PORTS, rehearsal=True):
        pass

    with pytest.raises(ServerFailed, match="is for rehearsals"):
        async with running_system(settings, ANY_PORTS):
            pass


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_system_that_is_told_to_stop_stops_orderly_and_starts_again(
    tmp_path: Path, number: signal.Signals
):
    for _ in range(2):
        process, server = await up(tmp_path)
        process.send_signal(number)

        assert await asyncio.wait_for(process.wait(), 40) == 0
        assert not alive(server)


async def test_a_killed_system_takes_its_server_along_and_starts_again(tmp_path: Path):
    process, server = await up(tmp_path)

    process.kill()
    await process.wait()
    for _ in range(100):
        if alive(server):
            await asyncio.sleep(0.1)

    assert not alive(server)
    async with running_system(Settings.at(tmp_path), ANY_PORTS):
        pass


async def test_a_server_that_ends_by_itself_ends_the_system(tmp_path: Path):
    async with running_system(Settings.at(tmp_path), ANY_PORTS) as system:
        system.server.process.kill()
        with pytest.raises(ServerFailed, match="stopped by itself"):
            await asyncio.wait_for(system.until(asyncio.Event()), 20)


async def test_a_taken_port_is_named_and_leaves_nothing_running(tmp_path: Path):
    settings = Settings.at(tmp_path)
    async with running_system(Settings.at(tmp_path / "other"), ANY_PORTS) as other:
        taken = int(other.server.address.rpartition(":")[2])
        with pytest.raises(ServerFailed, match=f"port {taken} is taken"):
            async with running_system(settings, Ports(taken, 0)):
                pass

    async with running_system(settings, ANY_PORTS):
        pass


async def test_a_data_directory_that_is_a_file_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ServerFailed, match=r"data directory .* cannot be used"):
        async with running_system(Settings.at(tmp_path / "file"), ANY_PORTS):
            pass


async def test_a_record_store_that_is_away_is_refused_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ZHENGMING_DATABASE_URL", "postgresql://clerk:hush@127.0.0.1:1/records")

    with pytest.raises(ServerFailed, match="record store cannot be opened") as refusal:
        async with running_system(Settings.at(tmp_path), ANY_PORTS):
            pass

    assert "hush" not in str(refusal.value)


async def test_a_record_store_of_another_kind_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ZHENGMING_DATABASE_URL", "mysql://clerk:hush@127.0.0.1/records")

    with pytest.raises(ServerFailed, match="SQLite or PostgreSQL"):
        async with running_system(Settings.at(tmp_path), ANY_PORTS):
            pass
