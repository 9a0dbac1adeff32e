"""What the quick commands may load; how long they take is measured by `make bench`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.starter.reading.lives import ask
from tests.starter.warm import ROOT

HEAVY = {
    "alembic",
    "asyncio",
    "pydantic",
    "pydantic_core",
    "rich",
    "sqlalchemy",
    "temporalio",
    "yaml",
}
RUN = """
import sys
from starter.__main__ import run
code = run(sys.argv[1:])
print(code, *sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("show", "--help"),
        ("show", "CLAR-2026-0001"),
        ("show", "CLAR-2026-0001", "--json"),
        ("why", "CLAR-2026-0001", "evaluation"),
        ("due",),
        ("due", "--within", "3", "--json"),
    ],
)
def test_a_quick_command_loads_nothing_heavy(office: Path, arguments: tuple[str, ...]):
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=ROOT,
        env={"ZHENGMING_DATA": str(office)},
        capture_output=True,
        encoding="utf-8",
    )

    code, *modules = done.stderr.split()
    assert code == "0"
    assert HEAVY & set(modules) == set()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("show",),
        ("why",),
        ("due",),
        ("file",),
        ("rulepack",),
        ("rulepack", "list"),
        ("rulepack", "show"),
        ("rulepack", "check"),
        ("records",),
        ("records", "verify"),
        ("records", "rebuild"),
    ],
)
def test_every_help_has_an_example(tmp_path: Path, command: tuple[str, ...], language: str):
    said = ask(tmp_path, *command, "--help", ZHENGMING_LANG=language)

    assert said.code == 0
    assert ("示例：" if language == "zh" else "Examples:") in said.out
    assert f"  zhengming {' '.join(command)}" in said.out
