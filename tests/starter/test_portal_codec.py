"""The codec door: who may read what the engine keeps."""

import asyncio
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import httpx
import pytest
from temporalio.api.workflowservice.v1 import GetWorkflowExecutionHistoryRequest

from starter.server_plan import binary
from starter.system import System
from tests.starter.conftest import Portal, Token
from tests.starter.sealed_payloads import PLAIN, as_json, sealed
from tests.starter.test_codec_matters import payloads_in
from tests.workflows.lives import Matter, Office


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
