"""The file `channels.toml`: the office's mail server, and the webhooks that it may post to.

No secret stands in it: passwords and keys are in files of their own, named here; a relative name
counts from the data directory.
"""

import ipaddress
import ssl
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from activities.delivery.errors import NotNow
from activities.directory import Email, Entry, Id

LONGEST_WAIT = 60
"""Seconds in which a mail server must have taken everything before a mail, a webhook its post."""
LONGEST_DATA = 300
"""Seconds from the mail itself to its answer: servers look at it first, some for minutes.

All of it must fit into an attempt at a notice (`patience.NOTIFYING`).
"""

Seconds = Annotated[float, Field(ge=1, le=LONGEST_WAIT)]


def _in_folder(path: Path, info: ValidationInfo) -> Path:
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path.expanduser()


OfficeFile = Annotated[Path, AfterValidator(_in_folder)]


class Smtp(Entry):
    """The mail server of the office."""

    host: Annotated[str, Field(pattern=r"^\S+$")]
    port: Annotated[int, Field(ge=1, le=65535)]
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str | None = None
    password_file: OfficeFile | None = None
    sender: Email
    timeout: Seconds = 20
    ca_file: OfficeFile | None = None
    """The office's own certificate authority, where the public ones do not know the server."""

    @model_validator(mode="after")
    def _logs_in_safely(self) -> Self:
        if (self.username is None) != (self.password_file is None):
            raise ValueError("username and password_file belong together")
        if self.username and self.security == "none" and not is_loopback(self.host):
            raise ValueError("security none would send the password in clear: use starttls or tls")
        return self


class Webhook(Entry):
    """An address that takes notices by HTTP; `{key}` in it is filled in from `key_file`."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$")]
    shape: Literal["json", "wecom"] = "json"
    key_file: OfficeFile | None = None
    secret_file: OfficeFile | None = None
    """Signs what is posted (Standard Webhooks)."""
    timeout: Seconds = 20
    ca_file: OfficeFile | None = None
    insecure: bool = False
    """Whether http is good enough for a host that is not this machine."""

    @model_validator(mode="after")
    def _is_private(self) -> Self:
        parts = urlsplit(self.url)
        if parts.scheme == "http" and not self.insecure and not is_loopback(parts.hostname or ""):
            raise ValueError("url: use https, or say insecure = true")
        if ("{key}" in self.url) != (self.key_file is not None):
            raise ValueError("key_file and {key} in url belong together")
        return self

    @property
    def address(self) -> str:
        """Return the whole URL, its key included; raises `NotNow` without the key's file."""
        key = secret(self.key_file) if self.key_file else ""
        return self.url.replace("{key}", key)


class Channels(Entry):
    """The whole file; without it every notice is a file in the outbox."""

    rehearsal: bool = False
    """Whether a rehearsal (演练) uses them too; without it nobody hears of what is not real."""
    smtp: Smtp | None = None
    webhooks: dict[Id, Webhook] = Field(default_factory=dict)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def secret(path: Path) -> str:
    """Return what a file of one secret holds; raises `NotNow` while it cannot be read."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise NotNow(path.name, f"cannot be read: {type(error).__name__}") from None


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """Return whose certificates are believed; raises `NotNow` while the file cannot be read."""
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise NotNow("ca_file", type(error).__name__) from None
