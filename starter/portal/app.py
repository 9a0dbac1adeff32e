"""The portal as one application: our pages, the codec door, and the Temporal UI behind it all."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.staticfiles import StaticFiles

from starter.pages.rendering import HERE
from starter.portal.case_page import case_page
from starter.portal.codec_door import Reads, decode
from starter.portal.context import NotNoted, PortalPlan
from starter.portal.document_page import document_page
from starter.portal.front import front
from starter.portal.guards import Guarded, OwnPages, SignedIn
from starter.portal.proxy import UiProxy, upstream
from starter.portal.setup import setup
from starter.portal.sign_in import sign_in_page, sign_out_page
from starter.portal.trouble import NOT_FOUND, NOT_NOTED, READ_ONLY, STORE_AWAY, trouble
from starter.reading import StoreError


def portal_app(plan: PortalPlan) -> Starlette:
    """Return the application; the sign-in is asked for by everything but the pages around it."""
    app = Starlette(
        routes=[
            Route("/health", _health),
            Route("/sign-in", sign_in_page, methods=["GET", "POST"]),
            Route("/sign-out", sign_out_page, methods=["GET", "POST"]),
            Mount("/assets", StaticFiles(directory=HERE / "assets")),
            Mount("/", Router(_for_readers()), middleware=[Middleware(SignedIn)]),
        ],
        middleware=[Middleware(OwnPages), Middleware(Guarded)],
        exception_handlers={
            HTTPException: _no_such_page,
            StoreError: _store_away,
            NotNoted: _not_noted,
        },
        lifespan=_upstream_open,
    )
    app.state.plan = plan
    app.state.reads = Reads()
    return app


def _for_readers() -> list[BaseRoute]:
    return [
        Route("/", front),
        Route("/setup", setup),
        _ours("/setup"),
        _ours(
            "/matters",
            Route("/{number}", case_page),
            Route("/{number}/", _without_the_slash),
            Route("/{number}/documents/{seq:int}", document_page),
        ),
        _ours("/codec", Route("/decode", decode, methods=["POST"])),
        *(Route(place, _nothing) for place in ("/matters", "/codec", "/assets")),
        Mount("/", UiProxy()),
    ]


def _ours(place: str, *routes: BaseRoute) -> Mount:
    """Return what is below a place of ours; the UI has a page for whatever it is asked."""
    return Mount(place, Router(routes, redirect_slashes=False))


@asynccontextmanager
async def _upstream_open(app: Starlette) -> AsyncIterator[None]:
    async with upstream() as app.state.upstream:
        yield


async def _health(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _nothing(request: Request) -> Response:
    raise HTTPException(404)


async def _without_the_slash(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/matters/{quote(request.path_params['number'])}{query}", 307)


async def _no_such_page(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code != 405:
        return trouble(request, error.status_code, NOT_FOUND)
    answer = trouble(request, 405, READ_ONLY)
    allowed = (error.headers or {}).get("Allow", "GET, HEAD")
    answer.headers["allow"] = ", ".join(sorted(allowed.split(", ")))
    return answer


async def _store_away(request: Request, error: Exception) -> Response:
    return trouble(request, 503, STORE_AWAY)


async def _not_noted(request: Request, error: Exception) -> Response:
    return trouble(request, 503, NOT_NOTED)
