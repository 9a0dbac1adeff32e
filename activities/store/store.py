"""The record store: what the workers write through. Every write is one transaction.

All writes can be repeated: the same content again has the same answer and changes nothing.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from activities.store import deliveries, journal, notices, operations, papers, projections
from activities.store.deliveries import NoticeKey, Trial, WaitingNotice
from activities.store.engine import Database, insert_new, open_database
from activities.store.notices import Fate, StoredNotice
from activities.store.operations import Reservation, StoredReceipt
from activities.store.papers import NewPaper, PaperKey, Series, StoredPaper, Template
from activities.store.tables import clocks, heads
from workflows.messages.records import EventRecord, MatterView, RecordBatch, Recorded


def _utc_now() -> datetime:
    return datetime.now(UTC)


class RecordStore:
    """Journal, operations, projections and outbox of all matters, on one database."""

    def __init__(self, database: Database, now: Callable[[], datetime] = _utc_now) -> None:
        self.database = database
        self.now = now

    async def migrate(self) -> None:
        """Bring the tables up to date; two processes may do it at once."""
        # Alembic takes as long to import as the rest of the store; only this needs it.
        from activities.store.migrating import upgrade

        await self.database.write(upgrade)

    async def close(self) -> None:
        """Give back all connections."""
        await self.database.close()

    async def record(self, batch: RecordBatch) -> Recorded:
        """Store a batch whole; raises `RecordConflict`, `RecordGap`.

        Events that are on record already are compared and left alone. An older batch that comes
        again after a newer one changes nothing: projections never go backwards.
        """
        head = await self.database.write(lambda connection: self._record(connection, batch))
        return Recorded(seq=head.seq, hash=head.hash)

    def _record(self, connection: sa.Connection, batch: RecordBatch) -> journal.Head:
        head = journal.lock_head(connection, batch.matter)
        if head.seq == 0 and batch.events:
            head = journal.open_head(connection, batch.matter)
        known = [event for event in batch.events if event.seq <= head.seq]
        fresh = [event for event in batch.events if event.seq > head.seq]
        answer = head
        if known:
            answer = journal.check_repeated(connection, batch.matter, known)
        if fresh:
            answer = journal.append(connection, batch.matter, head, fresh)
            projections.replace(connection, batch.view, answer.seq)
            notices.enqueue(connection, batch, after=head.seq, now=self.now())
        operations.keep_receipts(connection, batch.matter, answer.seq, batch.receipts)
        return answer

    async def reserve(
        self, number: str, kind: str, digest: str, finding: str | None = None
    ) -> Reservation:
        """Take a number before its workflow starts; raises `NumberTaken`, `FindingTaken`."""
        row = {
            "number": number,
            "kind": kind,
            "digest": digest,
            "finding": finding,
            "reserved_at": self.now(),
        }
        return await self.database.write(lambda connection: operations.reserve(connection, row))

    async def release(self, number: str, age: timedelta) -> bool:
        """Give back a number reserved longer ago than `age` that no matter ever used.

        Says whether it was given back. The caller knows that no workflow runs under it.
        """
        before = self.now() - age
        return await self.database.write(
            lambda connection: operations.release(connection, number, before)
        )

    async def kind_of(self, number: str) -> str | None:
        """Return the kind of matter that has a number, or has taken it; None if none has."""
        return await self.database.read(lambda connection: operations.kind_of(connection, number))

    async def receipt(self, matter: str, operation: str) -> StoredReceipt | None:
        """Return the answer that a command got, by its idempotency key."""
        return await self.database.read(
            lambda connection: operations.read_receipt(connection, matter, operation)
        )

    async def receipts(self, matter: str) -> dict[str, StoredReceipt]:
        """Return every answer that a matter gave, by idempotency key."""
        return await self.database.read(
            lambda connection: operations.read_receipts(connection, matter)
        )

    async def events(self, matter: str, after: int = 0) -> list[EventRecord]:
        """Return what happened in a matter after event `after`, in order."""
        rows = await self.database.read(
            lambda connection: journal.read_rows(connection, matter, after=after)
        )
        return [journal.to_event(row) for row in rows]

    async def view(self, matter: str) -> MatterView | None:
        """Return the newest picture of a matter."""
        return await self.database.read(
            lambda connection: projections.read_view(connection, matter)
        )

    async def matters(self) -> list[str]:
        """Return the numbers of all matters that have a journal, in order."""
        query = sa.select(heads.c.matter).order_by(heads.c.matter)
        return await self.database.read(lambda connection: list(connection.scalars(query)))

    async def notice(self, matter: str, seq: int, index: int) -> StoredNotice | None:
        """Return one notice of the outbox."""
        return await self.database.read(
            lambda connection: notices.read(connection, matter, seq, index)
        )

    async def mark_notice(self, matter: str, seq: int, index: int, fate: Fate) -> None:
        """Remember what came of a notice; raises `NoticeMissing`."""
        now = self.now()
        await self.database.write(
            lambda connection: notices.mark(connection, matter, seq, index, fate, now)
        )

    async def waiting_notice(self, key: NoticeKey) -> WaitingNotice | None:
        """Return a notice with what came of it so far, and who may not hear of its matter."""
        return await self.database.read(lambda connection: deliveries.read(connection, key))

    async def mark_delivery(
        self, key: NoticeKey, way: tuple[Sequence[str], str], trial: Trial
    ) -> None:
        """Remember what came of a way, given as recipients and channel; what was sent stays so."""
        now = self.now()
        await self.database.write(
            lambda connection: deliveries.mark(connection, key, way, trial, now)
        )

    async def paper(self, key: PaperKey) -> StoredPaper | None:
        """Return one document that was made here, or that has its number at least."""
        return await self.database.read(lambda connection: papers.read(connection, key))

    async def enter_paper(self, new: NewPaper) -> StoredPaper:
        """Give a document its number, once; raises `PaperNumberTaken`."""
        return await self.database.write(lambda connection: papers.enter(connection, new))

    async def keep_paper(
        self, key: PaperKey, template: Template, sha256: str, sealed: bytes
    ) -> StoredPaper:
        """Put a document's file on file, and the template it was made with; the first one stays."""
        return await self.database.write(
            lambda connection: papers.keep(connection, key, template, sha256, sealed)
        )

    async def template(self, sha256: str) -> bytes | None:
        """Return a template with which some document was made."""
        return await self.database.read(lambda connection: papers.read_template(connection, sha256))

    async def register(self) -> tuple[list[StoredPaper], dict[Series, int]]:
        """Return every document without its file, and the last number of each series."""
        return await self.database.read(
            lambda connection: (papers.read_all(connection), papers.last_numbers(connection))
        )

    async def set_clock_skew(self, matter: str, seconds: int) -> None:
        """Remember how far a rehearsal has moved the matter's clock ahead of ours."""

        def move(connection: sa.Connection) -> None:
            connection.execute(sa.delete(clocks).where(clocks.c.matter == matter))
            row = {"matter": matter, "skew_seconds": seconds}
            connection.execute(insert_new(connection, clocks), row)

        await self.database.write(move)

    async def clock_skew(self, matter: str) -> timedelta:
        """Return how far a rehearsal has moved the matter's clock ahead of ours."""
        asked = sa.select(clocks.c.skew_seconds).where(clocks.c.matter == matter)
        found = await self.database.read(lambda connection: connection.execute(asked).scalar())
        return timedelta(seconds=found or 0)


def open_store(url: str, now: Callable[[], datetime] = _utc_now) -> RecordStore:
    """Open the record store at a path, `sqlite:///path` or `postgresql://…`; it connects later."""
    return RecordStore(open_database(url), now)
