"""An office of each test's own, on each database in turn, and servers that it may reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from activities.store import RecordStore
from tests.activities.delivery.delivering import DeliveringOffice
from tests.hook_server import HookServer, hook_server
from tests.mail_server import PostOffice


@pytest.fixture
async def office(store: RecordStore, tmp_path: Path) -> DeliveringOffice:
    delivering = DeliveringOffice(tmp_path, store)
    await delivering.must_tell()
    return delivering


@pytest.fixture
def post_office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def hook() -> Iterator[HookServer]:
    with hook_server() as server:
        yield server
