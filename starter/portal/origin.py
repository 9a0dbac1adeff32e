"""Where a request comes from: under which origin the browser sees us, and whether to believe it."""

import re
from ipaddress import ip_address

from starlette.requests import HTTPConnection

from starter.settings import Settings

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")


def origin_of(request: HTTPConnection, settings: Settings) -> str:
    """Return `scheme://host[:port]` as the browser sees it; a trusted proxy may have changed it."""
    scheme, host = request.url.scheme, request.headers.get("host", "")
    if is_trusted(request, settings):
        scheme = _first(request, "x-forwarded-proto") or scheme
        host = _first(request, "x-forwarded-host") or host
    return f"{'https' if scheme == 'https' else 'http'}://{host if _HOST.fullmatch(host) else ''}"


def is_trusted(request: HTTPConnection, settings: Settings) -> bool:
    """Say whether a request was handed over by one of the reverse proxies of the settings."""
    try:
        peer = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return any(peer in network for network in settings.trusted_proxies)


def is_straight_from_here(request: HTTPConnection) -> bool:
    """Say whether a request names this machine and was handed over by nobody.

    A page that points its own name at 127.0.0.1 would otherwise count as ours.
    """
    name = re.sub(r":\d+$", "", request.headers.get("host", ""))
    return name in LOCAL_NAMES and not any(header in request.headers for header in _FORWARDED)


def is_from_elsewhere(request: HTTPConnection, settings: Settings) -> bool:
    """Say whether a page of another origin sends this; browsers name theirs with every POST."""
    origin = request.headers.get("origin")
    return origin is not None and origin != origin_of(request, settings)


def _first(request: HTTPConnection, header: str) -> str:
    return request.headers.get(header, "").partition(",")[0].strip()
