"""Moves a matter of a rehearsal to another day, and tells the record store how far its clock is.

Read commands judge a matter by that clock: without it a rehearsed year would look like today.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from starter.desk import Desk
from starter.failure import CommandFailed, Invalid, NoSuchMatter, Refused
from starter.timeline import Stuck, Timeline
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import today
from workflows.domain.text import Text
from workflows.messages.records import EventRecord, MatterView

NOON = time(12, tzinfo=SHANGHAI)
"""A matter that goes to a day arrives at noon, after that day's reminders."""
FURTHEST_DAYS = 3660

ONLY_REHEARSED = Refused(
    "rehearsal",
    Text(
        "这里办理的是真实事项，时间不能推进：演练请用 zhengming up --rehearsal 另建数据目录。",
        "These matters are real, their time cannot be moved: rehearse in a data directory of its "
        "own (zhengming up --rehearsal --data DIR).",
    ),
)


@dataclass(frozen=True)
class Moved:
    """A matter after a move: its time (Shanghai), its picture, and what happened on the way."""

    now: datetime
    view: MatterView
    events: tuple[EventRecord, ...]


async def advance(desk: Desk, number: str, target: date | int) -> Moved:
    """Move a matter to noon of a day, or some days ahead; raises Refused for a closed one."""
    view = await desk.store.view(number)
    if view is None:
        raise NoSuchMatter(number)
    if view.closed:
        raise Refused("rehearsal", Text(f"{number} 已办结。", f"{number} is closed."))
    before = len(await desk.store.events(number))
    timeline = await desk.patiently(Timeline.of(desk.client, number))
    now = await _move(desk, number, timeline, target)
    after = await desk.store.events(number)
    newest = await desk.store.view(number)
    return Moved(now.astimezone(SHANGHAI), newest or view, tuple(after[before:]))


async def _move(desk: Desk, number: str, timeline: Timeline, target: date | int) -> datetime:
    now = await timeline.now()
    moment = now + timedelta(days=target) if isinstance(target, int) else _noon(target)
    if moment <= now:
        raise Invalid(
            Text(
                f"--to：{number} 已到 {today(now)}，时间只能向前。",
                f"--to: {number} is at {today(now)} already; time only moves forward.",
            )
        )
    if moment - now > timedelta(days=FURTHEST_DAYS):
        raise Invalid(Text("一次最多推进十年。", "At most ten years at once."))
    try:
        still_running = await timeline.to(moment)
    except Stuck as stuck:
        raise CommandFailed(Text(f"时间没有推进：{stuck}", f"{stuck}")) from None
    if still_running:
        await timeline.settled()
    arrived = await timeline.now()
    skew = arrived - datetime.now(UTC)
    await desk.store.set_clock_skew(number, round(skew.total_seconds()))
    return arrived


def _noon(day: date) -> datetime:
    return datetime.combine(day, NOON)
