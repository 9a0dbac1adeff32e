"""One rehearsal with matters at every stage, and Chromium to look at it as a supervisor does."""

import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from activities.store import open_store
from starter import paths
from starter.connection import connect
from starter.officers import write_sample
from starter.reading import Reader, open_reader
from starter.settings import Settings
from tests.starter.cli import Zhengming, running_up
from tests.ui.chromium import QUIET, find_chromium
from tests.ui.matters import Matters, prepare
from tests.ui.watching import Watch
from tests.workflows.lives import Office
from tests.workflows.test_privacy import found_in

PATIENCE = 30_000
"""Milliseconds that a page may take: other tests want the machine as well."""


@pytest.fixture(scope="session")
def chromium() -> str:
    return find_chromium()


@pytest_asyncio.fixture(scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        yield await driver.chromium.launch(executable_path=chromium, args=QUIET)


@pytest.fixture(scope="session")
def supervised(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data directory of a rehearsal that is only looked at."""
    data = tmp_path_factory.mktemp("supervised")
    write_sample(data, in_force=True)
    with running_up(data, "--rehearsal") as (_, ready):
        assert ready.startswith("ready: "), (data / "up.err").read_text()
        yield data


@pytest_asyncio.fixture(scope="session")
async def matters(supervised: Path) -> Matters:
    """The matters of the rehearsal, at their stages."""
    settings = Settings.at(supervised)
    store = open_store(settings.database_url)
    office = Office(await connect(settings, identity="tests"), settings.task_queue, store)
    try:
        return await prepare(office, Zhengming(supervised))
    finally:
        await store.close()


@pytest.fixture(scope="session")
def portal(supervised: Path) -> str:
    """The address of the pages, without a slash at its end."""
    return str(tomllib.loads((supervised / paths.ADDRESSES).read_text())["ui"])


@pytest.fixture
def records(supervised: Path, matters: Matters) -> Iterator[Reader]:
    """The record store, against which every page is held."""
    with open_reader(supervised / paths.RECORDS) as reader:
        yield reader


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What every test's windows did: they stayed on this machine, and told nobody a name."""
    watch = Watch()
    yield watch
    assert watch.outside == []
    assert found_in("\n".join([*watch.rendered, *watch.messages]).encode()) == []


@asynccontextmanager
async def window(
    browser: Browser, watch: Watch, portal: str, *, script: bool = True
) -> AsyncIterator[BrowserContext]:
    """A fresh profile in Shanghai, watched; without JavaScript if so wanted."""
    opened = await browser.new_context(
        base_url=portal,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        viewport={"width": 1680, "height": 1150},
        java_script_enabled=script,
    )
    opened.set_default_timeout(PATIENCE)
    watch.follow(opened)
    try:
        yield opened
    finally:
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def supervisor(browser: Browser, watch: Watch, portal: str) -> AsyncIterator[BrowserContext]:
    """A window of somebody who sits at this machine."""
    async with window(browser, watch, portal) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(supervisor: BrowserContext, matters: Matters) -> Page:
    """An empty page in front of the prepared matters."""
    return await supervisor.new_page()
