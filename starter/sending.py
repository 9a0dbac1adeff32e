"""Hands commands to matters that run: updates with their receipts, and signals.

The record store is asked first: a command that was answered once has the same answer for ever, and
a key stands for one command only.
"""

import asyncio

from temporalio.service import RPCError, RPCStatusCode

from activities.store.operations import StoredReceipt
from starter.desk import Answer, Desk
from starter.failure import CommandFailed, NoSuchMatter, Refused
from starter.rounds import require_one_round
from workflows.domain.canonical import digest
from workflows.domain.lifecycle import Command
from workflows.domain.text import Text
from workflows.messages.matters import KEY_TAKEN, Receipt

POLL_SECONDS = 3.0
"""How long a clerk waits to see a signal on record."""
EVERY = 0.1

CLOSED = Text(
    "本件已办结归档，不再办理（zhengming file 可查看全部经过）。再次申请须另立一件，"
    "并在 earlier_evaluation_closed_on 写明本件办结之日。",
    "The matter is closed, nothing more can be done in it (zhengming file shows it whole). A new "
    "application needs a new matter whose earlier_evaluation_closed_on is the day it closed.",
)


def digest_of(command: Command) -> str:
    """Return the digest under which a matter remembers a command."""
    return digest(command.model_dump(mode="json"))


def key_of(command: Command) -> str:
    """Return the key of a command that was given none: the same command, the same key."""
    return f"{command.kind}/{digest_of(command)[:16]}"


async def send_update(desk: Desk, number: str, command: Command, key: str = "") -> Answer:
    """Carry out a command in a matter and return its receipt; raises CommandFailed and kin."""
    key = key or key_of(command)
    known = await answered(desk, number, key, digest_of(command))
    if known is not None:
        await require_one_round(desk, number, command, known)
        return known
    handle = desk.client.get_workflow_handle(number)
    updating = handle.execute_update(command.kind, command, id=key, result_type=Receipt)
    try:
        receipt = await desk.patiently(updating)
    except RPCError as answer:
        if answer.status != RPCStatusCode.NOT_FOUND:
            raise
        raise await not_running(desk, number) from None
    require_own(receipt.digest, digest_of(command))
    return Answer(receipt, key)


async def send_signal(desk: Desk, number: str, command: Command) -> None:
    """Hand a message to a matter, whether or not anybody works there; raises NoSuchMatter.

    A closed matter is taken up again if its kind takes the message even then.
    """
    try:
        await desk.client.get_workflow_handle(number).signal(command.kind, command)
    except RPCError as answer:
        if answer.status != RPCStatusCode.NOT_FOUND:
            raise
        if not await _woken(desk, number, command):
            raise await not_running(desk, number) from None


async def _woken(desk: Desk, number: str, command: Command) -> bool:
    from activities.waking import Waker  # it knows every kind of matter, and is needed rarely

    view = await desk.store.view(number)
    waker = Waker(desk.client, desk.store, desk.task_queue, desk.catch_up)
    return view is not None and view.closed and await waker.wake(number, command)


async def seen_on_record(desk: Desk, number: str, command: Command) -> Answer | None:
    """Return the receipt of a signal once it is on record, or None if that takes long."""
    for _ in range(int(POLL_SECONDS / EVERY)):
        found = await answered(desk, number, key_of(command), digest_of(command))
        if found is not None:
            return Answer(found.receipt, found.key)
        await asyncio.sleep(EVERY)
    return None


async def answered(desk: Desk, number: str, key: str, own_digest: str) -> Answer | None:
    """Return the answer on record; raises Refused if the key was used for another command."""
    stored: StoredReceipt | None = await desk.store.receipt(number, key)
    if stored is None:
        return None
    require_own(stored.digest, own_digest)
    return Answer(Receipt.model_validate(stored.receipt), key, repeated=True)


def require_own(answered_digest: str, own_digest: str) -> None:
    """Refuse an answer that was given to another command under the same key."""
    if answered_digest != own_digest:
        raise Refused("design 4.1", KEY_TAKEN)


async def not_running(desk: Desk, number: str) -> CommandFailed:
    """Say why no matter under this number takes commands: there is none, or it is closed."""
    view = await desk.store.view(number)
    if view is None:
        return NoSuchMatter(number)
    if view.closed:
        return Refused("2.8", CLOSED)
    return CommandFailed(
        Text(
            f"{number} 在记录库中未办结，但服务端没有它：请联系维护人员。",
            f"{number} is open on record, but the server does not know it: tell your maintainers.",
        )
    )
