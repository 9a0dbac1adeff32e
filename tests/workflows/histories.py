"""Reading a history as the Temporal UI shows it: names, summaries, bars."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from temporalio.api.common.v1 import Payload
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.api.sdk.v1 import WorkflowMetadata
from temporalio.client import Client

from tests.workflows.lives import Matter

COMES_FROM_OUTSIDE = frozenset(
    f"EVENT_TYPE_{name}"
    for name in (
        "WORKFLOW_TASK_SCHEDULED",
        "WORKFLOW_EXECUTION_SIGNALED",
        "TIMER_FIRED",
        "ACTIVITY_TASK_STARTED",
    )
)
"""Events after which a matter has not answered yet; before them it has said all it had to."""


@dataclass
class Told:
    """What the Timeline of a matter shows: every timer and activity with its summary."""

    timers: list[str] = field(default_factory=list)
    activities: list[str] = field(default_factory=list)
    open_bars: list[list[str]] = field(default_factory=list)
    """The names of the running bars each time that the matter had done what it had to."""


async def told(matter: Matter) -> Told:
    """Read a matter's history through the codec, as the UI does."""
    history = await matter.handle.fetch_history()
    names = await _summaries(matter.office.client, history.events)
    story, running, acted = Told(), dict[int, str](), False
    for event in history.events:
        name = names.get(event.event_id, "")
        if acted and EventType.Name(event.event_type) in COMES_FROM_OUTSIDE:
            story.open_bars.append([bar for bar in running.values() if bar.startswith("▶")])
            acted = False
        acted = acted or event.HasField("workflow_task_completed_event_attributes")
        if event.HasField("timer_started_event_attributes"):
            story.timers.append(name)
            running[event.event_id] = name
        if event.HasField("timer_canceled_event_attributes"):
            running.pop(event.timer_canceled_event_attributes.started_event_id)
        if event.HasField("timer_fired_event_attributes"):
            running.pop(event.timer_fired_event_attributes.started_event_id)
        if event.HasField("activity_task_scheduled_event_attributes"):
            story.activities.append(name)
    return story


async def page(matter: Matter) -> str:
    """Return the current details of a matter: its status page."""
    metadata = await matter.handle.query(
        "__temporal_workflow_metadata", result_type=WorkflowMetadata
    )
    return str(metadata.current_details)


async def _summaries(client: Client, events: Sequence[HistoryEvent]) -> dict[int, str]:
    named = {e.event_id: e.user_metadata.summary for e in events if e.user_metadata.summary.data}
    texts = await client.data_converter.decode(list[Payload](named.values()))
    return dict(zip(named, texts, strict=True))
