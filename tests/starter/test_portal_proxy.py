"""The UI behind the portal: everything can be read through it, and nothing done."""

import asyncio
import json
import socket
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from starter.portal.serving import listener, serving
from starter.portal.ui_settings import OFF
from starter.settings import Settings
from starter.system import System
from tests.starter.conftest import Portal
from tests.workflows.lives import Matter

API = "/api/v1/namespaces/default"


async def send(client: httpx.AsyncClient, method: str, target: str, **more: Any) -> httpx.Response:
    """Send an address letter by letter; httpx would tidy it up."""
    return await client.request(method, "/", extensions={"target": target.encode()}, **more)


# ── reading ──────────────────────────────────────────────────────────────────────────────────────


async def test_the_ui_is_read_through_the_portal(here: httpx.AsyncClient, matter: Matter):
    page = await here.get(f"/namespaces/default/workflows/{matter.number}")
    listed = await here.get(f"{API}/workflow-count")
    steps = await here.get(f"{API}/workflows/{matter.number}/history-reverse")

    assert "<!doctype html>" in page.text
    assert page.headers["x-frame-options"] == "SAMEORIGIN"
    assert "count" in listed.json()
    assert steps.json()["history"]["events"]


async def test_scripts_of_the_ui_arrive_as_they_were_sent(here: httpx.AsyncClient, system: System):
    page = (await here.get("/namespaces/default/workflows")).text
    script = page.split('href="/_app/')[1].split('"')[0]

    async with httpx.AsyncClient(base_url=system.server.ui) as straight:
        sent = await straight.get(f"/_app/{script}")
        passed = await here.get(f"/_app/{script}")

    assert (passed.status_code, passed.content) == (200, sent.content)
    assert passed.headers["content-type"] == sent.headers["content-type"]
    assert passed.headers["content-encoding"] == sent.headers["content-encoding"]


async def test_what_the_ui_renders_may_be_long_and_keeps_its_policy(here: httpx.AsyncClient):
    words = "a" * 300_000

    answer = await send(here, "GET", f"/render?content={words}")

    assert answer.status_code == 200
    assert words in answer.text
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_the_uis_settings_have_every_write_action_off(
    here: httpx.AsyncClient, system: System
):
    async with httpx.AsyncClient(base_url=system.server.ui) as straight:
        given = (await straight.get("/api/v1/settings")).json()
    got = (await here.get("/api/v1/settings")).json()

    flags = {name for name, value in given.items() if value is False and name.endswith("Disabled")}
    may_read = {"RefreshWorkflowCountsDisabled"}
    assert {name for name in flags - may_read if got[name] is not True} == set()
    assert all(name in given for name in OFF)
    assert got["Codec"]["Endpoint"] == f"{str(here.base_url).rstrip('/')}/codec"
    assert got["Version"] == given["Version"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_the_codec_door_has_the_name_under_which_the_browser_came(
    here: httpx.AsyncClient, host: str
):
    port = here.base_url.port

    settings = await here.get("/api/v1/settings", headers={"Host": f"{host}:{port}"})

    assert settings.json()["Codec"]["Endpoint"] == f"http://{host}:{port}/codec"


@pytest.mark.parametrize(
    ("trusted", "origin"), [("127.0.0.1", "https://portal.example"), ("10.0.0.0/8", None)]
)
async def test_only_a_trusted_proxy_says_under_which_name_the_browser_came(
    portal: Portal, trusted: str, origin: str | None, token: Any
):
    proxies = Settings(trusted_proxies=trusted).trusted_proxies
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "portal.example, other.example"}
    async with portal(sign_in="token", trusted_proxies=proxies) as client:
        bearer = {"Authorization": f"Bearer {token('li')}"}
        settings = await client.get("/api/v1/settings", headers={**said, **bearer})

        own = str(client.base_url).rstrip("/")
        assert settings.json()["Codec"]["Endpoint"] == f"{origin or own}/codec"


async def test_many_read_at_once(here: httpx.AsyncClient, matter: Matter):
    path = f"{API}/workflows/{matter.number}/history-reverse"

    answers = await asyncio.gather(*(here.get(path) for _ in range(60)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1


async def test_a_question_to_a_matter_passes(here: httpx.AsyncClient, matter: Matter):
    await here.get("/namespaces/default/workflows")
    asked = {"execution": {"workflowId": matter.number}, "query": {"queryType": "matter"}}

    answer = await here.post(
        f"{API}/workflows/{matter.number}/query/matter",
        json=asked,
        headers={"X-CSRF-TOKEN": here.cookies["_csrf"]},
    )

    assert answer.status_code == 200, answer.text
    assert answer.json()["queryResult"]["payloads"]


# ── not writing ──────────────────────────────────────────────────────────────────────────────────

WRITES = [
    ("POST", f"{API}/workflows/N/terminate"),
    ("POST", f"{API}/workflows/N/cancel"),
    ("POST", f"{API}/workflows/N/signal/tell"),
    ("POST", f"{API}/workflows/N/update/screen"),
    ("POST", f"{API}/workflows/N/reset"),
    ("POST", f"{API}/workflows/N/pause"),
    ("POST", f"{API}/workflows/N"),
    ("POST", f"{API}/workflows/N/signal-with-start/tell"),
    ("POST", f"{API}/batch-operations/B"),
    ("POST", f"{API}/schedules/S"),
    ("POST", f"{API}/activities/complete"),
    ("POST", "/api/v1/namespaces"),
    ("POST", "/api/v1/namespaces/default/update"),
    ("POST", "/api/v1/settings"),
    ("POST", "/"),
    ("POST", "/setup"),
    ("PUT", f"{API}/workflows/N"),
    ("PATCH", f"{API}/workflows/N"),
    ("DELETE", f"{API}/workflows/N"),
    ("OPTIONS", f"{API}/workflows/N"),
    ("TRACE", f"{API}/workflows/N"),
    ("BREW", f"{API}/workflows/N"),
]
TRICKS = [
    f"{API}/workflows/N/query/../terminate",
    f"{API}/workflows/N/query/%2e%2e/terminate",
    f"{API}/workflows/N/query/%2e%2e%2fterminate",
    f"{API}/workflows/N/query/..%2fterminate",
    f"{API}/workflows/N/query/x/../../terminate",
    f"{API}/workflows/N/terminate?/query/x",
    f"{API}/workflows/N/terminate#/query/x",
    f"{API}/workflows/N/terminate;/query/x",
    f"{API}/workflows/N/terminate%3f/query/x",
    f"{API}/workflows/N/terminate%00/query/x",
    f"/{API}/workflows/N/terminate",
    f"{API}//workflows/N/terminate",
    f"/api/v1/namespaces/default/workflows/N/terminate/{API}/workflows/N/query/x",
    f"{API}/workflows/../workflows/N/query/x",
    f"{API}/workflows/N/query/x/",
    f"{API}/workflows/N/query/x%0a",
    f"http://127.0.0.1:1{API}/workflows/N/query/x/../../terminate",
]


@pytest.mark.parametrize(("method", "path"), WRITES)
async def test_nothing_can_be_done_through_the_portal(
    here: httpx.AsyncClient, matter: Matter, method: str, path: str
):
    answer = await send(here, method, path.replace("/N", f"/{matter.number}"), json={})

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert "只供查阅" in answer.json()["message"]


@pytest.mark.parametrize("path", TRICKS)
async def test_no_spelling_of_an_address_gets_a_write_through(
    here: httpx.AsyncClient, matter: Matter, path: str
):
    await here.get("/namespaces/default/workflows")
    csrf = {"X-CSRF-TOKEN": here.cookies["_csrf"]}

    answer = await send(
        here, "POST", path.replace("/N", f"/{matter.number}"), json={}, headers=csrf
    )

    assert answer.status_code in (400, 404, 405)
    assert (await matter.handle.describe()).status.name == "RUNNING"


async def test_a_reader_in_a_browser_is_told_on_a_page(here: httpx.AsyncClient):
    answer = await here.post("/", headers={"Accept": "text/html"})

    assert answer.status_code == 405
    assert "zhengming</title>" in answer.text or "正名</title>" in answer.text
    assert "办理请用命令行" in answer.text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-Method"]
)
async def test_a_header_does_not_turn_reading_into_writing(
    here: httpx.AsyncClient, matter: Matter, method: str, header: str
):
    path = f"{API}/workflows/{matter.number}/terminate"

    await send(here, method, path, headers={header: "POST"}, params={"_method": "POST"})

    assert (await matter.handle.describe()).status.name == "RUNNING"


async def test_a_question_cannot_be_turned_into_an_act(here: httpx.AsyncClient, matter: Matter):
    await here.get("/namespaces/default/workflows")
    csrf = {"X-CSRF-TOKEN": here.cookies["_csrf"], "X-HTTP-Method-Override": "DELETE"}
    path = f"{API}/workflows/{matter.number}/query/matter"

    answer = await here.post(path, content=b"_method=DELETE", headers=csrf)

    assert answer.status_code >= 400
    assert (await matter.handle.describe()).status.name == "RUNNING"


async def test_a_question_from_another_page_is_refused(here: httpx.AsyncClient, matter: Matter):
    path = f"{API}/workflows/{matter.number}/query/matter"

    for origin in ("http://evil.example", "null", "https://127.0.0.1"):
        answer = await here.post(path, json={}, headers={"Origin": origin})
        assert answer.status_code == 403


async def test_a_question_has_an_end(here: httpx.AsyncClient):
    path = f"{API}/workflows/N/query/matter"

    assert (await here.post(path, content=b" " * (1024 * 1024 + 1))).status_code == 413


# ── what passes, and what does not ───────────────────────────────────────────────────────────────


async def echo(request: Request) -> Response:
    answer = JSONResponse(
        {
            "headers": list(request.headers.items()),
            "target": request.scope["raw_path"].decode(),
        }
    )
    answer.headers.append("set-cookie", "a=1; Path=/")
    answer.headers.append("set-cookie", "b=2; Path=/")
    answer.headers["connection"] = "x-secret"
    answer.headers["x-secret"] = "of the connection"
    return answer


async def drip(request: Request) -> Response:
    async def pieces():
        for _ in range(3):
            yield b"piece "
            await asyncio.sleep(0.2)

    return StreamingResponse(pieces())


@pytest.fixture
async def echoing(portal: Portal, token: Any):
    """A portal in front of a server that tells what it was asked."""
    app = Starlette(routes=[Route("/drip", drip), Route("/{path:path}", echo)])
    async with (
        serving(app, listener(0)) as ui,
        portal(ui=ui, sign_in="token", sign_in_header="X-Officer") as client,
    ):
        client.cookies.set("zhengming_sign_in", token("li"))
        yield client


async def test_nothing_about_the_reader_reaches_the_ui(echoing: httpx.AsyncClient, token: Any):
    told = await echoing.get(
        "/anything",
        headers={
            "Cookie": f"theme=dark; zhengming_sign_in={token('li')}; _csrf=c",
            "X-Officer": "li",
            "X-Forwarded-For": "10.1.1.1",
            "Connection": "keep-alive, X-Hop",
            "X-Hop": "mine",
            "X-CSRF-TOKEN": "c",
            "Accept-Language": "zh",
        },
    )
    got = dict(told.json()["headers"])

    assert got["cookie"] == "theme=dark; _csrf=c"
    assert got["x-csrf-token"] == "c"
    assert got["accept-language"] == "zh"
    assert {"x-officer", "x-forwarded-for", "x-hop", "authorization"}.isdisjoint(got)


async def test_a_bearer_token_does_not_reach_the_ui(echoing: httpx.AsyncClient, token: Any):
    told = await echoing.get("/any", headers={"Authorization": f"Bearer {token('li')}"})

    assert "authorization" not in dict(told.json()["headers"])


async def test_cookies_of_the_ui_pass_and_headers_of_its_connection_do_not(
    echoing: httpx.AsyncClient,
):
    told = await echoing.get("/anything")

    assert told.headers.get_list("set-cookie") == ["a=1; Path=/", "b=2; Path=/"]
    assert "x-secret" not in told.headers
    assert len(told.headers.get_list("date")) == 1


@pytest.mark.parametrize("path", ["/a/../b", "/a//b", "/%2e%2e/x", "/a%2Fb", "/%E6%AD%A3"])
async def test_an_address_is_passed_on_letter_by_letter(echoing: httpx.AsyncClient, path: str):
    assert (await send(echoing, "GET", path)).json()["target"] == path


async def test_an_answer_is_passed_on_as_it_comes(echoing: httpx.AsyncClient):
    loop, first = asyncio.get_running_loop(), 0.0
    begun = loop.time()
    async with echoing.stream("GET", "/drip") as answer:
        async for _ in answer.aiter_raw():
            first = first or loop.time() - begun

    assert first < 0.3 < 0.55 < loop.time() - begun


async def test_a_reader_who_leaves_early_leaves_the_portal_well(echoing: httpx.AsyncClient):
    for _ in range(5):
        async with echoing.stream("GET", "/drip"):
            pass

    assert (await echoing.get("/anything")).status_code == 200


# ── the UI away ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def nobody() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize("path", ["/namespaces/default/workflows", "/api/v1/settings"])
async def test_a_ui_that_is_away_is_said_in_plain_words(portal: Portal, nobody: str, path: str):
    async with portal(ui=nobody) as client:
        shown = await client.get(path, headers={"Accept": "text/html"})
        told = await client.get(path)
        front = await client.get("/")

    assert (shown.status_code, told.status_code) == (502, 502)
    assert "暂时没有响应" in shown.text
    assert "does not answer" in told.json()["message_en"]
    assert front.status_code == 200


async def test_a_ui_that_speaks_nonsense_is_away_too(portal: Portal):
    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(nonsense, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, portal(ui=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/namespaces/default/workflows")).status_code == 502
        assert (await client.get("/api/v1/settings")).status_code == 502


async def test_settings_that_are_none_are_not_passed_on(portal: Portal):
    async def odd(request: Request) -> Response:
        return Response(json.dumps([1]), media_type="application/json")

    async with (
        serving(Starlette(routes=[Route("/{p:path}", odd)]), listener(0)) as ui,
        portal(ui=ui) as client,
    ):
        assert (await client.get("/api/v1/settings")).status_code == 502


async def test_a_portal_that_stops_does_not_wait_for_the_ui_nor_lament(
    portal: Portal, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    asked = asyncio.Event()

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await reader.read()  # until the portal hangs up
        writer.close()

    server = await asyncio.start_server(silence, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, httpx.AsyncClient() as reader:
        async with portal(ui=f"http://127.0.0.1:{port}") as client:
            waiting = asyncio.create_task(reader.get(client.base_url.join("/namespaces")))
            await asyncio.wait_for(asked.wait(), 10)
        answer = await asyncio.wait_for(waiting, 10)

    assert answer.status_code == 503
    assert "being stopped" in answer.json()["message_en"]
    assert "Traceback" not in "".join(capfd.readouterr()) + caplog.text
