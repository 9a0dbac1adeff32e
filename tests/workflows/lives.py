"""Matters on the real server: open one, let its officers act, move its calendar, read its record.

What officers usually say comes from `tests.domain.life`, asked about the matter as the journal has
it: every command here also proves that the journal alone is enough to know where a matter stands.
"""

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from temporalio.client import Client, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError

from activities.store import RecordStore
from starter.papers import Making, makings_of
from starter.timeline import Timeline
from tests.domain.builders import USUAL_WAY, opening
from tests.domain.life import Life
from tests.domain.parts import CALENDAR_DATA, PACK, verification
from workflows.clarification import ClarificationWorkflow
from workflows.domain.calendars import SHANGHAI
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.lifecycle import Command, today
from workflows.kinds.clarification import OpenClarification
from workflows.messages.matters import Receipt
from workflows.messages.records import EventRecord, MatterView
from workflows.picture import retold

_numbers = itertools.count(1)


def new_number() -> str:
    """A matter number that no other test of this process has."""
    return f"LIFE-2026-{next(_numbers):04}"


def clock_today() -> date:
    """Today in Shanghai by the real clock, where every matter begins."""
    return today(datetime.now(SHANGHAI))


def ago(days: int) -> date:
    """The day that lay so many days before the matter was opened."""
    return clock_today() - timedelta(days=days)


def request(route: str = "DISPATCHED", *, ended_on: date | None = None, **fields: Any) -> Open:
    """The request that opens a matter today; verification ended today or on `ended_on`."""
    found = verification(str(ended_on or clock_today()))
    return opening(route, **{"number": new_number(), "verification": found, **fields})


def opening_input(asked: Open) -> OpenClarification:
    return OpenClarification(request=asked, pack=PACK, calendar=CALENDAR_DATA)


@dataclass(frozen=True)
class Office:
    """Where matters live: a client, the task queue of a worker, and that worker's record store."""

    client: Client
    task_queue: str
    store: RecordStore

    async def opens(
        self, route: str = "DISPATCHED", *, ended_on: date | None = None, **fields: Any
    ) -> "Matter":
        """Open a matter and wait until its opening is on record."""
        asked = request(route, ended_on=ended_on, **fields)
        matter = await self.starts(asked)
        await matter.handle.execute_update(ClarificationWorkflow.opened)
        return matter

    async def starts(self, asked: Open, **options: Any) -> "Matter":
        """Start a matter without waiting for anything."""
        return await self.runs(opening_input(asked), asked.number, **options)

    async def runs(self, given: OpenClarification, number: str, **options: Any) -> "Matter":
        """Start a run with any input, such as what a run before handed over."""
        await self.client.start_workflow(
            ClarificationWorkflow.run, given, id=number, task_queue=self.task_queue, **options
        )
        return Matter(self, number)


class Matter:
    """One matter under way on the server."""

    def __init__(self, office: Office, number: str) -> None:
        self.office = office
        self.number = number
        self.timeline = Timeline(office.client, number)
        self.situations: list[dict[str, Any]] | None = None
        self.effect: dict[str, Any] | None = None
        self.plan: dict[str, Any] | None = None

    @property
    def handle(self) -> WorkflowHandle[ClarificationWorkflow, MatterView]:
        return self.office.client.get_workflow_handle_for(ClarificationWorkflow.run, self.number)

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    async def do(self, kind: str, *, by: str = "", key: str = "", **fields: Any) -> Receipt:
        """Let the usual officer, or `by`, give a command; unsaid fields are the usual ones."""
        return await self.send(await self.command(kind, by=by, **fields), key)

    async def send(self, command: Command, key: str = "") -> Receipt:
        return await self.handle.execute_update(
            command.kind, command, id=key or f"op-{uuid4()}", result_type=Receipt
        )

    async def refused(self, kind: str, *, by: str = "", key: str = "", **fields: Any) -> str:
        """Return the rule by which a command is refused."""
        return await self.not_sent(await self.command(kind, by=by, **fields), key)

    async def not_sent(self, command: Command, key: str = "") -> str:
        with pytest.raises(WorkflowUpdateFailedError) as caught:
            await self.send(command, key)
        cause = caught.value.cause
        assert isinstance(cause, ApplicationError)
        rule, zh, en = cause.details
        assert zh
        assert en
        return str(rule)

    async def tell(self, kind: str, **fields: Any) -> None:
        """Send a signal, and wait until the matter has taken it in."""
        command = await self.command(kind, **fields)
        await self.handle.signal(kind, command)
        await self.recorded()

    async def command(self, kind: str, *, by: str = "", **fields: Any) -> Any:
        return (await self.life()).command(kind, await self.today(), by=by, **fields)

    async def reach(self, until: str) -> "Matter":
        """Take the matter on the usual way to a stage, or to its `end`."""
        while not await self._is_at(until):
            stage = (await self.life()).stage
            await self.do(USUAL_WAY[stage][0])
        return self

    async def _is_at(self, until: str) -> bool:
        state = (await self.life()).state
        return state.filed if until == "end" else state.stage.value == until

    async def recorded(self) -> None:
        """Wait until the matter has taken in what it was sent and everything is on record."""
        await self.timeline.settled()
        while "record_events" in await self._under_way():  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    async def all_made(self) -> list[Making]:
        """Return the matter's documents once every one that was drafted is made."""
        while any(each.made is None for each in makings_of(await self.events())):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        return makings_of(await self.events())

    async def _under_way(self) -> list[str]:
        raw = (await self.handle.describe()).raw_description
        return [activity.activity_type.name for activity in raw.pending_activities]

    # ── time ─────────────────────────────────────────────────────────────────────────────────

    async def today(self) -> date:
        return today(await self.timeline.now())

    async def wait(self, days: int) -> None:
        """Let days pass."""
        await self.timeline.ahead(timedelta(days=days))

    async def until(self, day: date, hour: int = 12) -> bool:
        """Let time pass until an hour of a day in Shanghai."""
        return await self.timeline.to(datetime.combine(day, time(hour), tzinfo=SHANGHAI))

    async def result(self) -> MatterView:
        """Return what the matter leaves behind once it is over."""
        return await self.handle.result()

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    async def life(self) -> Life:
        """Return the matter as its journal tells it."""
        life = Life(retold(CLARIFICATION, await self.events()))
        life.situations = self.situations or life.situations
        life.effect, life.plan = self.effect or life.effect, self.plan or life.plan
        return life

    async def events(self) -> list[EventRecord]:
        return await self.office.store.events(self.number)

    async def facts(self, *kinds: str) -> list[str]:
        """Return the kinds of what happened, in order; all, or those of `kinds`."""
        return [e.kind for e in await self.events() if not kinds or e.kind in kinds]

    async def stages(self) -> list[str]:
        """Return the stages that the matter went through, each visit once."""
        steps = (await self.life()).steps
        stages = [step.after.stage.value for step in steps]
        return [stage for stage, _ in itertools.groupby(stages)]

    async def view(self) -> MatterView:
        """Return the matter as it stands in memory."""
        return await self.handle.query(ClarificationWorkflow.matter)

    async def stored(self) -> MatterView:
        """Return the matter as the record store shows it."""
        view = await self.office.store.view(self.number)
        assert view is not None
        return view

    async def due(self, key: str = "evaluation") -> date | None:
        (term,) = [t for t in (await self.view()).terms if t.key == key and t.ended_on is None]
        return term.due

    async def rungs(self, term: str = "evaluation") -> list[tuple[str, int, date]]:
        """Return the rungs that fired, as kind, index and day."""
        return [
            (event.kind, event.fact["rung"], event.effective_on)
            for event in await self.events()
            if event.kind in ("reminded", "went_overdue") and event.fact["term"] == term
        ]

    async def notices(self) -> Sequence[str]:
        """Return whom the matter's notices went to, with their purposes, in order."""
        life = await self.life()
        return [f"{notice.purpose} {notice.to_role.value}" for notice in life.notices]
