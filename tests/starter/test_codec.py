from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from temporalio.api.common.v1 import Payload
from temporalio.api.failure.v1 import Failure
from temporalio.exceptions import ApplicationError

from starter.codec import EncryptionCodec, Undecipherable, data_converter
from starter.keys import KeyRing, UnknownKey


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing.create(tmp_path / "keys.toml")


def plain(text: str = '"张三"') -> Payload:
    return Payload(metadata={"encoding": b"json/plain"}, data=text.encode())


async def test_a_payload_comes_back_and_is_unreadable_on_the_way(ring: KeyRing):
    codec = EncryptionCodec(ring)

    [sealed] = await codec.encode([plain()])

    assert "张三".encode() not in sealed.SerializeToString()
    assert sealed.metadata["encoding"] == b"binary/encrypted"
    assert sealed.metadata["key-id"] == ring.current.encode()
    assert await codec.decode([sealed]) == [plain()]


@pytest.fixture(scope="module")
def lasting_codec(tmp_path_factory: pytest.TempPathFactory) -> EncryptionCodec:
    return EncryptionCodec(KeyRing.create(tmp_path_factory.mktemp("ring") / "keys.toml"))


@given(
    st.lists(
        st.builds(
            Payload,
            metadata=st.dictionaries(st.text(max_size=20), st.binary(max_size=50), max_size=4),
            data=st.binary(max_size=2000),
        ),
        max_size=5,
    )
)
async def test_any_payloads_come_back(lasting_codec: EncryptionCodec, payloads: list[Payload]):
    # A payload that says it is encrypted is encrypted once more like any other.
    assert await lasting_codec.decode(await lasting_codec.encode(payloads)) == payloads


async def test_a_large_payload_travels_packed_and_says_so_under_the_seal(ring: KeyRing):
    codec, rules = EncryptionCodec(ring), plain('"' + "一年内不得提拔职务" * 2000 + '"')

    [sealed] = await codec.encode([rules])

    assert len(sealed.data) < len(rules.data) / 4
    assert await codec.decode([sealed]) == [rules]
    del sealed.metadata["packing"]
    with pytest.raises(Undecipherable):
        await codec.decode([sealed])


async def test_what_was_sealed_unpacked_still_opens(ring: KeyRing):
    codec, short = EncryptionCodec(ring), plain()

    [sealed] = await codec.encode([short])

    assert "packing" not in sealed.metadata
    assert await codec.decode([sealed]) == [short]


async def test_the_same_payload_never_looks_the_same_twice(ring: KeyRing):
    sealed = await EncryptionCodec(ring).encode([plain()] * 50)

    assert len({payload.data for payload in sealed}) == 50


async def test_plain_payloads_pass_through_when_decoding(ring: KeyRing):
    assert await EncryptionCodec(ring).decode([plain(), Payload()]) == [plain(), Payload()]


async def test_what_an_old_key_sealed_opens_after_rotation(ring: KeyRing):
    codec = EncryptionCodec(ring)
    [old] = await codec.encode([plain()])

    ring.rotate()

    [new] = await codec.encode([plain()])
    assert old.metadata["key-id"] != new.metadata["key-id"]
    assert await codec.decode([old, new]) == [plain(), plain()]


async def test_a_worker_opens_what_was_sealed_with_a_key_added_while_it_runs(ring: KeyRing):
    running = EncryptionCodec(KeyRing.load(ring.path))
    ring.rotate()

    [sealed] = await EncryptionCodec(ring).encode([plain()])

    assert await running.decode([sealed]) == [plain()]


async def test_an_unknown_key_is_named(ring: KeyRing, tmp_path: Path):
    stranger = KeyRing.create(tmp_path / "other.toml")
    [sealed] = await EncryptionCodec(stranger).encode([plain()])

    with pytest.raises(UnknownKey, match=stranger.current):
        await EncryptionCodec(ring).decode([sealed])


@pytest.mark.parametrize("place", [0, 11, 12, 40, -1])
async def test_a_changed_payload_does_not_open(ring: KeyRing, place: int):
    codec = EncryptionCodec(ring)
    [sealed] = await codec.encode([plain()])
    data = bytearray(sealed.data)
    data[place] ^= 1

    with pytest.raises(Undecipherable, match=ring.current):
        await codec.decode([Payload(metadata=sealed.metadata, data=bytes(data))])


@pytest.mark.parametrize("length", [0, 5, 12, 20])
async def test_a_shortened_payload_does_not_open(ring: KeyRing, length: int):
    codec = EncryptionCodec(ring)
    [sealed] = await codec.encode([plain()])

    with pytest.raises(Undecipherable):
        await codec.decode([Payload(metadata=sealed.metadata, data=sealed.data[:length])])


async def test_a_payload_cannot_be_passed_off_under_another_name_of_the_same_key(ring: KeyRing):
    text = ring.path.read_text()
    key = text.split(f'"{ring.current}" = ')[1].strip()
    ring.path.write_text(f"{text}alias = {key}\n")
    codec = EncryptionCodec(KeyRing.load(ring.path))
    [sealed] = await codec.encode([plain()])
    sealed.metadata["key-id"] = b"alias"

    with pytest.raises(Undecipherable, match="alias"):
        await codec.decode([sealed])


@pytest.mark.parametrize("key_id", [b"", b"\xff\xfe", b"x" * 10_000])
async def test_a_nonsense_key_id_is_an_unknown_key(ring: KeyRing, key_id: bytes):
    sealed = Payload(metadata={"encoding": b"binary/encrypted", "key-id": key_id}, data=b"1" * 40)

    with pytest.raises(UnknownKey):
        await EncryptionCodec(ring).decode([sealed])


class Statement(BaseModel):
    person: str


async def test_models_travel_through_the_converter(ring: KeyRing):
    converter = data_converter(ring)

    sealed = await converter.encode([Statement(person="张三")])

    assert "张三".encode() not in sealed[0].data
    assert await converter.decode(sealed, [Statement]) == [Statement(person="张三")]


async def test_failures_are_sealed_too(ring: KeyRing):
    failure = Failure()

    await data_converter(ring).encode_failure(ApplicationError("张三 is not a member"), failure)

    assert "张三".encode() not in failure.SerializeToString()
    back = await data_converter(ring).decode_failure(failure)
    assert str(back) == "张三 is not a member"
