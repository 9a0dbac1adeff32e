"""A case with a hundred subjects: the decision opens as many matters, and the case stays light."""

import asyncio

import pytest

from tests.domain.accountability.builders import CaseLife, a_case
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, doc
from tests.domain.accountability.parts import lead as a_lead
from tests.workflows.dossiers import Dossier, new_case_number
from tests.workflows.lives import Office, ago
from tests.workflows.network import until
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.kinds.accountability_case import OpenCase
from workflows.messages.matters import Carried
from workflows.messages.records import RecordBatch
from workflows.picture import event_record, matter_view

HUNDRED = [f"S{n}" for n in range(1, 101)]
SERVED = HUNDRED[::20]
TO_OPEN_ALL = 60
"""Events of the case from the decision until all hundred are open, whatever their number."""
PER_SUBJECT = 12
"""Events of the case for each thing that a follow-up tells it."""
MOST_BYTES = 400_000
"""What the server keeps of the decision: 4 kB for each subject."""


def lived() -> CaseLife:
    """Return a case on a hundred subjects that waits for its decision."""
    subjects = [PRINCIPAL] + [
        {**MEMBER, "ref": ref, "reference": f"C-{ref}", "officer": f"o-{ref}"}
        for ref in HUNDRED[1:]
    ]
    number, day = new_case_number(), str(ago(8))
    registered = a_lead(reference=number, registered_on=day)
    said = {"decide": {"document": doc("decision", number)}}
    life = a_case("DECIDING", subjects, day=day, number=number, lead=registered, choices=said)
    return life.act("propose_decision")


async def planted(office: Office, life: CaseLife) -> Dossier:
    """Put a case on the server as a run before would have left it, with its journal."""
    decider, state = ACCOUNTABILITY_CASE, life.case
    await office.store.reserve(state.number, decider.kind, "0" * 64)
    events = tuple(event_record(step.event) for step in life.steps)
    view = matter_view(decider, state)
    await office.store.record(RecordBatch(matter=state.number, events=events, view=view))
    await office.client.start_workflow(
        "AccountabilityCaseWorkflow",
        OpenCase(carried=Carried(state=state)),
        id=state.number,
        task_queue=office.task_queue,
    )
    case = Dossier(office, state.number, decider.kind, choices=life.choices)
    await case.timeline.settled()
    return case


async def quiet(matter: Dossier) -> None:
    """Wait until a matter has nothing under way."""
    await until(matter.timeline.at_rest, bool)


@pytest.mark.timeout(300)
async def test_a_case_with_a_hundred_subjects_stays_light(office: Office):
    """Issue 4, 5: each subject has a matter of its own; the case hears of it and holds no more."""
    case = await planted(office, lived())
    before = await case.weight()

    await case.do("decide")
    await until(case.follow_up(HUNDRED[-1]).facts, bool, limit=120)
    await quiet(case)
    opened = await case.weight()
    served = [case.follow_up(ref) for ref in SERVED]
    await asyncio.gather(*(each.do("serve") for each in served))
    await until(lambda: case.facts("subject_served"), lambda told: len(told) == len(SERVED))
    await quiet(case)
    told = await case.weight()

    assert opened[0] - before[0] <= TO_OPEN_ALL
    assert opened[1] - before[1] <= MOST_BYTES
    assert told[0] - opened[0] <= PER_SUBJECT * len(SERVED)
    events = {ref: await case.follow_up(ref).facts() for ref in HUNDRED}
    assert [ref for ref, facts in events.items() if "decision_served" in facts] == SERVED
    assert all(facts[0] == "follow_up_opened" for facts in events.values())
    assert await case.stage() == "DECIDED"
