"""Tries the addresses of one officer with a message that belongs to no matter."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from activities.delivery.carrying import carry
from activities.delivery.errors import NeverArrives, NotNow
from activities.delivery.means import Means, Parcel
from activities.delivery.outbox import FileOutbox
from activities.delivery.recipients import Recipient
from activities.delivery.ways import Channel, Way, ways
from workflows.domain.roles import Role
from workflows.domain.text import Text
from workflows.messages.records import NoticeRecord

Verdict = Literal["sent", "away", "never"]
SUBJECT = Text("通知测试", "test of notices")
BODY = Text(
    "这是一条测试消息，不属于任何事项，无需办理。",
    "This is a test. It belongs to no matter; nothing is to be done.",
)


@dataclass(frozen=True)
class Tried:
    """What one address answered."""

    channel: Channel
    verdict: Verdict
    answer: str


async def tried(means: Means, officer: str, outbox: Path) -> list[Tried]:
    """Send a test message to every address of an officer; without one it is a file."""
    parcel = _test(means, officer)
    return [
        await _try(way, parcel, means, FileOutbox(outbox))
        for way in ways(means, [Recipient(officer)])
    ]


def _test(means: Means, officer: str) -> Parcel:
    now, entry = datetime.now(UTC), means.directory.officers[officer]
    notice = NoticeRecord(
        seq=int(now.timestamp() * 1000),  # each test is a mail of its own
        index=0,
        to_role=Role(entry.roles[0]),
        to_organ=entry.organ,
        purpose="test",
        subject_zh=SUBJECT.zh,
        subject_en=SUBJECT.en,
        body_zh=BODY.zh,
        body_en=BODY.en,
    )
    return Parcel("TEST", notice, now)


async def _try(way: Way, parcel: Parcel, means: Means, outbox: FileOutbox) -> Tried:
    try:
        return Tried(way.channel, "sent", await carry(way, parcel, means, outbox))
    except NeverArrives as never:
        return Tried(way.channel, "never", never.answer)
    except NotNow as later:
        return Tried(way.channel, "away", later.answer)
