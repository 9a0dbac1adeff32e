"""Sealed files: AES-256-GCM under the key ring's current key, whose id lies with the box.

A box is bound to its label: a file cannot be passed off as another document's.
"""

import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from starter.hindrance import Hindrance
from starter.keys import KeyRing

MAGIC = b"ZM1"
NONCE_BYTES = 12


class SealBroken(Hindrance):
    """A box that was changed, or belongs to another document or installation."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"文书 {label} 的密封文件打不开：不是本机密钥所封，或已被改动",
            f"the sealed file of document {label} does not open: another key, or it was changed",
        )


class KeyRingSeal:
    """Seals with the ring's current key; opens with whichever key a box names."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring

    def seal(self, plain: bytes, label: str) -> bytes:
        """Return a box with the file in it: mark, key id, nonce, ciphertext."""
        head = _head(self._ring.current)
        nonce = os.urandom(NONCE_BYTES)
        cipher = AESGCM(self._ring.key(self._ring.current))
        return head + nonce + cipher.encrypt(nonce, plain, head + label.encode())

    def open(self, box: bytes, label: str) -> bytes:
        """Return the file of a box; raises SealBroken, and UnknownKey where its key is missing."""
        start = len(MAGIC) + 1
        if len(box) <= start or not box.startswith(MAGIC):
            raise SealBroken(label)
        end = start + box[start - 1]
        try:
            key_id = box[start:end].decode()
            cipher = AESGCM(self._ring.key(key_id))
            nonce, sealed = box[end : end + NONCE_BYTES], box[end + NONCE_BYTES :]
            return cipher.decrypt(nonce, sealed, _head(key_id) + label.encode())
        except (InvalidTag, ValueError):
            raise SealBroken(label) from None


def _head(key_id: str) -> bytes:
    encoded = key_id.encode()
    return MAGIC + struct.pack("B", len(encoded)) + encoded
