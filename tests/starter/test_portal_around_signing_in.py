"""What stands around the sign-in: a way out for whoever came in by it, and the language."""

import pytest

from starter.system import System
from tests.starter.conftest import Portal, Token
from tests.starter.html_pages import Page
from tests.starter.portal_requests import PAGE, networks

BY_HEADER = {
    "sign_in": "header",
    "sign_in_header": "X-Officer",
    "trusted_proxies": networks("127.0.0.1"),
}


@pytest.mark.parametrize("kept", ["officers.toml", "keys.toml"])
async def test_a_damaged_file_is_said_so_to_whoever_signs_in(
    portal: Portal, token: Token, system: System, kept: str
) -> None:
    given, place = token("li"), system.settings.data / kept
    before = place.read_bytes()
    async with portal(sign_in="token") as client:
        try:
            place.write_text("[officers", encoding="utf-8")
            answer = await client.post("/sign-in", data={"token": given}, headers=PAGE)
        finally:
            place.write_bytes(before)

    assert answer.status_code == 503
    assert "请管理员检查" in answer.text


async def test_only_who_came_in_by_a_token_is_offered_a_way_out(
    portal: Portal, token: Token
) -> None:
    async with portal(sign_in="token") as client:
        unknown = await client.get("/", headers=PAGE)
        await client.post("/sign-in", data={"token": token("li")})
        known = await client.get("/", headers=PAGE)
    async with portal(**BY_HEADER) as client:
        named = await client.get("/", headers={**PAGE, "X-Officer": "li"})
    async with portal() as client:
        here = await client.get("/", headers=PAGE)

    offered = ["/sign-out" in answer.text for answer in (known, unknown, named, here)]
    assert offered == [True, False, False, False]


async def test_behind_a_proxy_an_unknown_person_is_sent_to_the_entrance(portal: Portal) -> None:
    async with portal(**BY_HEADER) as client:
        page = Page(await client.get("/matters/CLAR-2026-0001?x=1", headers=PAGE))

    assert page.answer.text.count("请从单位的登录入口进入") == 1
    assert page.all("//a[not(contains(@class, 'skip'))]/@href") == ["?x=1&lang=en"]


async def test_the_language_stays_through_signing_in(portal: Portal) -> None:
    form = {"token": "x", "goes_to": "/setup"}
    async with portal(sign_in="token") as client:
        asked = Page(await client.get("/?organ=DW&overdue=1&lang=en", headers=PAGE))
        wrong = Page(await client.post("/sign-in?lang=en", data=form, headers=PAGE))
        chinese = Page(await client.get("/sign-in" + wrong.link("中文"), headers=PAGE))
        plain = Page(await client.get("/sign-in?lang=en", headers=PAGE))

    assert asked.all("//form/@action") == ["/sign-in?lang=en"]
    assert asked.link("中文") == "?organ=DW&overdue=1&lang=zh"
    assert wrong.root.get("lang") == "en"
    assert chinese.root.get("lang") == "zh-CN"
    assert chinese.all("//input[@name='goes_to']/@value") == ["/setup"]
    assert plain.all("//input[@name='goes_to']/@value") == ["/?lang=en"]
