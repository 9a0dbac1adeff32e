"""One rehearsal with matters at every stage, and Chromium to look at it as a supervisor does."""

import tomllib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from activities.store import open_store
from starter import paths
from starter.connection import connect
from starter.reading import Reader, open_reader
from starter.settings import Settings
from tests.starter.cli import Zhengming, running_up
from tests.ui.chromium import QUIET, find_chromium
from tests.ui.lived_case import LivedCase, lived_case
from tests.ui.matters import Matters, prepare
from tests.ui.readers import SUPERVISOR, appoint
from tests.ui.watching import Watch
from tests.ui.windows import PATIENCE, House
from tests.workflows.lives import Office
from tests.workflows.test_privacy import found_in


@pytest.fixture(scope="session")
def chromium() -> str:
    return find_chromium()


@pytest_asyncio.fixture(scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as driver:
        yield await driver.chromium.launch(executable_path=chromium, args=QUIET)


@pytest.fixture(scope="session")
def supervised(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data directory of a rehearsal that is only looked at."""
    data = tmp_path_factory.mktemp("supervised")
    appoint(data)
    with running_up(data, "--rehearsal", ZHENGMING_SIGN_IN="token") as (_, ready):
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


@pytest.fixture(scope="session")
def watch() -> Watch:
    return Watch()


@pytest.fixture(autouse=True)
def discreet(watch: Watch) -> Iterator[None]:
    """What the windows of every test do: they stay on this machine, and tell nobody a name."""
    watch.begin()
    yield
    assert watch.outside == []
    assert found_in(watch.told.encode()) == []


@pytest.fixture(scope="session")
def house(browser: Browser, watch: Watch, portal: str, supervised: Path, matters: Matters) -> House:
    """Opens windows onto the prepared matters."""
    return House(browser, watch, portal, supervised)


@pytest_asyncio.fixture(scope="session")
async def case(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LivedCase]:
    """A case whose subjects are in their impact periods, in a rehearsal of its own."""
    async with lived_case(tmp_path_factory.mktemp("case")) as case:
        yield case


@pytest.fixture(scope="session")
def case_house(browser: Browser, watch: Watch, case: LivedCase) -> House:
    """Opens windows onto that case."""
    return House(browser, watch, case.system.portal, case.system.settings.data)


@pytest_asyncio.fixture(scope="session")
async def desk(house: House) -> AsyncIterator[BrowserContext]:
    """A window of somebody who may read everything; it stays open, as such windows do."""
    async with house.window(SUPERVISOR) as window:
        yield window


@pytest_asyncio.fixture(loop_scope="session")
async def page(desk: BrowserContext) -> AsyncIterator[Page]:
    """An empty page of the window that stays open."""
    opened = await desk.new_page()
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def fresh_page(house: House) -> AsyncIterator[Page]:
    """An empty page of a browser that has never been here, of the same reader."""
    async with house.window(SUPERVISOR) as window:
        yield await window.new_page()
