"""What the codec door leaves on record, and what it makes of nonsense."""

import asyncio
import stat
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from starter.keys import KeyRing
from starter.portal.codec_door import LARGEST_BODY, Reads
from starter.system import System
from tests.starter.sealed_payloads import PLAIN, as_json, sealed
from tests.workflows.lives import Matter


async def test_a_read_leaves_who_what_and_when_and_no_name(
    ask: Any, ring, system: System, matter: Matter, reads: Any
):
    await ask("li", await sealed(ring, matter.number))

    [read] = reads()
    assert set(read) == {"at", "who", "matter", "what"}
    assert (read["who"], read["matter"], read["what"]) == ("li", matter.number, "payloads")
    assert read["at"].endswith("+00:00")
    log = system.settings.data / "reads.jsonl"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "张三" not in log.read_text()


async def test_a_page_that_asks_often_is_one_read_and_two_readers_are_two(
    ask: Any, ring, matter: Matter, reads: Any
):
    payload = await sealed(ring, matter.number)

    await asyncio.gather(*(ask("li", payload, payload) for _ in range(10)))
    await ask("archivist", payload)

    assert sorted(read["who"] for read in reads()) == ["archivist", "li"]


def test_after_a_minute_it_is_another_read():
    reads = Reads()
    assert reads.due("li", ["A", "B"], 0.0) == ["A", "B"]
    reads.noted("li", "A", 0.0)

    assert reads.due("li", ["A", "B"], 59.9) == ["B"]
    assert reads.due("wu", ["A"], 59.9) == ["A"]
    assert reads.due("li", ["A"], 60.0) == ["A"]


async def test_what_leaves_no_trace_is_not_shown(ask: Any, ring, system: System, matter: Matter):
    log: Path = system.settings.data / "reads.jsonl"
    kept = log.read_bytes() if log.exists() else b""
    log.unlink(missing_ok=True)
    log.mkdir()
    try:
        answer = await ask("li", await sealed(ring, matter.number))
    finally:
        log.rmdir()
        log.write_bytes(kept)

    assert answer.status_code == 503
    assert "payloads" not in answer.json()


async def test_plain_payloads_and_none_pass_and_are_no_read(ask: Any, reads: Any):
    assert (await ask("blind", PLAIN)).json() == as_json(PLAIN)
    assert (await ask("blind")).json() == {}
    assert reads() == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"7", b'{"payloads": 3}', b'{"payloads": [7]}', b"\xff\xfe", b"[" * 100_000],
)
async def test_nonsense_is_refused_in_one_sentence(here: httpx.AsyncClient, body: bytes):
    answer = await here.post("/codec/decode", content=body)

    assert answer.status_code == 400
    assert answer.json()["message_en"] == "Not a list of payloads."


async def test_fields_that_we_do_not_know_are_no_nonsense(
    here: httpx.AsyncClient, ring, matter: Matter
):
    asked = {**as_json(await sealed(ring, matter.number)), "unknownField": 1}

    answer = await here.post(
        "/codec/decode?preserveStorageRefs=true", json=asked, headers={"X-Namespace": "default"}
    )

    assert answer.json() == as_json(PLAIN)


async def test_a_payload_of_another_ring_is_refused_by_the_name_of_its_key(
    here: httpx.AsyncClient, tmp_path: Path
):
    stranger = KeyRing.create(tmp_path / "other.toml")

    answer = await here.post("/codec/decode", json=as_json(await sealed(stranger, "")))

    assert answer.status_code == 400
    assert stranger.current in answer.json()["message"]


@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: b"", lambda data: b"x" * 40]
)
async def test_a_changed_payload_is_refused(
    here: httpx.AsyncClient, ring, matter: Matter, change: Callable[[bytes], bytes]
):
    payload = await sealed(ring, matter.number)
    payload.data = change(payload.data)

    assert (await here.post("/codec/decode", json=as_json(payload))).status_code == 400


async def test_more_than_any_honest_request_is_refused(here: httpx.AsyncClient):
    answer = await here.post("/codec/decode", content=b" " * (LARGEST_BODY + 1))

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/codec/decode"), ("POST", "/codec/encode"), ("POST", "/codec"), ("GET", "/codec/x")],
)
async def test_the_door_opens_one_way(here: httpx.AsyncClient, method: str, path: str):
    answer = await here.request(method, path, json=as_json(PLAIN))

    assert answer.status_code in (404, 405)
    assert b64encode(PLAIN.data).decode() not in answer.text


async def test_other_pages_may_not_ask(here: httpx.AsyncClient, ring, matter: Matter, reads: Any):
    asked = as_json(await sealed(ring, matter.number))

    for origin in ("http://evil.example", "null", "http://127.0.0.1:1"):
        answer = await here.post("/codec/decode", json=asked, headers={"Origin": origin})
        preflight = await here.options("/codec/decode", headers={"Origin": origin})
        assert (answer.status_code, preflight.status_code) == (403, 405)
        assert "access-control-allow-origin" not in preflight.headers
    assert reads() == []


async def test_nothing_is_written_about_a_request(
    here: httpx.AsyncClient, ring, matter: Matter, capfd: Any, caplog: Any
):
    caplog.set_level("DEBUG")
    await here.post("/codec/decode", json=as_json(await sealed(ring, matter.number)))
    await here.post("/codec/decode", content='{"payloads": "张三"}'.encode())
    await here.get("/render", params={"content": "张三"})
    await here.get("/?organ=张三")

    mine = [r for r in caplog.records if r.name != "httpx" and r.name != "httpcore"]
    written = "".join(capfd.readouterr()) + "".join(record.getMessage() for record in mine)
    assert "张三" not in written
    assert "%E5%BC%A0" not in written
