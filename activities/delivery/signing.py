"""Signatures of webhooks, as the Standard Webhooks specification has them (version 1)."""

import base64
import hashlib
import hmac

PREFIX = "whsec_"


def signature(secret: str, webhook_id: str, timestamp: int, body: bytes) -> str:
    """Return the signature of a body: HMAC-SHA256 over id, moment and body, in base64."""
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    digest = hmac.new(_key(secret), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def _key(secret: str) -> bytes:
    """Return the key of a secret: base64 after the prefix, else the very characters."""
    if not secret.startswith(PREFIX):
        return secret.encode()
    return base64.b64decode(secret.removeprefix(PREFIX))
