"""Requests as no tidy client sends them."""

from typing import Any

import httpx

from starter.settings import Settings

PAGE = {"Accept": "text/html"}
API = "/api/v1/namespaces/default"


async def send(client: httpx.AsyncClient, method: str, target: str, **more: Any) -> httpx.Response:
    """Send an address letter by letter; httpx would tidy it up."""
    return await client.request(method, "/", extensions={"target": target.encode()}, **more)


def networks(text: str) -> Any:
    """Read trusted proxies as the environment gives them."""
    return Settings(trusted_proxies=text).trusted_proxies
