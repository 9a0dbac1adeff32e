"""The codec endpoint: lets the Temporal UI and the `temporal` CLI read and write sealed payloads.

The browser calls it, not the UI's server. It answers one origin, keeps no access log, and belongs
on loopback: whoever reaches it reads everything.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import structlog
import uvicorn
from google.protobuf import json_format
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.converter import PayloadCodec

from starter.codec import EncryptionCodec, Undecipherable
from starter.ending import leave, told_to_stop
from starter.keys import KeyRing, KeyRingError
from starter.logs import configure_logging
from starter.server_plan import HOST, ServerFailed
from starter.settings import Settings

LARGEST_BODY = 32 * 1024 * 1024
"""Bytes; a history page of the engine is far smaller."""
HEADERS = ("content-type", "x-namespace", "authorization", "authorization-extras")

log = structlog.get_logger(__name__)

Work = Callable[[Sequence[Payload]], Awaitable[list[Payload]]]


def codec_app(codec: PayloadCodec, origins: Sequence[str], hosts: Sequence[str]) -> Starlette:
    """Return the application for pages of `origins`, called under one of the names `hosts`."""
    return Starlette(
        routes=[
            Route("/decode", _translate(codec.decode), methods=["POST"]),
            Route("/encode", _translate(codec.encode), methods=["POST"]),
        ],
        middleware=[
            # A page that points its own name at 127.0.0.1 would otherwise count as same-origin.
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(
                CORSMiddleware,
                allow_origins=list(origins),
                allow_methods=["POST"],
                allow_headers=HEADERS,
            ),
        ],
    )


def _translate(work: Work) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint that answers proto-JSON payloads with proto-JSON payloads."""

    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return _refusal(413, "too many payloads at once")
        try:
            asked = json_format.Parse(body, Payloads(), ignore_unknown_fields=True)
        except (json_format.ParseError, UnicodeDecodeError):
            return _refusal(400, "not a list of payloads")
        try:
            answer = Payloads(payloads=await work(asked.payloads))
        except (KeyRingError, Undecipherable) as refusal:
            return _refusal(400, str(refusal))
        return Response(json_format.MessageToJson(answer), media_type="application/json")

    return endpoint


async def _body(request: Request) -> bytes | None:
    """Return the whole body, or None once it is larger than any honest one."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


def _refusal(status: int, message: str) -> Response:
    return JSONResponse({"message": message}, status)


class _QuietServer(uvicorn.Server):
    """A server inside a larger process: signals are that process's business."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listener(port: int, host: str = HOST) -> socket.socket:
    """Return a listening socket; port 0 means any free one. Raises ServerFailed for a taken one."""
    try:
        return socket.create_server((host, port))
    except OSError:
        raise ServerFailed(
            f"端口 {port} 已被其他程序占用", f"port {port} is taken by another program"
        ) from None


@asynccontextmanager
async def running_codec_server(app: Starlette, listening: socket.socket) -> AsyncIterator[str]:
    """Serve `app` until the block ends; yields its address."""
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = _QuietServer(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    host, port = listening.getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        await serving


async def serve(settings: Settings) -> None:
    """Serve a codec endpoint of its own until SIGINT or SIGTERM."""
    stop = told_to_stop()
    codec = EncryptionCodec(KeyRing.load(settings.keys))
    app = codec_app(codec, settings.ui_origins, settings.codec_hosts)
    host, _, port = settings.codec_bind.rpartition(":")
    async with running_codec_server(app, listener(int(port), host)) as address:
        log.info("codec_server_started", address=address)
        await stop.wait()


def main() -> None:
    """Run the codec endpoint as a process of its own."""
    settings = Settings.at()
    configure_logging(settings)
    try:
        asyncio.run(serve(settings))
    except (KeyRingError, ServerFailed) as failure:
        log.error("codec_server_cannot_start", reason=str(failure))
        leave(1)
    leave(0)


if __name__ == "__main__":
    main()
