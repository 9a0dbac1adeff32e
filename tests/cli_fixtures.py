"""One `zhengming up --rehearsal` per test process, and the console script on its data directory."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.starter.cli import Zhengming, running_up

_serial = itertools.count(1)


@pytest.fixture(scope="session")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data directory of a running rehearsal."""
    data = tmp_path_factory.mktemp("rehearsal")
    with running_up(data, "--rehearsal") as (_, ready):
        assert ready.startswith("ready: ")
        yield data


@pytest.fixture
def zhengming(rehearsal: Path) -> Zhengming:
    return Zhengming(rehearsal)


@pytest.fixture
def case() -> str:
    """A matter number that no other test of this process has."""
    return f"CLAR-2026-{os.getpid() % 10_000:04}{next(_serial):04}"


@pytest.fixture
def finding() -> tuple[str, ...]:
    """Options that make an opening's finding one of its own."""
    return ("--set", f"verification.reference=V-{os.getpid()}-{next(_serial)}")


@pytest.fixture
def opened(zhengming: Zhengming, case: str, finding: tuple[str, ...]) -> str:
    """The number of a matter that was just opened by `li`."""
    said = zhengming.do("open", case, *finding)
    assert said.code == 0, said.err
    return case
