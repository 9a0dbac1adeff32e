"""The machine's own Chromium: where it is, and how the tests start it."""

import os
import shutil
from collections.abc import Mapping

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "no Chromium on this machine: apt-get install chromium fonts-noto-cjk"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
"""No sandbox, since containers give none; nothing that Chromium would fetch by itself."""


def find_chromium(path: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """Return the program; without one the test is skipped, and fails on a build machine."""
    for name in NAMES:
        if found := shutil.which(name, path=path):
            return found
    if environ.get("CI"):
        pytest.fail(MISSING)
    pytest.skip(MISSING)
