"""A UI that is away, slow or odd, and a portal that stops."""

import asyncio
import json
import socket

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from starter.portal.serving import listener, serving
from tests.starter.conftest import Portal
from tests.starter.portal_requests import PAGE


@pytest.fixture
def nobody() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize("path", ["/namespaces/default/workflows", "/api/v1/settings"])
async def test_a_ui_that_is_away_is_said_in_plain_words(portal: Portal, nobody: str, path: str):
    async with portal(ui=nobody) as client:
        shown = await client.get(path, headers=PAGE)
        told = await client.get(path)
        front = await client.get("/")

    assert (shown.status_code, told.status_code) == (502, 502)
    assert "暂时没有响应" in shown.text
    assert "does not answer" in told.json()["message_en"]
    assert front.status_code == 200


async def test_a_ui_that_speaks_nonsense_is_away_too(portal: Portal):
    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(nonsense, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, portal(ui=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/namespaces/default/workflows")).status_code == 502
        assert (await client.get("/api/v1/settings")).status_code == 502


async def test_settings_that_are_none_are_not_passed_on(portal: Portal):
    async def odd(request: Request) -> Response:
        return Response(json.dumps([1]), media_type="application/json")

    async with (
        serving(Starlette(routes=[Route("/{p:path}", odd)]), listener(0)) as ui,
        portal(ui=ui) as client,
    ):
        assert (await client.get("/api/v1/settings")).status_code == 502


async def test_a_portal_that_stops_does_not_wait_for_the_ui_nor_lament(
    portal: Portal, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    asked = asyncio.Event()

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await reader.read()  # until the portal hangs up
        writer.close()

    server = await asyncio.start_server(silence, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, httpx.AsyncClient() as reader:
        async with portal(ui=f"http://127.0.0.1:{port}") as client:
            waiting = asyncio.create_task(reader.get(client.base_url.join("/namespaces")))
            await asyncio.wait_for(asked.wait(), 10)
        answer = await asyncio.wait_for(waiting, 10)

    assert answer.status_code == 503
    assert "being stopped" in answer.json()["message_en"]
    assert "Traceback" not in "".join(capfd.readouterr()) + caplog.text
