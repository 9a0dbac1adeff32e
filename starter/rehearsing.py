"""Moves a matter of a rehearsal to another day, and all that are linked to it with it.

Read commands judge a matter by its clock: without it a rehearsed year would look like today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from starter.clocks import note_clock
from starter.desk import Desk
from starter.failure import CommandFailed, Invalid, NoSuchMatter, Refused
from starter.lockstep import Convoy
from starter.timeline import Stuck, Timeline
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import today
from workflows.domain.text import Text
from workflows.kinds import KINDS, Kind
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

    number: str
    now: datetime
    view: MatterView
    events: tuple[EventRecord, ...]
    linked: tuple["Moved", ...] = ()
    """The matters linked to it, in the order of their numbers; none of them lists others."""


async def advance(
    desk: Desk, number: str, target: date | int, kinds: Mapping[str, Kind] = KINDS
) -> Moved:
    """Move a matter to noon of a day, or some days ahead; raises Refused for a closed one."""
    return await advance_all(Convoy(desk, number, kinds), target)


async def advance_all(convoy: Convoy, target: date | int) -> Moved:
    """Move a convoy; whoever moves it again and again keeps it: it knows its matters."""
    desk, number = convoy.desk, convoy.number
    view = await desk.store.view(number)
    if view is None:
        raise NoSuchMatter(number)
    if view.closed:
        raise Refused("rehearsal", Text(f"{number} 已办结。", f"{number} is closed."))
    timeline = await desk.patiently(Timeline.of(desk.client, number))
    moment = _moment(number, await timeline.now(), target)
    before = {each.number: each for each in await convoy.members()}
    try:
        await convoy.move(moment)
    except Stuck as stuck:
        raise CommandFailed(Text(f"时间没有推进：{stuck}", f"{stuck}")) from None
    after = {each.number: each for each in await convoy.members()}
    seen = [each for each in after.values() if not each.closed or each != before.get(each.number)]
    known = {number: member.seq for number, member in before.items()}
    moved = [await _moved(desk, each.number, known.get(each.number, 0)) for each in seen]
    own = next(each for each in moved if each.number == number)
    return replace(own, linked=tuple(each for each in moved if each is not own))


def _moment(number: str, now: datetime, target: date | int) -> datetime:
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
    return moment


async def _moved(desk: Desk, number: str, known: int) -> Moved:
    """Return where a matter is now, and what happened after the `known` events."""
    now = await note_clock(desk.store, Timeline(desk.client, number))
    view, events = await desk.store.view(number), await desk.store.events(number, after=known)
    if view is None:
        raise NoSuchMatter(number)
    return Moved(number, now.astimezone(SHANGHAI), view, tuple(events))


def _noon(day: date) -> datetime:
    return datetime.combine(day, NOON)
