"""What a command does to read documents: who asks, may he, note it, then open the file."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from activities.store import RecordStore
from activities.store.chain import Finding
from starter import paths
from starter.asking import STORE_AWAY, record_store
from starter.checking_papers import checked_papers
from starter.failure import CommandFailed, ServiceAway
from starter.hindrance import Hindrance
from starter.keys import KeyRing, KeyRingError
from starter.matter import Matter
from starter.mending import with_store
from starter.papers import Making, file_of, makings_of, named
from starter.papers_waiting import why_waiting
from starter.read_log import note_read
from starter.reading_as import check_right, reader_of
from starter.sealing import KeyRingSeal
from starter.session import Session
from starter.waiting import run_shown
from workflows.domain.text import Text

A = TypeVar("A")

READING = Text("正在读取……", "Reading …")
CHECKING = Text("正在逐份核验……", "Going through the documents …")
NOT_NOTED = Text(
    "查阅日志 {file} 写不进去（{why}）：先记后看，请检查后再试。",
    "The read log {file} cannot be written ({why}): a read is noted before it happens.",
)


def listed(session: Session, number: str, officer: str | None) -> list[tuple[Making, Text | None]]:
    """Return a matter's documents for somebody who may read it, each with why it waits, if so."""
    viewer = reader_of(session.data, officer)
    with record_store() as reader:
        check_right(viewer, number, Matter(reader, number).view)
    makings = _in_store(session, lambda store: _makings(store, number), READING)
    return [(m, None if m.made else why_waiting(m, session.data)) for m in makings]


def read(session: Session, number: str, name: str, officer: str | None) -> tuple[Making, bytes]:
    """Return a document and its file, for somebody who may read names; the read is noted."""
    viewer = reader_of(session.data, officer)
    with record_store() as reader:
        check_right(viewer, number, Matter(reader, number).view, names=True)
    seal = _seal(session)

    async def opened(store: RecordStore) -> tuple[Making, bytes]:
        making = named(await _makings(store, number), number, name)
        _note(session.data, viewer.officer, number, f"document {making.order.seq}")
        return making, await file_of(store, seal, making)

    return _in_store(session, opened, READING)


def checked(session: Session, number: str | None) -> tuple[int, list[Finding]]:
    """Return how many documents there are, and everything that is wrong with them."""
    with record_store() as reader:
        if number is not None:
            Matter(reader, number)
        else:
            reader.clock_skew("")  # SQLAlchemy would make an empty file where there is no store
    seal = _seal(session)
    return _in_store(session, lambda store: checked_papers(store, seal, number), CHECKING)


async def _makings(store: RecordStore, number: str) -> list[Making]:
    return makings_of(await store.events(number))


def _seal(session: Session) -> KeyRingSeal:
    try:
        return KeyRingSeal(KeyRing.load(paths.keys_path(session.data)))
    except KeyRingError as failure:
        raise ServiceAway(failure.message) from None


def _note(data: Path, who: str, number: str, what: str) -> None:
    try:
        note_read(data, who, number, what)
    except OSError as error:
        log = data / paths.READS
        raise CommandFailed(NOT_NOTED.format(file=log, why=error.strerror)) from None


def _in_store(
    session: Session, work: Callable[[RecordStore], Coroutine[Any, Any, A]], doing: Text
) -> A:
    try:
        return run_shown(with_store(session.database_url, work), doing)
    except SQLAlchemyError as error:
        # The error's own text may quote the URL with its password.
        raise ServiceAway(STORE_AWAY.format(why=type(error).__name__)) from None
    except KeyRingError as failure:
        raise ServiceAway(failure.message) from None
    except Hindrance as broken:
        raise CommandFailed(broken.message) from None
