"""The reference lifecycle without us: waits, commands, activities, and nothing else.

No sandbox, no encryption, no pydantic, no rules: what Temporal itself costs for a matter that does
the same number of things. A `Plan` says how many.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from temporalio import workflow
from temporalio.common import RetryPolicy

from bench.diary import Diary, Entry

STAGE = timedelta(days=30)
ATTEMPT = timedelta(seconds=30)
ONCE = RetryPolicy(maximum_attempts=1)


class Recording(StrEnum):
    """By what kind of activity a step is recorded."""

    NONE = "none"
    LOCAL = "local"
    REGULAR = "regular"


@dataclass(frozen=True)
class Plan:
    """What a life does: a step for the opening, one for each command; notices by step."""

    commands: int
    recording: Recording
    notices: list[int] = field(default_factory=list)


@workflow.defn
class BareLife:
    """Each stage is a timer of 30 days, ended by a command that is answered once it is recorded."""

    @workflow.init
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._given = 0
        self._recorded = -1

    @workflow.run
    async def run(self, plan: Plan) -> int:
        letters: list[asyncio.Task[None]] = []
        for step in range(plan.commands + 1):
            if self._given < step:
                await workflow.wait_condition(
                    lambda step=step: self._given >= step,  # type: ignore[misc]
                    timeout=STAGE,
                )
            await self._record(step)
            self._recorded = step
            count = plan.notices[step] if step < len(plan.notices) else 0
            letters += [asyncio.create_task(self._tell(step, n)) for n in range(count)]
        await asyncio.gather(*letters)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return self._recorded

    @workflow.update
    async def opened(self) -> int:
        await workflow.wait_condition(lambda: self._recorded >= 0)
        return 0

    @workflow.update
    async def act(self, text: str) -> int:
        self._given += 1
        step = self._given
        await workflow.wait_condition(lambda: self._recorded >= step)
        return step

    async def _record(self, step: int) -> None:
        entry = Entry(workflow.info().workflow_id, f"record/{step}")
        if self._plan.recording is Recording.LOCAL:
            await workflow.execute_local_activity_method(
                Diary.write, entry, start_to_close_timeout=ATTEMPT, retry_policy=ONCE
            )
        elif self._plan.recording is Recording.REGULAR:
            await workflow.execute_activity_method(
                Diary.write, entry, start_to_close_timeout=ATTEMPT
            )

    async def _tell(self, step: int, index: int) -> None:
        entry = Entry(workflow.info().workflow_id, f"notice/{step}/{index}")
        await workflow.execute_activity_method(Diary.deliver, entry, start_to_close_timeout=ATTEMPT)
