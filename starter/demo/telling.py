"""Tells a story: lets it happen on a real system, and says what the receipts and records say.

Nothing that is told here is known beforehand but who wants to do what.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from activities.directory import Directory
from starter.demo.story import Story, StoryStep, filled
from starter.desk import Desk, failures
from starter.failure import CommandFailed, Refused
from starter.handing_in import deliver, prepare
from starter.kinds import GROUPS
from starter.language import say, spoken
from starter.officers import actor_in
from starter.rehearsing import advance
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import today
from workflows.domain.text import Text
from workflows.messages.records import EventRecord, MatterView

Say = Callable[[str], None]


@dataclass
class Telling:
    """One story under way: where it is told, and what time it is in it."""

    desk: Desk
    directory: Directory
    tell: Say
    number: str
    now: datetime
    told: int = 0
    """Number of the newest event that was told."""
    dues: dict[str, str] = field(default_factory=dict)

    async def live(self, story: Story) -> None:
        """Let every step happen; raises CommandFailed where one goes another way than written."""
        for step in story.steps:
            self.tell(f"\n  {spoken(step.words)}")
            if step.days:
                await self._pass(step.days)
            if step.command:
                await self._act(step)
            await self._report()

    async def _pass(self, days: int) -> None:
        moved = await advance(self.desk, self.number, days)
        self.now = moved.now

    async def _act(self, step: StoryStep) -> None:
        actor = actor_in(self.directory, step.officer)
        payload = filled(step.payload, today(self.now), await self._numbers())
        group = GROUPS["clarification"]
        prepared = prepare(group, group.classes()[step.command], self.number, payload, actor)
        try:
            with failures():
                answer = await deliver(self.desk, prepared)
        except Refused as refused:
            if not step.refused:
                raise
            self.tell(f"    ✗ {today(self.now)}  {step.officer}  {refused}")
            return
        if step.refused or answer is None:
            raise CommandFailed(
                Text(f"演示与规则不符：{step.zh}", f"The demo and the rules disagree: {step.en}")
            )

    async def _numbers(self) -> dict[str, str]:
        """Return the newest number of each kind of document, once all that were drafted are made.

        A document is made beside the matter; the clerk of the story waits for it, as one would.
        """
        while True:
            events = await self.desk.store.events(self.number)
            made = [event.fact for event in events if event.kind == "document_made"]
            if len(made) == sum(event.kind == "document_drafted" for event in events):
                return {fact["doc_kind"]: fact["number"] for fact in made}
            await asyncio.sleep(0.02)

    async def _report(self) -> None:
        """Say what came onto the record since the last time, and which dates are new."""
        events = await self.desk.store.events(self.number)
        for event in events[self.told :]:
            self.tell(line_of(event))
        self.told = len(events)
        view = await self.desk.store.view(self.number)
        if view is not None:
            for line in self._new_dues(view):
                self.tell(line)

    def _new_dues(self, view: MatterView) -> Iterable[str]:
        running = [term for term in view.terms if term.ended_on is None]
        dues = {term.key: _due(term.due) for term in running}
        for term in running:
            if self.dues.get(term.key) != dues[term.key]:
                yield f"      ⏳ {say(term.label_zh, term.label_en)} {dues[term.key]}"
        self.dues = dues


def line_of(event: EventRecord) -> str:
    """Return one event as a line: its date, who did it, what happened."""
    who = event.actor["officer"]
    calendar = who == "calendar"
    mark, name = ("⏰", say("日历", "calendar")) if calendar else ("✓", who)
    day = event.at.astimezone(SHANGHAI).date()
    return f"    {mark} {day}  {name}  {say(event.text_zh, event.text_en)}"


def _due(due: date | None) -> str:
    return say("中止", "stands still") if due is None else say(f"{due} 到期", f"due {due}")


def days_between(first: datetime, last: datetime) -> int:
    """Return how many days a matter lived through, at least 0."""
    return max(timedelta(), last - first).days
