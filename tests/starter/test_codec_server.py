from base64 import b64decode, b64encode
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from temporalio.api.common.v1 import Payload

from starter.codec import EncryptionCodec
from starter.codec_server import LARGEST_BODY, codec_app, listener, running_codec_server
from starter.keys import KeyRing
from starter.server_plan import ServerFailed

UI = "http://127.0.0.1:8233"
PLAIN = Payload(metadata={"encoding": b"json/plain"}, data='"张三"'.encode())


@pytest.fixture
def codec(tmp_path: Path) -> EncryptionCodec:
    return EncryptionCodec(KeyRing.create(tmp_path / "keys.toml"))


@pytest.fixture
async def codec_client(codec: EncryptionCodec) -> AsyncIterator[httpx.AsyncClient]:
    app = codec_app(codec, [UI], ["127.0.0.1"])
    async with (
        running_codec_server(app, listener(0)) as address,
        httpx.AsyncClient(base_url=address, headers={"Origin": UI}) as client,
    ):
        yield client


def as_json(payload: Payload) -> dict[str, object]:
    return {
        "metadata": {name: b64encode(v).decode() for name, v in payload.metadata.items()},
        "data": b64encode(payload.data).decode(),
    }


async def test_the_ui_reads_a_sealed_payload(
    codec: EncryptionCodec, codec_client: httpx.AsyncClient
):
    sealed = await codec.encode([PLAIN])

    answer = await codec_client.post(
        "/decode?preserveStorageRefs=true",
        json={"payloads": [as_json(p) for p in sealed], "unknownField": 1},
        headers={"X-Namespace": "default"},
    )

    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == UI
    assert answer.json() == {"payloads": [as_json(PLAIN)]}


async def test_what_the_ui_sends_is_sealed(codec: EncryptionCodec, codec_client: httpx.AsyncClient):
    answer = await codec_client.post("/encode", json={"payloads": [as_json(PLAIN)]})

    [sealed] = answer.json()["payloads"]
    assert b64decode(sealed["metadata"]["encoding"]) == b"binary/encrypted"
    assert "张三".encode() not in b64decode(sealed["data"])


async def test_plain_payloads_and_no_payloads_pass_through(codec_client: httpx.AsyncClient):
    plain = await codec_client.post("/decode", json={"payloads": [as_json(PLAIN)]})
    none = await codec_client.post("/encode", json={})

    assert plain.json() == {"payloads": [as_json(PLAIN)]}
    assert (none.status_code, none.json()) == (200, {})


async def test_a_preflight_of_the_ui_is_granted(codec_client: httpx.AsyncClient):
    answer = await codec_client.options(
        "/decode",
        headers={
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,x-namespace",
        },
    )

    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == UI
    assert "x-namespace" in answer.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://127.0.0.1:1", "null", "https://127.0.0.1:8233"]
)
async def test_no_other_page_may_read_an_answer(codec_client: httpx.AsyncClient, origin: str):
    preflight = await codec_client.options(
        "/decode", headers={"Origin": origin, "Access-Control-Request-Method": "POST"}
    )
    posted = await codec_client.post("/decode", json={}, headers={"Origin": origin})

    assert preflight.status_code == 400
    assert "access-control-allow-origin" not in preflight.headers
    assert "access-control-allow-origin" not in posted.headers


async def test_a_name_that_was_bent_to_this_machine_is_refused(codec_client: httpx.AsyncClient):
    answer = await codec_client.post("/decode", json={}, headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert "payloads" not in answer.text


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"7", b'{"payloads": 3}', b'{"payloads": [7]}', b"\xff\xfe"],
)
async def test_nonsense_is_refused_in_one_sentence(codec_client: httpx.AsyncClient, body: bytes):
    answer = await codec_client.post("/decode", content=body)

    assert (answer.status_code, answer.json()) == (400, {"message": "not a list of payloads"})


async def test_a_payload_of_another_ring_is_refused_by_the_name_of_its_key(
    codec_client: httpx.AsyncClient, tmp_path: Path
):
    stranger = KeyRing.create(tmp_path / "other.toml")
    sealed = await EncryptionCodec(stranger).encode([PLAIN])

    answer = await codec_client.post("/decode", json={"payloads": [as_json(sealed[0])]})

    assert answer.status_code == 400
    assert stranger.current in answer.json()["message"]


async def test_a_changed_payload_is_refused(
    codec: EncryptionCodec, codec_client: httpx.AsyncClient
):
    [sealed] = await codec.encode([PLAIN])
    sealed.data = sealed.data[:-1]

    answer = await codec_client.post("/decode", json={"payloads": [as_json(sealed)]})

    assert answer.status_code == 400


async def test_more_than_any_honest_request_is_refused(codec_client: httpx.AsyncClient):
    answer = await codec_client.post("/decode", content=b" " * (LARGEST_BODY + 1))

    assert answer.status_code == 413


async def test_other_paths_and_methods_do_not_exist(codec_client: httpx.AsyncClient):
    assert (await codec_client.get("/decode")).status_code == 405
    assert (await codec_client.post("/keys", json={})).status_code == 404


async def test_a_taken_port_is_named():
    with listener(0) as first:
        port = first.getsockname()[1]
        with pytest.raises(ServerFailed, match=f"port {port} is taken"):
            listener(port)


async def test_nothing_is_written_about_a_request(
    codec_client: httpx.AsyncClient, capfd: pytest.CaptureFixture[str]
):
    await codec_client.post("/encode", json={"payloads": [as_json(PLAIN)]})
    await codec_client.post("/decode", content=b"{")

    out, err = capfd.readouterr()
    assert (out, err) == ("", "")
