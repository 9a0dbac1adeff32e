"""Lives that were lived under older code must be told the same way by today's (see histories/).

A test that fails here says: this change would stop matters that are under way. Do not record the
history again; make the change with `workflow.patched` (docs: how to change a running workflow).
"""

from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from starter.codec import data_converter
from starter.keys import KeyRing
from workflows.registry import WORKFLOWS
from workflows.sandbox import workflow_runner

FOLDER = Path(__file__).parent / "histories"
HISTORIES = sorted(FOLDER.glob("*.json"))


def replayer() -> Replayer:
    """A replayer with the sandbox and the data converter of production."""
    return Replayer(
        workflows=WORKFLOWS,
        workflow_runner=workflow_runner(),
        data_converter=data_converter(KeyRing.load(FOLDER / "keys.toml")),
    )


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
async def test_a_life_under_older_code_is_told_the_same_today(path: Path):
    history = WorkflowHistory.from_json(path.stem, path.read_text(encoding="utf-8"))

    await replayer().replay_workflow(history)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_a_kept_history_says_nothing_about_the_machine_or_the_matter(path: Path):
    text = path.read_text(encoding="utf-8")

    assert "张三" not in text
    assert "/home/" not in text
    for place in (Path.home(), Path(__file__).parents[1]):
        assert f"{place}/" not in text
