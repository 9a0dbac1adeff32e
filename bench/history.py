"""What a life leaves in the engine's history, and how much of it is there for notices alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHandle

SCHEDULED = EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
OF_AN_ACTIVITY = (
    EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
    EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
)
OF_A_TURN = (
    EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
)
NOTICES = ("deliver_notice", "deliver")


@dataclass(frozen=True)
class Counted:
    """Events and bytes of one life."""

    events: int
    of_notices: int
    """Events of deliveries, and of workflow tasks that only take note of a delivery."""
    size: int


async def count(handle: WorkflowHandle[Any, Any]) -> Counted:
    """Count the history of a life that is over."""
    events = (await handle.fetch_history()).events
    info = (await handle.describe()).raw_description.workflow_execution_info
    return Counted(len(events), _of_notices(events), info.history_size_bytes)


def _of_notices(events: Sequence[HistoryEvent]) -> int:
    deliveries = {event.event_id for event in events if _starts_delivery(event)}
    of_deliveries = [event for event in events if _delivery(event) in deliveries]
    return len(of_deliveries) + sum(len(turn) for turn in _turns(events) if _is_idle(turn, events))


def _starts_delivery(event: HistoryEvent) -> bool:
    kind = event.activity_task_scheduled_event_attributes.activity_type.name
    return event.event_type == SCHEDULED and kind in NOTICES


def _delivery(event: HistoryEvent) -> int:
    """Return the number of the event with which the activity of an event began; else 0."""
    if event.event_type == SCHEDULED:
        return event.event_id
    if event.event_type not in OF_AN_ACTIVITY:
        return 0
    started = event.activity_task_started_event_attributes.scheduled_event_id
    return started or event.activity_task_completed_event_attributes.scheduled_event_id


def _turns(events: Sequence[HistoryEvent]) -> Iterable[list[HistoryEvent]]:
    """Yield each workflow task: its events, scheduled to completed."""
    turn: list[HistoryEvent] = []
    for event in events:
        if event.event_type in OF_A_TURN:
            turn.append(event)
            if event.event_type == OF_A_TURN[-1]:
                yield turn
                turn = []


def _is_idle(turn: list[HistoryEvent], events: Sequence[HistoryEvent]) -> bool:
    """Say whether a workflow task left nothing behind: the next event is another's."""
    following = events[turn[-1].event_id : turn[-1].event_id + 1]
    return all(event.event_type in (*OF_A_TURN, *OF_AN_ACTIVITY) for event in following)
