"""Which addresses are ours: what is not there is not found, and the UI never answers for it."""

import asyncio
import socket

import httpx
import pytest

from tests.starter.portal_requests import PAGE


@pytest.mark.parametrize(
    "path",
    [
        *("/matters", "/matters/", "/matters/CLAR-2026-0001/x", "/matters/X/documents/x"),
        *("/codec", "/codec/", "/codec/encode", "/setup/", "/setup/x", "/assets", "/assets/x.js"),
    ],
)
async def test_what_is_not_there_is_not_found_and_not_the_uis(
    here: httpx.AsyncClient, path: str
) -> None:
    answer = await here.get(path, headers=PAGE)

    assert answer.status_code == 404
    assert "没有这一页" in answer.text


async def test_a_slash_too_much_leads_to_the_matter(here: httpx.AsyncClient) -> None:
    answer = await here.get("/matters/CLAR-2026-0001/?lang=en")

    assert answer.status_code == 307
    assert answer.headers["location"] == "/matters/CLAR-2026-0001?lang=en"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/codec/decode", "POST"),
        ("DELETE", "/codec/decode", "POST"),
        ("POST", "/matters/CLAR-2026-0001", "GET, HEAD"),
        ("POST", "/assets/portal.css", "GET, HEAD"),
        ("POST", "/setup", "GET, HEAD"),
    ],
)
async def test_a_refused_method_is_told_which_ones_are_not(
    here: httpx.AsyncClient, method: str, path: str, allowed: str
) -> None:
    answer = await here.request(method, path)

    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


async def test_no_page_turns_into_a_web_socket(here: httpx.AsyncClient) -> None:
    asked = (
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )

    answer = await asyncio.to_thread(_first_line, here.base_url.port, asked)

    assert answer == "HTTP/1.1 200 OK"


def _first_line(port: int | None, asked: str) -> str:
    with socket.create_connection(("127.0.0.1", port or 0)) as connection:
        connection.sendall(asked.encode())
        return connection.makefile().readline().strip()
