"""Everything of one installation in one process tree: what `zhengming up` and the demo run.

Whatever starts here stops here, in reverse order, and can be started again on the same data.
"""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from temporalio.client import Client
from temporalio.worker import Worker

from activities.store import RecordStore, open_store
from starter import paths
from starter.connection import connect_to
from starter.data_directory import Addresses, check_purpose, sole_use, write_addresses
from starter.keys import KeyRing
from starter.portal.app import portal_app
from starter.portal.context import PortalPlan
from starter.portal.readers import check_sign_in
from starter.portal.serving import address_of, listener, serving
from starter.server import NAMESPACE, RunningServer, running_server
from starter.server_plan import HOST, ServerFailed, ServerPlan
from starter.settings import Settings
from worker import build_worker, file_outbox
from workflows import search_attributes


@dataclass(frozen=True)
class Ports:
    """Where to listen, on loopback; 0 means any free port."""

    temporal: int = 7233
    ui: int = 8233
    """The portal's: the engine's own UI is behind it, on a port that nobody is told."""


ANY_PORTS = Ports(0, 0)


@dataclass(frozen=True)
class System:
    """A running installation."""

    settings: Settings
    client: Client
    store: RecordStore
    server: RunningServer
    portal: str
    """The origin of all pages, `http://host:port`."""
    rehearsal: bool

    @property
    def codec(self) -> str:
        """The codec door's address, as the `temporal` program wants it."""
        return codec_door(self.portal)

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
    check_sign_in(settings, HOST)
    with sole_use(settings.data), closing(listener(ports.ui)) as door:
        check_purpose(settings.data, rehearsal)
        ring, portal = ring_of(settings), address_of(door)
        plan = _plan(settings, ports.temporal, codec_door(portal), rehearsal)
        async with (
            _migrated_store(settings) as store,
            running_server(plan) as server,
            _portal(settings, ring, server.ui, door),
        ):
            client = await connect_to(
                server.address, ring, identity="zhengming-worker", metrics=settings.metrics
            )
            addresses = Addresses(server.address, portal, codec_door(portal), NAMESPACE, rehearsal)
            write_addresses(settings.data, addresses)
            async with _working(build_worker(client, settings, store, file_outbox(settings))):
                yield System(settings, client, store, server, portal, rehearsal)


def codec_door(portal: str) -> str:
    """Return the address of the portal's codec door."""
    return f"{portal}/codec"


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


def _portal(
    settings: Settings, ring: KeyRing, ui: str, door: socket.socket
) -> AbstractAsyncContextManager[str]:
    return serving(portal_app(PortalPlan(settings, ring, ui, NAMESPACE)), door)


def _plan(settings: Settings, port: int, codec: str, rehearsal: bool) -> ServerPlan:
    return ServerPlan(
        database=settings.data / paths.ENGINE,
        log=settings.data / paths.SERVER_LOG,
        port=port,
        ui_port=0,
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
