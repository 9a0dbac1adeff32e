"""Keeps the clocks of a rehearsal together: each matter has one of its own, moved by itself.

Whoever is told something must not live in the past of whoever tells it.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from activities.clocks import CatchUp, one_clock
from activities.store import RecordStore
from starter.links import is_rehearsal
from starter.settings import Settings

if TYPE_CHECKING:
    from starter.timeline import Timeline


def clocks(client: Client, settings: Settings, store: RecordStore) -> CatchUp:
    """Return what keeps the clocks of linked matters together; only a rehearsal has several."""
    return catching_up(client, store) if is_rehearsal(settings.data) else one_clock


def catching_up(client: Client, store: RecordStore) -> CatchUp:
    """Return what brings a running matter to a moment, unless it is there already."""
    # Virtual time is no business of a real office, nor of its clerks' commands.
    from starter.timeline import Timeline

    async def catch_up(number: str, moment: datetime) -> None:
        timeline = Timeline(client, number)
        try:
            behind = await timeline.is_running() and await timeline.now() < moment
        except RPCError as answer:
            if answer.status != RPCStatusCode.NOT_FOUND:
                raise
            return
        if behind:
            await timeline.reach(moment)
            await note_clock(store, timeline)

    return catch_up


async def note_clock(store: RecordStore, timeline: "Timeline") -> datetime:
    """Tell the record store how far a matter's clock is ahead of ours; returns its time (UTC)."""
    arrived = await timeline.now()
    skew = arrived - datetime.now(UTC)
    await store.set_clock_skew(timeline.handle.id, round(skew.total_seconds()))
    return arrived
