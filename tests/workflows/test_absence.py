"""Workers that were away for weeks: a matter catches up rung by rung, and no rung comes twice.

Nobody can wait weeks in a test, and virtual time stands still while a workflow task waits for its
worker. So the matter lived its first day weeks ago, by the rules and in the record store, and what
it carried over is given to a run that no worker had seen until now: exactly what a worker finds
that comes back.
"""

from datetime import timedelta

from temporalio.client import Client

from activities.store import RecordStore
from starter.settings import Settings
from tests.domain.builders import opened
from tests.domain.parts import verification
from tests.workflows.lives import Matter, Office, ago, new_number
from tests.workflows.premises import new_task_queue, premises
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.kinds.clarification import OpenClarification
from workflows.messages.matters import Carried
from workflows.messages.records import RecordBatch
from workflows.picture import event_record, matter_view


async def left_alone(office: Office, days: int) -> Matter:
    """Return a matter in evaluation that nobody has looked after for so many days."""
    day = str(ago(days))
    life = opened(day=day, number=new_number(), verification=verification(day))
    life.do("screen", day)
    batch = RecordBatch(
        matter=life.state.number,
        events=tuple(event_record(step.event) for step in life.steps),
        view=matter_view(CLARIFICATION, life.state),
    )
    await office.store.record(batch)
    carried = OpenClarification(carried=Carried(state=life.state))
    return await office.runs(carried, life.state.number)


async def test_a_matter_left_alone_for_weeks_catches_up_rung_by_rung(office: Office):
    matter = await left_alone(office, 50)

    await matter.recorded()
    caught_up = await matter.rungs()
    await matter.wait(1)

    assert [(kind, rung) for kind, rung, _ in caught_up] == [
        ("reminded", 0),
        ("reminded", 1),
        ("reminded", 2),
        ("went_overdue", 3),
        ("reminded", 4),
        ("reminded", 5),
    ]
    days = [day for _, _, day in caught_up]
    assert days == sorted(set(days))
    assert days[-1] < await matter.today()


async def test_no_rung_comes_twice_after_catching_up(office: Office):
    matter = await left_alone(office, 50)

    await matter.recorded()
    await matter.wait(20)
    await matter.do("recuse_officer")

    rungs = [rung for _, rung, _ in await matter.rungs()]
    assert rungs == list(range(len(rungs)))
    assert len(rungs) >= 8
    assert (await matter.view()).stage_en == "Evaluation"


async def test_a_command_that_waited_for_a_worker_comes_after_the_rungs_it_missed(
    client: Client, installation: Settings, served_store: RecordStore
):
    closed_office = Office(client, new_task_queue(), served_store)
    matter = await left_alone(closed_office, 40)
    message = await matter.command("note_false_accusation")
    await matter.handle.signal("note_false_accusation", message)

    queue = closed_office.task_queue
    async with premises(client, installation, served_store, task_queue=queue):
        await matter.recorded()
        await matter.do("give_opinion")

    facts = await matter.facts()
    assert facts[2:6] == ["reminded", "reminded", "reminded", "went_overdue"]
    assert facts[-3:] == ["false_accusation_noted", "opinion_given", "procedure_opened"]


async def test_what_was_done_just_before_the_workers_left_is_not_done_again(office: Office):
    matter = await left_alone(office, 20)

    await matter.recorded()
    await matter.wait(1)

    assert (await matter.facts("opened", "screened")) == ["opened", "screened"]
    assert timedelta(days=19) < await matter.timeline.now() - (await matter.events())[0].at
