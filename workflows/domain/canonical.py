"""The canonical bytes of a value: one definition for journal hashes, idempotency and signatures.

JSON with sorted keys, no spaces, UTF-8, no NaN. Moments are UTC in ISO 8601, dates are ISO dates;
pydantic's JSON mode has turned them into text before they get here.
"""

import json
from hashlib import sha256
from typing import Any


def canonical_json(value: Any) -> str:
    """Return the one JSON text that stands for `value`, made of JSON types only."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical_json(value).encode()).hexdigest()
