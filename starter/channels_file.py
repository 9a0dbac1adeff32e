"""`channels.toml` in the data directory, and all else that notices are delivered with."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from activities.delivery.channels import Channels
from activities.delivery.errors import MeansBroken
from activities.delivery.means import Means
from activities.directory import Directory
from starter import paths
from starter.failure import Invalid
from starter.field_errors import in_one_line
from starter.links import addresses, is_rehearsal
from starter.officers import FILE as OFFICERS
from starter.officers import directory_of
from workflows.domain.text import Text


def channels_of(data: Path) -> Channels:
    """Return the channels of an office, none without a file; raises Invalid naming the place."""
    path = data / paths.CHANNELS
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return Channels.model_validate(values, context={"folder": data})
    except FileNotFoundError:
        return Channels()
    except ValidationError as error:
        places = in_one_line(error)
        raise Invalid(Text(f"{path}：{places.zh}", f"{path}: {places.en}")) from None
    except (OSError, ValueError) as error:
        raise Invalid(
            Text(f"{path} 无法读取：{error}", f"{path} cannot be read: {error}")
        ) from None


def means_of(data: Path) -> Means:
    """Return what the office delivers with, as its files are now; raises Invalid.

    A rehearsal mails nobody, unless the office has said so.
    """
    channels, rehearsal = channels_of(data), is_rehearsal(data)
    return Means(
        directory=directory_of(data) if (data / OFFICERS).exists() else Directory(),
        channels=channels if channels.rehearsal or not rehearsal else Channels(),
        portal=str(addresses(data).get("ui", "")),
        templates=data / paths.NOTICE_TEMPLATES,
        rehearsal=rehearsal,
    )


class CurrentMeans:
    """What an office delivers with; its files are read again when one of them has changed."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._seen: list[tuple[int, int, int] | None] | None = None
        self._means = Means()

    def __call__(self) -> Means:
        """Return the means of this moment; raises MeansBroken with a line for the log."""
        now = [_mark(self._data / name) for name in (OFFICERS, paths.CHANNELS, paths.ADDRESSES)]
        if now != self._seen:
            try:
                self._means = means_of(self._data)
            except Invalid as broken:
                raise MeansBroken(broken.message.en) from None
            self._seen = now
        return self._means


def _mark(path: Path) -> tuple[int, int, int] | None:
    """Return what changes with a file; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
