"""What a supervisor sees of a matter in the Temporal UI: bars, columns and the status page.

Every timer has a name with a date. The stage's deadline is a bar to its due moment; a stage
without one gets a bar too, so that the Timeline reads as a chart without any worker.
"""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.deadlines import Deadline
    from workflows.domain.lapses import next_moment
    from workflows.domain.lifecycle import Decider, S, today
    from workflows.page import status_page
    from workflows.search_attributes import attributes_of
    from workflows.timers import time_left

ENDLESS = timedelta(days=3650)
"""How long a bar runs that has no due moment."""


class Board:
    """Keeps bars, the reminder timer, columns and the page in step with the matter."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._bars: dict[str, asyncio.Task[None]] = {}
        self._columns: dict[str, object] = {}

    def show(self, decider: Decider[S], state: S, steps: list[str]) -> None:
        """Show the matter as it stands; what has not changed costs no event."""
        self._show_columns(decider, state)
        self._show_bars(dict(_bars(decider, state)))
        workflow.set_current_details(status_page(decider, state, steps))

    def clear(self) -> None:
        """End every bar: the matter is over, or a new run takes over."""
        self._show_bars({})

    def _show_columns(self, decider: Decider[S], state: S) -> None:
        wanted = attributes_of(decider, state)
        changed = [u for u in wanted if self._columns.get(u.key.name, self) != u.value]
        if changed:
            workflow.upsert_search_attributes(changed)
            self._columns |= {update.key.name: update.value for update in changed}

    def _show_bars(self, wanted: dict[str, datetime]) -> None:
        for label in [label for label in self._bars if label not in wanted]:
            self._bars.pop(label).cancel()
        for label, end in wanted.items():
            if label not in self._bars:
                # A bar only shows; what is due is asked of the decider on every wake-up.
                self._bars[label] = asyncio.create_task(self._run_bar(label, end))  # noqa: TID251

    async def _run_bar(self, label: str, end: datetime) -> None:
        await workflow.sleep(time_left(end), summary=label)
        if label.startswith(REMINDER):
            self._bars.pop(label, None)
            self._wake()


REMINDER = "⏳"


def _bars(decider: Decider[S], state: S) -> Iterator[tuple[str, datetime]]:
    running = [d for d in decider.deadlines(state) if d.ended_on is None]
    standing = decider.standing(state)
    shown, forever = standing.shown, state.opened_at + ENDLESS
    if not running and not standing.closed:
        yield f"▶ {shown}", forever
    for index, deadline in enumerate(running):
        name = shown if index == 0 else deadline.label.both()
        yield _bar(name, deadline, state, forever)
    coming = next_moment(running, state.calendar)
    if coming is not None:
        deadline, index, moment = coming
        steps = max(len(deadline.ladder.rungs), index + 1)
        what = deadline.label.both()
        day = today(moment).isoformat()
        yield f"{REMINDER} {what} {index + 1}/{steps} · {day}", moment


def _bar(name: str, deadline: Deadline, state: S, forever: datetime) -> tuple[str, datetime]:
    due_at = deadline.term.due_at(state.calendar)
    if due_at is None:
        return f"▶ {name} · suspended 中止计算", forever
    day = due_at.date().isoformat()
    if deadline.overdue:
        return f"▶ {name} · overdue since 逾期 {day}", forever
    return f"▶ {name} · due {day}", due_at
