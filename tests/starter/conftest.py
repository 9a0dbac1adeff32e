"""A running system with a matter in it, and portals of every kind in front of its UI."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
from temporalio.api.common.v1 import Payload

from starter.keys import KeyRing
from starter.portal.app import portal_app
from starter.portal.context import PortalPlan
from starter.portal.serving import listener, serving
from starter.portal.tokens import token_for
from starter.settings import Settings
from starter.system import ANY_PORTS, System, running_system
from tests.starter.sealed_payloads import as_json
from tests.workflows.lives import Matter, Office

READERS = """
[officers.li]
organ = "DW"
roles = ["undertaking_department"]
names = true
[officers.half]
organ = "DW"
roles = ["undertaking_department"]
names = true
[officers.nameless]
organ = "DW"
roles = ["undertaking_department"]
[officers.other]
organ = "QT"
roles = ["principal"]
names = true
[officers.blind]
organ = "DW"
roles = ["principal"]
reads = "none"
names = true
[officers.wu]
organ = "DW"
roles = ["undertaking_department"]
names = true
[officers.zhang]
organ = "DW"
roles = ["principal"]
reads = "all"
names = true
[officers.jian]
organ = "SJW"
roles = ["case_management_department"]
reads = "all"
[officers.archivist]
organ = "SJW"
roles = ["case_management_department"]
reads = "all"
names = true
language = "en"
"""

Token = Callable[..., str]
Portal = Callable[..., AbstractAsyncContextManager[httpx.AsyncClient]]


@pytest_asyncio.fixture(scope="session")
async def system(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[System]:
    """A rehearsal of this test process, with readers of every kind in its directory."""
    settings = Settings.at(tmp_path_factory.mktemp("system"))
    (settings.data / "officers.toml").write_text(READERS)
    async with running_system(settings, ANY_PORTS, rehearsal=True) as running:
        await ui_answers(running.server.ui)
        yield running


async def ui_answers(ui: str) -> None:
    """Wait until the UI has found its server, a second after the server is there."""
    async with httpx.AsyncClient(base_url=ui) as client:
        while (await client.get("/api/v1/namespaces/default")).status_code != 200:  # noqa: ASYNC110
            await asyncio.sleep(0.1)


@pytest_asyncio.fixture(scope="session")
async def matter(system: System) -> Matter:
    """A matter of 张三, who is officer `zhang`; `wu` is recused from it."""
    office = Office(system.client, system.settings.task_queue, system.store)
    matter = await office.opens()
    await matter.do("recuse_officer", officer="wu", reasons="近亲属")
    await matter.recorded()
    return matter


@pytest.fixture
def ring(system: System) -> KeyRing:
    return KeyRing.load(system.settings.keys)


@pytest.fixture
def token(ring: KeyRing) -> Token:
    """Makes tokens: `token("li")`, `token("li", days=-1)`."""

    def signed(officer: str, days: float = 1) -> str:
        return token_for(ring, officer, datetime.now(UTC) + timedelta(days=days))

    return signed


@pytest.fixture
def portal(system: System, ring: KeyRing) -> Portal:
    """Opens a portal before the system's UI: `async with portal(sign_in="token") as client`."""

    @asynccontextmanager
    async def opened(*, ui: str = "", **changes: Any) -> AsyncIterator[httpx.AsyncClient]:
        settings = system.settings.model_copy(update=changes)
        app = portal_app(PortalPlan(settings, ring, ui or system.server.ui))
        async with (
            serving(app, listener(0)) as origin,
            httpx.AsyncClient(base_url=origin, timeout=20) as client,
        ):
            yield client

    return opened


@pytest_asyncio.fixture
async def here(portal: Portal) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at the machine, where sign-in is off."""
    async with portal() as client:
        yield client


@pytest.fixture
async def ask(portal: Portal, token: Token):
    """Asks the door as an officer: `await ask("li", payload, …)`."""
    async with portal(sign_in="token") as client:

        async def asked(officer: str, *payloads: Payload) -> httpx.Response:
            bearer = {"Authorization": f"Bearer {token(officer)}"}
            return await client.post("/codec/decode", json=as_json(*payloads), headers=bearer)

        yield asked


@pytest.fixture
def reads(system: System) -> Callable[[], list[dict[str, str]]]:
    """What the read log has got since the test began."""
    log = system.settings.data / "reads.jsonl"
    before = len(log.read_text().splitlines()) if log.exists() else 0

    def since() -> list[dict[str, str]]:
        lines = log.read_text().splitlines() if log.exists() else []
        return [json.loads(line) for line in lines[before:]]

    return since
