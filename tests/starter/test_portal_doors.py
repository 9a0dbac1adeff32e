"""A reverse proxy's word, the machine itself, and what stands around every page."""

from typing import Any

import httpx
import pytest

from starter.keys import KeyRing
from starter.portal.app import portal_app
from starter.portal.context import PortalPlan
from starter.portal.readers import check_sign_in
from starter.portal.serving import LARGEST_HEAD, listener, serving
from starter.server_plan import ServerFailed
from starter.settings import Settings
from starter.system import ANY_PORTS, System, running_system
from tests.starter.conftest import Portal, Token
from tests.starter.portal_requests import PAGE, networks


async def test_a_trusted_proxy_says_who_reads(portal: Portal):
    async with portal(
        sign_in="header", sign_in_header="X-Officer", trusted_proxies=networks("127.0.0.1")
    ) as client:
        answer = await client.get("/", headers={**PAGE, "x-officer": "archivist"})

        assert answer.status_code == 200
        assert "archivist" in answer.text
        for headers in ({}, {"X-Officer": "nobody"}, {"X-Officer": ""}, {"X-Other": "li"}):
            assert (await client.get("/", headers=headers)).status_code == 401
        twice = [("X-Officer", "li"), ("X-Officer", "archivist")]
        assert (await client.get("/", headers=twice)).status_code == 401


@pytest.mark.parametrize("trusted", ["10.0.0.0/8", "127.0.0.2", "::1"])
async def test_nobody_else_says_who_reads(portal: Portal, trusted: str, token: Token):
    async with portal(
        sign_in="header", sign_in_header="X-Officer", trusted_proxies=networks(trusted)
    ) as client:
        named = {"X-Officer": "archivist", "X-Forwarded-For": "127.0.0.2"}
        shown = await client.get("/", headers={**named, **PAGE})
        bearer = {"Authorization": f"Bearer {token('archivist')}"}

        assert shown.status_code == 401
        assert 'name="token"' not in shown.text
        assert (await client.get("/", headers=bearer)).status_code == 401
        assert (await client.post("/sign-in", data={"token": token("li")})).status_code == 303
        assert "zhengming_sign_in" not in client.cookies


async def test_in_token_mode_a_header_is_no_sign_in(portal: Portal):
    async with portal(sign_in="token", sign_in_header="X-Officer") as client:
        assert (await client.get("/", headers={"X-Officer": "archivist"})).status_code == 401


def test_trusted_proxies_are_addresses_or_networks():
    assert [str(n) for n in networks("10.1.2.3, 192.168.0.0/16,::1")] == [
        "10.1.2.3/32",
        "192.168.0.0/16",
        "::1/128",
    ]
    with pytest.raises(ValueError, match="trusted_proxies"):
        networks("proxy.example")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8233"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "localhost.evil.example:8233"},
        {"Host": ""},
        {"X-Forwarded-For": "10.1.1.1"},
        {"X-Forwarded-Host": "portal.example"},
        {"Forwarded": "for=10.1.1.1"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/codec/decode", "/api/v1/settings", "/health"])
async def test_without_sign_in_only_this_machine_is_answered(
    here: httpx.AsyncClient, headers: dict[str, str], path: str
):
    answer = await here.get(path, headers=headers)

    assert answer.status_code == 403
    assert "127.0.0.1" in answer.json()["message"]


@pytest.mark.parametrize("name", ["127.0.0.1:1", "localhost:8233", "localhost", "[::1]:8233"])
async def test_without_sign_in_this_machines_names_are_answered(here: httpx.AsyncClient, name: str):
    assert (await here.get("/health", headers={"Host": name})).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.1", "::", "portal.example", ""])
def test_a_portal_for_others_needs_a_sign_in(host: str):
    with pytest.raises(ServerFailed, match="ZHENGMING_SIGN_IN"):
        check_sign_in(Settings(sign_in="off"), host)
    check_sign_in(Settings(sign_in="token"), host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"])
def test_at_the_machine_none_is_needed(host: str):
    check_sign_in(Settings(sign_in="off"), host)


@pytest.mark.parametrize("given", [{}, {"sign_in_header": "X"}, {"trusted_proxies": "10.0.0.1"}])
async def test_a_header_sign_in_needs_to_be_told_whom_to_trust(tmp_path: Any, given: Any):
    settings = Settings(data=tmp_path, sign_in="header", **given)

    with pytest.raises(ServerFailed, match="ZHENGMING_TRUSTED_PROXIES"):
        async with running_system(settings, ANY_PORTS):
            pass
    assert not (tmp_path / "keys.toml").exists()


@pytest.mark.parametrize("path", ["/", "/setup", "/health", "/sign-in", "/nothing/../here"])
async def test_our_pages_allow_nothing_from_elsewhere(portal: Portal, path: str):
    async with portal(sign_in="token") as client:
        headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert ("script-src" in policy) == (path == "/setup")
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


async def test_a_failure_says_no_more_than_its_kind(
    here: httpx.AsyncClient, system: System, ring: KeyRing, capfd: Any, caplog: Any
):
    async def breaks(scope: Any, receive: Any, send: Any) -> None:
        name = "张三"
        raise ValueError(name)

    app = portal_app(PortalPlan(system.settings, ring, system.server.ui))
    app.router.routes.clear()
    app.mount("/", breaks)
    async with serving(app, listener(0)) as origin, httpx.AsyncClient(base_url=origin) as client:
        answer = await client.get("/x", headers=PAGE)

    written = "".join(capfd.readouterr()) + caplog.text
    assert answer.status_code == 500
    assert "张三" not in answer.text + written
    assert "ValueError" in written


async def test_a_head_that_no_browser_sends_is_refused(here: httpx.AsyncClient):
    target = b"/render?content=" + b"a" * (LARGEST_HEAD + 100_000)

    try:
        answer = await here.get("/", extensions={"target": target})
    except httpx.TransportError:
        return  # it may hang up before all of it was sent
    assert answer.status_code in (400, 431)
