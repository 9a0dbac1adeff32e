"""A small web server inside a larger process: no access log, no signals of its own."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from starter.server_plan import HOST, ServerFailed

LARGEST_HEAD = 1024 * 1024
"""Bytes of a request line and its headers: the UI asks for what it renders in an address."""


class _QuietServer(uvicorn.Server):
    """A server whose end is decided by the process around it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listener(port: int, host: str = HOST) -> socket.socket:
    """Return a listening socket; port 0 means any free one. Raises ServerFailed for a taken one."""
    try:
        listening = socket.create_server((host, port))
    except OSError:
        raise ServerFailed(
            f"端口 {port} 已被其他程序占用", f"port {port} is taken by another program"
        ) from None
    # Its connections inherit this; asyncio sets it only on sockets made in another way. Without it
    # each answer waits 40 ms for the other side's acknowledgement of its head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def address_of(listening: socket.socket) -> str:
    """Return where a socket is reached, `http://host:port`."""
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}"


@asynccontextmanager
async def serving(app: ASGIApp, listening: socket.socket) -> AsyncIterator[str]:
    """Serve `app` until the block ends; yields its address."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        h11_max_incomplete_event_size=LARGEST_HEAD,
        access_log=False,
        log_config=None,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = _QuietServer(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield address_of(listening)
    finally:
        server.should_exit = True
        await task
