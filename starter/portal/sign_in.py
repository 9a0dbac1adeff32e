"""Signing in and out with a token; it travels in a form and in a cookie, never in an address."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from starter.failure import Invalid
from starter.keys import KeyRingError
from starter.officers import directory_of, viewer_in
from starter.portal.bodies import whole_body
from starter.portal.context import language_of, page, plan_of
from starter.portal.origin import origin_of
from starter.portal.readers import COOKIE, UNKNOWN, NotSignedIn
from starter.portal.tokens import BadToken, bearer_of
from starter.portal.trouble import (
    DIRECTORY_DAMAGED,
    ENTRANCE,
    NOT_SIGNED_IN,
    trouble,
    wants_page,
)
from workflows.domain.text import Text

LARGEST_FORM = 16 * 1024
"""Bytes; a token has some two hundred."""


async def sign_in_page(request: Request) -> Response:
    """Show the form, or take it in: a good token becomes a cookie and the page asked for."""
    if plan_of(request).settings.sign_in != "token":
        return RedirectResponse("/", 303)
    if request.method != "POST":
        return _form(request, 200, None, request.query_params.get("goes_to", _front(request)))
    body = await whole_body(request, LARGEST_FORM)
    form = parse_qs((body or b"").decode(errors="replace"))
    token, goes_to = (form.get(name, [""])[0].strip() for name in ("token", "goes_to"))
    try:
        seconds = await run_in_threadpool(_seconds_left, request, token)
    except (BadToken, NotSignedIn) as refused:
        return _form(request, 401, refused.message, goes_to)
    except (Invalid, KeyRingError):
        return trouble(request, 503, DIRECTORY_DAMAGED)
    answer = RedirectResponse(_here(goes_to), 303)
    _set_cookie(request, answer, token, seconds)
    return answer


async def sign_out_page(request: Request) -> Response:
    """Forget who reads, and show the form; a mere link, which any site may have, forgets nobody."""
    if request.method != "POST":
        return RedirectResponse(_front(request), 303)
    answer = RedirectResponse(f"/sign-in?lang={language_of(request)}", 303)
    _set_cookie(request, answer, "", 0)
    return answer


def refused(request: Request, message: Text | None) -> Response:
    """Return the answer to somebody unknown: the form for people, a line for programs."""
    by_token = plan_of(request).settings.sign_in == "token"
    if by_token and request.method == "GET" and wants_page(request):
        query = f"?{request.url.query}" if request.url.query else ""
        form = _form(request, 401, message, request.url.path + query)
        if request.headers.get("sec-fetch-site") == "cross-site":
            # A link in a mail comes without our cookie; asking again from our own page brings it.
            form.headers["refresh"] = "0"
        return form
    return trouble(request, 401, message or (NOT_SIGNED_IN if by_token else ENTRANCE))


def _seconds_left(request: Request, token: str) -> int:
    """Return for how long a token is good, if its officer is still in the directory."""
    plan = plan_of(request)
    officer, seconds = bearer_of(plan.ring, token, datetime.now(UTC))
    if viewer_in(directory_of(plan.settings.data), officer) is None:
        raise NotSignedIn(UNKNOWN)
    return seconds


def _form(request: Request, status: int, problem: Text | None, goes_to: str) -> Response:
    values = {"problem": problem, "goes_to": _here(goes_to)}
    if request.method == "POST":  # its address does not say what its form did
        other = "zh" if language_of(request) == "en" else "en"
        values["switch"] = "?" + urlencode({"goes_to": values["goes_to"], "lang": other})
    return page(request, "sign_in.html", status, **values)


def _front(request: Request) -> str:
    """Return the front page, in the language that this address asks for."""
    return f"/?lang={language_of(request)}" if "lang" in request.query_params else "/"


def _here(goes_to: str) -> str:
    """Return a place of this portal: an address that a form names may lead anywhere."""
    place = quote(goes_to, safe="/?&=%:+,;@~!*'()-._")
    return place if place.startswith("/") and not place.startswith("//") else "/"


def _set_cookie(request: Request, answer: Response, token: str, seconds: int) -> None:
    secure = origin_of(request, plan_of(request).settings).startswith("https:")
    answer.set_cookie(
        COOKIE, token, max_age=seconds, httponly=True, samesite="strict", secure=secure
    )
