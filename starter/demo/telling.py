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
from starter.kinds import GROUPS, Group
from starter.language import say, spoken
from starter.lockstep import Convoy
from starter.officers import actor_in
from starter.rehearsing import advance_all
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import today
from workflows.domain.text import Text
from workflows.messages.records import EventRecord, MatterView

Say = Callable[[str], None]


@dataclass
class Told:
    """What was told of one matter so far."""

    events: int = 0
    dues: dict[str, str] = field(default_factory=dict)


@dataclass
class Telling:
    """One story under way: where it is told, and what time it is in it."""

    desk: Desk
    directory: Directory
    tell: Say
    number: str
    now: datetime
    told: dict[str, Told] = field(default_factory=dict)
    """By the number of the matter: the one that the story is about, and those linked to it."""

    def __post_init__(self) -> None:
        """Keep one convoy for the whole story: it knows the matters as far as it has read them."""
        self.convoy = Convoy(self.desk, self.number)

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
        moved = await advance_all(self.convoy, days)
        self.now = moved.now

    async def _act(self, step: StoryStep) -> None:
        actor = actor_in(self.directory, step.officer)
        number = f"{self.number}-{step.on}" if step.on else self.number
        payload = filled(step.payload, today(self.now), await self._numbers(number))
        group = group_of(number)
        prepared = prepare(group, group.classes()[step.command], number, payload, actor)
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
        await self.convoy.at_rest()

    async def _numbers(self, number: str) -> dict[str, str]:
        """Return the newest number of each kind of document, once all that were drafted are made.

        A document is made beside the matter; the clerk of the story waits for it, as one would.
        """
        while True:
            events = await self.desk.store.events(number)
            made = [event.fact for event in events if event.kind == "document_made"]
            if len(made) == sum(event.kind == "document_drafted" for event in events):
                return {fact["doc_kind"]: fact["number"] for fact in made}
            await asyncio.sleep(0.02)

    async def _report(self) -> None:
        """Say what came onto the record since the last time, and which dates are new."""
        for member in await self.convoy.members():
            await self._report_of(member.number, self.told.setdefault(member.number, Told()))

    async def _report_of(self, number: str, told: Told) -> None:
        events = await self.desk.store.events(number, after=told.events)
        view = await self.desk.store.view(number)
        dues = tuple(_new_dues(view, told)) if view is not None else ()
        if number != self.number and (events or dues):
            self.tell(f"    {number}")
        for event in events:
            self.tell(line_of(event))
        told.events += len(events)
        for line in dues:
            self.tell(line)


def _new_dues(view: MatterView, told: Told) -> Iterable[str]:
    running = [term for term in view.terms if term.ended_on is None]
    dues = {term.key: _due(term.due) for term in running}
    for term in running:
        if told.dues.get(term.key) != dues[term.key]:
            yield f"      ⏳ {say(term.label_zh, term.label_en)} {dues[term.key]}"
    told.dues = dues


def group_of(number: str) -> Group:
    """Return the kind of matter that a number of the demo is for, by its letters."""
    letters, *_, last = number.split("-")
    owner = last[0] if last[0].isalpha() else letters
    return next(g for g in GROUPS.values() if (g.letter or g.example.split("-")[0]) == owner)


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
