"""The Temporal UI behind the portal: everything can be read there, and nothing done.

Requests are not written down anywhere: what the UI asks to be rendered is in its addresses.
"""

import re
from collections.abc import AsyncIterator, Mapping

import httpx
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from starter.portal.bodies import whole_body
from starter.portal.context import plan_of
from starter.portal.guards import pass_on
from starter.portal.readers import COOKIE
from starter.portal.trouble import READ_ONLY, UI_AWAY, trouble
from starter.portal.ui_settings import SETTINGS, read_only_settings

QUERY = re.compile(rb"/api/v1/namespaces/[\w-]+/workflows/[\w-]+/query/\w+", re.ASCII)
"""The one POST that only reads: a question to a workflow. No dots, no escapes, no slashes more."""
LARGEST_QUERY = 1024 * 1024
PATIENCE = httpx.Timeout(connect=5, read=90, write=30, pool=None)
"""Seconds; the UI waits up to a minute for what happens next in a matter."""

HASHED = "/_app/immutable/"
"""Files of the UI whose names change with what is in them; each of its pages has two hundred."""
LASTING = "private, max-age=31536000, immutable"

_OF_THE_CONNECTION = {
    *(
        "date",
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
    ),
    *("te", "trailer", "transfer-encoding", "upgrade"),
}
_KEPT_HERE = {
    *("host", "cookie", "authorization", "content-length", "forwarded"),
    *("x-http-method", "x-http-method-override", "x-method-override"),
}


def upstream() -> httpx.AsyncHTTPTransport:
    """Return the way to the UI, bare: httpx's client would write every address to the log."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=50)
    return httpx.AsyncHTTPTransport(limits=limits, trust_env=False)


class UiProxy:
    """Passes on what only reads; `app.state.upstream` is the way there."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        answer = await _answered(request)
        await answer(scope, receive, send)


async def _answered(request: Request) -> Response:
    if not _only_reads(request):
        refusal = trouble(request, 405, READ_ONLY)
        refusal.headers["allow"] = "GET, HEAD"
        return refusal
    body = await whole_body(request, LARGEST_QUERY) if request.method == "POST" else b""
    if body is None:
        return trouble(request, 413, READ_ONLY)
    if request.method == "GET" and request.scope["path"] == SETTINGS:
        return await _settings(request)
    try:
        answer = await _send(request, body)
    except httpx.TransportError:
        return trouble(request, 502, UI_AWAY)
    pass_on(request)
    passed = StreamingResponse(_pieces(answer), answer.status_code)
    passed.raw_headers = [(n, v) for n, v in answer.headers.raw if _may_pass(n, answer.headers)]
    if answer.status_code == 200 and request.scope["path"].startswith(HASHED):
        passed.headers["cache-control"] = LASTING
    return passed


def _only_reads(request: Request) -> bool:
    if request.method in ("GET", "HEAD"):
        return True
    return request.method == "POST" and bool(QUERY.fullmatch(request.scope["raw_path"]))


async def _settings(request: Request) -> Response:
    """Return the UI's settings with every write action off, and our codec door in them."""
    try:
        answer = await _send(request, b"", accept_encoding="identity")
        text = await answer.aread()
    except httpx.TransportError:
        return trouble(request, 502, UI_AWAY)
    return read_only_settings(request, answer.status_code, text)


async def _send(request: Request, body: bytes, accept_encoding: str = "") -> httpx.Response:
    """Ask the UI the same, letter by letter: no part of the address is tidied up on the way."""
    headers = _headers(request)
    if accept_encoding:
        headers["accept-encoding"] = accept_encoding
    query = request.scope["query_string"]
    target = request.scope["raw_path"] + (b"?" + query if query else b"")
    extensions = {"target": target, "timeout": PATIENCE.as_dict()}
    asked = httpx.Request(
        request.method,
        plan_of(request).ui,
        headers=headers,
        content=body or None,
        extensions=extensions,
    )
    transport: httpx.AsyncHTTPTransport = request.app.state.upstream
    return await transport.handle_async_request(asked)


def _headers(request: Request) -> httpx.Headers:
    """Return what the UI may know of a request: nothing of who reads."""
    ours = {*_KEPT_HERE, plan_of(request).settings.sign_in_header.lower()}
    passed = [
        (name, value)
        for name, value in request.headers.items()
        if name not in ours and _may_pass(name.encode(), request.headers)
        if not name.startswith("x-forwarded-")
    ]
    cookies = [f"{name}={value}" for name, value in request.cookies.items() if name != COOKIE]
    return httpx.Headers(passed + ([("cookie", "; ".join(cookies))] if cookies else []))


def _may_pass(name: bytes, headers: Mapping[str, str]) -> bool:
    """Say whether a header concerns more than one connection."""
    named = {word.strip().lower() for word in headers.get("connection", "").split(",")}
    return name.decode("latin-1").lower() not in _OF_THE_CONNECTION | named


async def _pieces(answer: httpx.Response) -> AsyncIterator[bytes]:
    """Yield the answer as it comes, still compressed, and let go of the connection at the end."""
    try:
        async for piece in answer.aiter_raw():
            yield piece
    finally:
        await answer.aclose()
