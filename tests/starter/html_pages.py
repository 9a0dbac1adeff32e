"""The portal's own pages over HTTP, read as documents, and what any of them must be."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from lxml import html
from starlette.applications import Starlette

from starter.keys import KeyRing
from starter.portal.app import portal_app
from starter.portal.context import PortalPlan
from starter.settings import Settings

HEADER = "X-Officer"
"""In which the reverse proxy of `portal_of` names the officer."""


@asynccontextmanager
async def portal_of(
    data: Path, officer: str | None = None, **settings: Any
) -> AsyncIterator[httpx.AsyncClient]:
    """Open the portal of a data directory: at the machine, or behind a proxy as an officer."""
    headers = {"Accept": "text/html"}
    if officer is not None:
        headers[HEADER] = officer
        settings |= {
            "sign_in": "header",
            "sign_in_header": HEADER,
            "trusted_proxies": "127.0.0.1",
        }
    transport = httpx.ASGITransport(app_of(data, **settings), client=("127.0.0.1", 50_000))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1:8233", headers=headers
    ) as client:
        yield client


def app_of(data: Path, **settings: Any) -> Starlette:
    """The portal of a data directory, with nothing behind it."""
    keys = data / "keys.toml"
    ring = KeyRing.load(keys) if keys.exists() else KeyRing.create(keys)
    return portal_app(PortalPlan(Settings(data=data, **settings), ring, "http://127.0.0.1:9"))


class Page:
    """A page as a document."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.root = html.document_fromstring(answer.text)

    def all(self, path: str) -> list[Any]:
        """Everything that an XPath finds."""
        found: list[Any] = self.root.xpath(path)
        return found

    @property
    def words(self) -> str:
        """What stands on the page, in one line."""
        return " ".join(self.root.xpath("string(//main)").split())

    @property
    def rows(self) -> list[list[str]]:
        """The cells of the queue, each in one line."""
        return [
            [" ".join(cell.xpath("string()").split()) for cell in row.xpath("th|td")]
            for row in self.all("//table[contains(@class, 'queue')]/tbody/tr")
        ]

    def link(self, words: str) -> str:
        """The address of the one link with these words."""
        found = [a for a in self.all("//a") if words in " ".join(a.xpath("string()").split())]
        assert len(found) == 1, [a.xpath("string()") for a in found]
        return str(found[0].get("href"))


async def visit(client: httpx.AsyncClient, address: str, status: int = 200) -> Page:
    """Open a page; whatever it is, it is a sound document."""
    answer = await client.get(address)
    assert answer.status_code == status, answer.text
    page = Page(answer)
    assert_sound(page)
    return page


def query_of(address: str) -> dict[str, str]:
    """The values of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def assert_sound(page: Page) -> None:
    """One head, one language, unique ids, a label for every control, no script in the page."""
    assert page.answer.text.startswith("<!doctype html>")
    assert page.root.get("lang") in ("zh-CN", "en")
    assert len(page.all("//h1")) == len(page.all("//main")) == len(page.all("//title")) == 1
    ids = Counter(page.all("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    for place in page.all("//@for | //@aria-labelledby | //@aria-describedby"):
        assert place in ids
    for control in page.all("//input[not(@type='hidden')] | //select | //textarea"):
        assert len(page.all(f"//label[@for='{control.get('id')}']")) == 1
    for table in page.all("//table"):
        assert table.xpath("caption")
        assert table.xpath("thead//th[not(@scope)] | tbody//th[not(@scope)]") == []
    assert page.all("//script[not(@src)] | //@onclick | //@onload | //@onerror | //@style") == []
    assert page.all("//meta[@http-equiv]") == []
    assert page.all("//a[not(normalize-space())] | //button[not(normalize-space())]") == []
