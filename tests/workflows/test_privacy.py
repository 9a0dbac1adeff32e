"""What a matter is about stays in the record store: engine, logs and outbox know no name.

Markers stand in every field that may be personal; afterwards everything that the server, the worker
and the outbox have written is read as bytes.
"""

from pathlib import Path

import pytest
from temporalio.api.workflowservice.v1 import GetWorkflowExecutionHistoryRequest
from temporalio.client import Client, WorkflowUpdateFailedError

from starter.settings import Settings
from starter.system import ANY_PORTS, System, running_system
from tests.domain.parts import subject, verification
from tests.workflows.lives import Matter, Office, clock_today, request

NAMES = {
    "name": "欧阳甲乙丙",
    "unit": "天元测试局",
    "allegation": "伪造合同之事",
    "factor": "作风测评语",
    "reason": "内部理由语",
    "opinion": "不同意见语",
}


def forms(word: str) -> list[bytes]:
    """The ways in which a word may stand in a file: as text, escaped, or in UTF-16."""
    escaped = word.encode("unicode_escape")
    return [word.encode(), escaped, escaped.upper(), word.encode("utf-16-le")]


def found_in(content: bytes) -> list[str]:
    return [key for key, word in NAMES.items() if any(form in content for form in forms(word))]


@pytest.fixture
def marked() -> dict[str, object]:
    point = {"id": "P1", "matter": NAMES["allegation"], "finding": "UNTRUE", "main": True}
    finding = verification(str(clock_today())) | {"points": [point]}
    person = subject(name=NAMES["name"], unit=NAMES["unit"], full_position=True)
    return {"subject": person, "verification": finding}


async def a_marked_life(system: System, marked: dict[str, object]) -> Matter:
    office = Office(system.client, system.settings.task_queue, system.store)
    matter = await office.starts(request("DISPATCHED", **marked))
    await matter.handle.execute_update("opened")
    await matter.reach("EVALUATING")
    with pytest.raises(WorkflowUpdateFailedError):  # a refusal must not carry names either
        await matter.do("give_opinion", reasons=NAMES["reason"], situations_upheld=[])
    await matter.do("give_opinion", reasons=NAMES["reason"], factors={"INTEGRITY": NAMES["factor"]})
    await matter.reach("PRIOR_NOTICE")
    await matter.do("hear_opinion", view="ADVERSE", opinion=NAMES["opinion"])
    await matter.reach("COMPLETED")
    return matter


async def raw_history(client: Client, number: str) -> bytes:
    asked = GetWorkflowExecutionHistoryRequest(namespace=client.namespace)
    asked.execution.workflow_id = number
    answer = await client.workflow_service.get_workflow_execution_history(asked)
    return answer.SerializeToString()


async def test_no_name_leaves_the_record_store(
    tmp_path: Path, marked: dict[str, object], capfd: pytest.CaptureFixture[str]
) -> None:
    # Given a whole life, with a refusal and an adverse opinion in it
    settings = Settings.at(tmp_path / "data")
    async with running_system(settings, ANY_PORTS, rehearsal=True) as system:
        matter = await a_marked_life(system, marked)
        history = await raw_history(system.client, matter.number)
        listed = [execution async for execution in system.client.list_workflows()]

    # When everything that was written outside the record store is read as bytes
    written = {
        path.name: path.read_bytes()
        for path in settings.data.rglob("*")
        if path.is_file() and not path.name.startswith("records.db")
    }
    logs = capfd.readouterr()

    # Then no name, no word of the accusation and nothing of the factor sheet is found
    assert any(name.startswith("temporal.db") for name in written)
    assert any(name.endswith(".txt") for name in written), "the outbox was looked at"
    for name, content in written.items():
        assert found_in(content) == [], name
        assert found_in(name.encode()) == []
    assert found_in(history) == []
    assert found_in((logs.out + logs.err).encode()) == []
    assert matter.number in logs.out + logs.err, "the worker's log was looked at"
    assert found_in(repr([(e.id, e.typed_search_attributes) for e in listed]).encode()) == []


async def test_the_record_store_does_know_them(tmp_path: Path, marked: dict[str, object]) -> None:
    """Else the test above would look for names that were never written."""
    settings = Settings.at(tmp_path / "data")
    async with running_system(settings, ANY_PORTS, rehearsal=True) as system:
        await a_marked_life(system, marked)

    content = b"".join(path.read_bytes() for path in settings.data.glob("records.db*"))

    assert set(found_in(content)) == set(NAMES)
