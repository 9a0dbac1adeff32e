"""One way to reach Temporal, for the worker, the commands and the tests.

Where it is comes from Temporal's own profiles: `TEMPORAL_*` variables, then `TEMPORAL_CONFIG_FILE`
or the profile that `zhengming up` wrote into the data directory.
"""

import asyncio
import os
from collections.abc import Mapping
from datetime import timedelta

from temporalio.client import Client
from temporalio.envconfig import ClientConfig, ClientConnectConfig
from temporalio.service import RPCError

from starter import paths
from starter.codec import data_converter
from starter.hindrance import Hindrance
from starter.keys import KeyRing
from starter.runtime import process_runtime
from starter.settings import Settings

CONNECT_TIMEOUT = timedelta(seconds=3)
DEFAULT_ADDRESS = "127.0.0.1:7233"


class Unreachable(Hindrance):
    """Nobody answers at the server's address, or the address is written wrongly."""


def profile(settings: Settings, environ: Mapping[str, str] = os.environ) -> ClientConnectConfig:
    """Return address, namespace and TLS of the server; raises Unreachable for a bad profile."""
    written = settings.data / paths.PROFILE
    ours = written.exists() and "TEMPORAL_CONFIG_FILE" not in environ
    try:
        config = ClientConfig.load_client_connect_config(
            config_file=str(written) if ours else None,
            config_file_strict=True,  # a misspelt key would mean localhost without TLS
            override_env_vars=dict(environ),
        )
    except RuntimeError as cause:
        raise Unreachable(
            f"Temporal 连接配置不可用（{cause}）", f"the Temporal profile cannot be used: {cause}"
        ) from None
    config.setdefault("target_host", DEFAULT_ADDRESS)
    return config


async def connect(
    settings: Settings, *, identity: str = "zhengming-cli", metrics: str = ""
) -> Client:
    """Connect within seconds or raise Unreachable; raises KeyRingError without a key ring.

    The identity is written into every history: it names a role, never a host or a login.
    """
    return await _reach(profile(settings), KeyRing.load(settings.keys), identity, metrics)


async def connect_to(address: str, ring: KeyRing, *, identity: str, metrics: str = "") -> Client:
    """Connect to a server of our own, whatever the environment says; raises Unreachable."""
    return await _reach({"target_host": address}, ring, identity, metrics)


async def _reach(config: ClientConnectConfig, ring: KeyRing, identity: str, metrics: str) -> Client:
    connecting = Client.connect(
        **config,
        data_converter=data_converter(ring),
        identity=identity,
        runtime=process_runtime(metrics),
        connect_timeout=CONNECT_TIMEOUT,
    )
    try:
        return await asyncio.wait_for(connecting, CONNECT_TIMEOUT.total_seconds())
    except (RuntimeError, ValueError, RPCError, TimeoutError):
        place = config["target_host"]
        raise Unreachable(
            f"{place} 没有 Temporal 服务端应答", f"no Temporal server answers at {place}"
        ) from None
