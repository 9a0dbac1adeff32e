"""Takes a closed matter up again, for a message that its kind accepts even then.

The new run has the old number, and recalls the matter from the journal when it is the only one that
runs: so however many messages come at once, each finds the matter as the last one left it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from temporalio.client import Client

from activities.clocks import CatchUp, one_clock
from activities.store import RecordStore
from workflows.domain.lifecycle import Command
from workflows.kinds import KINDS, Kind
from workflows.messages.records import EventRecord
from workflows.opening import Opening
from workflows.picture import retold


@dataclass(frozen=True)
class Waker:
    """Wakes closed matters on a server, from a record store."""

    client: Client
    store: RecordStore
    task_queue: str
    catch_up: CatchUp = one_clock
    kinds: Mapping[str, Kind] = field(default_factory=lambda: KINDS)

    async def wake(self, number: str, message: Command, at: datetime | None = None) -> bool:
        """Wake a matter that is closed on record; False if its kind does not wake for this.

        `at` is the sender's moment, where another matter sends the message.
        """
        view = await self.store.view(number)
        if view is None or message.kind not in self.kinds[view.kind].wakes:
            return False
        events = await self.store.events(number)
        opening = _opened_as(self.kinds[view.kind], events)
        moment = max(events[-1].at, at or events[-1].at)
        await self.client.start_workflow(
            opening.kind.workflow,
            opening.kind.opening(recall=True, at=moment),
            **opening.again(self.task_queue),
            start_signal=message.kind,
            start_signal_args=[message],
        )
        await self.catch_up(number, moment)
        return True


def _opened_as(kind: Kind, events: Sequence[EventRecord]) -> Opening:
    """Return the opening of a matter, from the first event of its journal."""
    first = retold(kind.decider, events[:1])[0].after
    request = kind.request.model_validate(events[0].fact["request"])
    return Opening(kind, request, first.pack, first.calendar)
