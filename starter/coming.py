"""What comes next in matters, by their journals: each is read on from where it was read to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from activities.store import RecordStore
from workflows.domain.lapses import next_moment
from workflows.kinds import Kind
from workflows.picture import retold


@dataclass(frozen=True)
class _Known:
    state: Any
    coming: datetime | None


class Coming:
    """Knows matters as far as it has read them; `kinds` are the kinds that they may be of."""

    def __init__(self, store: RecordStore, kinds: Mapping[str, Kind]) -> None:
        self._store = store
        self._kinds = kinds
        self._known: dict[str, _Known] = {}

    async def next_in(self, number: str, kind: str, seq: int) -> datetime | None:
        """Return the next moment at which the calendar acts in a matter that has `seq` events."""
        known = self._known.get(number)
        if known is None or known.state.seq < seq:
            known = self._known[number] = await self._read_on(number, kind, known)
        return known.coming

    async def _read_on(self, number: str, kind: str, known: _Known | None) -> _Known:
        decider, state = self._kinds[kind].decider, known.state if known else None
        events = await self._store.events(number, after=state.seq if state else 0)
        state = retold(decider, events, state)[-1].after
        coming = next_moment(decider.deadlines(state), state.calendar)
        return _Known(state, coming[2] if coming else None)
