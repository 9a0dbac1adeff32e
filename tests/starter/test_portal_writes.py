"""Nothing can be done through the portal, however it is spelt."""

import httpx
import pytest

from tests.starter.portal_requests import API, PAGE, send
from tests.workflows.lives import Matter

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
    answer = await here.post("/", headers=PAGE)

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
