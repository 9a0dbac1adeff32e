"""`/setup`: what it writes into a browser, what it leaves alone, and how to do without it."""

import json
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, async_playwright

from starter.calendar_files import load_calendar
from starter.portal.serving import listener, serving
from starter.portal.views import STAGES, all_views, last_day_within
from starter.queue_rows import judged_rows
from starter.reading import open_reader
from tests.starter.html_pages import app_of, portal_of, query_of, visit
from tests.starter.many_matters import a_matter, office_of, today
from tests.ui.chromium import QUIET, find_chromium
from workflows.search_attributes import ALL

LIST = "**/namespaces/default/workflows"
VIEWS, COLUMNS = "saved-workflow-queries", "namespace-workflow-table-columns"


@pytest_asyncio.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        yield await driver.chromium.launch(executable_path=find_chromium(), args=QUIET)


@pytest_asyncio.fixture
async def window(browser: Browser, tmp_path: Path) -> AsyncIterator[BrowserContext]:
    """A browser that has never been here, before a portal of its own."""
    async with serving(app_of(tmp_path), listener(0)) as address:
        context = await browser.new_context(base_url=address, locale="zh-CN")
        yield context
        await context.close()


async def kept(window: BrowserContext) -> dict[str, Any]:
    """What the browser keeps after `/setup` has gone on to the list."""
    page = await window.new_page()
    await page.goto("/setup")
    await page.wait_for_url(LIST)
    text = await page.evaluate("JSON.stringify({...localStorage})")
    await page.close()
    return {key: json.loads(value) for key, value in json.loads(text).items()}


async def keep(window: BrowserContext, key: str, value: str) -> None:
    """Put something into the browser beforehand."""
    page = await window.new_page()
    await page.goto("/health")
    await page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    await page.close()


async def test_one_visit_sets_the_browser_up_and_goes_on(window: BrowserContext) -> None:
    found = await kept(window)

    columns = [column["label"] for column in found[COLUMNS]["default"]]
    assert columns[:2] == ["Status", "Workflow ID"]
    assert set(columns[2:]) <= {key.name for key in ALL}
    most = ["Stage", "Tags", "DueAt", "AwaitedRole", "Organ"]
    assert columns[2:] == [*most, "ImpactEnd", "Related"]
    names = [view["name"] for view in found[VIEWS]["default"]]
    assert names[:2] == ["1 在办", "2 逾期"]
    assert {"澄清正名：40 评估", "待办：承办部门"} <= set(names)
    assert {view["type"] for view in found[VIEWS]["default"]} == {"user"}
    assert found["timeFormat"] == "China Standard Time"
    assert found["hourFormat"] == "24"
    assert found["timestampFormat"] == "medium"
    assert found["eventView"] == "compact"


async def test_a_second_visit_doubles_nothing(window: BrowserContext) -> None:
    first = await kept(window)

    assert await kept(window) == first
    ids = [view["id"] for view in first[VIEWS]["default"]]
    assert len(set(ids)) == len(ids) < 50, "the UI keeps fifty at most"


async def test_what_is_the_users_own_stays_and_what_was_ours_is_renewed(
    window: BrowserContext,
) -> None:
    mine = {"id": "v1", "name": "我的", "query": '`Organ`="DW"', "type": "user"}
    stale = {"id": "zhengming-near", "name": "旧", "query": "`DueAt` < 2020", "type": "user"}
    elsewhere = [{"label": "Start"}]
    await keep(window, VIEWS, json.dumps({"default": [stale, mine], "other": [mine]}))
    own_columns = [{"label": "Stage"}, {"label": "End"}]
    await keep(window, COLUMNS, json.dumps({"default": own_columns, "other": elsewhere}))

    found = await kept(window)

    views = found[VIEWS]["default"]
    assert views[-1] == mine
    assert [view["name"] == "旧" for view in views].count(True) == 0
    assert [view["id"] for view in views].count("zhengming-near") == 1
    assert found[VIEWS]["other"] == [mine]
    labels = [column["label"] for column in found[COLUMNS]["default"]]
    assert labels.count("Stage") == 1
    assert labels[-1] == "End"
    assert found[COLUMNS]["other"] == elsewhere


@pytest.mark.parametrize(
    "broken", ["", "{", "null", "[]", "7", '{"default": 7}', '{"default": [null]}']
)
async def test_what_cannot_be_read_is_no_hindrance(window: BrowserContext, broken: str) -> None:
    await keep(window, VIEWS, broken)

    views = (await kept(window))[VIEWS]["default"]

    assert "zhengming-open" in [view["id"] for view in views if view]


async def test_a_browser_that_keeps_nothing_is_told_how_to_do_it_by_hand(
    window: BrowserContext,
) -> None:
    page = await window.new_page()
    await page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{get() { throw new DOMException('no', 'SecurityError'); }})"
    )

    await page.goto("/setup")
    await page.get_by_text("请按下面的说明手工设置").wait_for()

    assert page.url.endswith("/setup")
    assert "SecurityError" in await page.get_by_role("status").inner_text()


async def test_without_javascript_the_page_stays_and_explains(
    browser: Browser, tmp_path: Path
) -> None:
    async with serving(app_of(tmp_path), listener(0)) as address:
        context = await browser.new_context(base_url=address, java_script_enabled=False)
        page = await context.new_page()
        await page.goto("/setup")

        assert await page.get_by_role("heading", name="手工设置").is_visible()
        assert await page.get_by_text("Workflow ID", exact=True).is_visible()
        assert page.url.endswith("/setup")
        await context.close()


@pytest.mark.parametrize("width", [1440, 360])
async def test_axe_finds_nothing(window: BrowserContext, width: int) -> None:
    page = await window.new_page()
    await page.set_viewport_size({"width": width, "height": 900})
    await page.route("**/assets/setup.js", lambda route: route.abort())
    await page.goto("/setup")

    found = await Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert await page.evaluate("document.documentElement.scrollWidth") == width


async def test_the_page_is_sound_in_both_languages_and_runs_only_its_own_script(
    tmp_path: Path,
) -> None:
    async with portal_of(tmp_path) as portal:
        for address, language in (("/setup", "zh-CN"), ("/setup?lang=en", "en")):
            page = await visit(portal, address)
            assert page.root.get("lang") == language
            assert page.all("//script/@src") == ["/assets/setup.js"]
            policy = page.answer.headers["content-security-policy"]
            assert "script-src 'self'" in policy
            assert "unsafe" not in policy
        front = await visit(portal, "/setup?lang=en")

    names = [view["name"] for view in preferences_of(front)["views"]]
    assert names[0] == "1 Open"
    assert not any("\u4e00" <= sign <= "\u9fff" for name in names for sign in name)


def preferences_of(page: Any) -> dict[str, Any]:
    """What the script reads."""
    return dict(json.loads(page.all("//@data-preferences")[0]))


async def test_the_lists_by_hand_are_the_lists_of_the_script(tmp_path: Path) -> None:
    async with portal_of(tmp_path) as portal:
        page = await visit(portal, "/setup")

    written = [view["query"] for view in preferences_of(page)["views"]]
    links = [query_of(link)["query"] for link in page.all("//table//a/@href")]
    assert links == [code.text for code in page.all("//table//code")] == written


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-11-20", "2026-12-01"),
        ("2026-09-30", "2026-10-15"),
        ("2026-02-11", "2026-02-27"),
        ("2026-05-30", "2026-06-09"),
    ],
)
def test_seven_working_days_end_before_the_eighth(day: str, last: str) -> None:
    calendar = load_calendar()

    assert last_day_within(calendar, date.fromisoformat(day), 7) == date.fromisoformat(last)
    near = all_views(calendar, date.fromisoformat(day))[2]
    assert last in near.name.zh
    assert f'`DueAt` < "{last}T16:00:00Z"' in near.query, "midnight in Shanghai after that day"


async def test_the_list_of_seven_working_days_ends_where_the_queue_says_so(
    tmp_path: Path,
) -> None:
    last = last_day_within(load_calendar(), today(), 7)
    store = await office_of(tmp_path, [a_matter(1, last), a_matter(3, last + timedelta(days=1))])
    await store.close()

    with open_reader(tmp_path / "records.db") as reader:
        now = datetime.now().astimezone()
        within, beyond = judged_rows(reader, reader.due(now=now), now)

    assert within["remaining_working_days"] == 7 < beyond["remaining_working_days"]


def test_lists_of_ended_matters_are_not_narrowed_to_running_ones() -> None:
    views = {view.id: view.query for view in all_views(load_calendar(), today())}

    ended = {
        f"stage-{kind}-{code.lower()}"
        for kind, stages in STAGES.items()
        for code, stage in stages.items()
        if stage.ended
    }
    for view, query in views.items():
        assert ("Running" in query) is (view not in ended)
    ends = ("closed_not_untrue", "closed_not_necessary", "closed_rejected", "withdrawn")
    assert {f"stage-clarification-{code}" for code in ends} <= ended <= views.keys()
