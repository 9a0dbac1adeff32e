"""Stations on the real server, their worker, and what their journals say."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from temporalio.client import Client, WorkflowHandle
from temporalio.worker import Worker

from activities.clocks import CatchUp
from activities.matters import MatterActivities
from activities.records import RecordActivities
from activities.store import RecordStore
from starter.clocks import catching_up
from starter.desk import Desk
from starter.starting import send_opening
from starter.timeline import Timeline
from tests.domain.parts import CALENDAR_DATA, PACK
from tests.workflows.stations import (
    CLERK,
    STATION,
    STATIONS,
    Act,
    Hear,
    OpenStation,
    StationWorkflow,
)
from workflows.domain.lifecycle import MatterToOpen, today
from workflows.messages.matters import Receipt
from workflows.messages.records import EventRecord
from workflows.opening import Opening
from workflows.sandbox import workflow_runner

_numbers = itertools.count(1)


def new_number() -> str:
    """A number that no other test of this process has."""
    return f"STA-2026-{next(_numbers):04}"


def to_open(number: str, **request: Any) -> MatterToOpen:
    """A station to be opened."""
    return MatterToOpen(kind=STATION.kind, number=number, request=request)


@dataclass
class Network:
    """Where stations live."""

    client: Client
    store: RecordStore
    task_queue: str = field(default_factory=lambda: f"network-{uuid4()}")

    @property
    def desk(self) -> Desk:
        catch_up = catching_up(self.client, self.store)
        return Desk(self.client, self.store, self.task_queue, catch_up=catch_up)

    @asynccontextmanager
    async def working(self, catch_up: CatchUp | None = None) -> AsyncIterator[None]:
        """Have a worker at work."""
        async with network_worker(self.client, self.store, self.task_queue, catch_up):
            yield

    async def opens(self, **request: Any) -> str:
        """Open a station and return its number."""
        number = request.pop("number", new_number())
        await send_opening(self.desk, self.opening(number, **request))
        return str(number)

    def opening(self, number: str, **request: Any) -> Opening:
        asked = OpenStation(actor=CLERK, number=number, **request)
        return Opening(STATIONS[STATION.kind], asked, PACK, CALENDAR_DATA)

    async def act(self, number: str, **orders: Any) -> Receipt:
        """Let a station do something, once it is on record."""
        command = Act(actor=CLERK, **orders)
        return await self.handle(number).execute_update(
            "act", command, id=f"op-{uuid4()}", result_type=Receipt
        )

    async def says(self, number: str, word: str, origin: str = "") -> None:
        """Send a word as a signal of our own."""
        said = Hear(word=word, said_on=today(datetime.now(UTC)), origin=origin)
        await self.handle(number).signal("hear", said)

    def handle(self, number: str) -> WorkflowHandle[Any, Any]:
        return self.client.get_workflow_handle(number)

    def timeline(self, number: str) -> Timeline:
        return Timeline(self.client, number)

    async def events(self, number: str, kind: str = "") -> list[EventRecord]:
        return [e for e in await self.store.events(number) if kind in ("", e.kind)]

    async def heard(self, number: str) -> list[str]:
        """Return the words that a station heard, in the order of its journal."""
        return [event.fact["word"] for event in await self.events(number, "heard")]

    async def has_heard(self, number: str, *words: str) -> list[str]:
        """Wait until a station has heard so many words, and return them."""
        return await until(lambda: self.heard(number), lambda heard: len(heard) >= len(words))

    async def has(self, number: str, kind: str) -> EventRecord:
        """Wait for an event of a kind and return it."""
        found = await until(lambda: self.events(number, kind), bool)
        return found[0]

    async def attempts(self, number: str) -> int:
        """Return how often what is under way has been tried."""
        raw = (await self.handle(number).describe()).raw_description
        return max((pending.attempt for pending in raw.pending_activities), default=0)

    async def ended(self, number: str) -> Any:
        """Wait until a station's run is over."""
        return await asyncio.wait_for(self.handle(number).result(), 20)

    async def runs(self, number: str) -> set[str]:
        """Return the ids of the runs of a station."""
        listed = self.client.list_workflows(f"WorkflowId = '{number}'")
        return {run.run_id async for run in listed}


def network_worker(
    client: Client, store: RecordStore, task_queue: str, catch_up: CatchUp | None = None
) -> Worker:
    """Return a worker for stations."""
    catch_up = catch_up or catching_up(client, store)
    matters = MatterActivities(client, store, task_queue, catch_up, STATIONS)
    return Worker(
        client,
        task_queue=task_queue,
        workflows=[StationWorkflow],
        activities=[
            RecordActivities(store).record_events,
            matters.open_matters,
            matters.tell_matter,
            matters.recall_matter,
        ],
        workflow_runner=workflow_runner(),
    )


async def until(ask: Callable[[], Any], enough: Callable[[Any], bool], limit: float = 30) -> Any:
    """Ask until the answer is enough, and return it."""

    async def asked() -> Any:
        while not enough(answer := await ask()):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        return answer

    return await asyncio.wait_for(asked(), limit)
