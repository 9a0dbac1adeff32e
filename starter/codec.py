"""Payload encryption: AES-256-GCM with the key's id in the metadata, so that keys can rotate.

The metadata is authenticated: a payload cannot be passed off as encrypted with another key.
"""

import os
from collections.abc import Sequence

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
)

from starter.keys import KeyRing

ENCODING = b"binary/encrypted"
NONCE_BYTES = 12


class Undecipherable(Exception):
    """A payload that was changed on its way, or sealed with another key of the same name."""


class EncryptionCodec(PayloadCodec):
    """Encrypts with the ring's current key; decrypts with whichever key a payload names."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring
        self._ciphers: dict[str, AESGCM] = {}

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._encrypt(payload) for payload in payloads]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [
            self._decrypt(payload) if payload.metadata.get("encoding") == ENCODING else payload
            for payload in payloads
        ]

    def _encrypt(self, payload: Payload) -> Payload:
        key_id = self._ring.current
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._cipher(key_id).encrypt(nonce, payload.SerializeToString(), _bound(key_id))
        metadata = {"encoding": ENCODING, "key-id": key_id.encode()}
        return Payload(metadata=metadata, data=nonce + sealed)

    def _decrypt(self, payload: Payload) -> Payload:
        key_id = payload.metadata.get("key-id", b"").decode(errors="replace")
        nonce, sealed = payload.data[:NONCE_BYTES], payload.data[NONCE_BYTES:]
        cipher = self._cipher(key_id)
        try:
            plain = cipher.decrypt(nonce, sealed, _bound(key_id))
        except (InvalidTag, ValueError):
            raise Undecipherable(f"a payload does not open with key {key_id!r}") from None
        return Payload.FromString(plain)

    def _cipher(self, key_id: str) -> AESGCM:
        if key_id not in self._ciphers:
            self._ciphers[key_id] = AESGCM(self._ring.key(key_id))
        return self._ciphers[key_id]


def _bound(key_id: str) -> bytes:
    """Return what the seal covers beside the payload."""
    return ENCODING + b"\0" + key_id.encode()


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
