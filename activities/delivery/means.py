"""What an office delivers notices with, and what it delivers."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from activities.delivery.channels import Channels
from activities.directory import Directory
from workflows.messages.records import NoticeRecord

NOBODY, NO_CHANNELS = Directory(), Channels()


@dataclass(frozen=True)
class Means:
    """The files of an office as they are at this moment; without any, notices become files."""

    directory: Directory = NOBODY
    channels: Channels = NO_CHANNELS
    portal: str = ""
    """The origin of the portal; empty where none is known."""
    templates: Path | None = None
    """The office's own words, in `zh/` and `en/`; what is missing there is ours."""
    rehearsal: bool = False
    """Whether matters are not real, which each subject and each bot says first."""

    def page(self, matter: str) -> str:
        """Return the address of a matter's page; empty where no portal is known."""
        return f"{self.portal}/matters/{quote(matter, safe='')}" if self.portal else ""


@dataclass(frozen=True)
class Parcel:
    """One notice to be delivered."""

    matter: str
    notice: NoticeRecord
    sent_at: datetime
    """By the matter's own clock, the same at every attempt."""

    @property
    def key(self) -> str:
        """Return the notice's key, as message ids and webhook ids have it."""
        return f"{self.matter}.{self.notice.seq}.{self.notice.index}"
