"""Which tests stay in one process: those that share a browser, or an office program."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/ui/", "tests/starter/test_setup_page.py", "tests/activities/papers/")


class Together(LoadScopeScheduling):
    """Hands out tests one by one, and those of a place in `TOGETHER` all at once."""

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    """Return our scheduler; `--dist loadgroup` loses its groups with this pytest."""
    return Together(config, log)
