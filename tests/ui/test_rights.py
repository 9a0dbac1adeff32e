"""Who has no right sees the columns of the list and no word of a matter; who signs in is known."""

import re
from hashlib import sha256

import pytest
from playwright.async_api import Page, expect

from starter.portal.ui_settings import LOCKED
from tests.starter.cli import Zhengming
from tests.ui.engine_pages import (
    UNNAMED,
    compact_history,
    labels,
    list_of,
    open_matter,
    seen,
    table,
)
from tests.ui.matters import Matters
from tests.ui.own_pages import numbers, section, table_of, words
from tests.ui.readers import CLERK, NAMELESS, NEIGHBOUR, OUTSIDER, SUPERVISOR
from tests.ui.windows import House
from tests.workflows.test_privacy import NAMES, found_in
from workflows.domain.clarification.deadlines import TERM_LABELS
from workflows.domain.clarification.stages import STAGE_LABELS

pytestmark = pytest.mark.timeout(300)

HAN = re.compile("[\u4e00-\u9fff]")
DATES = re.compile("[年月日]")
"""The browser writes days in Chinese; nothing else of a locked page is."""
OF_THE_UI = {"Start", "Completed"}
"""Words that the UI has of its own as well."""
ENGLISH = {label.en for label in (*STAGE_LABELS.values(), *TERM_LABELS.values())} - OF_THE_UI


def case_words(text: str) -> list[str]:
    """Return what a page of the UI tells of a matter: Chinese but for days, stages and terms."""
    of_the_ui = DATES.sub("", text.replace(LOCKED.zh, ""))
    return HAN.findall(of_the_ui) + [words for words in ENGLISH if words in text]


@pytest.mark.parametrize("officer", [NAMELESS, OUTSIDER])
async def test_without_the_right_a_matter_in_the_engine_stays_locked(
    house: House, matters: Matters, officer: str
) -> None:
    async with house.window(officer) as window:
        page = await window.new_page()
        async with page.expect_response("**/codec/decode**") as refusal:
            await open_matter(page, matters.evaluating)
        assert (await refusal.value).status == 403
        await expect(labels(page).filter(has_text=UNNAMED)).not_to_have_count(0)
        told = page.get_by_role("main").get_by_role("alert").filter(has_text=LOCKED.zh)
        await expect(told.get_by_role("link")).to_have_attribute("href", f"{house.portal}/")
        timeline = await words(page)
        await compact_history(page)
        history = await words(page)
        await seen(page, "user-metadata-tab").click()
        await seen(page, "user-metadata").first.wait_for()
        details = "".join([await frame.locator("body").inner_text() for frame in page.frames])

    for text in (timeline, history, details):
        assert case_words(text) == []


async def test_the_columns_of_the_list_are_readable_without_the_right(
    house: House, matters: Matters
) -> None:
    async with house.window(OUTSIDER) as window:
        page = await window.new_page()
        await page.goto("/setup")
        await page.wait_for_url("**/namespaces/default/workflows")
        await list_of(page)
        stages = {row["Workflow ID"]: row["Stage"] for row in await table(page)}

    assert stages[matters.evaluating] == "40 Evaluation 评估"


@pytest.mark.parametrize(
    ("officer", "own"),
    [
        (NAMELESS, ["evaluating", "overdue", "suspended", "objected", "other"]),
        (CLERK, ["evaluating", "overdue", "suspended", "objected"]),
        (NEIGHBOUR, []),
        (OUTSIDER, []),
    ],
)
async def test_the_queue_holds_what_its_reader_may_read(
    house: House, matters: Matters, officer: str, own: list[str]
) -> None:
    async with house.window(officer) as window:
        page = await window.new_page()
        await page.goto("/")
        shown = set(await numbers(page))
        text = await words(page)

    assert shown == {getattr(matters, name) for name in own}
    assert not [number for number in matters.all if number in text and number not in shown]


async def test_names_are_for_those_with_names(page: Page, house: House, matters: Matters) -> None:
    address = f"/matters/{matters.closed}"
    await page.goto(address)
    full = await words(page)
    async with house.window(NAMELESS) as window:
        other = await window.new_page()
        await other.goto(address)
        nameless = await words(other)
        source = await other.content()

    assert NAMES["name"] in full
    assert matters.closed in nameless
    assert found_in(source.encode()) == []


async def test_a_document_opens_for_those_with_names_and_is_what_the_file_says(
    page: Page, house: House, matters: Matters
) -> None:
    address = f"/matters/{matters.objected}"
    await page.goto(address)
    (paper,) = [row for row in await table_of(section(page, "papers")) if row["文书"] == "澄清函"]
    async with page.expect_download() as started:
        await section(page, "papers").get_by_role("link", name=paper["文号"]).click()
    document = await (await started.value).path()
    async with house.window(NAMELESS) as window:
        other = await window.new_page()
        await other.goto(address)
        links = await section(other, "papers").get_by_role("link", name=paper["文号"]).count()

    assert sha256(document.read_bytes()).hexdigest() == paper["文件哈希（SHA-256）"]
    assert links == 0


async def test_no_page_of_a_matter_opens_without_the_right(house: House, matters: Matters) -> None:
    async with house.window(OUTSIDER) as window:
        page = await window.new_page()
        refused = await page.goto(f"/matters/{matters.closed}")
        text = await words(page)

    assert refused is not None
    assert refused.status == 403
    assert matters.closed not in text


async def test_signing_in_leads_to_what_was_asked_for(house: House, matters: Matters) -> None:
    given = Zhengming(house.data)("portal", "token", "--as", SUPERVISOR)
    async with house.window(None) as window:
        page = await window.new_page()
        await page.goto(f"/matters/{matters.evaluating}")
        await page.get_by_label("登录凭证").fill("wrong")
        await page.get_by_role("button", name="登录").click()
        await expect(page.get_by_role("alert")).to_be_visible()

        await page.get_by_label("登录凭证").fill(given.out.strip())
        await page.get_by_role("button", name="登录").click()

        await page.wait_for_url(f"**/matters/{matters.evaluating}")
        await expect(page.get_by_text(SUPERVISOR, exact=True)).to_be_visible()
        await page.get_by_role("button", name="退出").click()
        await page.wait_for_url("**/sign-in?lang=zh")
        await page.goto("/")
        await expect(page.get_by_label("登录凭证")).to_be_visible()


async def test_nobody_unknown_reaches_the_engine(house: House, matters: Matters) -> None:
    async with house.window(None) as window:
        page = await window.new_page()
        for address in ("/", "/namespaces/default/workflows", "/setup"):
            answer = await page.goto(address)
            assert answer is not None
            assert answer.status == 401
            await expect(page.get_by_label("登录凭证")).to_be_visible()
        api = await page.request.get("/api/v1/namespaces/default/workflows")

    assert api.status == 401
