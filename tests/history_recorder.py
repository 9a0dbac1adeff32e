"""`--keep-histories DIR`: keep the histories of chosen lives, for the replay test.

See `tests/histories/README.md`. Histories are encrypted with the tests' own key ring.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from temporalio.client import Client, WorkflowHistory

Keeper = Callable[[Client, str, str], Awaitable[None]]
"""Keep the history of a matter, all its runs, under a name."""

OPTION = "--keep-histories"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        OPTION, type=Path, metavar="DIR", help="keep the histories of the lives that are replayed"
    )


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> Keeper:
    """Write a matter's histories where the option says; without it do nothing.

    A file that exists is never written again: a history is worth something because it is old.
    """
    folder: Path | None = request.config.getoption(OPTION)

    async def write(client: Client, matter: str, name: str) -> None:
        assert folder is not None
        runs = await runs_of(client, matter)
        for index, history in enumerate(runs, start=1):
            target = folder / (f"{name}-{index}.json" if len(runs) > 1 else f"{name}.json")
            if target.exists():
                pytest.fail(f"{target.name} exists; histories are never recorded again")
            target.write_text(history.to_json() + "\n", encoding="utf-8")

    async def keep_nothing(client: Client, matter: str, name: str) -> None:
        return None

    return write if folder else keep_nothing


async def runs_of(client: Client, matter: str) -> list[WorkflowHistory]:
    """Return the histories of all runs of a matter, oldest first."""
    runs: list[WorkflowHistory] = []
    run_id = None
    while run_id != "":
        handle = client.get_workflow_handle(matter, run_id=run_id)
        history = await handle.fetch_history()
        runs.insert(0, history)
        started = history.events[0].workflow_execution_started_event_attributes
        run_id = started.continued_execution_run_id
    return runs
