import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from starter.keys import KeyRing, KeyRingError, UnknownKey


def test_a_new_ring_has_one_key_and_only_its_owner_may_read_it(tmp_path: Path):
    os.umask(0o022)

    ring = KeyRing.create(tmp_path / "keys.toml")

    assert ring.ids() == (ring.current,)
    assert len(ring.key(ring.current)) == 32
    assert stat.S_IMODE((tmp_path / "keys.toml").stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.toml"]


def test_a_ring_reads_back_as_it_was_written(tmp_path: Path):
    written = KeyRing.create(tmp_path / "keys.toml")

    read = KeyRing.load(tmp_path / "keys.toml")

    assert read.current == written.current
    assert read.key(read.current) == written.key(written.current)


def test_an_existing_ring_is_never_overwritten(tmp_path: Path):
    KeyRing.create(tmp_path / "keys.toml")
    before = (tmp_path / "keys.toml").read_bytes()

    with pytest.raises(KeyRingError, match="exists already"):
        KeyRing.create(tmp_path / "keys.toml")

    assert (tmp_path / "keys.toml").read_bytes() == before


def test_of_many_first_starts_at_once_exactly_one_makes_the_ring(tmp_path: Path):
    def attempt(_: int) -> bool:
        try:
            KeyRing.create(tmp_path / "keys.toml")
        except KeyRingError:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        made = list(pool.map(attempt, range(64)))

    assert made.count(True) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.toml"]


def test_rotation_adds_a_current_key_and_keeps_the_old_one(tmp_path: Path):
    ring = KeyRing.create(tmp_path / "keys.toml")
    first, first_key = ring.current, ring.key(ring.current)

    second = ring.rotate()

    reread = KeyRing.load(tmp_path / "keys.toml")
    assert reread.current == second != first
    assert reread.key(first) == first_key
    assert stat.S_IMODE((tmp_path / "keys.toml").stat().st_mode) == 0o600


def test_rotations_in_two_processes_at_once_lose_no_key(tmp_path: Path):
    KeyRing.create(tmp_path / "keys.toml")
    program = (
        "import sys; from pathlib import Path; from starter.keys import KeyRing\n"
        "ring = KeyRing.load(Path(sys.argv[1]))\n"
        "for _ in range(20): ring.rotate()\n"
    )

    rotating = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "keys.toml")])
        for _ in range(3)
    ]

    assert [process.wait(60) for process in rotating] == [0, 0, 0]
    assert len(KeyRing.load(tmp_path / "keys.toml").ids()) == 61


def test_a_running_process_finds_a_key_that_another_one_added(tmp_path: Path):
    running = KeyRing.load(KeyRing.create(tmp_path / "keys.toml").path)

    added = KeyRing.load(tmp_path / "keys.toml").rotate()

    assert len(running.key(added)) == 32
    assert running.current == added


def test_an_unknown_key_is_named(tmp_path: Path):
    ring = KeyRing.create(tmp_path / "keys.toml")

    with pytest.raises(UnknownKey, match="'2020-01-01-ffffffff'"):
        ring.key("2020-01-01-ffffffff")


def test_a_missing_ring_is_named(tmp_path: Path):
    with pytest.raises(KeyRingError, match=r"no key ring at .*keys\.toml"):
        KeyRing.load(tmp_path / "keys.toml")


SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQ"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "current = ",
        "current = 'a'",
        "current = 'a'\n[keys]\n",
        "current = 'a'\nkeys = 3",
        f"current = 'a'\n[keys]\na = '{SECRET}='",
        f"current = 'a'\n[keys]\na = '{SECRET}!'",
        "current = 'a'\n[keys]\na = 7",
        f"current = 'b'\n[keys]\na = '{'A' * 43}='",
        f"current = ['a']\n[keys]\na = '{'A' * 43}='",
        "\udcff",
    ],
)
def test_a_damaged_ring_is_refused_without_quoting_it(tmp_path: Path, content: str):
    path = tmp_path / "keys.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))

    with pytest.raises(KeyRingError, match=r"keys\.toml is damaged") as refusal:
        KeyRing.load(path)

    assert SECRET not in str(refusal.value)
    assert refusal.value.__suppress_context__
