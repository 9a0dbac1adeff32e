"""The file outbox: one text file for each notice, for whoever carries it to its reader."""

import os
import tempfile
from pathlib import Path

from activities.delivery.means import Parcel


class FileOutbox:
    """A directory of notices. A notice that is written again is the same single file."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def write(self, parcel: Parcel, text: str) -> Path:
        """Write the file whole or not at all; raises `OSError` when the disk is full or closed."""
        self._directory.mkdir(parents=True, exist_ok=True)
        target = self._directory / file_name(parcel)
        handle, draft = tempfile.mkstemp(dir=self._directory, prefix=".", suffix=".draft")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(target)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        return target


def file_name(parcel: Parcel) -> str:
    """Return the name of a notice's file: the notice's key, no word of its content."""
    return f"{parcel.matter}-{parcel.notice.seq:04d}-{parcel.notice.index}.txt"
