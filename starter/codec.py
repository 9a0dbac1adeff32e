"""Payload encryption: AES-256-GCM with the key's id in the metadata, so that keys can rotate.

The metadata also names the matter that a payload belongs to, so that whoever decrypts for readers
knows whose it is. The seal covers both: a payload cannot be passed off as another key's, nor as
another matter's. What was sealed before matters were named opens as it did.

A large payload is packed before it is sealed: rules and calendars travel with every matter, and
their texts shrink to a quarter. That it is packed stands in the metadata, under the seal as well.
"""

import os
import zlib
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from temporalio.api.common.v1 import Payload
from temporalio.contrib.pydantic import PydanticJSONPlainPayloadConverter
from temporalio.converter import (
    CompositePayloadConverter,
    DataConverter,
    DefaultFailureConverterWithEncodedAttributes,
    DefaultPayloadConverter,
    PayloadCodec,
    SerializationContext,
    WithSerializationContext,
)

from starter.keys import KeyRing

ENCODING = b"binary/encrypted"
NONCE_BYTES = 12
PACKING = b"zlib"
WORTH_PACKING = 1024
"""Bytes from which packing gains more than it costs."""


class Undecipherable(Exception):
    """A payload that was changed on its way, or sealed with another key of the same name."""


class EncryptionCodec(PayloadCodec, WithSerializationContext):
    """Encrypts with the ring's current key; decrypts with whichever key a payload names."""

    def __init__(self, ring: KeyRing, matter: str = "") -> None:
        self._ring = ring
        self._matter = matter
        self._ciphers: dict[str, AESGCM] = {}

    def with_context(self, context: SerializationContext) -> Self:
        """Return this codec for the matter of `context`, which is its workflow's id."""
        matter = getattr(context, "workflow_id", None)
        if not matter or matter == self._matter:
            return self
        codec = copy(self)  # with the same ciphers: the SDK asks for every task and activity
        codec._matter = matter
        return codec

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._encrypt(payload) for payload in payloads]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._decrypt(payload) if is_sealed(payload) else payload for payload in payloads]

    def _encrypt(self, payload: Payload) -> Payload:
        key_id, matter = self._ring.current.encode(), self._matter.encode()
        nonce = os.urandom(NONCE_BYTES)
        plain, packing = payload.SerializeToString(), b""
        if len(plain) >= WORTH_PACKING:
            plain, packing = zlib.compress(plain, level=1), PACKING
        metadata = {"encoding": ENCODING, "key-id": key_id, "matter": matter, "packing": packing}
        sealed = self._cipher(self._ring.current).encrypt(nonce, plain, _bound(metadata))
        said = {name: value for name, value in metadata.items() if value}
        return Payload(metadata=said, data=nonce + sealed)

    def _decrypt(self, payload: Payload) -> Payload:
        key_id = payload.metadata.get("key-id", b"")
        nonce, sealed = payload.data[:NONCE_BYTES], payload.data[NONCE_BYTES:]
        cipher = self._cipher(key_id.decode(errors="replace"))
        try:
            plain = cipher.decrypt(nonce, sealed, _bound(payload.metadata))
            packed = payload.metadata.get("packing") == PACKING
            return Payload.FromString(zlib.decompress(plain) if packed else plain)
        except (InvalidTag, ValueError):
            key = key_id.decode(errors="replace")
            raise Undecipherable(f"a payload does not open with key {key!r}") from None

    def _cipher(self, key_id: str) -> AESGCM:
        if key_id not in self._ciphers:
            self._ciphers[key_id] = AESGCM(self._ring.key(key_id))
        return self._ciphers[key_id]


def is_sealed(payload: Payload) -> bool:
    """Say whether a payload is encrypted by this codec."""
    return bool(payload.metadata.get("encoding") == ENCODING)


def matter_of(payload: Payload) -> str:
    """Return the matter that a sealed payload names; empty for one that names none.

    Sure only once the payload has opened: until then anybody may have written it.
    """
    return payload.metadata.get("matter", b"").decode(errors="replace")


def _bound(metadata: Mapping[str, bytes]) -> bytes:
    """Return what the seal covers beside the payload; what is not said leaves no trace."""
    named = (metadata.get(name, b"") for name in ("key-id", "matter", "packing"))
    return b"\0".join((ENCODING, *filter(None, named)))


_JSON = PydanticJSONPlainPayloadConverter()
"""One for the process: it remembers how to read each type, which takes a while to work out."""


class JsonConverter(CompositePayloadConverter):
    """Pydantic's converter, cheap to make: the SDK makes several for every workflow task."""

    def __init__(self) -> None:
        usual = DefaultPayloadConverter.default_encoding_payload_converters
        super().__init__(*(_JSON if c.encoding == _JSON.encoding else c for c in usual))


def data_converter(ring: KeyRing) -> DataConverter:
    """Return the converter of this project: pydantic JSON, encrypted, failures too."""
    return DataConverter(
        payload_converter_class=JsonConverter,
        payload_codec=EncryptionCodec(ring),
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )
