"""Payloads of matters, sealed and as the UI sends them."""

from typing import Any

from google.protobuf import json_format
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.converter import WorkflowSerializationContext

from starter.codec import EncryptionCodec
from starter.keys import KeyRing

PLAIN = Payload(metadata={"encoding": b"json/plain"}, data='"张三"'.encode())


async def sealed(ring: KeyRing, number: str, *, plain: Payload = PLAIN) -> Payload:
    codec = EncryptionCodec(ring)
    if number:
        codec = codec.with_context(WorkflowSerializationContext("default", number))
    [payload] = await codec.encode([plain])
    return payload


def as_json(*payloads: Payload) -> dict[str, Any]:
    return json_format.MessageToDict(Payloads(payloads=payloads))
