"""How matters begin: with a receipt, with a message on the way, or not at all."""

import pytest
from temporalio.client import (
    WithStartWorkflowOperation,
    WorkflowExecutionStatus,
    WorkflowFailureError,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError

from tests.domain.parts import CALENDAR_DATA, application, changed_pack, officer, verification
from tests.workflows.lives import Matter, Office, ago, clock_today, opening_input, request
from workflows.clarification import ClarificationWorkflow
from workflows.domain.clarification.commands import Apply, Open
from workflows.kinds.clarification import OpenClarification


def started(office: Office, asked: Open) -> WithStartWorkflowOperation[object, object]:
    return WithStartWorkflowOperation(
        ClarificationWorkflow.run,
        opening_input(asked),
        id=asked.number,
        task_queue=office.task_queue,
        id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
        id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
    )


async def test_an_opening_is_answered_with_its_stage_and_its_due_date(office: Office):
    asked = request()

    receipt = await office.client.execute_update_with_start_workflow(
        ClarificationWorkflow.opened, start_workflow_operation=started(office, asked)
    )

    assert (receipt.matter, receipt.stage_en) == (asked.number, "Screening")
    assert [event.kind for event in receipt.events] == ["opened"]
    assert [term.key for term in receipt.terms] == ["evaluation"]
    assert (await office.store.events(asked.number))[0].operation == "open"


async def test_an_opening_that_breaks_a_rule_is_refused_and_leaves_nothing(office: Office):
    asked = request(verification=verification(None), application=application(str(ago(1))))
    asked = asked.but(actor=officer("mao", "principal"))

    with pytest.raises(WorkflowUpdateFailedError) as caught:
        await office.client.execute_update_with_start_workflow(
            ClarificationWorkflow.opened, start_workflow_operation=started(office, asked)
        )

    assert isinstance(caught.value.cause, ApplicationError)
    assert caught.value.cause.details[0] == "0.5"
    handle = office.client.get_workflow_handle(asked.number)
    with pytest.raises(WorkflowFailureError):
        await handle.result()
    assert (await handle.describe()).status is WorkflowExecutionStatus.FAILED
    assert await office.store.events(asked.number) == []


async def test_a_second_matter_under_the_same_number_is_refused(office: Office):
    matter = await office.opens()

    with pytest.raises(WorkflowAlreadyStartedError):
        await office.starts(request(number=matter.number))

    assert await matter.facts() == ["opened"]


async def test_a_number_is_not_free_again_when_its_matter_is_over(office: Office):
    matter = await (await office.opens()).reach("end")
    await matter.result()

    with pytest.raises(WorkflowAlreadyStartedError):
        await office.starts(
            request(number=matter.number), id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE
        )


async def test_an_application_sent_with_the_start_joins_before_anything_else(office: Office):
    asked = request(ended_on=ago(3))
    message = Apply(actor=officer("li"), application=application(str(clock_today())))

    matter = await office.starts(asked, start_signal="apply", start_signal_args=[message])
    await matter.handle.execute_update(ClarificationWorkflow.opened)

    assert await matter.facts() == ["opened", "application_joined"]
    assert (await matter.life()).state.application is not None


async def test_a_message_to_a_running_matter_starts_no_second_one(office: Office):
    matter = await office.opens()
    message = Apply(actor=officer("li"), application=application(str(clock_today())))

    again = await office.starts(
        request(number=matter.number),
        start_signal="apply",
        start_signal_args=[message],
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
    )
    await again.recorded()

    assert await matter.facts() == ["opened", "application_joined"]


async def test_a_matter_keeps_the_rules_and_the_calendar_it_was_opened_under(office: Office):
    strict = changed_pack("version", value="7")
    asked = request()
    given = OpenClarification(request=asked, pack=strict, calendar=CALENDAR_DATA)

    matter: Matter = await office.runs(given, asked.number)
    await matter.handle.execute_update(ClarificationWorkflow.opened)

    assert (await matter.stored()).rule_pack["version"] == "7"
    assert (await matter.stored()).rule_pack["hash"] == strict.hash
