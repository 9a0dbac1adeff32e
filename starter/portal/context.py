"""What every page of the portal works with: the installation, who looks, and the record store.

A handler asks here and nowhere else, so that every door means the same by "may read".
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from starter.keys import KeyRing
from starter.pages import Language, render
from starter.read_log import note_read
from starter.reading import Reader, open_reader
from starter.rights import AT_THE_MACHINE, Right, Viewer, right_to
from starter.settings import Settings

T = TypeVar("T")


class NotNoted(Exception):
    """The read log cannot be written; what leaves no trace is not shown."""


@dataclass(frozen=True)
class PortalPlan:
    """What a portal stands in front of."""

    settings: Settings
    ring: KeyRing
    ui: str
    """Where the Temporal UI answers, `http://host:port`; nobody but the portal goes there."""
    namespace: str = "default"


def plan_of(request: Request) -> PortalPlan:
    """Return the installation: its settings, its key ring, the UI behind it."""
    return cast(PortalPlan, request.app.state.plan)


def viewer_of(request: Request) -> Viewer:
    """Return who looks; every page but the sign-in has somebody."""
    return cast(Viewer, request.state.viewer)


def language_of(request: Request) -> Language:
    """Return the language of a page: `?lang=`, else the viewer's, else Chinese."""
    asked = request.query_params.get("lang")
    if asked in ("zh", "en"):
        return cast(Language, asked)
    viewer: Viewer | None = getattr(request.state, "viewer", None)
    return viewer.language if viewer else "zh"


async def ask_store(request: Request, question: Callable[[Reader], T]) -> T:
    """Ask the record store in a thread; raises StoreError, which the portal answers with 503."""

    def answer() -> T:
        with open_reader(plan_of(request).settings.database_url) as reader:
            return question(reader)

    return await run_in_threadpool(answer)


def right_in(request: Request, view: dict[str, Any]) -> Right:
    """Return what the viewer may see of a matter, given its view."""
    return right_to(viewer_of(request), view)


async def note(request: Request, matter: str, what: str) -> None:
    """Put a read on record before it is answered; raises NotNoted, answered with 503."""
    data, who = plan_of(request).settings.data, viewer_of(request).officer
    try:
        await run_in_threadpool(note_read, data, who, matter, what)
    except OSError:
        raise NotNoted from None


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page of `starter/pages/templates` in the viewer's language."""
    plan, viewer = plan_of(request), getattr(request.state, "viewer", None)
    around: dict[str, Any] = {
        "viewer": viewer,
        "at_the_machine": viewer == AT_THE_MACHINE,
        "signs_out": viewer is not None and plan.settings.sign_in == "token",
        "switch": _in_the_other_language(request),
        "ui_namespace": plan.namespace,
    }
    return HTMLResponse(render(template, language_of(request), **(around | values)), status)


def _in_the_other_language(request: Request) -> str:
    """Return the address of this page in the other language; the rest of its query stays."""
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "lang"]
    other = "zh" if language_of(request) == "en" else "en"
    return "?" + urlencode([*kept, ("lang", other)])
