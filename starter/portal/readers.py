"""Who reads: asked of every request anew, so that whoever leaves the directory is out at once."""

from datetime import UTC, datetime
from ipaddress import ip_address

from starlette.requests import Request

from starter.officers import directory_of, viewer_in
from starter.portal.context import plan_of
from starter.portal.origin import is_trusted
from starter.portal.tokens import BadToken, bearer_of
from starter.portal.trouble import NOT_SIGNED_IN
from starter.rights import AT_THE_MACHINE, Viewer
from starter.server_plan import ServerFailed
from starter.settings import Settings
from workflows.domain.text import Text

COOKIE = "zhengming_sign_in"
UNKNOWN = Text(
    "人员名录中没有您的编号：请与管理员联系。",
    "The officers' directory does not have you: ask the administrator.",
)


class NotSignedIn(Exception):
    """Nobody that may come in; `message` says why, or is None for somebody who has not tried."""

    def __init__(self, message: Text | None = None) -> None:
        super().__init__((message or NOT_SIGNED_IN).en)
        self.message = message


def check_sign_in(settings: Settings, host: str) -> None:
    """Refuse what would let anybody in; raises ServerFailed."""
    if settings.sign_in == "off" and not _is_loopback(host):
        raise ServerFailed(
            f"门户要在 {host} 上服务，必须先启用登录：请设 ZHENGMING_SIGN_IN=token 或 header",
            f"a portal on {host} needs a sign-in: set ZHENGMING_SIGN_IN to token or header",
        )
    if settings.sign_in == "header" and not (settings.sign_in_header and settings.trusted_proxies):
        raise ServerFailed(
            "header 登录还需要 ZHENGMING_SIGN_IN_HEADER 和 ZHENGMING_TRUSTED_PROXIES",
            "sign-in by header needs ZHENGMING_SIGN_IN_HEADER and ZHENGMING_TRUSTED_PROXIES",
        )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def reader_of(request: Request) -> Viewer:
    """Return who reads, as the settings say; raises NotSignedIn, and Invalid for the directory."""
    match plan_of(request).settings.sign_in:
        case "off":
            return AT_THE_MACHINE
        case "token":
            return _known(request, _by_token(request))
        case "header":
            return _known(request, _by_header(request))


def _by_token(request: Request) -> str:
    """Return whose token came along: a browser's cookie, or a bearer token of a program."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    token = bearer if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
    if not token:
        raise NotSignedIn
    try:
        return bearer_of(plan_of(request).ring, token, datetime.now(UTC))[0]
    except BadToken as bad:
        raise NotSignedIn(bad.message) from None


def _by_header(request: Request) -> str:
    """Return whom the reverse proxy names; nobody else's word counts."""
    settings = plan_of(request).settings
    named = request.headers.getlist(settings.sign_in_header)
    if len(named) != 1 or not is_trusted(request, settings):
        raise NotSignedIn
    return named[0]


def _known(request: Request, officer: str) -> Viewer:
    viewer = viewer_in(directory_of(plan_of(request).settings.data), officer)
    if viewer is None:
        raise NotSignedIn(UNKNOWN)
    return viewer
