"""The clerk's side of a matter: a connection to Temporal and to the record store, for one command.

What can go wrong on the way becomes a failure that tells the clerk what to do; nothing else leaves.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from temporalio.client import (
    Client,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from activities.clocks import CatchUp, one_clock
from activities.store import RecordStore, open_store
from starter.clocks import clocks
from starter.connection import Unreachable, connect
from starter.failure import CommandFailed, Refused, ServiceAway
from starter.keys import KeyRingError
from starter.settings import Settings
from workflows.domain.lifecycle import Rejected
from workflows.domain.text import Text
from workflows.messages.matters import Receipt

T = TypeVar("T")
PATIENCE = 15.0
"""Seconds to wait for a worker, unless `--wait` says otherwise."""

AWAY = frozenset(
    {
        RPCStatusCode.UNAVAILABLE,
        RPCStatusCode.DEADLINE_EXCEEDED,
        RPCStatusCode.CANCELLED,
        RPCStatusCode.RESOURCE_EXHAUSTED,
        RPCStatusCode.FAILED_PRECONDITION,
        RPCStatusCode.ABORTED,
    }
)
"""Answers after which the same command may be given again; the last two mean that the matter
cannot take one at this moment, since its workflow task has failed or its run is changing."""
MAYBE_LATER = Text(
    "没有及时得到答复（服务端或工作进程可能未运行）。命令仍可能被执行：请用同一个键重复提交，不会重复办理。",
    "No answer in time (is the server, is a worker up?). The command may still be carried out: "
    "repeat it with the same key, it has one effect.",
)
NO_SERVER = Text(
    "连接不上服务端：{cause}。请确认 zhengming up 正在运行（--data 是否正确？）。",
    "{cause}: is zhengming up running, and is --data right?",
)


@dataclass(frozen=True)
class Desk:
    """Where commands are handed in."""

    client: Client
    store: RecordStore
    task_queue: str
    wait: float = PATIENCE
    catch_up: CatchUp = one_clock

    async def patiently(self, answer: Awaitable[T]) -> T:
        """Wait for an answer that a worker must give; raises ServiceAway when it does not come."""
        try:
            return await asyncio.wait_for(answer, self.wait)
        except (TimeoutError, WorkflowUpdateRPCTimeoutOrCancelledError):
            raise ServiceAway(MAYBE_LATER) from None


@dataclass(frozen=True)
class Answer:
    """A receipt, the key it answers, and whether it had been given before."""

    receipt: Receipt
    key: str
    repeated: bool = False


@asynccontextmanager
async def open_desk(settings: Settings, wait: float = PATIENCE) -> AsyncIterator[Desk]:
    """Connect to what `settings` name; raises ServiceAway and Refused for all that fails inside."""
    with failures():
        client = await connect(settings)
        store = open_store(settings.database_url)
        try:
            catch_up = clocks(client, settings, store)
            yield Desk(client, store, settings.task_queue, wait, catch_up)
        finally:
            await store.close()


@contextmanager
def failures() -> Iterator[None]:
    """Turn what the engine, the store and the key ring raise into what a clerk can act on."""
    try:
        yield
    except Rejected as rejected:
        raise Refused(rejected.rule, rejected.message) from None
    except WorkflowUpdateFailedError as failed:
        raise refusal(failed.cause) from None
    except (Unreachable, KeyRingError, RPCError, SQLAlchemyError, OSError) as cause:
        raise away(cause) from None


def away(cause: Exception) -> CommandFailed:
    """Return what a service that does not answer, or answers with an error, means for a clerk."""
    name = type(cause).__name__
    match cause:
        case Unreachable():
            words = cause.message
            return ServiceAway(
                Text(NO_SERVER.zh.format(cause=words.zh), NO_SERVER.en.format(cause=words.en))
            )
        case KeyRingError():
            return ServiceAway(cause.message)
        case RPCError() if cause.status in AWAY:
            return ServiceAway(MAYBE_LATER)
        case RPCError():
            name = cause.status.name
            return CommandFailed(Text(f"服务端报错：{name}。", f"The server failed: {name}."))
        case _:
            return ServiceAway(
                Text(f"记录库没有响应（{name}）。", f"The record store does not answer ({name}).")
            )


def refusal(cause: BaseException | None) -> CommandFailed:
    """Return what a refused update says: rule and sentence travel as its details."""
    if isinstance(cause, ApplicationError) and cause.type == "Rejected" and len(cause.details) == 3:
        rule, zh, en = (str(detail) for detail in cause.details)
        return Refused(rule, Text(zh, en))
    kind = cause.type if isinstance(cause, ApplicationError) else type(cause).__name__
    return CommandFailed(
        Text(f"命令没有执行（{kind}）：请重复提交。", f"Not carried out ({kind}): repeat it.")
    )
