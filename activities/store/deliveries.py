"""What came of a notice on each of its ways: one row for a recipient and a channel."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from activities.store import notices
from activities.store.engine import insert_new
from activities.store.notices import StoredNotice
from activities.store.tables import deliveries, matters

NoticeKey = tuple[str, int, int]
"""Matter, event, and place among the notices of the event."""
DeliveryState = Literal["queued", "sent", "undeliverable"]

# Made once: SQLAlchemy takes longer to make and look up a statement than to run it.
_VIEW = sa.select(matters.c.view).where(matters.c.matter == sa.bindparam("of_matter"))
_OF_NOTICE = sa.and_(
    deliveries.c.matter == sa.bindparam("of_matter"),
    deliveries.c.seq == sa.bindparam("of_seq"),
    deliveries.c.index == sa.bindparam("of_index"),
)
_TRIALS = sa.select(deliveries).where(_OF_NOTICE)
_MARK = (
    sa.update(deliveries)
    .where(
        _OF_NOTICE,
        deliveries.c.recipient == sa.bindparam("of_recipient"),
        deliveries.c.channel == sa.bindparam("of_channel"),
        deliveries.c.state != "sent",
    )
    .values(
        {
            name: sa.bindparam(f"new_{name}")
            for name in ("state", "attempts", "answer", "updated_at")
        }
    )
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a way after so many attempts; `answer` is the other side's."""

    state: DeliveryState = "queued"
    attempts: int = 0
    answer: str = ""


@dataclass(frozen=True, slots=True)
class WaitingNotice:
    """A notice with all that an attempt at it must know."""

    stored: StoredNotice
    trials: Mapping[tuple[str, str], Trial]
    """What came of it so far, by recipient and channel."""
    excluded: tuple[str, ...] = ()
    """Officers who may not hear of the matter."""


def read(connection: sa.Connection, key: NoticeKey) -> WaitingNotice | None:
    """Return one notice of the outbox with its trials."""
    stored = notices.read(connection, *key)
    if stored is None:
        return None
    view = connection.execute(_VIEW, {"of_matter": key[0]}).scalar_one_or_none() or {}
    return WaitingNotice(stored, _trials(connection, key), tuple(view.get("excluded", ())))


def _trials(connection: sa.Connection, key: NoticeKey) -> dict[tuple[str, str], Trial]:
    rows = connection.execute(_TRIALS, _this(key))
    return {
        (row.recipient, row.channel): Trial(row.state, row.attempts, row.answer) for row in rows
    }


def _this(key: NoticeKey) -> dict[str, Any]:
    return dict(zip(("of_matter", "of_seq", "of_index"), key, strict=True))


def mark(
    connection: sa.Connection,
    key: NoticeKey,
    way: tuple[Sequence[str], str],
    trial: Trial,
    now: datetime,
) -> None:
    """Remember what came of a way to its recipients on its channel; what was sent stays sent."""
    officers, channel = way
    values: dict[str, Any] = asdict(trial) | {"updated_at": now}
    matter, seq, index = key
    for officer in officers:
        row = {"matter": matter, "seq": seq, "index": index}
        row |= {"recipient": officer, "channel": channel}
        if connection.execute(insert_new(connection, deliveries), row | values).rowcount == 0:
            of = {"of_recipient": officer, "of_channel": channel}
            new = {f"new_{name}": value for name, value in values.items()}
            connection.execute(_MARK, _this(key) | of | new)
