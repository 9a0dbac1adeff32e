"""A sealed file opens with its key under its label, and in no other way."""

import shutil
from pathlib import Path

import pytest

from starter.hindrance import Hindrance
from starter.keys import KeyRing, UnknownKey
from starter.sealing import KeyRingSeal, SealBroken

FILE = b"PK\x03\x04 a letter about somebody"
LABEL = "CLAR-2026-0042/12/0"


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing.create(tmp_path / "keys.toml")


def test_a_box_gives_back_its_file_and_shows_nothing_of_it(ring: KeyRing) -> None:
    seal = KeyRingSeal(ring)

    boxes = [seal.seal(FILE, LABEL) for _ in range(2)]

    assert [seal.open(box, LABEL) for box in boxes] == [FILE, FILE]
    assert boxes[0] != boxes[1]
    assert not any(b"letter" in box or b"PK" in box for box in boxes)


def test_after_a_rotation_old_boxes_still_open_and_new_ones_bear_the_new_key(
    ring: KeyRing,
) -> None:
    old = KeyRingSeal(ring).seal(FILE, LABEL)
    former = ring.current
    ring.rotate()

    new = KeyRingSeal(ring).seal(FILE, LABEL)

    assert former.encode() in old
    assert ring.current.encode() in new
    assert KeyRingSeal(KeyRing.load(ring.path)).open(old, LABEL) == FILE


def test_a_box_is_bound_to_its_document(ring: KeyRing) -> None:
    seal = KeyRingSeal(ring)

    with pytest.raises(SealBroken, match="13"):
        seal.open(seal.seal(FILE, LABEL), "CLAR-2026-0042/13/0")


@pytest.mark.parametrize("place", [0, 3, 4, 12, 30, -1])
def test_a_box_that_was_touched_anywhere_does_not_open(ring: KeyRing, place: int) -> None:
    seal = KeyRingSeal(ring)
    box = bytearray(seal.seal(FILE, LABEL))
    box[place] ^= 1

    with pytest.raises(Hindrance):
        seal.open(bytes(box), LABEL)


@pytest.mark.parametrize("box", [b"", b"ZM1", b"ZM1\x05", b"ZM1\xff" + b"k" * 9, FILE])
def test_what_is_no_box_is_said_to_be_none(ring: KeyRing, box: bytes) -> None:
    with pytest.raises(Hindrance):
        KeyRingSeal(ring).open(box, LABEL)


def test_a_missing_key_is_named_and_the_ring_with_it(ring: KeyRing, tmp_path: Path) -> None:
    box = KeyRingSeal(ring).seal(FILE, LABEL)
    shutil.copy(ring.path, tmp_path / "kept.toml")
    other = KeyRing.create(tmp_path / "other.toml")

    with pytest.raises(UnknownKey, match=ring.current):
        KeyRingSeal(other).open(box, LABEL)
    assert KeyRingSeal(KeyRing.load(tmp_path / "kept.toml")).open(box, LABEL) == FILE
