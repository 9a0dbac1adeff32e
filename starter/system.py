"""Everything of one installation in one process tree: what `zhengming up` and the demo run.

Whatever starts here stops here, in reverse order, and can be started again on the same data.
"""

import asyncio
import fcntl
import json
import os
import tomllib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from temporalio.client import Client

from activities.store import RecordStore, open_store
from starter import paths
from starter.codec import EncryptionCodec
from starter.codec_server import codec_app, listener, running_codec_server
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import (
    HOST,
    NAMESPACE,
    RunningServer,
    ServerFailed,
    ServerPlan,
    claim_port,
    running_server,
)
from starter.settings import Settings
from worker import build_worker, file_outbox
from workflows import search_attributes


@dataclass(frozen=True)
class Ports:
    """Where to listen, on loopback; 0 means any free port."""

    temporal: int = 7233
    ui: int = 8233
    codec: int = 8234


ANY_PORTS = Ports(0, 0, 0)


@dataclass(frozen=True)
class System:
    """A running installation."""

    settings: Settings
    client: Client
    store: RecordStore
    server: RunningServer
    codec: str
    """The codec endpoint's address."""
    rehearsal: bool

    async def until(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set; raises ServerFailed if the server ends before that."""
        ended = asyncio.ensure_future(self.server.process.wait())
        stopping = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait({ended, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not stop.is_set():
                raise ServerFailed("the Temporal server has stopped by itself; start again")
        finally:
            ended.cancel()
            stopping.cancel()


@asynccontextmanager
async def running_system(
    settings: Settings, ports: Ports = Ports(), *, rehearsal: bool = False
) -> AsyncIterator[System]:
    """Start the whole installation on its data directory; raises ServerFailed, KeyRingError."""
    with sole_use(settings.data):
        _check_purpose(settings.data, rehearsal)
        ring = ring_of(settings)
        async with AsyncExitStack() as stack:
            store = await stack.enter_async_context(_migrated_store(settings))
            ui_port, listening = claim_port(ports.ui), listener(ports.codec)
            app = codec_app(
                EncryptionCodec(ring),
                [f"http://{HOST}:{ui_port}", f"http://localhost:{ui_port}"],
                settings.codec_hosts,
            )
            codec = await stack.enter_async_context(running_codec_server(app, listening))
            plan = ServerPlan(
                database=settings.data / paths.ENGINE,
                log=settings.data / paths.SERVER_LOG,
                port=ports.temporal,
                ui_port=ui_port,
                codec_endpoint=codec,
                search_attributes=search_attributes.ALL,
                rehearsal=rehearsal,
            )
            server = await stack.enter_async_context(running_server(plan))
            client = await connect_to(server.address, ring, identity="zhengming-worker")
            system = System(settings, client, store, server, codec, rehearsal)
            _write_addresses(system)
            worker = build_worker(client, settings, store, file_outbox(settings))
            await stack.enter_async_context(worker)
            # It asks the server first whether all is well; the SDK has no event for the answer.
            while not worker.is_running:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            yield system


def ring_of(settings: Settings) -> KeyRing:
    """Return the installation's key ring, made on the first start."""
    if settings.keys.exists():
        return KeyRing.load(settings.keys)
    return KeyRing.create(settings.keys)


@contextmanager
def sole_use(data: Path) -> Iterator[None]:
    """Hold the data directory, made if need be; raises ServerFailed where another one holds it."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(data / paths.LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as cause:
        raise ServerFailed(f"the data directory {data} cannot be used: {cause.strerror}") from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServerFailed(f"zhengming is running on {data} already") from None
        yield
    finally:
        os.close(lock)


def _check_purpose(data: Path, rehearsal: bool) -> None:
    """Refuse to mix virtual years with real ones; raises ServerFailed."""
    written = data / paths.ADDRESSES
    if written.exists() and tomllib.loads(written.read_text())["rehearsal"] != rehearsal:
        made_for = "real matters" if rehearsal else "rehearsals"
        raise ServerFailed(f"{data} is for {made_for}; take another directory with --data")


@asynccontextmanager
async def _migrated_store(settings: Settings) -> AsyncIterator[RecordStore]:
    store = open_store(settings.database_url)
    try:
        await store.migrate()
    except (SQLAlchemyError, OSError) as cause:
        await store.close()
        # The cause stays out of the message: it may quote the URL with its password.
        raise ServerFailed(f"the record store cannot be opened ({type(cause).__name__})") from None
    try:
        yield store
    finally:
        await store.close()


def _write_addresses(system: System) -> None:
    """Tell the commands where this installation answers."""
    data = system.settings.data
    profile = {"address": system.server.address, "namespace": NAMESPACE}
    _write(data / paths.PROFILE, "[profile.default]\n", profile)
    pages = {"ui": system.server.ui, "codec": system.codec, "namespace": NAMESPACE}
    _write(data / paths.ADDRESSES, "", {**pages, "rehearsal": system.rehearsal})


def _write(path: Path, head: str, values: Mapping[str, str | bool]) -> None:
    draft = path.with_name(f".{path.name}")
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in values.items()]
    draft.write_text("# Written by `zhengming up` on every start.\n" + head + "".join(lines))
    draft.replace(path)
