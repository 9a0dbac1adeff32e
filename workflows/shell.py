"""The durable shell: it runs any decider as a Temporal workflow (design promises 1-11).

Handlers decide and wait; only `live` acts on the world. A command is answered when its events are
in the record store; the clock is asked again on every wake-up, so a changed date is only state.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic

from temporalio import workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.matters import MatterActivities
    from activities.records import RecordActivities
    from workflows.board import Board
    from workflows.domain.canonical import digest
    from workflows.domain.lapses import lapses
    from workflows.domain.lifecycle import (
        CALENDAR,
        Actor,
        Command,
        Decider,
        Draft,
        Fact,
        Rejected,
        S,
        Step,
        begin,
        happen,
        today,
    )
    from workflows.errands import Errands
    from workflows.ledger import Ledger
    from workflows.messages.matters import KEY_TAKEN, OPENING, Carried, OpenMatter, Receipt
    from workflows.messages.records import MatterView, RecordBatch
    from workflows.patience import RECORDING
    from workflows.picture import matter_view, retold

LONGEST_RUN = 10_000
"""Events after which a new run waits for nothing under way; the server ends a run at 51,200."""


class Shell(Generic[S]):
    """One matter under way."""

    def __init__(self, decider: Decider[S]) -> None:
        self._decider = decider
        self._state: S | None = None
        self._ledger: Ledger[S] = Ledger(decider)
        self._board = Board(self._wake)
        self._errands = Errands(self._note, self._wake)
        self._asked_at: datetime | None = None
        self._recalling = False
        self._unheard: list[Command] = []
        self._woken = False
        self._refusal: ApplicationError | None = None

    @property
    def state(self) -> S:
        """Return the matter as it stands; raises ApplicationError if its opening was refused."""
        if self._state is None:
            raise self._refusal or ApplicationError("the matter is not open", type="NotOpen")
        return self._state

    def begin(self, opening: OpenMatter[Any, S]) -> None:
        """Begin with what the run was given: a request, or what the run before carried over.

        A closed matter that is taken up again has neither: `live` asks the record store first.
        """
        self._asked_at, self._recalling = opening.at, opening.recall
        if opening.carried is not None:
            self._resume(opening.carried)
        elif opening.request is not None:
            self._open(opening.request, opening.pack, opening.calendar)

    def _open(self, request: Command, pack: Any, calendar: Any) -> None:
        """Begin a new matter; a refused opening ends the run with its reason, not in a loop."""
        now = self._now()
        try:
            draft, actor = self._decider.open(request, pack, calendar, now)
        except Rejected as rejected:
            self._refusal = refused(rejected)
            return
        self._take(begin(self._decider, draft, actor, now), OPENING, _digest(request))

    def _resume(self, carried: Carried[S]) -> None:
        self._state = carried.state
        self._ledger.resume(carried)
        self._errands.take_over(carried)

    def _now(self) -> datetime:
        """Return the matter's moment: never before the one at which another matter asked for it.

        In a rehearsal every matter has a clock of its own, and a new one starts with ours.
        """
        now = workflow.now()
        return now if self._asked_at is None else max(now, self._asked_at)

    def check(self, command: Command) -> None:
        """Refuse a command that breaks a rule, as the validator of an update."""
        answered = self._ledger.answers.get(_update_id())
        if answered is not None and answered.digest == _digest(command):
            return
        try:
            if answered is not None:
                raise Rejected("design 4.1", KEY_TAKEN)
            self._decider.decide(self.state, command, self._now())
        except Rejected as rejected:
            raise refused(rejected) from None

    async def obey(self, command: Command) -> Receipt:
        """Carry out a command; the answer is proof that its events are on record."""
        key = _update_id()
        if key not in self._ledger.answers:
            try:
                self._carry_out(command, key)
            except Rejected as rejected:  # the matter has moved since the validator looked
                raise refused(rejected) from None
        return await self._ledger.receipt(key)

    async def opened(self) -> Receipt:
        """Answer the opening, once it is on record."""
        if self._recalling:
            await workflow.wait_condition(lambda: not self._recalling)
        if self._refusal is not None:
            raise self._refusal
        return await self._ledger.receipt(OPENING)

    def hear(self, command: Command) -> None:
        """Take in a signal: the same message twice has one effect, and none is refused."""
        key = f"{command.kind}/{_digest(command)[:16]}"
        if self._recalling:
            self._unheard.append(command)
            return
        if self._state is None or key in self._ledger.answers:
            return
        try:
            self._carry_out(command, key)
        except Rejected as rejected:  # a signal has nobody to tell
            workflow.logger.warning("signal %s has no effect: %s", command.kind, rejected.rule)

    def view(self) -> MatterView:
        """Return the picture of the matter, for queries."""
        return matter_view(self._decider, self.state)

    async def live(self, carry_on: Callable[[Carried[S]], Any]) -> MatterView:
        """Run the matter to its end; `carry_on` continues it as a new run at a quiet moment."""
        if self._refusal is not None:
            await workflow.wait_condition(workflow.all_handlers_finished)
            raise self._refusal
        if self._recalling:
            await self._recall()
        self._errands.take_up()
        while True:
            self._catch_up()
            self._board.show(self._decider, self.state, self._ledger.steps)
            await self._record()
            if self._is_quiet():
                if self._is_over():
                    break
                if self._may_carry_on():
                    self._board.clear()
                    carried = self._ledger.carried(self.state)
                    carry_on(carried.model_copy(update=self._errands.undone()))
            await workflow.wait_condition(self._has_work)
        self._board.clear()
        return self.view()

    async def _recall(self) -> None:
        """Take up a closed matter as the journal has it; nobody else writes there any more."""
        recalled = await workflow.execute_activity_method(
            MatterActivities.recall_matter,
            workflow.info().workflow_id,
            summary="Recall 调取",
            **RECORDING,
        )
        life = retold(self._decider, recalled.events)
        self._state = life[-1].after
        self._ledger.recall(life, recalled.answers)
        self._recalling = False
        for command in self._unheard:
            self.hear(command)

    def _is_quiet(self) -> bool:
        return not self._ledger.unrecorded and workflow.all_handlers_finished()

    def _is_over(self) -> bool:
        return self._decider.is_over(self.state) and not self._errands.under_way

    def _has_work(self) -> bool:
        ending = self._is_over() or self._may_carry_on()
        return bool(self._ledger.unrecorded) or self._woken or (ending and self._is_quiet())

    def _may_carry_on(self) -> bool:
        """Say whether a new run is due: one that would cut off a delivery waits for its end.

        An answer of an activity that crosses the end of a run undoes that end on the server, and
        with it the update of whoever is asking just then. A delivery or a document that is stuck
        puts the new run off only so long.
        """
        info = workflow.info()
        undisturbed = not self._errands.under_way or info.get_current_history_length() > LONGEST_RUN
        return undisturbed and info.is_continue_as_new_suggested()

    def _wake(self) -> None:
        self._woken = True

    def _carry_out(self, command: Command, key: str) -> None:
        self._catch_up()
        now = self._now()
        drafts = self._decider.decide(self.state, command, now)
        steps = happen(self._decider, self.state, drafts, command.actor, now)
        self._take(steps, key, _digest(command))

    def _catch_up(self) -> None:
        """Let everything come true that the clock has made true by now."""
        self._woken = False
        now, state = self._now(), self.state
        drafts = lapses(self._decider.deadlines(state), state.calendar, now)
        self._take(happen(self._decider, state, drafts, CALENDAR, now))

    def _take(self, steps: list[Step[S]], key: str = "", command_digest: str = "") -> None:
        if steps:
            self._state = steps[-1].after
            self._ledger.take(steps, key, command_digest)

    async def _record(self) -> None:
        """Put new events into the record store; then run the errands that follow from them."""
        if self._ledger.unrecorded:
            papers, links = self._ledger.papers(), self._ledger.links()
            batch = self._ledger.batch(self.state)
            await self._write(batch)
            self._ledger.recorded = batch.events[-1].seq
            self._errands.run(batch, papers, links, self.state)

    async def _write(self, batch: RecordBatch) -> None:
        """Write, patiently, for as long as the record store is away.

        Never as a local activity, cheap as that is: a worker that dies after the commit would
        leave events of a workflow task that history forgets, and the next attempt at that task
        makes others, at another moment or in another order, which the journal must refuse.
        """
        seqs = [event.seq for event in batch.events]
        await workflow.execute_activity_method(
            RecordActivities.record_events,
            batch,
            summary=f"Record 记录 {seqs[0]}-{seqs[-1]} · {batch.view.stage}",
            **RECORDING,
        )

    def _note(self, fact: Fact, actor: Actor) -> None:
        now = self._now()
        draft = Draft(fact=fact, effective_on=today(now))
        self._take(happen(self._decider, self.state, [draft], actor, now))


def refused(rejected: Rejected) -> ApplicationError:
    """Return a refusal as the failure of an update: rule and both sentences travel as details."""
    message = rejected.message
    return ApplicationError(
        f"[{rejected.rule}] {message.zh} / {message.en}",
        rejected.rule,
        message.zh,
        message.en,
        type="Rejected",
        non_retryable=True,
    )


def _digest(command: Command) -> str:
    return digest(command.model_dump(mode="json"))


def _update_id() -> str:
    info = workflow.current_update_info()
    if info is None:
        raise RuntimeError("a command reaches a matter as an update")
    return info.id
