"""Moves linked matters of a rehearsal together, in the order in which things fall due in them.

Each has a clock of its own. A message goes out at its sender's moment, so nobody may have lived
past that moment before the message is there.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from temporalio.service import RPCError, RPCStatusCode

from activities.store.tables import matters
from starter.coming import Coming
from starter.desk import Desk
from starter.timeline import Stuck, Timeline
from workflows.kinds import KINDS, Kind

A_LITTLE = timedelta(minutes=1)
"""Beyond a due moment, so that what is due then has happened."""
PATIENCE_SECONDS = 180.0
"""How long one matter may take for one move: it may open a hundred others on the way."""
LOOK_AGAIN = 0.01
BESIDE = frozenset({"deliver_notice", "make_document"})
"""What may go on for days beside a matter, and changes nothing in any other."""


@dataclass(frozen=True)
class Member:
    """A matter as the record store lists it."""

    number: str
    kind: str
    seq: int
    closed: bool
    related: tuple[str, ...]


class Convoy:
    """A matter and all that are linked to it, in either direction, directly or through others."""

    def __init__(self, desk: Desk, number: str, kinds: Mapping[str, Kind] = KINDS) -> None:
        self.desk = desk
        self.number = number
        self._coming = Coming(desk.store, kinds)
        self._ended: set[tuple[str, int]] = set()

    async def members(self) -> list[Member]:
        """Return the matters of the convoy, closed ones too, in the order of their numbers."""
        known = {member.number: member for member in await self._listed()}
        links = {(one.number, other) for one in known.values() for other in one.related}
        links |= {(other, one) for one, other in links}
        found, new = set[str](), {self.number}
        while new:
            found |= new
            new = {other for one, other in links if one in new and other in known} - found
        return [known[number] for number in sorted(found & set(known))]

    async def move(self, target: datetime) -> None:
        """Bring every open matter to `target`; raises Stuck."""
        passed: set[tuple[str, datetime]] = set()
        while True:
            due = [each for each in await self._due(target) if each not in passed]
            if not due:
                break
            moment = min(moment for _, moment in due)
            for number, own in due:
                if own == moment:
                    await self._bring(number, min(moment + A_LITTLE, target))
                    passed.add((number, own))
        for member in await self._open():
            await self._bring(member.number, target)
        await self.at_rest()

    async def _bring(self, number: str, moment: datetime) -> None:
        timeline = self._timeline(number)
        if await timeline.reach(moment, PATIENCE_SECONDS):
            await timeline.settled()

    async def _due(self, target: datetime) -> list[tuple[str, datetime]]:
        """Return what comes next in each matter before `target`, once all are at rest."""
        members = await self.at_rest()
        due = [(each.number, await self._next(each)) for each in members]
        return [(number, moment) for number, moment in due if moment and moment < target]

    async def _next(self, member: Member) -> datetime | None:
        return await self._coming.next_in(member.number, member.kind, member.seq)

    async def at_rest(self) -> list[Member]:
        """Wait until everything that was said is heard and on record; return the open matters."""
        try:
            return await asyncio.wait_for(self._resting(), PATIENCE_SECONDS)
        except TimeoutError:
            numbers = [member.number for member in await self._open()]
            raise Stuck(f"among {numbers} something stays under way") from None

    async def _resting(self) -> list[Member]:
        """Return the open matters when each was found at rest twice, and as it was before."""
        before: list[int | None] = [None]
        while True:
            members = await self.members()
            found = await asyncio.gather(*(self._at_rest(member) for member in members))
            if found == before and None not in found:
                return [member for member in members if not member.closed]
            before = found
            await asyncio.sleep(LOOK_AGAIN)

    async def _at_rest(self, member: Member) -> int | None:
        """Return how far a matter has come if it is at rest; a closed one may still be telling."""
        timeline, ended = self._timeline(member.number), (member.number, member.seq)
        if member.closed and (ended in self._ended or not await _goes_on(timeline)):
            self._ended.add(ended)
            return 0
        return await timeline.at_rest(BESIDE)

    async def _open(self) -> list[Member]:
        return [member for member in await self.members() if not member.closed]

    async def _listed(self) -> list[Member]:
        columns = [matters.c[name] for name in ("matter", "kind", "seq", "closed", "related")]

        def read(connection: sa.Connection) -> list[Member]:
            rows = connection.execute(sa.select(*columns))
            return [
                Member(row.matter, row.kind, row.seq, row.closed, tuple(row.related))
                for row in rows
            ]

        return await self.desk.store.database.read(read)

    def _timeline(self, number: str) -> Timeline:
        return Timeline(self.desk.client, number)


async def _goes_on(timeline: Timeline) -> bool:
    """Say whether a closed matter still runs; the server forgets those that have long ended."""
    try:
        return await timeline.is_running()
    except RPCError as answer:
        if answer.status != RPCStatusCode.NOT_FOUND:
            raise
        return False
