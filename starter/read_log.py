"""The read log, `reads.jsonl` in the data directory: who read what of which matter, and when.

One JSON line per read, `{"at", "who", "matter", "what"}`; it holds ids and numbers, never a name.
Standard library only: commands that answer at once write it too.
"""

import fcntl
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from starter import paths


def note_read(data: Path, who: str, matter: str, what: str) -> None:
    """Append one line; several processes may do so at once. Raises OSError if it cannot."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    line = json.dumps({"at": at, "who": who, "matter": matter, "what": what}, ensure_ascii=False)
    log = os.open(data / paths.READS, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(log, "ab", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(f"{line}\n".encode())
