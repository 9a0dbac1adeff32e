"""What a matter has done and answered in this run: events not on record yet, receipts by key."""

from typing import Generic

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.lifecycle import Decider, S, Step
    from workflows.messages.links import Links
    from workflows.messages.matters import Carried, DueTerm, HappenedEvent, Receipt
    from workflows.messages.records import MakeDocument, RecordBatch
    from workflows.page import LATEST, step_line
    from workflows.picture import (
        document_records,
        event_record,
        links_of,
        matter_view,
        notice_records,
        paper_orders,
    )


class Ledger(Generic[S]):
    """The receipts of a matter and the steps that are on their way to the record store."""

    def __init__(self, decider: Decider[S]) -> None:
        self._decider = decider
        self._pending: list[tuple[Step[S], str]] = []
        self.answers: dict[str, Receipt] = {}
        self.recorded = 0
        """Number of the newest event that is in the record store."""
        self.steps: list[str] = []
        """The latest steps as lines of the status page, oldest first."""

    @property
    def unrecorded(self) -> int:
        """Return how many events are not on record yet."""
        return len(self._pending)

    def take(self, steps: list[Step[S]], key: str, digest: str) -> None:
        """Note steps that happened; a key means that somebody waits for their receipt."""
        self._pending += ((step, key) for step in steps)
        self._show(steps)
        if key:
            self.answers[key] = self._receipt(steps, digest)

    def _show(self, steps: list[Step[S]]) -> None:
        for event in (step.event for step in steps[-LATEST:]):
            words = event.fact.words()
            line = step_line(event.effective_on, event.actor.officer, words.zh, words.en)
            self.steps = [*self.steps, line][-LATEST:]

    async def receipt(self, key: str) -> Receipt:
        """Return the receipt of a key once its events are on record."""
        receipt = self.answers[key]
        await workflow.wait_condition(lambda: self.recorded >= receipt.seq[-1])
        return receipt

    def papers(self) -> tuple[MakeDocument, ...]:
        """Return the documents that events which are not on record yet ask for."""
        return tuple(p for step, _ in self._pending for p in paper_orders(self._decider, step))

    def links(self) -> Links:
        """Return what events which are not on record yet ask to be done with other matters."""
        asked = [links_of(self._decider, step) for step, _ in self._pending]
        return Links(
            openings=tuple(order for links in asked for order in links.openings),
            messages=tuple(order for links in asked for order in links.messages),
        )

    def batch(self, state: S) -> RecordBatch:
        """Take out everything that is not on record yet, as one batch for the record store."""
        pending, self._pending = self._pending, []
        decider, keys = self._decider, dict.fromkeys(key for _, key in pending if key)
        return RecordBatch(
            matter=state.number,
            events=tuple(event_record(step.event, key) for step, key in pending),
            view=matter_view(decider, state),
            notices=tuple(n for step, _ in pending for n in notice_records(decider, step)),
            documents=tuple(d for step, _ in pending for d in document_records(decider, step)),
            receipts={
                key: {
                    "digest": self.answers[key].digest,
                    "receipt": self.answers[key].model_dump(mode="json"),
                }
                for key in keys
            },
        )

    def carried(self, state: S) -> Carried[S]:
        """Return what the next run must know of the past."""
        return Carried(state=state, answers=self.answers, steps=tuple(self.steps))

    def resume(self, carried: Carried[S]) -> None:
        """Take over from the run before, whose events are all on record."""
        self.answers = dict(carried.answers)
        self.recorded = carried.state.seq
        self.steps = list(carried.steps)

    def recall(self, life: list[Step[S]], answers: dict[str, Receipt]) -> None:
        """Take over from a life that is all on record."""
        self.answers = dict(answers)
        self.recorded = life[-1].event.seq
        self._show(life)

    def _receipt(self, steps: list[Step[S]], digest: str) -> Receipt:
        view = matter_view(self._decider, steps[-1].after)
        events = (event_record(step.event) for step in steps)
        info = workflow.info()
        return Receipt(
            matter=view.matter,
            workflow_id=info.workflow_id,
            run_id=info.run_id,
            seq=tuple(step.event.seq for step in steps),
            stage=view.stage,
            stage_zh=view.stage_zh,
            stage_en=view.stage_en,
            terms=tuple(
                DueTerm(key=term.key, due=term.due, provisional=term.provisional)
                for term in view.terms
                if term.ended_on is None
            ),
            events=tuple(
                HappenedEvent.model_validate(
                    event.model_dump(include=set(HappenedEvent.model_fields))
                )
                for event in events
            ),
            recorded_at=workflow.now(),
            digest=digest,
        )
