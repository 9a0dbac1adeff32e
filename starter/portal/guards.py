"""What every request passes before a page sees it: who is it, where from, and what may it read."""

import asyncio

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from starter.failure import Invalid
from starter.keys import KeyRingError
from starter.portal.context import plan_of
from starter.portal.origin import is_from_elsewhere, is_straight_from_here
from starter.portal.readers import NotSignedIn, reader_of
from starter.portal.sign_in import refused
from starter.portal.trouble import (
    DIRECTORY_DAMAGED,
    ELSEWHERE,
    FAILED,
    NOT_LOCAL,
    STOPPING,
    trouble,
)

log = structlog.get_logger(__name__)

HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
SCRIPTED = "/setup"
"""The one page of ours with a script."""


class OwnPages:
    """Gives our own pages their headers, and says of a failure no more than its kind.

    The UI's pages keep the headers that the UI gives them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        request, begun = Request(scope), False

        async def finished(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start" and not is_passed_on(request):
                _add_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        try:
            await self._app(scope, receive, finished)
        except asyncio.CancelledError:
            # The process stops while somebody waits; uvicorn would write of each at length.
            if not begun:
                await trouble(request, 503, STOPPING)(scope, receive, finished)
        except Exception as error:
            # A traceback may quote what a page was about to show.
            log.error("page_failed", kind=type(error).__name__, place=_place(error))
            if not begun:
                await trouble(request, 500, FAILED)(scope, receive, finished)


def pass_on(request: Request) -> None:
    """Mark a request whose answer is the UI's."""
    request.state.passed_on = True


def is_passed_on(request: Request) -> bool:
    return bool(getattr(request.state, "passed_on", False))


def _add_headers(headers: MutableHeaders, path: str) -> None:
    scripts = "; script-src 'self'" if path == SCRIPTED else ""
    headers.update({**HEADERS, "content-security-policy": _POLICY + scripts})


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals['__name__']}:{trace.tb_lineno}" if trace else ""


class Guarded:
    """Lets in what comes from where it should; without sign-in, that is this machine alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        answer = _objection(Request(scope)) or self._app
        await answer(scope, receive, send)


def _objection(request: Request) -> Response | None:
    settings = plan_of(request).settings
    if settings.sign_in == "off" and not is_straight_from_here(request):
        return trouble(request, 403, NOT_LOCAL)
    if request.method == "POST" and is_from_elsewhere(request, settings):
        return trouble(request, 403, ELSEWHERE)
    return None


class SignedIn:
    """Finds out who reads; everything behind it has a viewer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        answer: ASGIApp = self._app
        try:
            request.state.viewer = await run_in_threadpool(reader_of, request)
        except NotSignedIn as nobody:
            answer = refused(request, nobody.message)
        except (Invalid, KeyRingError):
            answer = trouble(request, 503, DIRECTORY_DAMAGED)
        await answer(scope, receive, send)
