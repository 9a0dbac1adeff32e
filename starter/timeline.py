"""The calendar of one matter in virtual time: rehearsals, the demo and the tests move on it.

The engine's time skipping is experimental; this module is the only one that touches it. Order of
use: start, act, `to` a date, act, … Between two moves the matter's clock keeps the real pace.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from temporalio.client import Client, WorkflowExecutionStatus, WorkflowHandle
from temporalio.testing import TimeSkipper, TimeSkippingConfig

MOST_SKIPS = 10_000
"""Timers that one move may pass; the server's own limit would end a move after 200 days."""
AGAIN = 0.05
"""Seconds after which a move that another one overtook goes on."""


class Stuck(Exception):
    """A matter that cannot move on: something in it is still under way, or nobody works."""


class Timeline:
    """One matter with its own clock; follows the matter through continue-as-new."""

    def __init__(self, client: Client, workflow_id: str) -> None:
        config = TimeSkippingConfig(enabled=False, max_session_skip_count=MOST_SKIPS)
        self._skipper = TimeSkipper(client, config=config)
        self.handle: WorkflowHandle[Any, Any] = client.get_workflow_handle(workflow_id)

    @classmethod
    async def of(cls, client: Client, workflow_id: str) -> "Timeline":
        """Return the timeline of a matter that was started, once its first step is done.

        A clock moved before that would run past every deadline with nobody at home.
        """
        timeline = cls(client, workflow_id)
        await timeline.settled()
        return timeline

    async def settled(self) -> None:
        """Wait until the current run has taken its first step."""
        await self.handle.query("__temporal_workflow_metadata")

    async def now(self) -> datetime:
        """Return the matter's own time, in UTC."""
        return await self._skipper.get_current_time(self.handle)

    async def to(self, moment: datetime, limit: float = 60.0) -> bool:
        """Move to `moment`; False if the matter closed on the way.

        Exactly at a due moment its timer has not fired yet: go a little `past` it. Raises
        ValueError for a moment that is not in the matter's future, and Stuck after `limit` seconds.
        """
        if moment <= await self.now():
            raise ValueError("a matter's clock only moves forward")
        return await self.reach(moment, limit)

    async def reach(self, moment: datetime, limit: float = 60.0) -> bool:
        """Move to `moment` unless it has come; False if the matter closed on the way. Raises Stuck.

        Several may move the same matter: the last one wins, and the others then go on.
        """
        await self.settled()
        try:
            arrived = await asyncio.wait_for(self._forward(moment), limit)
        except TimeoutError:
            raise Stuck(await self._under_way()) from None
        if not arrived and await self.is_running():
            raise Stuck(f"more than {MOST_SKIPS} timers on the way")
        return arrived

    async def _forward(self, moment: datetime) -> bool:
        while (distance := moment - await self.now()) > timedelta(0):
            try:
                return await self._skipper.fast_forward(self.handle, distance)
            except RuntimeError:  # overtaken by another move: let that one arrive first
                if not await self.is_running():
                    return False
                await asyncio.sleep(AGAIN)
        return True

    async def past(self, moment: datetime, by: timedelta = timedelta(hours=1)) -> bool:
        """Move beyond a due moment, so that what is due then has happened."""
        return await self.to(moment + by)

    async def ahead(self, distance: timedelta) -> bool:
        """Move by `distance` from the matter's own now."""
        return await self.to(await self.now() + distance)

    async def finish(self, limit: float = 60.0) -> Any:
        """Let the matter run to its end and return its result."""
        await self.settled()
        try:
            if await self.is_running():
                await asyncio.wait_for(self._skipper.fast_forward(self.handle), limit)
            return await asyncio.wait_for(self.handle.result(), limit)
        except TimeoutError:
            raise Stuck(await self._under_way()) from None

    async def is_running(self) -> bool:
        """Say whether the matter is under way."""
        return (await self.handle.describe()).status == WorkflowExecutionStatus.RUNNING

    async def at_rest(self, beside: frozenset[str] = frozenset()) -> int | None:
        """Return the length of the history if nothing is under way, else None.

        `beside` names activities that do not count.
        """
        raw = (await self.handle.describe()).raw_description
        busy = {pending.activity_type.name for pending in raw.pending_activities} - beside
        if busy or raw.HasField("pending_workflow_task"):
            return None
        return raw.workflow_execution_info.history_length

    async def _under_way(self) -> str:
        raw = (await self.handle.describe()).raw_description
        activities = [pending.activity_type.name for pending in raw.pending_activities]
        attempt = raw.pending_workflow_task.attempt
        return (
            f"{self.handle.id} does not move: activities under way {activities}, "
            f"children {len(raw.pending_children)}, attempt {attempt} of its own step"
        )
