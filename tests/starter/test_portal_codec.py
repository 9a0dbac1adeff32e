"""The codec door: who may read what the engine keeps, and what is left on record of it."""

import asyncio
import json
import re
import stat
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from google.protobuf import json_format
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.api.workflowservice.v1 import GetWorkflowExecutionHistoryRequest
from temporalio.converter import WorkflowSerializationContext

from starter.codec import EncryptionCodec
from starter.keys import KeyRing
from starter.portal.codec_door import LARGEST_BODY, Reads
from starter.server_plan import binary
from starter.system import System
from tests.starter.conftest import Portal
from tests.starter.test_codec_matters import payloads_in
from tests.workflows.lives import Matter, Office

PLAIN = Payload(metadata={"encoding": b"json/plain"}, data='"张三"'.encode())
Token = Callable[..., str]


async def sealed(ring: KeyRing, number: str, *, plain: Payload = PLAIN) -> Payload:
    codec = EncryptionCodec(ring)
    if number:
        codec = codec.with_context(WorkflowSerializationContext("default", number))
    [payload] = await codec.encode([plain])
    return payload


def as_json(*payloads: Payload) -> dict[str, Any]:
    return json_format.MessageToDict(Payloads(payloads=payloads))


@pytest.fixture
async def ask(portal: Portal, token: Token):
    """Asks the door as an officer: `await ask("li", payload, …)`."""
    async with portal(sign_in="token") as client:

        async def asked(officer: str, *payloads: Payload) -> httpx.Response:
            bearer = {"Authorization": f"Bearer {token(officer)}"}
            return await client.post("/codec/decode", json=as_json(*payloads), headers=bearer)

        yield asked


@pytest.fixture
def reads(system: System) -> Callable[[], list[dict[str, str]]]:
    """What the read log has got since the test began."""
    log = system.settings.data / "reads.jsonl"
    before = len(log.read_text().splitlines()) if log.exists() else 0

    def since() -> list[dict[str, str]]:
        lines = log.read_text().splitlines() if log.exists() else []
        return [json.loads(line) for line in lines[before:]]

    return since


# ── who may ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("officer", ["li", "archivist"])
async def test_whoever_may_read_names_reads_payloads(ask: Any, ring, matter: Matter, officer: str):
    answer = await ask(officer, await sealed(ring, matter.number))

    assert answer.status_code == 200
    assert answer.json() == as_json(PLAIN)
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("officer", "why"),
    [
        ("nameless", "may not read names"),
        ("jian", "reads all matters, but no names"),
        ("other", "is of another organ"),
        ("blind", "reads no matter"),
        ("wu", "is recused from it"),
        ("zhang", "is the one it is about"),
    ],
)
async def test_nobody_else_reads_a_word(
    ask: Any, ring, matter: Matter, reads: Any, officer: str, why: str
):
    answer = await ask(officer, await sealed(ring, matter.number))

    assert answer.status_code == 403, why
    assert "data" not in answer.text
    assert "无权查看" in answer.json()["message_zh"]
    assert reads() == []


async def test_one_payload_that_may_not_be_read_closes_the_whole_request(
    ask: Any, ring, system: System, matter: Matter, reads: Any
):
    office = Office(system.client, system.settings.task_queue, system.store)
    second = await office.opens(
        subject={"reference": "S-2", "name": "李四", "unit": "某局", "officer": "half"}
    )
    mine, theirs = await sealed(ring, matter.number), await sealed(ring, second.number)

    assert (await ask("half", mine)).status_code == 200
    for batch in ([mine, theirs], [theirs, mine], [mine] * 20 + [theirs]):
        answer = await ask("half", *batch)
        assert answer.status_code == 403
        assert "data" not in answer.text
    assert [read["matter"] for read in reads()] == [matter.number]
    assert (await ask("archivist", mine, theirs)).json() == as_json(PLAIN, PLAIN)


@pytest.mark.parametrize("number", ["", "CLAR-2026-99999"])
async def test_what_names_no_matter_on_record_is_for_those_who_read_all(
    ask: Any, ring, reads: Any, number: str
):
    old = await sealed(ring, number)

    for officer in ("li", "nameless", "jian", "other", "blind"):
        assert (await ask(officer, old)).status_code == 403, officer
    assert reads() == []
    assert (await ask("archivist", old)).json() == as_json(PLAIN)
    assert [(read["who"], read["matter"]) for read in reads()] == [("archivist", number)]


@pytest.mark.parametrize("claimed", [b"CLAR-2026-1", b"", None])
async def test_a_payload_that_is_passed_off_as_another_matters_does_not_open(
    ask: Any, ring, matter: Matter, reads: Any, claimed: bytes | None
):
    # Given a payload of a matter that `li` may not read, dressed up as one that he may
    theirs = await sealed(ring, "CLAR-2026-7")
    theirs.metadata["matter"] = matter.number.encode()

    assert (await ask("li", theirs)).status_code == 400
    # And one of a matter that `zhang` is kept from, dressed up as old or as unknown
    own = await sealed(ring, matter.number)
    if claimed is None:
        del own.metadata["matter"]
    else:
        own.metadata["matter"] = claimed
    assert (await ask("zhang", own)).status_code == 400
    assert reads() == []


async def test_whoever_leaves_the_directory_is_out_at_once(
    ask: Any, ring, system: System, matter: Matter
):
    payload = await sealed(ring, matter.number)
    directory = system.settings.data / "officers.toml"
    before = directory.read_text()
    assert (await ask("li", payload)).status_code == 200
    try:
        directory.write_text(before.replace("[officers.li]", "[officers.lin]"))
        gone = await ask("li", payload)
        directory.write_text("this is no directory")
        damaged = await ask("li", payload)
    finally:
        directory.write_text(before)

    assert gone.status_code == 401
    assert damaged.status_code == 503
    assert "officers.toml" in damaged.json()["message"]


async def test_at_the_machine_everything_is_read(here: httpx.AsyncClient, ring, matter: Matter):
    payloads = [await sealed(ring, number) for number in (matter.number, "", "CLAR-2026-9")]

    answer = await here.post("/codec/decode", json=as_json(*payloads))

    assert answer.json() == as_json(PLAIN, PLAIN, PLAIN)


async def test_a_whole_history_is_read_as_the_ui_asks_for_it(
    ask: Any, system: System, matter: Matter, reads: Any
):
    asked = GetWorkflowExecutionHistoryRequest(namespace="default")
    asked.execution.workflow_id = matter.number
    history = await system.client.workflow_service.get_workflow_execution_history(asked)
    payloads = list(payloads_in(history))

    answer = await ask("archivist", *payloads)
    kept = [b64decode(p.get("data", "")).decode() for p in answer.json()["payloads"]]

    assert len(kept) == len(payloads)
    assert any("张三" in text for text in kept)
    assert (await ask("other", *payloads)).status_code == 403


@pytest.mark.parametrize(("officer", "reads_it"), [("archivist", True), ("other", False)])
async def test_the_temporal_program_reads_through_the_door(
    portal: Portal,
    system: System,
    token: Token,
    matter: Matter,
    tmp_path: Path,
    officer: str,
    reads_it: bool,
):
    async with portal(sign_in="token") as client:
        process = await asyncio.create_subprocess_exec(
            *(binary(), "workflow", "show", "--workflow-id", matter.number, "--output", "json"),
            *("--address", system.server.address, "--command-timeout", "5s"),
            *("--codec-endpoint", f"{str(client.base_url).rstrip('/')}/codec"),
            *("--codec-auth", f"Bearer {token(officer)}"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={"HOME": str(tmp_path)},
        )
        out, _ = await process.communicate()

    kept = [b64decode(data) for data in re.findall(r'"data": "([^"]+)"', out.decode())]
    assert any("张三".encode() in data for data in kept) is reads_it
    assert (process.returncode == 0) is reads_it


# ── the read log ─────────────────────────────────────────────────────────────────────────────────


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


# ── nonsense ─────────────────────────────────────────────────────────────────────────────────────


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
