"""The table of kinds: one file each, loaded when it is asked for."""

import subprocess
import sys

import pytest

from starter.kinds import KINDS as GROUPS
from tests.starter.warm import ROOT
from workflows.domain.kinds import DECIDERS
from workflows.kinds import KINDS
from workflows.registry import WORKFLOWS

LOADED = """
import sys
import starter.handing_in
from workflows.kinds import KINDS
KINDS[sys.argv[1]]
print(*(name for name in sys.modules if name.startswith("workflows.kinds.")))
"""


def test_every_kind_has_its_row_its_workflow_and_its_commands() -> None:
    assert list(KINDS) == list(DECIDERS) == list(GROUPS)
    for kind, row in KINDS.items():
        assert row.decider is DECIDERS[kind]
        assert row.decider.kind == kind
    workflows = [workflow.__name__ for workflow in WORKFLOWS]
    assert [row.workflow for row in KINDS.values()] == workflows


@pytest.mark.parametrize("kind", ["clarification", "probation"])
def test_a_command_loads_its_own_kind_and_no_other(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, kind],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert set(done.stdout.split()) == {"workflows.kinds.kind", f"workflows.kinds.{kind}"}
