"""Other matters being opened and told: by tasks of their own, so that none delays this matter.

Two things keep their order: a message waits until everything that was to be opened before it is
opened, and each receiver gets its messages one after the other.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.matters import MatterActivities
    from workflows.messages.links import Links, OpenMatters, TellMatter, Told
    from workflows.patience import LINKING


class Courier:
    """Knows what is not opened or told yet; a new run does it again under the same keys."""

    def __init__(self, lost: Callable[[TellMatter, Told], None], wake: Callable[[], None]) -> None:
        self._lost = lost
        self._wake = wake
        self._openings: dict[int, OpenMatters] = {}
        self._lanes: dict[str, list[TellMatter]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def unopened(self) -> tuple[OpenMatters, ...]:
        """Return the openings that are under way."""
        return tuple(self._openings.values())

    @property
    def untold(self) -> tuple[TellMatter, ...]:
        """Return the messages that are under way or wait for their turn, in order."""
        waiting = (order for lane in self._lanes.values() for order in lane)
        return tuple(sorted(waiting, key=lambda order: (order.seq, order.index)))

    def send(self, links: Links) -> None:
        """Have matters opened and told; this matter goes on meanwhile."""
        for opening in links.openings:
            self._openings[opening.seq] = opening
            self._start(self._open(opening))
        for message in links.messages:
            lane = self._lanes.setdefault(message.to, [])
            lane.append(message)
            if len(lane) == 1:
                self._start(self._serve(lane))

    def _start(self, errand: Coroutine[Any, Any, None]) -> None:
        # Not awaited by `live`: a matter that cannot be reached must hold up no step.
        task = asyncio.create_task(errand)  # noqa: TID251
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _open(self, order: OpenMatters) -> None:
        numbers = [opening.number for opening in order.openings]
        shown = numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1]}"
        await workflow.execute_activity_method(
            MatterActivities.open_matters, order, summary=f"Open 另立 {shown}", **LINKING
        )
        del self._openings[order.seq]
        self._wake()

    async def _serve(self, lane: list[TellMatter]) -> None:
        """Hand in the messages of one receiver, those too that come meanwhile."""
        while lane:
            order = lane[0]
            await workflow.wait_condition(lambda: self._may_go(lane[0]))
            told = await workflow.execute_activity_method(
                MatterActivities.tell_matter,
                order,
                summary=f"Tell 告知 {order.to} · {order.name}",
                **LINKING,
            )
            if not told.told:
                self._lost(order, told)
            del lane[0]
            self._wake()

    def _may_go(self, order: TellMatter) -> bool:
        return all(seq > order.seq for seq in self._openings)
