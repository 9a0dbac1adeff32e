"""`zhengming keys`: the keys that payloads are sealed with, by id; key material is never shown."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from starter.failure import ServiceAway
from starter.keys import KeyRing, KeyRingError
from starter.language import say
from starter.paths import keys_path
from starter.session import common, session


@click.group(
    "keys",
    help=say(
        "加密密钥：列出编号，或换用新密钥（旧密钥保留，用于解密）。\n\n示例：zhengming keys rotate",
        "Keys by id; rotate adds a new one, old ones still decrypt.\n\n"
        "Example: zhengming keys rotate",
    ),
)
def keys() -> None:
    """Group of the commands below."""


@common
@keys.command(
    "list",
    help=say(
        "列出密钥编号。\n\n示例：zhengming keys list",
        "List ids.\n\nExample: zhengming keys list",
    ),
)
def list_keys() -> None:
    """Print the ids of all keys, oldest first."""
    with _ring_failures():
        ring = KeyRing.load(keys_path(session().data))
    _print(ring)


@common
@keys.command(
    "rotate",
    help=say(
        "生成新的当前密钥；运行中的服务随后自动使用。\n\n示例：zhengming keys rotate",
        "Make a new current key; running services take it up.\n\nExample: zhengming keys rotate",
    ),
)
def rotate() -> None:
    """Add a new current key."""
    with _ring_failures():
        ring = KeyRing.load(keys_path(session().data))
        ring.rotate()
    _print(ring)


@contextmanager
def _ring_failures() -> Iterator[None]:
    try:
        yield
    except KeyRingError as failure:
        raise ServiceAway(failure.message) from None


def _print(ring: KeyRing) -> None:
    if session().as_json:
        session().emit({"current": ring.current, "keys": list(ring.ids())})
        return
    rows = [(key, say("当前", "current") if key == ring.current else "") for key in ring.ids()]
    session().table(str(ring.path), [say("编号", "Id"), ""], rows)


command = common(keys)
