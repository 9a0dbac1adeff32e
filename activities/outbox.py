"""The file outbox: one text file for each notice, for whoever carries it to its reader."""

import os
import tempfile
from pathlib import Path

from activities.store.notices import StoredNotice


class FileOutbox:
    """A directory of notices. A notice that is written again is the same single file.

    `known_organs` are those the office can reach; without it every organ is reachable.
    """

    def __init__(self, directory: Path, known_organs: frozenset[str] | None = None) -> None:
        self._directory = directory
        self._known_organs = known_organs

    def refusal(self, notice: StoredNotice) -> str:
        """Say why a notice can never be delivered; empty if it can."""
        organ = notice.notice.to_organ
        if self._known_organs is None or organ in self._known_organs:
            return ""
        return f"nobody receives notices for organ {organ}"

    def write(self, notice: StoredNotice) -> Path:
        """Write the file whole or not at all; raises `OSError` when the disk is full or closed."""
        self._directory.mkdir(parents=True, exist_ok=True)
        target = self._directory / file_name(notice)
        handle, draft = tempfile.mkstemp(dir=self._directory, prefix=".", suffix=".draft")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(letter(notice))
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(target)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        return target


def file_name(notice: StoredNotice) -> str:
    """Return the name of a notice's file: the notice's key, no word of its content."""
    return f"{notice.matter}-{notice.notice.seq:04d}-{notice.notice.index}.txt"


def letter(notice: StoredNotice) -> str:
    """Return the text of a notice, Chinese first, English below."""
    text = notice.notice
    lines = [
        f"收件 To: {text.to_organ} {text.to_role}",
        f"事项 Matter: {notice.matter} ({text.seq}/{text.index}, {text.purpose})",
        f"标题: {text.subject_zh}",
        f"Subject: {text.subject_en}",
        "",
        text.body_zh,
        "",
        text.body_en,
    ]
    return "\n".join(lines) + "\n"
