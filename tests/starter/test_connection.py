import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from temporalio.api.common.v1 import Payload

from starter.connection import Unreachable, connect, connect_to, profile
from starter.keys import KeyRing, KeyRingError
from starter.server import RunningServer, running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))  # no profile of the developer's own
    for name in ("TEMPORAL_ADDRESS", "TEMPORAL_CONFIG_FILE", "TEMPORAL_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    KeyRing.create(tmp_path / "keys.toml")
    return Settings.at(tmp_path)


@pytest.fixture(scope="module")
async def plain_server() -> AsyncIterator[RunningServer]:
    async with running_server(ServerPlan()) as server:
        yield server


def write_profile(settings: Settings, text: str) -> None:
    (settings.data / "temporal.toml").write_text(f"[profile.default]\n{text}")


async def test_the_profile_in_the_data_directory_names_the_server(
    settings: Settings, plain_server: RunningServer
):
    write_profile(settings, f'address = "{plain_server.address}"\nnamespace = "default"')

    client = await connect(settings)

    assert client.service_client.config.target_host == plain_server.address
    assert client.identity == "zhengming-cli"


async def test_payloads_are_sealed_for_whoever_connects(
    settings: Settings, plain_server: RunningServer
):
    client = await connect_to(
        plain_server.address, KeyRing.load(settings.keys), identity="zhengming-worker"
    )

    [sealed] = await client.data_converter.encode(["张三"])

    assert sealed.metadata["encoding"] == b"binary/encrypted"
    assert await client.data_converter.decode([sealed, Payload()][:1]) == ["张三"]


def test_variables_beat_the_profile(settings: Settings):
    write_profile(settings, 'address = "127.0.0.1:1"')

    config = profile(settings, {"TEMPORAL_ADDRESS": "cases.internal:7233"})

    assert config["target_host"] == "cases.internal:7233"


def test_a_profile_file_that_the_environment_names_replaces_ours(
    settings: Settings, tmp_path: Path
):
    write_profile(settings, 'address = "127.0.0.1:1"')
    other = tmp_path / "other.toml"
    other.write_text('[profile.default]\naddress = "cases.internal:7233"\n')

    config = profile(settings, {"TEMPORAL_CONFIG_FILE": str(other)})

    assert config["target_host"] == "cases.internal:7233"


def test_without_any_profile_the_server_is_the_usual_one_here(settings: Settings):
    assert profile(settings, {})["target_host"] == "127.0.0.1:7233"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [('adress = "127.0.0.1:1"', "adress"), ("address = ", "address"), ("address = 7", "string")],
)
def test_a_misspelt_profile_is_refused_and_never_means_localhost(
    settings: Settings, text: str, complaint: str
):
    write_profile(settings, text)

    with pytest.raises(Unreachable, match=complaint):
        profile(settings, {})


async def test_a_server_that_is_down_is_answered_at_once(settings: Settings):
    write_profile(settings, 'address = "127.0.0.1:1"')
    started = time.monotonic()

    with pytest.raises(Unreachable, match=r"no Temporal server answers at 127\.0\.0\.1:1"):
        await connect(settings)

    assert time.monotonic() - started < 1


async def test_a_server_that_says_nothing_is_given_up_after_three_seconds(settings: Settings):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"127.0.0.1:{mute.getsockname()[1]}"
        write_profile(settings, f'address = "{address}"')
        started = time.monotonic()

        with pytest.raises(Unreachable, match=address):
            await connect(settings)

    assert time.monotonic() - started < 4


@pytest.mark.parametrize("address", ["", "nonsense", "127.0.0.1:notaport", "a b:1"])
async def test_an_address_that_is_none_is_unreachable(settings: Settings, address: str):
    with pytest.raises(Unreachable):
        await connect_to(address, KeyRing.load(settings.keys), identity="zhengming-cli")


async def test_without_a_key_ring_nobody_connects(settings: Settings):
    settings.keys.unlink()

    with pytest.raises(KeyRingError, match="no key ring"):
        await connect(settings)
