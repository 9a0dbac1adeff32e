"""The UI behind the portal: what is read through it, and what of a request passes."""

import asyncio
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from starter.portal.serving import listener, serving
from starter.portal.ui_settings import LOCKED, OFF
from starter.system import System
from tests.starter.conftest import Portal
from tests.starter.portal_requests import API, networks, send
from tests.workflows.lives import Matter


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


async def test_the_ui_tells_a_locked_reader_of_the_right_and_of_the_front_page(
    here: httpx.AsyncClient,
):
    codec = (await here.get("/api/v1/settings")).json()["Codec"]
    english = (await here.get("/api/v1/settings?lang=en")).json()["Codec"]

    assert codec["DefaultErrorMessage"] == LOCKED.zh
    assert english["DefaultErrorMessage"] == LOCKED.en
    assert codec["DefaultErrorLink"] == str(here.base_url.copy_with(path="/"))


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
    proxies = networks(trusted)
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
