"""The same command twice: whether it was sent again by a nervous hand, or is meant once more.

A command that was answered has the same answer for ever. But where others have acted since, and
the matter would take it now, the old answer would look as if the step had been taken again.
"""

from datetime import UTC, datetime
from typing import Any

from starter.desk import Answer, Desk
from starter.failure import Refused
from workflows.domain.lifecycle import Command, Rejected
from workflows.domain.text import Text
from workflows.kinds import KINDS
from workflows.picture import retold

AGAIN = Text(
    "同样的命令已登记为第 {first} 号，而本件又可以办理这一步：确需再办一次，请另给 --key。",
    "The same command is on record as no. {first}, and the matter would take this step again: "
    "to take it once more, give --key.",
)


async def require_one_round(desk: Desk, number: str, command: Command, known: Answer) -> None:
    """Refuse to guess which of the two it is; raises Refused."""
    events = await desk.store.events(number)
    answered = known.receipt.seq[-1]
    if not any(each.operation and each.seq > answered for each in events):
        return
    view = await desk.store.view(number)
    if view is None:
        return
    decider = KINDS[view.kind].decider
    now = datetime.now(UTC) + await desk.store.clock_skew(number)
    if _takes(decider, retold(decider, events)[-1].after, command, now):
        raise Refused("design 4.1", AGAIN.format(first=known.receipt.seq[0]))


def _takes(decider: Any, state: Any, command: Command, now: datetime) -> bool:
    try:
        decider.decide(state, command, now)
    except Rejected:
        return False
    return True
