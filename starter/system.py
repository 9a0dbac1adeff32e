"""Everything of one installation in one process tree: what `zhengming up` and the demo run.

Whatever starts here stops here, in reverse order, and can be started again on the same data.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from temporalio.client import Client
from temporalio.worker import Worker

from activities.store import RecordStore, open_store
from starter import paths
from starter.codec import EncryptionCodec
from starter.codec_server import codec_app, listener, running_codec_server
from starter.connection import connect_to
from starter.data_directory import Addresses, check_purpose, sole_use, write_addresses
from starter.keys import KeyRing
from starter.server import NAMESPACE, RunningServer, running_server
from starter.server_plan import HOST, ServerFailed, ServerPlan, claim_port
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
                raise ServerFailed(
                    "Temporal 服务端自行停止：请重新启动",
                    "the Temporal server has stopped by itself; start again",
                )
        finally:
            ended.cancel()
            stopping.cancel()


@asynccontextmanager
async def running_system(
    settings: Settings, ports: Ports = Ports(), *, rehearsal: bool = False
) -> AsyncIterator[System]:
    """Start the whole installation on its data directory; raises ServerFailed, KeyRingError."""
    with sole_use(settings.data):
        check_purpose(settings.data, rehearsal)
        ring, ui_port = ring_of(settings), claim_port(ports.ui)
        async with (
            _migrated_store(settings) as store,
            _codec_endpoint(settings, ring, ports.codec, ui_port) as codec,
            running_server(_plan(settings, ports.temporal, ui_port, codec, rehearsal)) as server,
        ):
            client = await connect_to(server.address, ring, identity="zhengming-worker")
            addresses = Addresses(server.address, server.ui, codec, NAMESPACE, rehearsal)
            write_addresses(settings.data, addresses)
            async with _working(build_worker(client, settings, store, file_outbox(settings))):
                yield System(settings, client, store, server, codec, rehearsal)


def ring_of(settings: Settings) -> KeyRing:
    """Return the installation's key ring, made on the first start."""
    if settings.keys.exists():
        return KeyRing.load(settings.keys)
    return KeyRing.create(settings.keys)


@asynccontextmanager
async def _migrated_store(settings: Settings) -> AsyncIterator[RecordStore]:
    try:
        store = open_store(settings.database_url)
    except (SQLAlchemyError, ValueError):
        raise ServerFailed(
            "ZHENGMING_DATABASE_URL 不是 SQLite 或 PostgreSQL 记录库",
            "ZHENGMING_DATABASE_URL names no SQLite or PostgreSQL store",
        ) from None
    try:
        await store.migrate()
    except (SQLAlchemyError, OSError) as cause:
        await store.close()
        # The cause stays out of the message: it may quote the URL with its password.
        name = type(cause).__name__
        raise ServerFailed(
            f"记录库打不开（{name}）", f"the record store cannot be opened ({name})"
        ) from None
    try:
        yield store
    finally:
        await store.close()


def _codec_endpoint(
    settings: Settings, ring: KeyRing, port: int, ui_port: int
) -> AbstractAsyncContextManager[str]:
    origins = [f"http://{HOST}:{ui_port}", f"http://localhost:{ui_port}"]
    app = codec_app(EncryptionCodec(ring), origins, settings.codec_hosts)
    return running_codec_server(app, listener(port))


def _plan(settings: Settings, port: int, ui_port: int, codec: str, rehearsal: bool) -> ServerPlan:
    return ServerPlan(
        database=settings.data / paths.ENGINE,
        log=settings.data / paths.SERVER_LOG,
        port=port,
        ui_port=ui_port,
        codec_endpoint=codec,
        search_attributes=search_attributes.ALL,
        rehearsal=rehearsal,
    )


@asynccontextmanager
async def _working(worker: Worker) -> AsyncIterator[None]:
    """Run the worker; the block begins when it is at work."""
    async with worker:
        # It asks the server first whether all is well; the SDK has no event for the answer.
        while not worker.is_running:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        yield
