"""Whose a sealed payload is: everything that the server keeps of a matter names it, under seal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from temporalio.api.common.v1 import Payload
from temporalio.api.query.v1 import WorkflowQuery
from temporalio.api.workflowservice.v1 import (
    DescribeWorkflowExecutionRequest,
    GetWorkflowExecutionHistoryRequest,
    QueryWorkflowRequest,
)
from temporalio.client import Client, WorkflowUpdateFailedError
from temporalio.converter import (
    ActivitySerializationContext,
    NexusSerializationContext,
    WorkflowSerializationContext,
)

from activities.store import RecordStore
from starter.codec import EncryptionCodec, Undecipherable, is_sealed, matter_of
from starter.keys import KeyRing
from starter.settings import Settings
from tests.domain.parts import subject
from tests.workflows.lives import Matter, Office

PLAIN = Payload(metadata={"encoding": b"json/plain"}, data='"张三"'.encode())


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing.create(tmp_path / "keys.toml")


def of_matter(codec: EncryptionCodec, number: str) -> EncryptionCodec:
    return codec.with_context(WorkflowSerializationContext("default", number))


async def test_a_payload_names_its_matter_and_opens_without_being_told(ring: KeyRing):
    codec = EncryptionCodec(ring)

    [sealed] = await of_matter(codec, "CLAR-2026-1").encode([PLAIN])

    assert matter_of(sealed) == "CLAR-2026-1"
    assert await codec.decode([sealed]) == [PLAIN]
    assert await of_matter(codec, "CLAR-2026-2").decode([sealed]) == [PLAIN]


@pytest.mark.parametrize("claimed", [b"CLAR-2026-2", b"", b"CLAR-2026-1\0", b"\xff", None])
async def test_a_payload_cannot_be_passed_off_as_another_matters(
    ring: KeyRing, claimed: bytes | None
):
    codec = EncryptionCodec(ring)
    [sealed] = await of_matter(codec, "CLAR-2026-1").encode([PLAIN])
    if claimed is None:
        del sealed.metadata["matter"]
    else:
        sealed.metadata["matter"] = claimed

    with pytest.raises(Undecipherable):
        await codec.decode([sealed])


async def test_a_payload_without_matter_cannot_be_given_one(ring: KeyRing):
    [sealed] = await EncryptionCodec(ring).encode([PLAIN])
    assert matter_of(sealed) == ""
    sealed.metadata["matter"] = b"CLAR-2026-1"

    with pytest.raises(Undecipherable):
        await EncryptionCodec(ring).decode([sealed])


def test_an_activity_belongs_to_the_matter_that_asked_for_it(ring: KeyRing):
    codec = EncryptionCodec(ring)
    activity = ActivitySerializationContext(
        namespace="default",
        activity_id="1",
        activity_type="record_events",
        activity_task_queue="zhengming",
        workflow_id="CLAR-2026-1",
        workflow_type="Clarification",
        is_local=False,
    )

    assert codec.with_context(activity)._matter == "CLAR-2026-1"
    assert codec.with_context(NexusSerializationContext("e", "s", "o")) is codec


def test_a_matters_codec_costs_no_second_cipher(ring: KeyRing):
    codec = EncryptionCodec(ring)
    one = of_matter(codec, "CLAR-2026-1")

    assert one._ciphers is of_matter(one, "CLAR-2026-2")._ciphers is codec._ciphers
    assert of_matter(one, "CLAR-2026-1") is one


def payloads_in(message: Message) -> Iterator[Payload]:
    """Walk through everything that a message holds."""
    if isinstance(message, Payload):
        yield message
        return
    for field, value in message.ListFields():
        for part in _parts(field, value):
            yield from payloads_in(part)


def _parts(field: Any, value: Any) -> list[Message]:
    if field.message_type is None:
        return []
    if field.message_type.GetOptions().map_entry:
        return [part for part in value.values() if isinstance(part, Message)]
    return list(value) if field.is_repeated else [value]


@pytest.fixture(scope="module")
async def lived(client: Client, worker: Settings, served_store: RecordStore) -> Matter:
    """A matter with a refusal, a reminder, and an adverse opinion behind it."""
    matter = await Office(client, worker.task_queue, served_store).opens(
        subject=subject(full_position=True)
    )
    await matter.reach("EVALUATING")
    with pytest.raises(WorkflowUpdateFailedError):
        await matter.do("give_opinion", reasons="不同意", situations_upheld=[])
    await matter.wait(10)
    await matter.reach("PRIOR_NOTICE")
    await matter.do("hear_opinion", view="ADVERSE", opinion="不同意见")
    await matter.reach("COMPLETED")
    return matter


async def test_everything_the_server_keeps_of_a_matter_names_it(client: Client, lived: Matter):
    asked = GetWorkflowExecutionHistoryRequest(namespace=client.namespace)
    asked.execution.workflow_id = lived.number
    about = DescribeWorkflowExecutionRequest(namespace=client.namespace, execution=asked.execution)
    service = client.workflow_service

    kept = [
        await service.get_workflow_execution_history(asked),
        await service.describe_workflow_execution(about),
    ]
    sealed = [p for message in kept for p in payloads_in(message) if is_sealed(p)]

    assert len(sealed) > 50
    assert {matter_of(payload) for payload in sealed} == {lived.number}


async def test_what_a_matter_answers_names_it_too(client: Client, lived: Matter):
    asked = QueryWorkflowRequest(namespace=client.namespace)
    asked.execution.workflow_id = lived.number
    for query in ("matter", "__temporal_workflow_metadata"):
        asked.query.CopyFrom(WorkflowQuery(query_type=query))

        answer = await client.workflow_service.query_workflow(asked)

        assert [matter_of(p) for p in payloads_in(answer)] == [lived.number], query
