"""Sign-in tokens: an officer's id and a moment, signed with a key that the key ring leads to.

Nothing is kept of them: whoever leaves the directory is out, and a lost token lasts its days.
"""

from datetime import datetime
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from itsdangerous import BadData, URLSafeSerializer

from starter.keys import KeyRing
from workflows.domain.text import Text

PURPOSE = b"zhengming portal sign-in"
KEY_BYTES = 32


class BadToken(Exception):
    """A token that lets nobody in; `message` says what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def token_for(ring: KeyRing, officer: str, until: datetime) -> str:
    """Return a token that lets an officer in until a moment."""
    return _serializer(ring).dumps({"officer": officer, "until": int(until.timestamp())})


def bearer_of(ring: KeyRing, token: str, now: datetime) -> tuple[str, int]:
    """Return whose token it is and for how many seconds still; raises BadToken.

    Every key of the ring counts, so that a rotation signs nobody out.
    """
    try:
        said = _serializer(ring).loads(token)
        officer, seconds = str(said["officer"]), int(said["until"] - now.timestamp())
    except (BadData, KeyError, TypeError):
        raise BadToken(
            Text(
                "登录凭证无效：请完整粘贴，或请管理员重新发放。",
                "This token is not valid: paste all of it, or ask the administrator for another.",
            )
        ) from None
    if seconds <= 0:
        raise BadToken(
            Text(
                "登录凭证已过期：请管理员重新发放。",
                "This token has expired: ask the administrator for another.",
            )
        )
    return officer, seconds


def _serializer(ring: KeyRing) -> URLSafeSerializer:
    """Return a signer for the ring as its file is now; the last key signs."""
    ring = KeyRing.load(ring.path)
    older = [key_id for key_id in ring.ids() if key_id != ring.current]
    keys = [_derived(ring.key(key_id)) for key_id in (*older, ring.current)]
    return URLSafeSerializer(keys, salt=PURPOSE, signer_kwargs={"digest_method": sha256})


def _derived(key: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=PURPOSE).derive(key)
