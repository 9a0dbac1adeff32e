"""What the pages of a browser ask for and say while a test looks at them."""

from dataclasses import dataclass, field
from urllib.parse import unquote_plus, urlsplit

from playwright.async_api import BrowserContext

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
INSIDE = frozenset({"about", "blob", "data"})
"""Schemes that name nothing outside the page."""


@dataclass
class Watch:
    """Every address that was asked for, and every message on the console, of some windows."""

    addresses: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Forget what was seen until now."""
        self.addresses.clear()
        self.messages.clear()

    def follow(self, window: BrowserContext) -> None:
        """Write down what the pages of a window do from now on."""
        window.on("request", lambda request: self.addresses.append(request.url))
        window.on("console", lambda message: self.messages.append(message.text))
        window.on("weberror", lambda error: self.messages.append(str(error.error)))

    @property
    def outside(self) -> list[str]:
        """Return the addresses that are not on this machine."""
        return [address for address in self.addresses if not _is_here(address)]

    @property
    def told(self) -> str:
        """Return all of it as text: what a log beside the way, or a shared screen, would hold."""
        return "\n".join([*map(unquote_plus, self.addresses), *self.messages])

    @property
    def rendered(self) -> list[str]:
        """Return the texts that went to the Temporal UI's server to be made into HTML."""
        asked = [address for address in self.addresses if urlsplit(address).path == "/render"]
        return [unquote_plus(urlsplit(address).query) for address in asked]


def _is_here(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in INSIDE or parts.hostname in LOOPBACK
