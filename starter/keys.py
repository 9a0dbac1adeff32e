"""The key ring: which AES-256 key encrypts now, and every older one that must still decrypt.

A lost key is a lost matter, so a ring is never overwritten and a key never leaves it.
"""

import fcntl
import os
import secrets
import tomllib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from starter.hindrance import Hindrance

KEY_BYTES = 32
HEADER = "# Keys of this installation. Whoever loses this file cannot read its matters again.\n"


class KeyRingError(Hindrance):
    """A key ring that is missing, damaged or in the way; the message names the file."""


class UnknownKey(KeyRingError):
    """A payload names a key that this ring does not hold."""


class KeyRing:
    """Keys by id, with one current; it looks into its file again when an id is new to it."""

    def __init__(self, path: Path, current: str, keys: Mapping[str, bytes]) -> None:
        self.path = path
        self.current = current
        self._keys = dict(keys)

    @classmethod
    def load(cls, path: Path) -> "KeyRing":
        """Read the ring of `path`; raises KeyRingError where it is missing or damaged."""
        return cls(path, *_read(path))

    @classmethod
    def create(cls, path: Path) -> "KeyRing":
        """Write a ring with one new key; raises KeyRingError rather than touch an existing one."""
        key_id = _new_id()
        keys = {key_id: secrets.token_bytes(KEY_BYTES)}
        draft = _draft(path, key_id, keys)
        try:
            os.link(draft, path)  # fails where replace would overwrite
        except FileExistsError:
            raise KeyRingError(
                f"{path} 已存在：密钥环从不覆盖",
                f"{path} exists already; a key ring is never overwritten",
            ) from None
        finally:
            draft.unlink()
        return cls(path, key_id, keys)

    def rotate(self) -> str:
        """Add a new current key, keep the old ones, and return the new key's id."""
        with _exclusive(self.path.parent):
            _, keys = _read(self.path)
            key_id = _new_id()
            keys[key_id] = secrets.token_bytes(KEY_BYTES)
            os.replace(_draft(self.path, key_id, keys), self.path)
        self.current, self._keys = key_id, keys
        return key_id

    def key(self, key_id: str) -> bytes:
        """Return the key called `key_id`; raises UnknownKey after a second look at the file."""
        if key_id not in self._keys:
            self.current, self._keys = _read(self.path)  # rotated while this process ran
        try:
            return self._keys[key_id]
        except KeyError:
            raise UnknownKey(
                f"密钥环 {self.path} 中没有密钥 {key_id!r}",
                f"key {key_id!r} is not in the key ring {self.path}",
            ) from None

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all keys, oldest first."""
        return tuple(self._keys)


def _new_id() -> str:
    """Return an id that tells the key's age and meets no other installation's."""
    return f"{datetime.now(UTC):%Y-%m-%d}-{secrets.token_hex(4)}"


def _read(path: Path) -> tuple[str, dict[str, bytes]]:
    try:
        ring = tomllib.loads(path.read_text(encoding="utf-8"))
        current, keys = ring["current"], {k: _key(v) for k, v in ring["keys"].items()}
        keys[current]  # a ring without its current key cannot encrypt
    except FileNotFoundError:
        raise KeyRingError(
            f"没有密钥环 {path}：请先运行 zhengming up", f"there is no key ring at {path}"
        ) from None
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as cause:
        # The cause stays out of the message: it may quote a line with a key in it.
        name = type(cause).__name__
        raise KeyRingError(
            f"密钥环 {path} 已损坏（{name}）", f"the key ring {path} is damaged ({name})"
        ) from None
    return current, keys


def _key(text: str) -> bytes:
    key = b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError
    return key


def _draft(path: Path, current: str, keys: Mapping[str, bytes]) -> Path:
    """Write the ring beside `path`, on disk and readable by its owner only."""
    lines = [f'"{key_id}" = "{b64encode(key).decode()}"\n' for key_id, key in keys.items()]
    text = f'{HEADER}current = "{current}"\n\n[keys]\n{"".join(lines)}'
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return draft


@contextmanager
def _exclusive(folder: Path) -> Iterator[None]:
    """Let one process at a time rotate: two at once would lose one of the new keys."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
