"""The data directory of a running installation: one user at a time, one purpose for ever.

What it holds is named in `starter.paths`; here is what `zhengming up` does with it.
"""

import fcntl
import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from starter import paths
from starter.server_plan import ServerFailed


@dataclass(frozen=True)
class Addresses:
    """Where an installation answers, for the commands."""

    temporal: str
    ui: str
    """The portal's origin."""
    codec: str
    namespace: str
    rehearsal: bool


@contextmanager
def sole_use(data: Path) -> Iterator[None]:
    """Hold the data directory, made if need be; raises ServerFailed where another one holds it."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(data / paths.LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as cause:
        raise ServerFailed(
            f"数据目录 {data} 不能使用（{cause.strerror}）",
            f"the data directory {data} cannot be used: {cause.strerror}",
        ) from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServerFailed(
                f"{data} 上已有 zhengming up 在运行", f"zhengming is running on {data} already"
            ) from None
        yield
    finally:
        os.close(lock)


def check_purpose(data: Path, rehearsal: bool) -> None:
    """Refuse to mix virtual years with real ones; raises ServerFailed."""
    written = data / paths.ADDRESSES
    if written.exists() and tomllib.loads(written.read_text())["rehearsal"] != rehearsal:
        zh, en = ("真实事项", "real matters") if rehearsal else ("演练", "rehearsals")
        raise ServerFailed(
            f"{data} 用于{zh}：请用 --data 另选目录",
            f"{data} is for {en}; take another directory with --data",
        )


def write_addresses(data: Path, addresses: Addresses) -> None:
    """Tell the commands where this installation answers."""
    profile = {"address": addresses.temporal, "namespace": addresses.namespace}
    _write(data / paths.PROFILE, "[profile.default]\n", profile)
    pages = {"ui": addresses.ui, "codec": addresses.codec, "namespace": addresses.namespace}
    _write(data / paths.ADDRESSES, "", {**pages, "rehearsal": addresses.rehearsal})


def _write(path: Path, head: str, values: Mapping[str, str | bool]) -> None:
    draft = path.with_name(f".{path.name}")
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in values.items()]
    draft.write_text("# Written by `zhengming up` on every start.\n" + head + "".join(lines))
    draft.replace(path)
