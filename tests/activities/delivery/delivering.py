"""An office that delivers: its two files, its record store, and one notice to be delivered."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.delivery.outbox import FileOutbox
from activities.notices import NoticeActivities
from activities.store import RecordStore
from activities.store.deliveries import Trial
from activities.store.notices import Fate
from starter.channels_file import CurrentMeans
from tests.store_fixtures import MATTER, a_batch, a_notice, a_view
from workflows.messages.records import DeliverNotice, Delivery

FRIDAY = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
"""09:30 in Shanghai."""
ORDER = DeliverNotice(matter=MATTER, seq=1, index=0, purpose="stage", sent_at=FRIDAY)
ONE = """
[officers.wang]
organ = "DW"
roles = ["principal"]
name = "王某某"
addresses = { %s }
"""


@dataclass
class DeliveringOffice:
    """Delivers the one notice of its matter as often as it is asked."""

    data: Path
    store: RecordStore
    attempts: int = 0
    now: datetime = FRIDAY
    means: CurrentMeans = field(init=False)

    def __post_init__(self) -> None:
        self.means = CurrentMeans(self.data)

    async def must_tell(self, role: str = "principal", organ: str = "DW", **changes: Any) -> None:
        """Put the notice on record."""
        notice = a_notice(1, to_role=role, to_organ=organ, **changes)
        view = a_view(excluded=("li",))
        await self.store.record(a_batch(1, notices=(notice,), view=view))

    def has(self, officers: str, channels: str = "") -> None:
        """Write the office's two files."""
        (self.data / "officers.toml").write_text(officers, encoding="utf-8")
        (self.data / "channels.toml").write_text(channels, encoding="utf-8")

    def has_mail(self, port: int, officers: str = "", **settings: Any) -> None:
        """Let the office mail, to `wang` unless other officers are given."""
        usual = {"host": "127.0.0.1", "port": port, "security": "none"}
        values = {**usual, "sender": "zhengming@office.example", **settings}
        lines = "".join(f"{key} = {value!r}\n" for key, value in values.items())
        self.has(officers or ONE % 'email = "wang@office.example"', f"[smtp]\n{lines}")

    def has_hook(self, url: str, **settings: Any) -> None:
        """Let the office post to a group of `wang`."""
        lines = "".join(f"{key} = {value!r}\n" for key, value in settings.items())
        self.has(ONE % 'webhook = "group"', f"[webhooks.group]\nurl = {url!r}\n{lines}")

    async def deliver(self, **changes: Any) -> Delivery:
        """Make one attempt, as the worker does."""
        self.attempts += 1
        environment = ActivityEnvironment()
        environment.info = replace(environment.info, attempt=self.attempts, started_time=self.now)
        outbox = FileOutbox(self.data / "outbox")
        activities = NoticeActivities(self.store, outbox, self.means)
        return await environment.run(activities.deliver_notice, ORDER.model_copy(update=changes))

    async def waits(self, **changes: Any) -> ApplicationError:
        """Make one attempt that must be made again."""
        with pytest.raises(ApplicationError) as caught:
            await self.deliver(**changes)
        assert caught.value.type == "NoticeWaits"
        assert not caught.value.non_retryable
        return caught.value

    async def comes_to(self) -> str:
        """Make one attempt and return what the workflow hears of it: an answer or a failure."""
        try:
            return repr(await self.deliver())
        except ApplicationError as waits:
            return repr((waits, waits.details, waits.__cause__))

    async def trials(self) -> dict[tuple[str, str], Trial]:
        """Return what is on record of each way, by recipient and channel."""
        waiting = await self.store.waiting_notice((MATTER, 1, 0))
        assert waiting is not None
        return {(who, way.partition(":")[0]): trial for (who, way), trial in waiting.trials.items()}

    async def fate(self) -> Fate:
        """Return what is on record of the notice."""
        stored = await self.store.notice(MATTER, 1, 0)
        assert stored is not None
        return stored.fate

    def files(self) -> list[str]:
        """Return the names of the files in the outbox."""
        folder = self.data / "outbox"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


LATER = timedelta(hours=1)
