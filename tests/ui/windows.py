"""Windows of a browser: a fresh profile in Shanghai for whoever looks, and all of it watched."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, BrowserContext

from starter.portal.readers import COOKIE
from tests.ui.readers import token_of
from tests.ui.watching import Watch

PATIENCE = 30_000
"""Milliseconds that a page may take: other tests want the machine as well."""


@dataclass(frozen=True)
class House:
    """A portal that somebody may look at."""

    browser: Browser
    watch: Watch
    portal: str
    data: Path

    @asynccontextmanager
    async def window(
        self, officer: str | None, *, script: bool = True
    ) -> AsyncIterator[BrowserContext]:
        """Open a window of an officer who is signed in, or of somebody who is not."""
        window = await self.browser.new_context(
            base_url=self.portal,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": 1680, "height": 1150},
            java_script_enabled=script,
        )
        window.set_default_timeout(PATIENCE)
        self.watch.follow(window)
        if officer is not None:
            token = token_of(self.data, officer)
            await window.add_cookies([{"name": COOKIE, "value": token, "url": self.portal}])
        try:
            yield window
        finally:
            await window.close()
