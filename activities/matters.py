"""Activities by which matters open each other and tell each other what happened.

Each may run more than once: a matter is opened once under its number, and the receiver knows a
message that comes again by its origin. Whatever is in the way (the server, the record store, a
request that breaks a rule) is left to the retry policy: it is said in the log, and heals.
"""

from collections.abc import Mapping
from datetime import datetime

import structlog
from temporalio import activity
from temporalio.client import Client
from temporalio.exceptions import (
    ApplicationError,
    ApplicationErrorCategory,
    WorkflowAlreadyStartedError,
)
from temporalio.service import RPCError, RPCStatusCode

from activities.beating import beating
from activities.clocks import CatchUp, one_clock
from activities.store import RecordStore
from activities.waking import Waker
from workflows.domain.lifecycle import LINKED, Command, MatterToOpen, Rejected
from workflows.kinds import KINDS, Kind
from workflows.messages.links import OpenMatters, TellMatter, Told
from workflows.messages.matters import Recalled, Receipt
from workflows.opening import Opening

log = structlog.get_logger(__name__)


class MatterActivities:
    """Reaches other matters for a matter. The worker builds one instance and shares it."""

    def __init__(
        self,
        client: Client,
        store: RecordStore,
        task_queue: str,
        catch_up: CatchUp = one_clock,
        kinds: Mapping[str, Kind] = KINDS,
    ) -> None:
        self._client = client
        self._store = store
        self._task_queue = task_queue
        self._catch_up = catch_up
        self._kinds = kinds
        self._waker = Waker(client, store, task_queue, catch_up, kinds)

    @activity.defn
    async def open_matters(self, order: OpenMatters) -> None:
        """Open matters 另立事项: each once, however often it is asked for."""
        async with beating():
            for wanted in order.openings:
                try:
                    opening = opening_of(self._kinds[wanted.kind], wanted, order)
                    await self._open(opening, order.at)
                except Rejected as rejected:
                    raise _waits("opening_waits", wanted.number, rejected.rule) from None

    async def _open(self, opening: Opening, moment: datetime) -> None:
        if await self._store.view(opening.number) is None:
            opening.check(moment)
            kind = opening.kind.decider.kind
            await self._store.reserve(opening.number, kind, opening.digest, opening.finding)
            await self._start(opening)
        await self._catch_up(opening.number, moment)

    async def _start(self, opening: Opening) -> None:
        try:
            await self._client.start_workflow(
                opening.kind.workflow, opening.message, **opening.once(self._task_queue)
            )
        except WorkflowAlreadyStartedError:
            return  # it was opened, and is over
        log.info("matter_opened", matter=opening.number, kind=opening.kind.decider.kind)

    @activity.defn
    async def tell_matter(self, order: TellMatter) -> Told:
        """Tell another matter 告知关联事项 what happened in this one."""
        async with beating():
            kind = await self._store.kind_of(order.to)
            if kind is None:
                return _lost(order, Told(told=False, reason="unknown"))
            return await self._tell(order, message_of(self._kinds[kind], order))

    async def _tell(self, order: TellMatter, message: Command) -> Told:
        await self._catch_up(order.to, order.at)
        try:
            await self._client.get_workflow_handle(order.to).signal(order.name, message)
        except RPCError as answer:
            if answer.status != RPCStatusCode.NOT_FOUND:
                raise
            return await self._wake(order, message)
        log.info("matter_told", matter=order.to, origin=order.origin, message=order.name)
        return Told(told=True)

    async def _wake(self, order: TellMatter, message: Command) -> Told:
        view = await self._store.view(order.to)
        if view is None:
            raise _waits("message_waits", order.to, "not opened yet")
        if not view.closed:
            raise _waits("message_waits", order.to, "open on record, but not running")
        if await self._waker.wake(order.to, message, order.at):
            log.info("matter_woken", matter=order.to, origin=order.origin, message=order.name)
            return Told(told=True)
        return _lost(order, Told(told=False, reason="closed"))

    @activity.defn
    async def recall_matter(self, number: str) -> Recalled:
        """Recall a closed matter 调取办结事项 from the record store."""
        answers = await self._store.receipts(number)
        return Recalled(
            events=tuple(await self._store.events(number)),
            answers={key: Receipt.model_validate(known.receipt) for key, known in answers.items()},
        )


def opening_of(kind: Kind, wanted: MatterToOpen, order: OpenMatters) -> Opening:
    """Return one opening of an order; raises ValidationError for a request that is not whole."""
    fields = {"actor": LINKED, **wanted.request, "number": wanted.number}
    request = kind.request.model_validate(fields)
    return Opening(kind, request, order.pack, order.calendar, order.at)


def message_of(kind: Kind, order: TellMatter) -> Command:
    """Return the receiver's signal; raises ValueError for one that it would not understand.

    The engine drops what a workflow cannot read, and nobody would ever know.
    """
    fields = {**order.payload, "actor": LINKED, "origin": order.origin}
    return kind.signal(order.name).model_validate(fields)


def _waits(event: str, matter: str, why: str) -> ApplicationError:
    log.warning(event, matter=matter, why=why)
    # One line is enough: the SDK would write a traceback for every attempt.
    return ApplicationError(
        f"{matter}: {why}", type="MatterWaits", category=ApplicationErrorCategory.BENIGN
    )


def _lost(order: TellMatter, told: Told) -> Told:
    log.warning("message_lost", matter=order.to, origin=order.origin, why=told.reason)
    return told
