"""The whole demo: a system of its own, its stories, where to look, and the totals."""

import asyncio
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from starter.demo.looking import Pages, pages_of
from starter.demo.story import Story, stories
from starter.demo.telling import Say, Telling, days_between
from starter.desk import Desk
from starter.ending import told_to_stop
from starter.language import say
from starter.officers import directory_of, write_sample
from starter.reading import open_reader
from starter.settings import Settings
from starter.system import ANY_PORTS, System, running_system
from starter.waiting import STARTING, shown
from workflows.domain.lifecycle import today

NUMERALS = "一二三四五六七八九"
PATIENCE = 30.0
"""Seconds for one step of the demo, on the slowest machine."""


@dataclass(frozen=True)
class Lived:
    """What became of one story."""

    matter: str
    title_zh: str
    title_en: str
    stage: str
    closed: bool
    events: int
    notices: int
    days: int


@dataclass(frozen=True)
class Totals:
    """What the demo did, for its last line."""

    matters: tuple[Lived, ...]
    wall_seconds: float
    pages: Pages

    def line(self) -> str:
        """Return the totals in one line."""
        events = sum(lived.events for lived in self.matters)
        notices = sum(lived.notices for lived in self.matters)
        days = sum(lived.days for lived in self.matters)
        return say(
            f"共 {len(self.matters)} 件、{events} 个事项、{notices} 份通知；"
            f"事项经历 {days} 天，实际用时 {self.wall_seconds:.1f} 秒。",
            f"{len(self.matters)} matters, {events} events, {notices} notices; "
            f"{days} days lived in {self.wall_seconds:.1f} seconds.",
        )


async def perform(settings: Settings, tell: Say, began: float, *, keep_open: bool) -> Totals:
    """Tell all stories on a system that ends with them, or with Enter if it is kept open."""
    async with AsyncExitStack() as stack:
        with shown(STARTING):
            system = await stack.enter_async_context(
                running_system(settings, ANY_PORTS, rehearsal=True)
            )
        write_sample(settings.data, in_force=True)
        lived = [await _tell(system, story, tell) for story in stories()]
        took = time.monotonic() - began
        pages = await pages_of(
            system.client, system.store, settings, system.portal, lived[0].matter
        )
        totals = Totals(tuple(lived), took, pages)
        if keep_open:
            tell(say("\n请看（按回车结束）：", "\nLook at it (Enter ends):"))
            for line in pages.lines():
                tell(line)
            await system.until(_told_enough())
    return totals


def _told_enough() -> asyncio.Event:
    """Return what is set by Enter, Ctrl-C or SIGTERM."""
    stop = told_to_stop()
    if sys.stdin.isatty():
        asyncio.get_running_loop().add_reader(sys.stdin, stop.set)
    return stop


async def _tell(system: System, story: Story, tell: Say) -> Lived:
    now = datetime.now(UTC)
    number = story.matter(today(now).year)
    order = say(f"{NUMERALS[story.number - 1]}、", f"{story.number}. ")
    tell(f"\n{order}{say(story.title.zh, story.title.en)} · {number}")
    desk = Desk(system.client, system.store, system.settings.task_queue, PATIENCE)
    telling = Telling(desk, directory_of(system.settings.data), tell, number, now)
    await telling.live(story)
    return await _lived(system, story, telling)


async def _lived(system: System, story: Story, telling: Telling) -> Lived:
    view = await system.store.view(telling.number)
    if view is None:
        raise LookupError(telling.number)
    with open_reader(system.settings.database_url) as reader:
        notices = sum(len(reader.notices(number)) for number in telling.told)
    return Lived(
        matter=telling.number,
        title_zh=story.title.zh,
        title_en=story.title.en,
        stage=view.stage,
        closed=view.closed,
        events=sum(told.events for told in telling.told.values()),
        notices=notices,
        days=days_between(view.opened_at, telling.now),
    )
