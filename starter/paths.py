"""Where everything of one installation lies: one data directory, and the names in it.

Standard library only: commands that read must answer before a settings library is imported.
"""

import os
from collections.abc import Mapping
from pathlib import Path

KEYS = "keys.toml"
"""The key ring of the payload codec, mode 0600."""
PROFILE = "temporal.toml"
"""Temporal's own profile file: where the server of this installation answers."""
ADDRESSES = "ui.toml"
"""Where the pages of this installation are: `ui`, `codec`, `namespace`, `rehearsal`."""
ENGINE = "temporal.db"
"""The embedded server's database."""
RECORDS = "records.db"
"""The record store, unless `ZHENGMING_DATABASE_URL` names another."""
OUTBOX = "outbox"
"""Notices as files."""
PAPER_TEMPLATES = "templates/documents"
"""The office's own templates of documents, as `KIND.docx`; without one the standard one serves."""
CHANNELS = "channels.toml"
"""The mail server and the webhooks of the office; optional."""
NOTICE_TEMPLATES = "templates/notices"
"""The office's own words of notices, in `zh/` and `en/`; what is missing there is ours."""
SERVER_LOG = "temporal.log"
"""What the embedded server prints."""
READS = "reads.jsonl"
"""Who read what of which matter, and when."""
LOCK = "up.lock"
"""Held by the `zhengming up` that runs on this data directory."""


def data_dir(
    flag: str | os.PathLike[str] | None = None, environ: Mapping[str, str] = os.environ
) -> Path:
    """Return the data directory: `--data`, else `ZHENGMING_DATA`, else `~/.zhengming`."""
    chosen = flag or environ.get("ZHENGMING_DATA") or "~/.zhengming"
    return Path(chosen).expanduser().absolute()


def database_url(data: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Return the record store's URL: `ZHENGMING_DATABASE_URL`, else SQLite in `data`.

    `ZHENGMING_DATABASE_URL_FILE` names a file with the URL instead: a mounted secret, since the
    URL may hold a password.
    """
    if url := environ.get("ZHENGMING_DATABASE_URL"):
        return url
    if secret := environ.get("ZHENGMING_DATABASE_URL_FILE"):
        return Path(secret).read_text(encoding="utf-8").strip()
    return f"sqlite:///{data / RECORDS}"


def keys_path(data: Path, environ: Mapping[str, str] = os.environ) -> Path:
    """Return the key ring's file: `ZHENGMING_KEYS` (a mounted secret), else in `data`."""
    return Path(environ.get("ZHENGMING_KEYS") or data / KEYS).expanduser().absolute()
